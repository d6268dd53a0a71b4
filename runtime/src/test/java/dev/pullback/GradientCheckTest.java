package dev.pullback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
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
        assertTrue(error.getMessage().endsWith("too uncertain to tell"), error.getMessage());
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

    private static double rosenbrock(double[] x) {
        return 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2);
    }

    private static double[] rosenbrockGradient(double[] x) {
        double gap = x[1] - x[0] * x[0];
        return new double[] {-400 * x[0] * gap - 2 * (1 - x[0]), 200 * gap};
    }

    @Test
    void aGradientThatIsZeroPasses() {
        GradientCheck.gradient(GradientCheckTest::rosenbrock, GradientCheckTest::rosenbrockGradient)
                .at(1, 1);
        GradientCheck.gradient(x -> rosenbrock(x) + 5, GradientCheckTest::rosenbrockGradient)
                .at(1, 1);
        GradientCheck.gradient(x -> x[0] * x[0], x -> new double[] {2 * x[0], 0})
                .at(0.3, 2);
    }

    @Test
    void aGradientThatShouldBeZeroAndIsNotFails() {
        GradientCheck wrong = GradientCheck.gradient(GradientCheckTest::rosenbrock, x -> new double[] {0, 1e-8});
        AssertionError error = assertThrows(AssertionError.class, () -> wrong.at(1, 1));
        assertTrue(
                error.getMessage().startsWith("component 1: the derivative is 1.0E-8, differences give "),
                error.getMessage());
    }

    @Test
    void aMissingComponentFailsHoweverSmall() {
        GradientCheck wrong = GradientCheck.gradient(x -> x[0] * x[0] + 1e-5 * x[1], x -> new double[] {2 * x[0], 0});
        AssertionError error = assertThrows(AssertionError.class, () -> wrong.at(0.3, 2));
        assertTrue(error.getMessage().startsWith("component 1: the derivative is 0.0, "), error.getMessage());
    }

    @Test
    void aGradientThatIsNotANumberFails() {
        GradientCheck wrong = GradientCheck.gradient(x -> x[0], x -> new double[] {Double.NaN});
        AssertionError error = assertThrows(AssertionError.class, () -> wrong.at(0.3));
        assertTrue(error.getMessage().startsWith("component 0: the derivative is NaN, "), error.getMessage());
    }

    @Test
    void anInfiniteDerivativeFailsAtItsOwnComponent() {
        GradientCheck wrong = GradientCheck.gradient(
                GradientCheckTest::value, x -> new double[] {gradient(x)[0], Double.NEGATIVE_INFINITY});
        AssertionError error = assertThrows(AssertionError.class, () -> wrong.at(0.3, -1.2));
        assertTrue(error.getMessage().startsWith("component 1: the derivative is -Infinity, "), error.getMessage());
    }

    @Test
    void anInfiniteDerivativeHidesNoOtherWrongOne() {
        GradientCheck wrong =
                GradientCheck.gradient(GradientCheckTest::value, x -> new double[] {7, Double.POSITIVE_INFINITY});
        AssertionError error = assertThrows(AssertionError.class, () -> wrong.at(0.3, -1.2));
        assertTrue(error.getMessage().startsWith("component 0: the derivative is 7.0, "), error.getMessage());
    }

    @Test
    void anInfiniteTangentFails() {
        GradientCheck wrong = GradientCheck.pullback(GradientCheckTest::circle, GradientCheckTest::pullback)
                .with((x, u) -> new double[] {Double.POSITIVE_INFINITY, pushforward(x, u)[1]});
        AssertionError error = assertThrows(AssertionError.class, () -> wrong.at(2, 0.7));
        assertTrue(error.getMessage().contains("in forward mode"), error.getMessage());
    }

    @Test
    void aFunctionThatIsNotDefinedBesideThePointFailsAndASmallerStepHelps() {
        GradientCheck logarithm = GradientCheck.gradient(x -> Math.log(x[0]), x -> new double[] {1 / x[0]});
        AssertionError error = assertThrows(AssertionError.class, () -> logarithm.at(1e-9));
        assertTrue(error.getMessage().contains("differences give NaN"), error.getMessage());
        logarithm.step(1e-10).at(1e-9);
    }

    @Test
    void theToleranceDecides() {
        GradientCheck rough = GradientCheck.gradient(
                GradientCheckTest::value, x -> new double[] {gradient(x)[0] * (1 + 1e-5), gradient(x)[1]});
        rough.tolerance(1e-4).at(0.3, -1.2);
        assertThrows(AssertionError.class, () -> rough.at(0.3, -1.2));
        assertThrows(AssertionError.class, () -> rough.tolerance(1e-6).at(0.3, -1.2));
    }

    @Test
    void codeInFloatPassesWithATolerance() {
        GradientCheck.pullback(
                        x -> new double[] {(float) Math.sin((float) x[0]) * (float) x[1]}, (x, v) -> new double[] {
                            (float) (v[0] * Math.cos(x[0])) * (float) x[1], (float) v[0] * (float) Math.sin(x[0])
                        })
                .with((x, u) -> new double[] {
                    (float) Math.cos(x[0]) * (float) u[0] * (float) x[1] + (float) Math.sin(x[0]) * (float) u[1]
                })
                .tolerance(1e-2)
                .at(0.3, 2);
    }

    @Test
    void thePointAndTheSeedAreNotChanged() {
        double[] point = {2, 0.7};
        GradientCheck.pullback(
                        x -> {
                            double[] value = circle(x);
                            Arrays.fill(x, Double.NaN);
                            return value;
                        },
                        (x, v) -> {
                            double[] cotangent = pullback(x, v);
                            Arrays.fill(x, Double.NaN);
                            Arrays.fill(v, Double.NaN);
                            return cotangent;
                        })
                .with(GradientCheckTest::pushforward)
                .at(point);
        assertArrayEquals(new double[] {2, 0.7}, point);
    }

    @Test
    void aWrongEntryOfAJacobianFailsAtItsColumn() {
        AssertionError error = assertThrows(
                AssertionError.class,
                () -> GradientCheck.pullback(GradientCheckTest::circle, (x, v) ->
                                new double[] {pullback(x, v)[0], pullback(x, new double[] {v[0], 0})[1]})
                        .at(2, 0.7));
        assertTrue(error.getMessage().startsWith("component 1: "), error.getMessage());
    }

    @Test
    void aToleranceOrStepThatIsNotPositiveIsRefused() {
        GradientCheck check = GradientCheck.gradient(GradientCheckTest::value, GradientCheckTest::gradient);
        IllegalArgumentException tolerance =
                assertThrows(IllegalArgumentException.class, () -> check.tolerance(Double.NaN));
        assertEquals("the tolerance must be positive, it is NaN", tolerance.getMessage());
        IllegalArgumentException step = assertThrows(IllegalArgumentException.class, () -> check.step(0));
        assertEquals("the step must be positive, it is 0.0", step.getMessage());
    }
}
