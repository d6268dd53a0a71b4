package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Derivatives;
import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Operator;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.rules.Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which values may have an infinite adjoint although the result is finite: what a root is taken of, and what that is computed from. At
 * {@code Math.sqrt(d * d)} with {@code d = 0} the adjoint of the product is infinite and the partial derivative of the product zero; forward
 * mode says zero, and so must reverse mode, which would multiply the two.
 */
public final class Steepness {

    private final Memory memory;
    private final Function<Node, Optional<Node.Call>> calls;
    private final Map<Value, Node> definitions = new IdentityHashMap<>();
    private final Set<Object> steep = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean changed;

    private Steepness(Memory memory, Function<Node, Optional<Node.Call>> calls) {
        this.memory = memory;
        this.calls = calls;
    }

    /** @param calls the call that a node of the region stands for */
    public static Steepness of(Region region, Memory memory, Function<Node, Optional<Node.Call>> calls) {
        Steepness steepness = new Steepness(memory, calls);
        for (Node node : Node.all(region)) {
            node.results().forEach(result -> steepness.definitions.put(result, node));
        }
        do {
            steepness.changed = false;
            steepness.backward(region);
        } while (steepness.changed);
        return steepness;
    }

    public boolean isSteep(Value value) {
        return steep.contains(key(value));
    }

    private Object key(Value value) {
        return value.type() instanceof ArrayType ? memory.leafOf(value) : value;
    }

    private void mark(Value value) {
        if (value.type().differentiable()) {
            changed |= steep.add(key(value));
        }
    }

    private void backward(Region region) {
        for (int i = region.nodes().size() - 1; i >= 0; i--) {
            backward(region.nodes().get(i));
        }
    }

    private void backward(Node node) {
        if (node instanceof Node.Op op) {
            operator(op);
        } else if (node instanceof Node.Load load && isSteep(load.result())) {
            mark(load.array());
        } else if (node instanceof Node.Store store && isSteep(store.array())) {
            mark(store.value());
        } else if (node instanceof Node.Bulk bulk) {
            bulk(bulk);
        } else if (node instanceof Node.Invoke) {
            calls.apply(node).ifPresent(this::call);
        } else if (node instanceof Node.If branch) {
            for (int k = 0; k < branch.results().size(); k++) {
                if (isSteep(branch.results().get(k))) {
                    mark(branch.then().yields().get(k));
                    mark(branch.otherwise().yields().get(k));
                }
            }
            branch.regions().forEach(this::backward);
        } else if (node instanceof Node.Protected guarded) {
            for (int k = 0; k < guarded.results().size(); k++) {
                if (isSteep(guarded.results().get(k))) {
                    mark(guarded.yielded(k));
                }
            }
            guarded.regions().forEach(this::backward);
        } else if (node instanceof Node.Loop loop) {
            for (int k = loop.carriedFrom(); k < loop.params().size(); k++) {
                if (isSteep(loop.results().get(k)) || isSteep(loop.params().get(k))) {
                    mark(loop.params().get(k));
                    mark(loop.next(k));
                    mark(loop.inits().get(k));
                }
            }
            loop.regions().forEach(this::backward);
        }
    }

    private void operator(Node.Op op) {
        for (int i = 0; i < op.operands().size(); i++) {
            Value operand = op.operands().get(i);
            if (isSteep(op.result()) || (isRoot(op, i) && !isPositive(operand))) {
                mark(operand);
            }
        }
    }

    /** Of a method with a user's partial derivatives. */
    private void call(Node.Call call) {
        if (!(call.callee().derivatives() instanceof Derivatives.Partials rule)) {
            return;
        }
        for (int i = 0; i < call.operands().size(); i++) {
            boolean root = rule.partials()
                    .get(i)
                    .filter(partial -> partial.steepness() == Derivatives.Partial.Steepness.MAY_BE_INFINITE)
                    .isPresent();
            if ((root && !isPositive(call.operands().get(i)))
                    || call.results().stream().anyMatch(this::isSteep)) {
                mark(call.operands().get(i));
            }
        }
    }

    private boolean isRoot(Node.Op op, int index) {
        boolean power = op.operands().size() == 2
                && definitions.get(op.operands().get(1)) instanceof Node.Const exponent
                && exponent.literal() instanceof Number number
                && number.doubleValue() >= 1;
        return Rules.isRoot(op, index) && !power;
    }

    private void bulk(Node.Bulk bulk) {
        List<Value> all = new ArrayList<>(bulk.operands());
        all.addAll(bulk.results());
        if (all.stream().filter(value -> value.type().differentiable()).anyMatch(this::isSteep)) {
            all.forEach(this::mark);
        }
    }

    // --- what is positive whatever it is computed from

    private boolean isPositive(Value value) {
        Node node = definitions.get(value);
        if (node instanceof Node.Const constant) {
            return constant.literal() instanceof Number number && number.doubleValue() > 0;
        }
        return node instanceof Node.Op op && isPositive(op);
    }

    private boolean isPositive(Node.Op op) {
        if (op.is(Primitive.ADD)) {
            Value a = op.operands().get(0);
            Value b = op.operands().get(1);
            return (isPositive(a) && isNotNegative(b)) || (isNotNegative(a) && isPositive(b));
        } else if (op.is(Primitive.MUL) || op.is(Primitive.DIV)) {
            return op.operands().stream().allMatch(this::isPositive);
        }
        return isCall(op.operator(), "exp");
    }

    private boolean isNotNegative(Value value) {
        if (!(definitions.get(value) instanceof Node.Op op)) {
            return isPositive(value);
        } else if (op.is(Primitive.ADD) || op.is(Primitive.MUL) || op.is(Primitive.DIV)) {
            boolean square = op.is(Primitive.MUL)
                    && op.operands().get(0) == op.operands().get(1);
            return square || op.operands().stream().allMatch(this::isNotNegative);
        }
        return isPositive(value) || isCall(op.operator(), "abs") || isCall(op.operator(), "sqrt");
    }

    private static boolean isCall(Operator operator, String name) {
        return operator instanceof Intrinsic function && function.name().equals(name);
    }
}
