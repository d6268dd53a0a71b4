package dev.pullback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RuntimeTest {

    @Test
    void aTapeGrowsAndKeepsWhatIsOnIt() {
        double[] tape = new double[0];
        boolean[] flags = new boolean[1];
        double[][] rows = new double[1][];
        for (int k = 0; k < 1000; k++) {
            tape = Tape.push(tape, k, k * 0.5);
            flags = Tape.push(flags, k, k % 3 == 0);
            rows = Tape.push(rows, k, new double[] {k});
        }
        for (int k = 0; k < 1000; k++) {
            assertEquals(k * 0.5, tape[k]);
            assertEquals(k % 3 == 0, flags[k]);
            assertEquals(k, rows[k][0]);
        }
    }

    @Test
    void tripsAreNeverNegativeAndDoNotOverflow() {
        assertEquals(5, Tape.trips(-2, 3));
        assertEquals(0, Tape.trips(3, -2));
        assertEquals(0, Tape.trips(Integer.MAX_VALUE, Integer.MIN_VALUE));
        assertThrows(OutOfMemoryError.class, () -> Tape.trips(Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    @Test
    void shadowsHaveTheShapeOfTheArray() {
        double[] row = {1, 2};
        double[][] array = {row, null, row, {}};
        double[][] zeros = Shadows.zerosLike(array);
        assertArrayEquals(new double[2], zeros[0]);
        assertNull(zeros[1]);
        assertNotSame(zeros[0], zeros[2]);
        assertEquals(0, zeros[3].length);
        assertNull(Shadows.zerosLike((double[]) null));
        float[][][] deep = Shadows.copyOf(new float[][][] {{{1f, 2f}, null}});
        assertArrayEquals(new float[] {1f, 2f}, deep[0][0]);
        assertThrows(IllegalArgumentException.class, () -> Shadows.zerosLike(new String[] {"a"}));
    }

    @Test
    void addingGoesThroughAllRows() {
        double[][] target = {{1, 2}, null, {3}};
        Shadows.add(target, new double[][] {{10, 20}, null, {30}});
        assertArrayEquals(new double[] {11, 22}, target[0]);
        assertArrayEquals(new double[] {33}, target[2]);
        assertThrows(IllegalArgumentException.class, () -> Shadows.add(new double[1], new double[2]));
        Shadows.clear(target);
        assertArrayEquals(new double[2], target[0]);
    }

    @Test
    void sharedArraysAreRefusedByName() {
        double[] a = {1};
        double[][] m = {a, {2}};
        double[][] n = {{3}, m[1]};
        IllegalArgumentException same =
                assertThrows(IllegalArgumentException.class, () -> Arguments.requireDistinct("x", a, "y", a));
        assertEquals("x and y share an array, and one of them is written", same.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Arguments.requireDistinct("x", a, "m", m));
        assertThrows(IllegalArgumentException.class, () -> Arguments.requireDistinct("m", m, "x", a));
        assertThrows(IllegalArgumentException.class, () -> Arguments.requireDistinct("m", m, "n", n));
        assertDoesNotThrow(() -> Arguments.requireDistinct("x", a, "n", n));
        assertDoesNotThrow(() -> Arguments.requireDistinct("x", null, "y", null));
        assertThrows(
                IllegalArgumentException.class, () -> Arguments.requireDistinctRows("m", new double[][] {a, {1}, a}));
        assertDoesNotThrow(() -> Arguments.requireDistinctRows("m", new double[][] {a, null, null}));
    }

    @Test
    void shapesAreCompared() {
        assertDoesNotThrow(() ->
                Arguments.requireShape("v", new double[][] {{1}, null}, "y", new double[][] {{2}, null}));
        IllegalArgumentException longer = assertThrows(
                IllegalArgumentException.class,
                () -> Arguments.requireShape("v", new double[][] {{1, 2}}, "y", new double[][] {{2}}));
        assertEquals("v[0] has length 2, y[0] has length 1", longer.getMessage());
        double[] x = {1};
        assertThrows(IllegalArgumentException.class, () -> Arguments.requireTarget("xBar", x, "x", x));
        assertSame(x, x);
    }
}
