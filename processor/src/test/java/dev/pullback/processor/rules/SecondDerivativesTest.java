package dev.pullback.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pullback.processor.ir.Interpreter;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a row emits is code that the table differentiates again: forward over reverse. */
class SecondDerivativesTest {

    static Stream<Row> rows() {
        return Row.all();
    }

    /** The tangent of a contribution. */
    private static double tangent(Row row, int index, double[] point, double[] pointDot, double v, double vDot) {
        List<Value> inputs = new ArrayList<>(row.node().operands());
        inputs.add(row.direction());
        List<Value> tangents = inputs.stream()
                .map(input -> new Value(Scalar.DOUBLE, input.name() + "Dot"))
                .toList();
        List<Node> nodes = new ArrayList<>();
        if (row.rule().name().equals("clamp")) {
            // only since Java 21; its partials do not read its result
            inputs.add(row.node().result());
        } else {
            nodes.add(row.node());
        }
        Region contribution = row.contributions().get(index);
        nodes.addAll(contribution.nodes());
        Region second =
                Tangents.of(new Region(nodes, contribution.yields()), inputs.subList(0, tangents.size()), tangents);
        inputs.addAll(tangents);
        Verifier.verify(inputs, second);

        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < row.arity(); i++) {
            arguments.add(row.isReal(i) ? (Object) point[i] : (Object) (int) point[i]);
        }
        arguments.add(v);
        if (row.rule().name().equals("clamp")) {
            arguments.add(row.value(point));
        }
        Arrays.stream(pointDot).forEach(arguments::add);
        arguments.add(vDot);
        return (Double)
                new Interpreter().run(inputs, second, arguments.toArray()).get(0);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void secondPartialsAreRight(Row row) {
        for (double[] point : Points.moderate(row)) {
            for (int i = 0; i < row.arity(); i++) {
                for (int j = 0; j < row.arity(); j++) {
                    boolean negativeBase = row.rule().name().equals("pow") && point[0] < 0 && i + j > 0;
                    if (row.isReal(i) && row.isReal(j) && !negativeBase) {
                        check(row, i, j, point);
                    }
                }
            }
        }
    }

    private static void check(Row row, int i, int j, double... point) {
        double[] along = new double[row.arity()];
        along[j] = 1;
        double actual = tangent(row, i, point, along, 1, 0);
        Dfp expected = Oracle.second(row, i, j, point);
        // where terms of a second partial cancel, it is as accurate as the terms are
        double scale =
                expected.abs().toDouble() + Oracle.partial(row, i, point).abs().toDouble() / Math.abs(point[j]);
        double error = Oracle.number(actual).subtract(expected).abs().toDouble();
        assertTrue(
                error <= 4e-15 * scale,
                () -> row + " at " + Arrays.toString(point) + ", partial " + i + ", " + j + ": " + actual + " for "
                        + expected.toDouble());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aDirectionThatIsZeroHereButNotNearbyCounts(Row row) {
        for (double[] point : Points.moderate(row)) {
            for (int i = 0; i < row.arity(); i++) {
                if (row.isReal(i)) {
                    double expected = row.contribution(i, 1, point);
                    assertEquals(expected + 0.0, tangent(row, i, point, new double[row.arity()], 0, 1) + 0.0);
                }
            }
        }
    }

    /** At a singular point with a zero direction: the value contributes nothing, and neither does its change. */
    @Test
    void singularPointsStayHarmless() {
        for (String name : Set.of("sqrt(x)", "cbrt(x)", "log(x)", "log10(x)", "hypot(a, b)", "atan2(a, b)")) {
            Row row = Row.named(name);
            double[] zero = new double[row.arity()];
            for (int i = 0; i < row.arity(); i++) {
                assertEquals(0, tangent(row, i, zero, zero, 0, 0), 0, name);
            }
        }
        assertEquals(0, tangent(Row.named("log1p(x)"), 0, new double[] {-1}, new double[1], 0, 0), 0);
        assertEquals(0, tangent(Row.named("asin(x)"), 0, new double[] {1}, new double[1], 0, 0), 0);
        assertEquals(0, tangent(Row.named("acos(x)"), 0, new double[] {-1}, new double[1], 0, 0), 0);
    }
}
