package dev.pullback.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table against decimal arithmetic of 60 digits. */
class MathRulesTest {

    private static final Dfp LARGEST = Oracle.number(Double.MAX_VALUE);
    private static final Dfp SMALLEST = Oracle.number(Double.MIN_NORMAL);

    /** Whose singular points promise 4 of the contract names. */
    private static final Set<String> WITH_SINGULAR_POINTS =
            Set.of("sqrt", "cbrt", "log", "log10", "log1p", "asin", "acos", "atan2", "hypot");

    static Stream<Row> rows() {
        return Row.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void thereIsAnOracle(Row row) {
        assertTrue(Oracle.knows(row));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void partialsAreAccurateOverTheWholeRange(Row row) {
        List<double[]> points = Points.regular(row);
        assertTrue(points.size() > 30, "only " + points.size() + " points");
        for (double[] point : points) {
            for (int i = 0; i < row.arity(); i++) {
                if (row.isReal(i) && !isKnownLimit(row, i, point)) {
                    check(row, i, point);
                }
            }
        }
    }

    private static void check(Row row, int index, double... point) {
        Dfp expected = Oracle.partial(row, index, point);
        double actual = row.contribution(index, 1, point);
        String what = "partial " + index + " of " + row + " at " + Arrays.toString(point) + ": " + actual + " for "
                + expected;
        if (expected.isInfinite() || expected.abs().greaterThan(LARGEST)) {
            assertEquals(
                    expected.greaterThan(expected.getZero()) ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY,
                    actual,
                    what);
        } else if (expected.abs().lessThan(SMALLEST)) {
            assertTrue(Math.abs(actual) <= Double.MIN_NORMAL, what);
        } else {
            assertTrue(Double.isFinite(actual), what);
            double error = Oracle.number(actual)
                    .subtract(expected)
                    .divide(expected)
                    .abs()
                    .toDouble();
            assertTrue(error <= tolerance(row, expected.abs().toDouble(), point), what + ", error " + error);
        }
    }

    /** Four roundings; more only where the arithmetic that Java gives us for it has no more digits. */
    private static double tolerance(Row row, double expected, double... point) {
        double result = Math.abs(row.value(point));
        double tolerance = 1e-15;
        if (result < Double.MIN_NORMAL) {
            tolerance += Double.MIN_VALUE / result;
        }
        if (row.rule().name().equals("pow") && Math.abs(Math.getExponent(result)) >= 960) {
            double p = point[1];
            tolerance += Math.ulp(p - 1) * Math.abs(Math.log(Math.abs(point[0])))
                    + Math.abs(p) * Double.MIN_VALUE / expected;
        }
        return tolerance;
    }

    /** What docs/rules.md says of the ends of the range. */
    private static boolean isKnownLimit(Row row, int index, double... point) {
        return switch (row.rule().name()) {
            case "/" -> index == 1 && Math.abs(point[1]) < Double.MIN_NORMAL;
            case "hypot" -> Double.isInfinite(row.value(point));
            case "pow" -> index == 1 && point[0] < 0;
            default -> false;
        };
    }

    @ParameterizedTest
    @MethodSource("rows")
    void contributionsAreLinearInTheDirection(Row row) {
        for (double[] point : Points.moderate(row)) {
            for (int i = 0; i < row.arity(); i++) {
                double once = row.contribution(i, 1, point);
                // adding zero makes both zeros one
                assertEquals(0 - 2 * once, 0 + row.contribution(i, -2, point), row + " at " + Arrays.toString(point));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aZeroDirectionContributesZero(Row row) {
        for (double[] point : Points.regular(row)) {
            for (int i = 0; i < row.arity(); i++) {
                boolean expected = WITH_SINGULAR_POINTS.contains(row.rule().name())
                        || Double.isFinite(row.contribution(i, 1, point));
                for (double zero : new double[] {0.0, -0.0}) {
                    String what = "partial " + i + " of " + row + " at " + Arrays.toString(point);
                    assertTrue(!expected || row.contribution(i, zero, point) == 0, what);
                }
            }
        }
    }
}
