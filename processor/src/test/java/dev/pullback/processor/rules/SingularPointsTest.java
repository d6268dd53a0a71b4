package dev.pullback.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 4 of the contract, point by point. */
class SingularPointsTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final double LARGEST = Double.MAX_VALUE;
    private static final double SMALLEST = Double.MIN_VALUE;

    private static Arguments at(String row, double[] point, double... partials) {
        return Arguments.of(row, point, partials);
    }

    private static double[] x(double... point) {
        return point;
    }

    /** Kinks and singular points with the partials there. */
    static Stream<Arguments> points() {
        return Stream.of(
                at("abs(x)", x(0), 0),
                at("abs(x)", x(-0.0), 0),
                at("copySign(a, b)", x(0, 3), 0, 0),
                at("copySign(a, b)", x(-2, 0.0), -1, 0),
                at("copySign(a, b)", x(-2, -0.0), 1, 0),
                at("copySign(a, b)", x(2, -0.0), -1, 0),
                at("max(a, b)", x(2, 2), 0.5, 0.5),
                at("max(a, b)", x(0.0, -0.0), 0.5, 0.5),
                at("max(a, b)", x(-0.0, 0.0), 0.5, 0.5),
                at("max(a, b)", x(INFINITE, INFINITE), 0.5, 0.5),
                at("max(a, b)", x(INFINITE, 1), 1, 0),
                at("max(a, b)", x(-INFINITE, 1), 0, 1),
                at("max(a, b)", x(SMALLEST, 0), 1, 0),
                at("min(a, b)", x(2, 2), 0.5, 0.5),
                at("min(a, b)", x(-0.0, 0.0), 0.5, 0.5),
                at("min(a, b)", x(-INFINITE, -INFINITE), 0.5, 0.5),
                at("min(a, b)", x(INFINITE, 1), 0, 1),
                at("clamp(x, low, high)", x(1, 1, 2), 0.5, 0.5, 0),
                at("clamp(x, low, high)", x(2, 1, 2), 0.5, 0, 0.5),
                at("clamp(x, low, high)", x(1, 1, 1), 0, 0.5, 0.5),
                at("clamp(x, low, high)", x(3, 1, 1), 0, 0, 1),
                at("clamp(x, low, high)", x(INFINITE, 1, 2), 0, 0, 1),
                at("a % b", x(6, 3), 1, -2),
                at("a % b", x(-6, 3), 1, 2),
                at("a % b", x(-7.5, 2), 1, 3),
                at("a % b", x(7.5, -2), 1, 3),
                at("a % b", x(0.3, 0.1), 1, -2),
                // the quotient is rounded to 3, but only two fit
                at("a % b", x(4.35, 1.45), 1, -2),
                at("a % b", x(5, INFINITE), 1, 0),
                at("IEEEremainder(a, b)", x(7.5, 2), 1, -4),
                at("IEEEremainder(a, b)", x(-7.5, 2), 1, 4),
                at("IEEEremainder(a, b)", x(5, 2), 1, -2),
                at("IEEEremainder(a, b)", x(7, 2), 1, -4),
                at("IEEEremainder(a, b)", x(LARGEST, LARGEST * 0.53), 1, -2),
                at("sqrt(x)", x(0), INFINITE),
                at("sqrt(x)", x(-0.0), INFINITE),
                at("sqrt(x)", x(INFINITE), 0),
                at("cbrt(x)", x(0), INFINITE),
                at("cbrt(x)", x(-0.0), INFINITE),
                at("log(x)", x(0), INFINITE),
                at("log(x)", x(-0.0), INFINITE),
                at("log(x)", x(INFINITE), 0),
                at("log10(x)", x(0), INFINITE),
                at("log1p(x)", x(-1), INFINITE),
                at("log1p(x)", x(INFINITE), 0),
                at("asin(x)", x(1), INFINITE),
                at("asin(x)", x(-1), INFINITE),
                at("acos(x)", x(1), -INFINITE),
                at("acos(x)", x(-1), -INFINITE),
                at("hypot(a, b)", x(0, 0), 0, 0),
                at("hypot(a, b)", x(-0.0, 0), 0, 0),
                at("hypot(a, b)", x(0, -3), 0, -1),
                at("hypot(a, b)", x(SMALLEST, 0), 1, 0),
                at("atan2(a, b)", x(0, 0), INFINITE, -INFINITE),
                at("atan2(a, b)", x(0, 2), 0.5, 0),
                at("atan2(a, b)", x(0, -2), -0.5, 0),
                at("atan2(a, b)", x(-0.0, -2), -0.5, 0),
                at("atan2(a, b)", x(2, 0), 0, -0.5),
                at("atan2(a, b)", x(-2, 0), 0, 0.5),
                at("pow(x, p)", x(0, 0), 0, -INFINITE),
                at("pow(x, p)", x(0, 0.5), INFINITE, 0),
                at("pow(x, p)", x(0, 1), 1, 0),
                at("pow(x, p)", x(0, 1.5), 0, 0),
                at("pow(x, p)", x(0, 2), 0, 0),
                at("pow(x, p)", x(0, -1), -INFINITE, -INFINITE),
                at("pow(x, p)", x(0, -2.5), -INFINITE, -INFINITE),
                at("pow(x, p)", x(2, 0), 0, Math.log(2)),
                at("pow(x, p)", x(-2, 3), 12, Double.NaN),
                at("pow(x, p)", x(-2, 2), -4, Double.NaN),
                at("pow(x, p)", x(-2, -1), -0.25, Double.NaN),
                at("pow(x, p)", x(-2, 0), 0, Double.NaN),
                at("pow(x, p)", x(-2, 1), 1, Double.NaN),
                at("pow(x, p)", x(-2, 0.5), Double.NaN, Double.NaN),
                at("exp(x)", x(-INFINITE), 0),
                at("exp(x)", x(1e9), INFINITE),
                at("expm1(x)", x(-1e9), 0),
                at("atan(x)", x(INFINITE), 0),
                at("tanh(x)", x(INFINITE), 0),
                at("tanh(x)", x(-1e300), 0),
                at("tanh(x)", x(-0.0), 1),
                at("sinh(x)", x(-1e300), INFINITE),
                at("cosh(x)", x(-1e300), -INFINITE));
    }

    @ParameterizedTest
    @MethodSource("points")
    void thePartialIsTheLimit(String name, double[] point, double... partials) {
        Row row = Row.named(name);
        for (int i = 0; i < partials.length; i++) {
            String what = name + " at " + Arrays.toString(point) + ", partial " + i;
            assertEquals(partials[i] + 0.0, row.contribution(i, 1, point) + 0.0, what);
            assertEquals(0 - partials[i], row.contribution(i, -1, point) + 0.0, what);
        }
    }

    @ParameterizedTest
    @MethodSource("points")
    void aZeroDirectionContributesZero(String name, double[] point, double... partials) {
        Row row = Row.named(name);
        boolean overflow = Set.of("exp(x)", "sinh(x)", "cosh(x)").contains(name);
        for (int i = 0; i < partials.length && !overflow; i++) {
            // outside of a function's domain there is nothing to be right about, but a power's base must not spoil the
            // exponent's
            if (row.isReal(i) && !(Double.isNaN(partials[i]) && i == 0)) {
                assertEquals(
                        0, row.contribution(i, 0, point), 0, name + " at " + Arrays.toString(point) + ", partial " + i);
                assertEquals(
                        0,
                        row.contribution(i, -0.0, point),
                        0,
                        name + " at " + Arrays.toString(point) + ", partial " + i);
            }
        }
    }

    static Stream<Row> nonlinear() {
        Set<String> linear = Set.of(
                "-a",
                "a + b",
                "a - b",
                "a * b",
                "a / b",
                "a % b",
                "sum(a, b)",
                "fma(a, b, c)",
                "copySign(a, b)",
                "scalb(x, n)",
                "nextUp(x)",
                "nextDown(x)",
                "nextAfter(x, towards)",
                "toRadians(x)",
                "toDegrees(x)",
                "IEEEremainder(a, b)");
        return Row.all().filter(row -> !linear.contains(row.toString()));
    }

    @ParameterizedTest
    @MethodSource("nonlinear")
    void notANumberGivesNotANumber(Row row) {
        // bounds that are not numbers Math.clamp refuses itself
        int arguments = row.rule().name().equals("clamp") ? 1 : row.arity();
        for (int bad = 0; bad < arguments; bad++) {
            for (double other : new double[] {0, -2, 0.5, 1, 3}) {
                double[] point = new double[row.arity()];
                Arrays.fill(point, other);
                point[bad] = Double.NaN;
                for (int i = 0; i < row.arity(); i++) {
                    double actual = row.contribution(i, 1, point);
                    boolean identity = row.rule().name().equals("pow") && i == 0 && point[1] == 1;
                    assertTrue(
                            identity || Double.isNaN(actual),
                            row + " at " + Arrays.toString(point) + ", partial " + i + ": " + actual);
                }
            }
        }
    }
}
