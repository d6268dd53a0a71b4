package dev.pullback;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GradientCheckTest {

    private static double value(double[] x) {
        return Math.sin(x[0]) * Math.exp(x[1]);
    }

    private static double[] gradient(double[] x) {
        return new double[] {Math.cos(x[0]) * Math.exp(x[1]), Math.sin(x[0]) * Math.exp(x[1])};
    }

    @Test
    void aRightGradientPasses() {
        GradientCheck.gradient(GradientCheckTest::value, GradientCheckTest::gradient)
                .at(0.3, -1.2);
    }

    @Test
    void aWrongComponentIsNamedWithBothValuesAndTheErrorEstimate() {
        AssertionError error = assertThrows(
                AssertionError.class,
                () -> GradientCheck.gradient(GradientCheckTest::value, x ->
                                new double[] {gradient(x)[0], gradient(x)[1] * (1 + 1e-5)})
                        .at(0.3, -1.2));
        double right = gradient(new double[] {0.3, -1.2})[1];
        assertTrue(
                error.getMessage().startsWith("component 1: the derivative is " + right * (1 + 1e-5)),
                error.getMessage());
        assertTrue(error.getMessage().contains("differences give 0.0890"), error.getMessage());
        assertTrue(error.getMessage().contains("estimated error of"), error.getMessage());
    }

    @Test
    void aKinkIsTooUncertainToTell() {
        AssertionError error = assertThrows(
                AssertionError.class,
                () -> GradientCheck.gradient(x -> x[0] > 0 ? 3 * x[0] : x[0] * x[0] - 1, x -> new double[] {3})
                        .at(1e-9));
        assertTrue(error.getMessage().contains("component 0"), error.getMessage());
    }

    private static double[] circle(double[] x) {
        return new double[] {x[0] * Math.cos(x[1]), x[0] * Math.sin(x[1])};
    }

    private static double[] pullback(double[] x, double[] v) {
        return new double[] {
            v[0] * Math.cos(x[1]) + v[1] * Math.sin(x[1]), x[0] * (v[1] * Math.cos(x[1]) - v[0] * Math.sin(x[1]))
        };
    }

    private static double[] pushforward(double[] x, double[] u) {
        return new double[] {
            u[0] * Math.cos(x[1]) - x[0] * Math.sin(x[1]) * u[1], u[0] * Math.sin(x[1]) + x[0] * Math.cos(x[1]) * u[1]
        };
    }

    @Test
    void aRightPullbackPassesAlsoAgainstForwardMode() {
        GradientCheck.pullback(GradientCheckTest::circle, GradientCheckTest::pullback)
                .with(GradientCheckTest::pushforward)
                .at(2, 0.7);
    }

    @Test
    void forwardModeThatDisagreesFails() {
        AssertionError error = assertThrows(
                AssertionError.class,
                () -> GradientCheck.pullback(GradientCheckTest::circle, GradientCheckTest::pullback)
                        .with((x, u) -> new double[] {pushforward(x, u)[0] * (1 + 1e-8), pushforward(x, u)[1]})
                        .at(2, 0.7));
        assertTrue(error.getMessage().contains("in forward mode"), error.getMessage());
    }

    @Test
    void aPullbackOfTheWrongLengthFails() {
        assertThrows(
                AssertionError.class,
                () -> GradientCheck.pullback(GradientCheckTest::circle, (x, v) -> new double[1])
                        .at(2, 0.7));
    }
}
