package dev.pullback.processor.transform;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.List;
import java.util.Optional;

/**
 * How the iterations of a loop are numbered.
 *
 * <p>A range: the counter takes every int from {@code low} up to but not including {@code high}, upwards or downwards, and both are known on
 * entry. Counted: {@code count} is the number of iterations that were run, known after the loop.
 */
sealed interface Trips {

    /** {@code low} is empty where it is the literal zero; {@code length} tells whether {@code high} cannot be negative. */
    record Range(boolean upwards, Optional<Value> low, Value high, boolean length) implements Trips {}

    /** The number of iterations, and inside the loop the number of iterations before this one. */
    record Counted(Value count, Value before) implements Trips {}

    /** Appends a loop that visits the same iterations again, in the same order or the reverse; params and the rest come from the caller. */
    static Header header(Trips trips, boolean reversed, String counterName, Block block) {
        if (trips instanceof Range range) {
            boolean up = range.upwards() != reversed;
            Value counter = new Value(Scalar.INT, counterName);
            Value low = range.low().orElseGet(() -> block.constant(0));
            Block condition = block.child();
            if (up) {
                Value again = condition.op(Primitive.LT, counter, range.high());
                return new Header(counter, low, 1, condition, again);
            }
            Value last = block.op(Primitive.SUB, range.high(), block.constant(1));
            Value bound = range.low().orElseGet(() -> condition.constant(0));
            Value again = condition.op(Primitive.GE, counter, bound);
            return new Header(counter, last, -1, condition, again);
        }
        Counted counted = (Counted) trips;
        Value counter = new Value(Scalar.INT, "k");
        Block condition = block.child();
        if (reversed) {
            Value last = block.op(Primitive.SUB, counted.count(), block.constant(1));
            Value again = condition.op(Primitive.GE, counter, condition.constant(0));
            return new Header(counter, last, -1, condition, again);
        }
        Value again = condition.op(Primitive.LT, counter, counted.count());
        return new Header(counter, block.constant(0), 1, condition, again);
    }

    /** The head of a loop under construction. */
    record Header(Value counter, Value init, int step, Block condition, Value again) {

        Node.Loop loop(
                List<Value> results,
                List<Value> inits,
                List<Value> params,
                Block body,
                List<Value> next,
                Mirror mirror) {
            return new Node.Loop(
                    prepend(counter.fresh(), results),
                    prepend(init, inits),
                    prepend(counter, params),
                    Optional.of(new Node.Counter(step)),
                    false,
                    condition.yielding(List.of(again)),
                    body.yielding(next),
                    mirror.origin());
        }

        private static List<Value> prepend(Value first, List<Value> rest) {
            List<Value> all = new java.util.ArrayList<>();
            all.add(first);
            all.addAll(rest);
            return all;
        }
    }
}
