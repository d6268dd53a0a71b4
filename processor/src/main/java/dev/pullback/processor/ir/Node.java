package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step of a {@link Region}. Scalars are values; arrays are memory, so loads, stores and calls are ordered. */
public sealed interface Node {

    /** The values that this node defines. */
    List<Value> results();

    /** The values that this node itself reads; what its regions read does not count. */
    List<Value> operands();

    /** The regions that this node owns. */
    default List<Region> regions() {
        return List.of();
    }

    Origin origin();

    /**
     * A literal.
     *
     * @param literal boxed as the result's type wants it, a {@link String}, or null for the null reference
     */
    record Const(Value result, @Nullable Object literal, Origin origin) implements Node {
        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of();
        }
    }

    /** A primitive operator or a known function of scalars. */
    record Op(Value result, Operator operator, List<Value> operands, Origin origin) implements Node {
        public Op {
            operands = List.copyOf(operands);
        }

        public boolean is(Operator other) {
            return operator.equals(other);
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }
    }

    /** {@code result = array[index]}, a scalar, an object or a row; can throw. */
    record Load(Value result, Value array, Value index, Origin origin) implements Node {
        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of(array, index);
        }
    }

    /** {@code array[index] = value}, a scalar, an object or a row; can throw. */
    record Store(Value array, Value index, Value value, Origin origin) implements Node {
        @Override
        public List<Value> results() {
            return List.of();
        }

        @Override
        public List<Value> operands() {
            return List.of(array, index, value);
        }
    }

    /** {@code result = array.length}; can throw where the array is null. */
    record Length(Value result, Value array, Origin origin) implements Node {
        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of(array);
        }
    }

    /** {@code result = new double[d0][d1][]}: as many dimensions as are given, further ones are null. */
    record NewArray(Value result, List<Value> dimensions, Origin origin) implements Node {
        public NewArray {
            dimensions = List.copyOf(dimensions);
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return dimensions;
        }
    }

    /** The array methods of the JDK that move many elements at once. */
    enum BulkKind {
        /** {@code result = a.clone()}. */
        CLONE,
        /** {@code result = Arrays.copyOf(a, n)}. */
        COPY_OF,
        /** {@code result = Arrays.copyOfRange(a, from, to)}. */
        COPY_OF_RANGE,
        /** {@code System.arraycopy(source, sourceFrom, target, targetFrom, n)}, no result. */
        ARRAYCOPY,
        /** {@code Arrays.fill(a, value)}, no result. */
        FILL,
        /** {@code Arrays.fill(a, from, to, value)}, no result. */
        FILL_RANGE
    }

    /** A bulk operation; operands in the order of the Java method. On arrays of arrays it moves references. */
    record Bulk(@Nullable Value result, BulkKind kind, List<Value> operands, Origin origin) implements Node {
        public Bulk {
            operands = List.copyOf(operands);
        }

        @Override
        public List<Value> results() {
            return result == null ? List.of() : List.of(result);
        }
    }

    /** Both regions yield as many values as there are results. */
    record If(List<Value> results, Value condition, Region then, Region otherwise, Origin origin) implements Node {
        public If {
            results = List.copyOf(results);
        }

        @Override
        public List<Value> operands() {
            return List.of(condition);
        }

        @Override
        public List<Region> regions() {
            return List.of(then, otherwise);
        }
    }

    /** The first parameter of a loop, of type int or long, when each iteration adds a constant to it and nothing else changes it. */
    record Counter(long step) {}

    /**
     * A loop. In words:
     *
     * <pre>
     * params = inits
     * while (condition(params)) {
     *   [exit,] next = body(params)
     *   if (exit) { params = next, but for the counter, which stays; leave }
     *   params = next, and the counter, if there is one, advances by its step
     * }
     * results = params
     * </pre>
     *
     * <p>The condition's region yields one boolean and writes no memory. The body yields, in this order: the exit flag if {@code exits},
     * then the next value of each parameter but the counter (which is always the first parameter).
     */
    record Loop(
            List<Value> results,
            List<Value> inits,
            List<Value> params,
            Optional<Counter> counter,
            boolean exits,
            Region condition,
            Region body,
            Origin origin)
            implements Node {
        public Loop {
            results = List.copyOf(results);
            inits = List.copyOf(inits);
            params = List.copyOf(params);
        }

        @Override
        public List<Value> operands() {
            return inits;
        }

        @Override
        public List<Region> regions() {
            return List.of(condition, body);
        }

        /** Index of the first parameter that the body yields a next value for. */
        public int carriedFrom() {
            return counter.isPresent() ? 1 : 0;
        }

        /** The next value of parameter {@code i} (not the counter) as the body yields it. */
        public Value next(int i) {
            return body.yields().get(i - carriedFrom() + (exits ? 1 : 0));
        }

        /** Whether the loop leaves in the middle of the body; only if {@link #exits}. */
        public Value exit() {
            return body.yields().get(0);
        }

        public Value counterParam() {
            return params.get(0);
        }
    }

    /**
     * Code that is put in order again however it is left:
     *
     * <pre>
     * try { body } finally { last }        without a lock
     * synchronized (lock) { body }         with one; then there is no last
     * </pre>
     *
     * <p>The last region is run after the body, when that has yielded as well as when it has thrown; only if it has yielded does anything
     * come after this node. Jumps out of the body are flags that it yields. The last region sees nothing that the body defines, and carries
     * no derivative.
     *
     * @param results what the body yields, then what the last region yields
     */
    record Protected(List<Value> results, @Nullable Value lock, Region body, Region last, Origin origin)
            implements Node {
        public Protected {
            results = List.copyOf(results);
        }

        /** What the body yields comes out as. */
        public List<Value> bodyResults() {
            return results.subList(0, body.yields().size());
        }

        /** What the last region yields comes out as. */
        public List<Value> lastResults() {
            return results.subList(body.yields().size(), results.size());
        }

        /** What comes out as result {@code i}. */
        public Value yielded(int i) {
            int own = body.yields().size();
            return i < own ? body.yields().get(i) : last.yields().get(i - own);
        }

        @Override
        public List<Value> operands() {
            return lock == null ? List.of() : List.of(lock);
        }

        @Override
        public List<Region> regions() {
            return List.of(body, last);
        }
    }

    /**
     * A call of a method that is differentiated itself; the transformations replace it by {@link Invoke}s. Each record among the operands is
     * followed by its leaves, and so is a record that is the result.
     */
    record Call(List<Value> results, Callee callee, List<Value> operands, Origin origin) implements Node {
        public Call {
            results = List.copyOf(results);
            operands = List.copyOf(operands);
        }

        public Call(@Nullable Value result, Callee callee, List<Value> operands, Origin origin) {
            this(result == null ? List.of() : List.of(result), callee, operands, origin);
        }

        /** The result itself; null for a method without one. */
        public @Nullable Value result() {
            return results.isEmpty() ? null : results.get(0);
        }
    }

    /** A call that transformations generate: of the runtime, of a companion or of a pullback. */
    record Invoke(@Nullable Value result, Target target, List<Value> operands, boolean pure, Origin origin)
            implements Node {
        public Invoke {
            operands = List.copyOf(operands);
        }

        @Override
        public List<Value> results() {
            return result == null ? List.of() : List.of(result);
        }
    }

    /**
     * A passive expression or expression statement of the user that the IR does not model, printed as it stands with the operands put
     * between its pieces: {@code pieces[0] operand[0] pieces[1] ...}. It is executed exactly once, in order.
     *
     * @param pieces Java source with fully qualified names; one more than operands
     * @param onlyLooks whether it is known to do no more with its operands than to compare them, and to keep none of them
     */
    record Opaque(@Nullable Value result, List<String> pieces, List<Value> operands, boolean onlyLooks, Origin origin)
            implements Node {
        /** How a null check starts. */
        public static final String NULL_CHECK = "java.util.Objects.requireNonNull(";

        public Opaque {
            pieces = List.copyOf(pieces);
            operands = List.copyOf(operands);
        }

        /** What may do anything with its operands. */
        public Opaque(@Nullable Value result, List<String> pieces, List<Value> operands, Origin origin) {
            this(result, pieces, operands, false, origin);
        }

        /** Whether it only throws, if anything: it reads and writes no element of an array, and hands nothing on but by an exception. */
        public boolean isNullCheck() {
            return result == null && pieces.get(0).equals(NULL_CHECK);
        }

        @Override
        public List<Value> results() {
            return result == null ? List.of() : List.of(result);
        }
    }

    /** {@code throw exception}: nothing after it in its region is executed, and what the region yields is never read. */
    record Throw(Value exception, Origin origin) implements Node {
        @Override
        public List<Value> results() {
            return List.of();
        }

        @Override
        public List<Value> operands() {
            return List.of(exception);
        }
    }

    /** Every node of the region, outer nodes before those they own, in order. */
    static List<Node> all(Region region) {
        List<Node> found = new ArrayList<>();
        collect(region, found);
        return found;
    }

    private static void collect(Region region, List<Node> into) {
        for (Node node : region.nodes()) {
            into.add(node);
            node.regions().forEach(inner -> collect(inner, into));
        }
    }
}
