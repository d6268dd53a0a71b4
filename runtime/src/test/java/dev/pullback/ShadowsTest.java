package dev.pullback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ShadowsTest {

    @Test
    void zerosHaveTheShapeOfTheArray() {
        assertArrayEquals(new double[2], Shadows.zerosLike(new double[] {1, 2}));
        assertArrayEquals(new float[2], Shadows.zerosLike(new float[] {1, 2}));
        assertArrayEquals(new double[][] {{0, 0}, null, {}}, Shadows.zerosLike(new double[][] {{1, 2}, null, {}}));
        assertArrayEquals(new float[][] {{0}, {0, 0}}, Shadows.zerosLike(new float[][] {{1}, {2, 3}}));
        assertArrayEquals(new double[][][] {{{0}, null}, null, {}}, Shadows.zerosLike(new double[][][] {
            {{1}, null}, null, {}
        }));
    }

    @Test
    void theShadowOfNullIsNull() {
        assertNull(Shadows.zerosLike((double[]) null));
        assertNull(Shadows.zerosLike((float[]) null));
        assertNull(Shadows.zerosLike((double[][]) null));
        assertNull(Shadows.copyOf((double[]) null));
        assertNull(Shadows.copyOf((float[]) null));
        assertNull(Shadows.copyOf((double[][]) null));
    }

    @Test
    void aRowThatOccursTwiceGetsTwoShadows() {
        double[] row = {1, 2};
        double[][] zeros = Shadows.zerosLike(new double[][] {row, row});
        assertNotSame(zeros[0], zeros[1]);
        double[][] copy = Shadows.copyOf(new double[][] {row, row});
        assertNotSame(copy[0], copy[1]);
    }

    @Test
    void copiesAreDeep() {
        double[] reals = {1, 2};
        assertNotSame(reals, Shadows.copyOf(reals));
        assertArrayEquals(reals, Shadows.copyOf(reals));
        assertArrayEquals(new float[] {3}, Shadows.copyOf(new float[] {3}));
        double[][][] array = {{{1, 2}, null}, null, {{}}};
        double[][][] copy = Shadows.copyOf(array);
        assertArrayEquals(array, copy);
        copy[0][0][1] = 7;
        assertEquals(2, array[0][0][1]);
        assertArrayEquals(new float[][] {{1}, null}, Shadows.copyOf(new float[][] {{1}, null}));
    }

    @Test
    void addingGoesThroughAllRows() {
        double[] reals = {1, 2};
        Shadows.add(reals, new double[] {10, 20});
        assertArrayEquals(new double[] {11, 22}, reals);
        float[] floats = {1};
        Shadows.add(floats, new float[] {0.5f});
        assertArrayEquals(new float[] {1.5f}, floats);
        double[][][] deep = {{{1}, {2, 3}}, {}};
        Shadows.add(deep, new double[][][] {{{10}, {20, 30}}, {}});
        assertArrayEquals(new double[][][] {{{11}, {22, 33}}, {}}, deep);
        float[][] jagged = {{1}, {2, 3}};
        Shadows.add(jagged, new float[][] {{1}, {1, 1}});
        assertArrayEquals(new float[][] {{2}, {3, 4}}, jagged);
    }

    @Test
    void nullAddsNothing() {
        double[][] target = {{1}, null};
        Shadows.add(target, new double[][] {null, null});
        Shadows.add(target, null);
        Shadows.add((double[]) null, null);
        Shadows.add((float[]) null, null);
        assertArrayEquals(new double[][] {{1}, null}, target);
    }

    @Test
    void addingAnotherShapeIsRefusedWithBothLengths() {
        assertMessage("a cotangent has length 2, its array has 1", () -> Shadows.add(new double[1], new double[2]));
        assertMessage("a cotangent has length 1, its array has 2", () -> Shadows.add(new float[2], new float[1]));
        assertMessage(
                "a cotangent has length 3, its array has 1",
                () -> Shadows.add(new double[][] {{1}}, new double[][] {{1, 2, 3}}));
        assertMessage(
                "the cotangent of a null array has length 1",
                () -> Shadows.add(new double[][] {null}, new double[][] {{1}}));
    }

    @Test
    void rowsAreKeptInCopiesOfTheArraysAboveThem() {
        double[] row = {1};
        double[][][] cube = {{row, null}, null};
        double[][][] copy = Shadows.sameRows(cube);
        assertNotSame(cube, copy);
        assertNotSame(cube[0], copy[0]);
        assertSame(row, copy[0][0]);
        assertNull(copy[0][1]);
        assertNull(copy[1]);
        assertNull(Shadows.sameRows((double[][]) null));
    }

    @Test
    void rowsArePutInPlaceOfOthers() {
        double[] row = {1};
        double[][] matrix = {{2}, {3}};
        Shadows.replaceRows(matrix, new double[][] {row, null});
        assertSame(row, matrix[0]);
        assertNull(matrix[1]);
        Shadows.replaceRows(matrix, null);
        assertSame(row, matrix[0]);
        assertMessage("a cotangent has length 1, its array has 2", () -> Shadows.replaceRows(matrix, new double[1][]));
        assertMessage("the cotangent of a null array has length 1", () -> Shadows.replaceRows(null, new double[1][]));
    }

    @Test
    void clearingSetsEveryElementToZero() {
        double[][][] array = {{{1, 2}, null}, null, {{3}}};
        Shadows.clear(array);
        assertArrayEquals(new double[][][] {{{0, 0}, null}, null, {{0}}}, array);
        float[][] floats = {{1, 2}};
        Shadows.clear(floats);
        assertArrayEquals(new float[][] {{0, 0}}, floats);
        Shadows.clear((double[]) null);
        Shadows.clear((float[]) null);
        Shadows.clear((double[][]) null);
    }

    @Test
    void arraysOfAnythingElseAreRefused() {
        assertMessage("not an array of double or float: java.lang.String", () -> Shadows.zerosLike(new String[] {"a"}));
        assertMessage("not an array of double or float: int[]", () -> Shadows.copyOf(new int[][] {{1}}));
        assertMessage(
                "not an array of double or float: int[]", () -> Shadows.add(new int[][] {{1}}, new int[][] {{1}}));
        assertMessage("not an array of double or float: int[]", () -> Shadows.clear(new int[][] {{1}}));
    }

    private static void assertMessage(String message, Executable refused) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, refused).getMessage());
    }
}
