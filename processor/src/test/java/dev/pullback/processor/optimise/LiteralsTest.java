package dev.pullback.processor.optimise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected values are Java's own, evaluated by the compiler of this test. */
final class LiteralsTest {

    static Stream<Arguments> operations() {
        return Stream.of(
                row(Primitive.ADD, Scalar.INT, Integer.MAX_VALUE + 1, Integer.MAX_VALUE, 1),
                row(Primitive.DIV, Scalar.INT, Integer.MIN_VALUE, Integer.MIN_VALUE, -1),
                row(Primitive.REM, Scalar.INT, -7 % 3, -7, 3),
                row(Primitive.MUL, Scalar.LONG, Long.MAX_VALUE * 3, Long.MAX_VALUE, 3L),
                row(Primitive.SHL, Scalar.INT, 1 << 33, 1, 33),
                row(Primitive.SHL, Scalar.INT, 1 << -1L, 1, -1L),
                row(Primitive.SHL, Scalar.LONG, 1L << 33, 1L, 33),
                row(Primitive.SHR, Scalar.INT, -8 >> 1, -8, 1),
                row(Primitive.USHR, Scalar.INT, -8 >>> 1, -8, 1),
                row(Primitive.USHR, Scalar.LONG, -8L >>> 65, -8L, 65),
                row(Primitive.NEG, Scalar.INT, Integer.MIN_VALUE, Integer.MIN_VALUE),
                row(Primitive.COMPLEMENT, Scalar.LONG, ~5L, 5L),
                row(Primitive.NOT, Scalar.BOOLEAN, false, true),
                row(Primitive.XOR, Scalar.BOOLEAN, true, true, false),
                row(Primitive.LT, Scalar.BOOLEAN, true, -1L, 1L),
                row(Primitive.EQ, Scalar.BOOLEAN, true, 0.0, -0.0),
                row(Primitive.EQ, Scalar.BOOLEAN, false, Double.NaN, Double.NaN),
                row(Primitive.NE, Scalar.BOOLEAN, true, Float.NaN, Float.NaN),
                row(Primitive.GE, Scalar.BOOLEAN, false, Double.NaN, 1.0),
                row(Primitive.ADD, Scalar.DOUBLE, 0.1 + 0.2, 0.1, 0.2),
                row(Primitive.ADD, Scalar.DOUBLE, 0.0, -0.0, 0.0),
                row(Primitive.MUL, Scalar.DOUBLE, -0.0, -1.0, 0.0),
                row(Primitive.DIV, Scalar.DOUBLE, Double.NEGATIVE_INFINITY, 1.0, -0.0),
                row(Primitive.NEG, Scalar.DOUBLE, -0.0, 0.0),
                row(Primitive.ADD, Scalar.FLOAT, 0.1f + 0.2f, 0.1f, 0.2f),
                row(Primitive.DIV, Scalar.FLOAT, 1f / 3f, 1f, 3f),
                row(Primitive.CAST, Scalar.INT, (int) 1e20, 1e20),
                row(Primitive.CAST, Scalar.BYTE, (byte) 300.7, 300.7),
                row(Primitive.CAST, Scalar.CHAR, (char) -1, -1),
                row(Primitive.CAST, Scalar.INT, (int) 'x', 'x'),
                row(Primitive.CAST, Scalar.SHORT, (short) 70000L, 70000L),
                row(Primitive.CAST, Scalar.FLOAT, (float) 16777217, 16777217),
                row(Primitive.CAST, Scalar.FLOAT, (float) Long.MAX_VALUE, Long.MAX_VALUE),
                row(Primitive.CAST, Scalar.DOUBLE, (double) 0.1f, 0.1f),
                row(Primitive.CAST, Scalar.FLOAT, (float) 0.1, 0.1),
                row(Primitive.CAST, Scalar.LONG, (long) -1.5f, -1.5f));
    }

    private static Arguments row(Primitive operator, Scalar type, Object expected, Object... operands) {
        return Arguments.of(operator, type, expected, List.of(operands));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void evaluatesAsJavaDoes(Primitive operator, Scalar type, Object expected, List<Object> operands) {
        assertEquals(expected, Literals.evaluate(operator, type, operands));
    }

    @Test
    void hasNoValueForWhatThrowsOrMakesNan() {
        assertNull(Literals.evaluate(Primitive.DIV, Scalar.INT, List.of(1, 0)));
        assertNull(Literals.evaluate(Primitive.REM, Scalar.LONG, List.of(1L, 0L)));
        assertNull(Literals.evaluate(Primitive.DIV, Scalar.DOUBLE, List.of(0.0, 0.0)));
        assertNull(Literals.evaluate(Primitive.SUB, Scalar.FLOAT, List.of(1f / 0f, 1f / 0f)));
        assertNull(Literals.evaluate(Primitive.CAST, Scalar.FLOAT, List.of(Double.NaN)));
    }

    @Test
    void leavesTheRemainderOfFloatingPointNumbersToTheMachine() {
        assertNull(Literals.evaluate(Primitive.REM, Scalar.DOUBLE, List.of(5.5, 2.0)));
    }
}
