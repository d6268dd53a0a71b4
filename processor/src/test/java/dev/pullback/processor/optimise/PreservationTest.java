package dev.pullback.processor.optimise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Interpreter;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Printer;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random programs do after each pass what they did before: the same bits in results and arrays, the same exceptions. */
final class PreservationTest {

    private static final int PROGRAMS = 200;

    /** What running a method did: its results or its exception, and the arrays afterwards. */
    private record Outcome(String results, boolean normal, String arrays) {}

    static Stream<Named<UnaryOperator<List<Function>>>> passes() {
        return Stream.of(
                Named.of("inlining", Inliner::of),
                onBodies("folding", region -> Fold.of(region, Policy.PRIMAL)),
                onBodies("common subexpressions", region -> CommonSubexpressions.of(region, Policy.PRIMAL)),
                onBodies("loop invariants", LoopInvariants::of),
                onBodies("counters", Counters::of),
                onBodies("dead code", region -> DeadCode.of(region, Set.of(), Policy.PRIMAL)),
                Named.of("all", Optimiser::primal));
    }

    private static Named<UnaryOperator<List<Function>>> onBodies(String name, UnaryOperator<Region> pass) {
        return Named.of(
                name,
                functions -> functions.stream()
                        .map(f -> new Function(f.signature(), f.params(), pass.apply(f.body())))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("passes")
    void keepsResultsArraysAndExceptions(UnaryOperator<List<Function>> pass) {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            List<Function> before = RandomProgram.of(seed);
            List<Function> after = pass.apply(before);
            before.forEach(Verifier::verify);
            after.forEach(Verifier::verify);
            for (Inputs inputs : Inputs.values()) {
                int main = before.size() - 1;
                assertEquals(
                        outcome(before, before.get(main).body(), inputs),
                        outcome(after, after.get(main).body(), inputs),
                        () -> "seed of " + Printer.print(before.get(main)));
            }
        }
    }

    @Test
    void keepsWhatDerivativesComputeIfNothingThrows() {
        int normal = 0;
        for (long seed = 0; seed < PROGRAMS; seed++) {
            List<Function> functions = RandomProgram.of(seed);
            Region before = functions.get(functions.size() - 1).body();
            Region after = CommonSubexpressions.of(before, Policy.DERIVATIVE);
            after = DeadCode.of(LoopInvariants.of(after), Set.of(), Policy.DERIVATIVE);
            Outcome expected = outcome(functions, before, Inputs.ORDINARY);
            if (expected.normal()) {
                normal++;
                assertEquals(expected, outcome(functions, after, Inputs.ORDINARY), () -> Printer.print(before));
            }
        }
        assertTrue(normal > PROGRAMS / 5, "only " + normal + " programs did not throw");
    }

    @Test
    void keepsWhatAReverseSweepReads() {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            List<Function> functions = RandomProgram.of(seed);
            Region body = functions.get(functions.size() - 1).body();
            List<Value> read = body.nodes().stream()
                    .filter(node -> !(node instanceof Node.Const))
                    .flatMap(node -> node.results().stream())
                    .toList();
            Optimiser.Kept kept = Optimiser.forwardSweep(body, read);
            assertEquals(
                    outcome(functions, yieldingToo(body, read), Inputs.ORDINARY),
                    outcome(functions, yieldingToo(kept.region(), kept.kept()), Inputs.ORDINARY),
                    () -> Printer.print(body));
        }
    }

    @Test
    void makesTheSameOfTheSameProgram() {
        for (long seed = 0; seed < 20; seed++) {
            assertEquals(printed(RandomProgram.of(seed)), printed(RandomProgram.of(seed)));
        }
    }

    private static String printed(List<Function> functions) {
        return Optimiser.primal(functions).stream().map(Printer::print).collect(Collectors.joining());
    }

    private static Region yieldingToo(Region region, List<Value> more) {
        List<Value> yields = new ArrayList<>(region.yields());
        yields.addAll(more);
        return new Region(region.nodes(), yields);
    }

    /** The arguments: ordinary, two names for one array, and one array missing. */
    private enum Inputs {
        ORDINARY,
        ALIASED,
        MISSING;

        Object[] arguments(double[] a, double[] b) {
            double[][] rows = {a, {1, 2, 3}, b};
            return new Object[] {
                this == ORDINARY ? 0.7 : -0.0,
                1.25f,
                ordinal(),
                5L,
                this == ALIASED,
                a,
                b,
                new int[] {2, 0, 1},
                rows,
                THROWN
            };
        }

        double[] second(double[] first) {
            return this == ALIASED ? first : this == MISSING ? null : new double[] {2, 7};
        }
    }

    private static final RuntimeException THROWN = new RuntimeException("thrown by the program");

    private static Outcome outcome(List<Function> functions, Region body, Inputs inputs) {
        Function main = functions.get(functions.size() - 1);
        Map<String, Function> callees =
                functions.stream().collect(Collectors.toMap(f -> f.signature().name(), f -> f));
        double[] a = {1.5, -0.0, 3, 0.25};
        Object[] arguments = inputs.arguments(a, inputs.second(a));
        String results;
        boolean normal = true;
        try {
            List<Object> yields = new Interpreter(callees).run(main.params(), body, arguments);
            results = bits(yields.toArray());
        } catch (RuntimeException e) {
            normal = false;
            // The message of a null pointer names Java's own variables.
            results = e instanceof NullPointerException ? "null pointer" : e.toString();
        }
        return new Outcome(results, normal, bits(arguments));
    }

    /** Arrays by content, and doubles by their bits. */
    private static String bits(Object[] values) {
        return Arrays.stream(values).map(PreservationTest::bits).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String bits(Object value) {
        if (value instanceof Double x) {
            return Long.toHexString(Double.doubleToLongBits(x));
        } else if (value instanceof Float x) {
            return Integer.toHexString(Float.floatToIntBits(x));
        } else if (value instanceof double[] xs) {
            return bits(Arrays.stream(xs).boxed().toArray());
        } else if (value instanceof int[] xs) {
            return Arrays.toString(xs);
        }
        return value instanceof Object[] xs ? bits(xs) : String.valueOf(value);
    }
}
