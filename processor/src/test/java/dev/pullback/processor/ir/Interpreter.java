package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Executes the IR node by node, slowly, with the results and the exceptions that the same code has in Java: an oracle that tells a wrong
 * transformation from wrong emission. It counts what it executes, so that costs can be compared whatever the machine.
 */
public final class Interpreter {

    /** Evaluates what the IR does not model. */
    @FunctionalInterface
    public interface Passive {

        /** The value of a passive expression, null for a statement. */
        @Nullable
        Object evaluate(Node.Opaque node, List<Object> operands);
    }

    private final Map<String, Function> functions;
    private final Passive passive;
    private long operations;

    /** For code that calls nothing but the JDK and the runtime. */
    public Interpreter() {
        this(Map.of());
    }

    /** @param functions what calls of {@code owner.name}, or of {@code name} alone, execute */
    public Interpreter(Map<String, Function> functions) {
        this(functions, (node, operands) -> {
            throw new UnsupportedOperationException("opaque: " + String.join("$", node.pieces()));
        });
    }

    public Interpreter(Map<String, Function> functions, Passive passive) {
        this.functions = Map.copyOf(functions);
        this.passive = passive;
    }

    /** The result of the function, null if it has none. */
    public @Nullable Object run(Function function, Object... arguments) {
        List<Object> results = run(function.params(), function.body(), arguments);
        return results.isEmpty() ? null : results.get(0);
    }

    /** What the region yields. */
    public List<Object> run(List<Value> params, Region region, Object... arguments) {
        if (params.size() != arguments.length) {
            throw new IllegalArgumentException(arguments.length + " arguments for " + params);
        }
        Map<Value, Object> values = new IdentityHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            if (!JavaTypes.admits(params.get(i).type(), arguments[i])) {
                throw new IllegalArgumentException(arguments[i] + " for " + params.get(i));
            }
            values.put(params.get(i), arguments[i]);
        }
        return new Frame(values).region(region);
    }

    /** How many nodes were executed, bulk operations counted by their elements, constants and control flow not at all. */
    public long operations() {
        return operations;
    }

    /** One execution of one function. */
    private final class Frame {

        private final Map<Value, Object> values;

        Frame(Map<Value, Object> values) {
            this.values = values;
        }

        List<Object> region(Region region) {
            region.nodes().forEach(this::node);
            return of(region.yields());
        }

        private Object of(Value value) {
            if (!values.containsKey(value)) {
                throw new IllegalStateException("read before it is defined: " + value);
            }
            return values.get(value);
        }

        /** A list that may contain null. */
        private List<Object> of(List<Value> wanted) {
            List<Object> found = new ArrayList<>();
            wanted.forEach(value -> found.add(of(value)));
            return Collections.unmodifiableList(found);
        }

        private int intOf(Value value) {
            return (Integer) of(value);
        }

        private void define(Value value, @Nullable Object now) {
            if (!JavaTypes.admits(value.type(), now)) {
                throw new IllegalStateException(now + " for " + value);
            }
            values.put(value, now);
        }

        private void define(List<Value> results, List<Object> now) {
            for (int i = 0; i < results.size(); i++) {
                define(results.get(i), now.get(i));
            }
        }

        private void node(Node node) {
            if (node instanceof Node.Const n) {
                define(n.result(), n.literal());
            } else if (node instanceof Node.If n) {
                define(n.results(), region((Boolean) of(n.condition()) ? n.then() : n.otherwise()));
            } else if (node instanceof Node.Loop n) {
                loop(n);
            } else if (node instanceof Node.Bulk n) {
                bulk(n);
            } else {
                operations++;
                single(node);
            }
        }

        private void single(Node node) {
            if (node instanceof Node.Op n) {
                define(n.result(), operator(n));
            } else if (node instanceof Node.Load n) {
                define(n.result(), JavaArrays.load(of(n.array()), intOf(n.index())));
            } else if (node instanceof Node.Store n) {
                JavaArrays.store(of(n.array()), intOf(n.index()), of(n.value()));
            } else if (node instanceof Node.Length n) {
                define(n.result(), JavaArrays.length(of(n.array())));
            } else if (node instanceof Node.NewArray n) {
                int[] dimensions = n.dimensions().stream().mapToInt(this::intOf).toArray();
                define(n.result(), JavaArrays.create((ArrayType) n.result().type(), dimensions));
            } else if (node instanceof Node.Call n) {
                Function function = function(n.callee().owner(), n.callee().name());
                if (function == null) {
                    throw new UnsupportedOperationException(
                            "no function " + n.callee().name());
                }
                finish(
                        n.results(),
                        Interpreter.this.run(function, of(n.operands()).toArray()));
            } else if (node instanceof Node.Invoke n) {
                Function function = function(n.target().owner(), n.target().name());
                Object[] operands = of(n.operands()).toArray();
                finish(
                        n.results(),
                        function != null ? Interpreter.this.run(function, operands) : JavaCalls.invoke(n, operands));
            } else if (node instanceof Node.Opaque n) {
                finish(n.results(), passive.evaluate(n, of(n.operands())));
            } else if (node instanceof Node.Protected n && n.lock() == null) {
                List<Object> yielded = List.of();
                List<Object> last;
                try {
                    yielded = region(n.body());
                } finally {
                    last = region(n.last());
                }
                for (int i = 0; i < n.bodyResults().size(); i++) {
                    define(n.bodyResults().get(i), yielded.get(i));
                }
                for (int i = 0; i < n.lastResults().size(); i++) {
                    define(n.lastResults().get(i), last.get(i));
                }
            } else if (node instanceof Node.Throw n) {
                throw JavaCalls.rethrow((Throwable) of(n.exception()));
            } else {
                throw new IllegalStateException("unknown node " + node);
            }
        }

        private void finish(List<Value> results, @Nullable Object now) {
            if (!results.isEmpty()) {
                define(results.get(0), now);
            }
        }

        private @Nullable Function function(String owner, String name) {
            Function function = functions.get(owner + "." + name);
            return function == null ? functions.get(name) : function;
        }

        private @Nullable Object operator(Node.Op node) {
            Object[] operands = of(node.operands()).toArray();
            return node.operator() instanceof Primitive operator
                    ? JavaOperators.apply(operator, node, operands)
                    : JavaCalls.invoke((Intrinsic) node.operator(), node, operands);
        }

        private void bulk(Node.Bulk node) {
            List<Object> operands = of(node.operands());
            Object result = JavaArrays.bulk(node.kind(), operands);
            operations += 1 + JavaArrays.moved(node.kind(), operands);
            finish(node.results(), result);
        }

        private void loop(Node.Loop loop) {
            List<Object> now = new ArrayList<>(of(loop.inits()));
            int from = loop.carriedFrom();
            boolean exit = false;
            while (!exit) {
                define(loop.params(), now);
                if (!(Boolean) region(loop.condition()).get(0)) {
                    break;
                }
                List<Object> yields = region(loop.body());
                exit = loop.exits() && (Boolean) yields.get(0);
                List<Object> next = yields.subList(loop.exits() ? 1 : 0, yields.size());
                for (int i = from; i < now.size(); i++) {
                    now.set(i, next.get(i - from));
                }
                if (loop.counter().isPresent() && !exit) {
                    now.set(0, advanced(now.get(0), loop.counter().get().step()));
                }
            }
            define(loop.results(), now);
        }

        /** In the counter's own type, overflow included. */
        private Object advanced(Object counter, long step) {
            if (counter instanceof Integer i) {
                return (int) (i + step);
            }
            return (Long) counter + step;
        }
    }
}
