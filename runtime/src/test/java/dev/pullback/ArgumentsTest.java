package dev.pullback;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ArgumentsTest {

    private final double[] row = {1};
    private final double[][] matrix = {row, {2}, null};
    private final double[][][] cube = {{{3}}, matrix};

    @Test
    void oneArrayUnderTwoNamesIsRefusedWithBoth() {
        assertMessage(
                "x and y share an array, and one of them is written",
                () -> Arguments.requireDistinct("x", row, "y", row));
        assertMessage(
                "a and b share an array, and one of them is written",
                () -> Arguments.requireDistinct("a", matrix, "b", matrix));
    }

    @Test
    void aRowOfTheOtherArgumentIsRefusedAtAnyDepth() {
        assertShared(row, matrix);
        assertShared(matrix, row);
        assertShared(row, cube);
        assertShared(matrix, cube);
        assertShared(cube, matrix);
    }

    @Test
    void aCommonRowIsRefusedAtAnyDepth() {
        assertShared(matrix, new double[][] {{5}, row});
        assertShared(cube, new double[][] {row});
        assertShared(new double[][][] {{row}}, new double[][][] {{{1}, row}});
    }

    @Test
    void equalContentIsNotSharing() {
        assertDoesNotThrow(() -> Arguments.requireDistinct("x", row, "y", row.clone()));
        assertDoesNotThrow(() -> Arguments.requireDistinct("x", new double[][] {{1}}, "y", new double[][] {{1}}));
        assertDoesNotThrow(() -> Arguments.requireDistinct("x", new double[] {1}, "y", cube));
    }

    @Test
    void nullIsNotAnArrayToShare() {
        assertDoesNotThrow(() -> Arguments.requireDistinct("x", null, "y", null));
        assertDoesNotThrow(() -> Arguments.requireDistinct("x", null, "y", matrix));
        assertDoesNotThrow(() -> Arguments.requireDistinct("x", new double[][] {null}, "y", new double[][] {null}));
        assertDoesNotThrow(() -> Arguments.requireDistinctRows("x", null));
        assertDoesNotThrow(() -> Arguments.requireDistinctRows("x", new double[][] {row, null, null}));
    }

    @Test
    void objectsThatAreNoArraysMayBeInBoth() {
        assertDoesNotThrow(() -> Arguments.requireDistinct("x", new String[] {"s"}, "y", new String[] {"s"}));
        assertDoesNotThrow(() -> Arguments.requireDistinctRows("x", new String[] {"s", "s"}));
    }

    @Test
    void aRowThatOccursTwiceIsRefusedAtAnyDepth() {
        assertMessage(
                "a row occurs twice in m, which is written",
                () -> Arguments.requireDistinctRows("m", new double[][] {row, {1}, row}));
        assertThrows(
                IllegalArgumentException.class,
                () -> Arguments.requireDistinctRows("m", new double[][][] {{row}, {row}}));
        assertThrows(
                IllegalArgumentException.class,
                () -> Arguments.requireDistinctRows("m", new double[][][] {matrix, matrix}));
        assertDoesNotThrow(() -> Arguments.requireDistinctRows("m", cube));
    }

    @Test
    void equalShapesPass() {
        assertDoesNotThrow(() -> Arguments.requireShape("v", null, "y", null));
        assertDoesNotThrow(() -> Arguments.requireShape("v", new double[2], "y", new double[] {1, 2}));
        assertDoesNotThrow(() -> Arguments.requireShape("v", new float[2], "y", new float[] {1, 2}));
        assertDoesNotThrow(() ->
                Arguments.requireShape("v", new double[][] {{1}, null}, "y", new double[][] {{2}, null}));
        assertDoesNotThrow(() -> Arguments.requireShape("v", Shadows.zerosLike(cube), "y", cube));
    }

    @Test
    void theFirstDifferenceOfShapesIsNamed() {
        assertMessage(
                "v has length 1, y has length 2", () -> Arguments.requireShape("v", new double[1], "y", new double[2]));
        assertMessage("v is null, y has length 2", () -> Arguments.requireShape("v", null, "y", new double[2]));
        assertMessage("v has length 1, y is null", () -> Arguments.requireShape("v", new float[1], "y", null));
        assertMessage(
                "v[1] has length 2, y[1] has length 1",
                () -> Arguments.requireShape("v", new double[][] {{1}, {1, 2}}, "y", new double[][] {{1}, {2}}));
        assertMessage(
                "v[1][0] is null, y[1][0] has length 1",
                () -> Arguments.requireShape("v", new double[][][] {{}, {null}}, "y", new double[][][] {{}, {{1}}}));
    }

    @Test
    void aTargetHasTheShapeOfItsParameterAndIsNotIt() {
        assertDoesNotThrow(() -> Arguments.requireTarget("xBar", new double[1], "x", row));
        assertMessage(
                "xBar has length 2, x has length 1", () -> Arguments.requireTarget("xBar", new double[2], "x", row));
        assertMessage(
                "xBar and x share an array, and one of them is written",
                () -> Arguments.requireTarget("xBar", row, "x", row));
        assertThrows(
                IllegalArgumentException.class,
                () -> Arguments.requireTarget("mBar", new double[][] {row, {0}, null}, "m", matrix));
    }

    @Test
    void aNotedLengthIsRequiredAgain() {
        assertEquals(1, Arguments.lengthOf(row));
        assertEquals(3, Arguments.lengthOf(matrix));
        assertEquals(2, Arguments.lengthOf(new int[2]));
        assertEquals(-1, Arguments.lengthOf(null));
        assertDoesNotThrow(() -> Arguments.requireLength("yBar", row, 1));
        assertDoesNotThrow(() -> Arguments.requireLength("yBar", null, -1));
        assertMessage("yBar has length 1, it must have length 4", () -> Arguments.requireLength("yBar", row, 4));
        assertMessage("yBar is null, it must have length 4", () -> Arguments.requireLength("yBar", null, 4));
        assertMessage("yBar has length 1, it must be null", () -> Arguments.requireLength("yBar", row, -1));
    }

    private static void assertShared(Object a, Object b) {
        assertMessage(
                "a and b share an array, and one of them is written", () -> Arguments.requireDistinct("a", a, "b", b));
    }

    private static void assertMessage(String message, Executable refused) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, refused).getMessage());
    }
}
