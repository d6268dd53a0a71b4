package dev.pullback.processor.optimise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TerminationTest {

    private final Sample in = new Sample();

    private boolean ends(long step, BiFunction<Block, Value, Value> condition, Policy policy) {
        Block block = Sample.block();
        Value i = in.n.fresh();
        Block head = block.child();
        Value again = condition.apply(head, i);
        Node.Loop loop = new Node.Loop(
                List.of(i.fresh()),
                List.of(in.n),
                List.of(i),
                Optional.of(new Node.Counter(step)),
                false,
                head.yielding(List.of(again)),
                Region.EMPTY,
                Origin.NONE);
        block.append(loop);
        return Termination.isCertain(loop, Definitions.of(block.yielding(List.of())), policy);
    }

    @ParameterizedTest
    @CsvSource({
        "LT, 1, true, true",
        "LT, 2, false, true",
        "LT, -1, false, false",
        "LE, 1, false, true",
        "GT, -1, true, true",
        "GT, 1, false, false",
        "GE, -1, false, true",
        "NE, 1, true, true",
        "NE, 2, false, false",
        "EQ, 1, false, false"
    })
    void dependsOnTheDirectionAndInThePrimalOnOverflow(
            Primitive comparison, long step, boolean primal, boolean derivative) {
        assertEquals(primal, ends(step, (head, i) -> head.op(comparison, i, in.m), Policy.PRIMAL));
        assertEquals(derivative, ends(step, (head, i) -> head.op(comparison, i, in.m), Policy.DERIVATIVE));
    }

    @ParameterizedTest
    @CsvSource({
        "LT, 3, 100, true",
        "LE, 1, 2147483646, true",
        "LE, 1, 2147483647, false",
        "LT, 2, 2147483647, false",
        "GE, -1, 0, true",
        "GE, -1, -2147483648, false"
    })
    void knowsHowFarALiteralBoundIsFromOverflow(Primitive comparison, long step, int bound, boolean ends) {
        assertEquals(ends, ends(step, (head, i) -> head.op(comparison, i, head.constant(bound)), Policy.PRIMAL));
    }

    @Test
    void acceptsTheCounterOnTheRightAndOneOfSeveralConditions() {
        BiFunction<Block, Value, Value> condition =
                (head, i) -> head.op(Primitive.AND, in.p, head.op(Primitive.GT, head.length(in.a), i));
        assertTrue(ends(1, condition, Policy.PRIMAL));
    }

    @Test
    void doesNotTrustABoundThatIsReadFromMemory() {
        BiFunction<Block, Value, Value> condition =
                (head, i) -> head.op(Primitive.LT, head.cast(Scalar.DOUBLE, i), head.load("", in.a, in.m));
        assertFalse(ends(1, condition, Policy.DERIVATIVE));
    }
}
