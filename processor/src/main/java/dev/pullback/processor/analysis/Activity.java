package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Derivatives;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.rules.Rules;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What carries a derivative: a value is active if it is varied (depends on an independent variable in a differentiable way) and useful (the
 * result, or an array that the caller gets back, depends on it in a differentiable way). Scalars are looked at one by one, arrays by the
 * classes of {@link Memory}. See Griewank and Walther 2008, section 6.2, and Hascoët and Pascual 2013, section 3.
 */
public final class Activity {

    private final Memory memory;
    private final Set<Object> varied = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> useful = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Node, List<Value>> taken = new IdentityHashMap<>();
    private boolean changed;

    private Activity(Memory memory) {
        this.memory = memory;
    }

    /** Notes what a node that makes a pullback takes derivatives of: what is in the records that it is given, too. */
    public void takes(Node pullback, List<Value> values) {
        taken.put(pullback, values);
    }

    /** The operands of a node, and what is in the records among them. */
    public List<Value> takenBy(Node node) {
        return taken.getOrDefault(node, node.operands());
    }

    public static Activity of(Function function, Memory memory) {
        return of(function, memory, List.of());
    }

    /** The same as if the result depended on everything that is stopped on purpose: nobody needs to be told that it does not. */
    public static Activity throughStops(Function function, Memory memory) {
        List<Value> stopped = Node.all(function.body()).stream()
                .filter(Activity::isStop)
                .flatMap(node -> node.operands().stream())
                .toList();
        return of(function, memory, stopped);
    }

    private static boolean isStop(Node node) {
        return node instanceof Node.Op op
                ? op.is(Intrinsic.STOP)
                : node instanceof Node.Call call && call.callee().derivatives() instanceof Derivatives.Stopped;
    }

    private static Activity of(Function function, Memory memory, List<Value> alsoUseful) {
        Activity activity = new Activity(memory);
        alsoUseful.forEach(activity::use);
        List<Signature.Parameter> parameters = function.signature().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Value param = function.params().get(i);
            if (parameters.get(i).active()) {
                activity.vary(param);
                if (param.type() instanceof ArrayType && memory.isWrittenAnywhere(param)) {
                    activity.use(param);
                }
            }
        }
        List<Boolean> results = function.signature().activeResults();
        for (int k = 0; k < results.size(); k++) {
            if (results.get(k)) {
                activity.use(function.body().yields().get(k));
            }
        }
        do {
            activity.changed = false;
            activity.forward(function.body());
        } while (activity.changed);
        do {
            activity.changed = false;
            activity.backward(function.body());
        } while (activity.changed);
        return activity;
    }

    /** Whether the value, or what the array holds, depends on an independent variable. */
    public boolean isVaried(Value value) {
        Object key = key(value);
        return key != null && varied.contains(key);
    }

    /** Whether the result depends on the value, or on what the array holds. */
    public boolean isUseful(Value value) {
        Object key = key(value);
        return key != null && useful.contains(key);
    }

    /** Whether the value has an adjoint, or the array a shadow. */
    public boolean isActive(Value value) {
        return isVaried(value) && isUseful(value);
    }

    public Memory memory() {
        return memory;
    }

    /** What stands for the value in the sets: itself, or the class of the arrays that hold the scalars; null if it cannot be active. */
    private @org.jspecify.annotations.Nullable Object key(Value value) {
        if (!value.type().differentiable()) {
            return null;
        }
        return value.type() instanceof Scalar ? value : memory.leafOf(value);
    }

    private void vary(Value value) {
        Object key = key(value);
        changed |= key != null && varied.add(key);
    }

    private void use(Value value) {
        Object key = key(value);
        changed |= key != null && useful.add(key);
    }

    private void flow(Value from, Value to) {
        if (isVaried(from)) {
            vary(to);
        }
    }

    private void flowBack(Value to, Value from) {
        if (isUseful(to)) {
            use(from);
        }
    }

    private void forward(Region region) {
        for (Node node : region.nodes()) {
            if (node instanceof Node.Op n) {
                if (Rules.kind(n) != Rules.Kind.ZERO) {
                    n.operands().forEach(operand -> flow(operand, n.result()));
                }
            } else if (node instanceof Node.Load n) {
                flow(n.array(), n.result());
            } else if (node instanceof Node.Store n) {
                flow(n.value(), n.array());
            } else if (node instanceof Node.Bulk n) {
                bulk(n, this::flow);
            } else if (node instanceof Node.If n) {
                n.regions().forEach(this::forward);
                for (int i = 0; i < n.results().size(); i++) {
                    flow(n.then().yields().get(i), n.results().get(i));
                    flow(n.otherwise().yields().get(i), n.results().get(i));
                }
            } else if (node instanceof Node.Protected n) {
                n.regions().forEach(this::forward);
                for (int i = 0; i < n.results().size(); i++) {
                    flow(n.yielded(i), n.results().get(i));
                }
            } else if (node instanceof Node.Loop n) {
                loopForward(n);
            } else if (node instanceof Node.Call n) {
                call(n, this::flow);
            }
        }
    }

    private void loopForward(Node.Loop loop) {
        for (int i = 0; i < loop.params().size(); i++) {
            flow(loop.inits().get(i), loop.params().get(i));
        }
        forward(loop.body());
        for (int i = loop.carriedFrom(); i < loop.params().size(); i++) {
            flow(loop.next(i), loop.params().get(i));
            flow(loop.params().get(i), loop.results().get(i));
        }
    }

    private void backward(Region region) {
        for (int at = region.nodes().size() - 1; at >= 0; at--) {
            Node node = region.nodes().get(at);
            if (node instanceof Node.Op n) {
                if (Rules.kind(n) != Rules.Kind.ZERO) {
                    n.operands().forEach(operand -> flowBack(n.result(), operand));
                }
            } else if (node instanceof Node.Load n) {
                flowBack(n.result(), n.array());
            } else if (node instanceof Node.Store n) {
                flowBack(n.array(), n.value());
            } else if (node instanceof Node.Bulk n) {
                bulk(n, (from, to) -> flowBack(to, from));
            } else if (node instanceof Node.If n) {
                for (int i = 0; i < n.results().size(); i++) {
                    flowBack(n.results().get(i), n.then().yields().get(i));
                    flowBack(n.results().get(i), n.otherwise().yields().get(i));
                }
                n.regions().forEach(this::backward);
            } else if (node instanceof Node.Protected n) {
                for (int i = 0; i < n.results().size(); i++) {
                    flowBack(n.results().get(i), n.yielded(i));
                }
                n.regions().forEach(this::backward);
            } else if (node instanceof Node.Loop n) {
                loopBackward(n);
            } else if (node instanceof Node.Call n) {
                call(n, (from, to) -> flowBack(to, from));
            }
        }
    }

    private void loopBackward(Node.Loop loop) {
        for (int i = loop.carriedFrom(); i < loop.params().size(); i++) {
            flowBack(loop.results().get(i), loop.params().get(i));
            flowBack(loop.params().get(i), loop.next(i));
        }
        backward(loop.body());
        for (int i = 0; i < loop.params().size(); i++) {
            flowBack(loop.params().get(i), loop.inits().get(i));
        }
    }

    private interface Flow {
        void between(Value from, Value to);
    }

    private static void bulk(Node.Bulk node, Flow flow) {
        List<Value> operands = node.operands();
        Value result = node.result();
        switch (node.kind()) {
            case CLONE, COPY_OF, COPY_OF_RANGE -> {
                if (result != null) {
                    flow.between(operands.get(0), result);
                }
            }
            case ARRAYCOPY -> flow.between(operands.get(0), operands.get(2));
            case FILL, FILL_RANGE -> flow.between(operands.get(operands.size() - 1), operands.get(0));
        }
    }

    private static void call(Node.Call node, Flow flow) {
        for (int i = 0; i < node.operands().size(); i++) {
            if (!node.callee().active().get(i)) {
                continue;
            }
            Value operand = node.operands().get(i);
            for (int k = 0; k < node.results().size(); k++) {
                if (node.callee().activeResults().get(k)) {
                    flow.between(operand, node.results().get(k));
                }
            }
            for (int k : node.callee().effects().written()) {
                if (node.callee().active().get(k)) {
                    flow.between(operand, node.operands().get(k));
                }
            }
        }
    }
}
