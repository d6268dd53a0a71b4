package dev.pullback.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which methods of another class may be given active values: those that only compare them, and that its companion names. */
class ObserversTest {

    private static final String NUMBERS = """
            package example;
            import dev.pullback.*;
            import java.util.*;
            public final class Numbers {
              static double last;
              static final List<Double> ALL = new ArrayList<>();

              @Differentiable
              static double square(double x) { return x * x; }

              static boolean isNegative(double x) { return x < 0; }
              static int sign(double x) { return isNegative(x) ? -1 : 1; }
              static void check(double x, int n) { if (x > n) throw new IllegalArgumentException("too large: " + x); }

              static boolean keeps(double x) { last = x; return x < 0; }
              static boolean keepsByAnother(double x) { return keeps(x); }
              static void lists(double x) { ALL.add(x); }
              static long bits(double x) { return Double.doubleToLongBits(x); }
              static int length(double x) { return ("" + x).length(); }
              static boolean isConstant(@Constant double x) { return x == last; }
              static boolean isFirst(double[] x) { return x[0] < 0; }
              static Object box(double x) { return x; }
            }
            """;

    private static final String LOOKS = """
            package example;
            import dev.pullback.Differentiable;
            final class Caller {
              @Differentiable
              static double f(double x) {
                Numbers.check(x, 9);
                return Numbers.isNegative(x * x - 1) ? Numbers.sign(x) * x * x : x;
              }
              static double at(double x) { return CallerGrad.fGrad(x); }
              static double low() { return at(-0.5); }
              static double high() { return at(2); }
            }
            """;

    private static final String LOSES = """
            package example;
            import dev.pullback.Differentiable;
            final class Caller {
              @Differentiable
              static double f(double x, double[] y) {
                if (Numbers.keeps(x)) x++;
                if (Numbers.keepsByAnother(x)) x++;
                Numbers.lists(x);
                if (Numbers.bits(x) > 3) x++;
                if (Numbers.length(x) > 3) x++;
                if (Numbers.isConstant(x)) x++;
                if (Numbers.isFirst(y)) x++;
                if (Numbers.box(x) == null) x++;
                if (Numbers.isNegative(Numbers.bits(x))) x++;
                return x * y[0];
              }
            }
            """;

    @TempDir
    private Path folder;

    private UserBuild together(String caller) {
        return UserBuild.in(folder.resolve("together"))
                .source("example.Numbers", NUMBERS)
                .source("example.Caller", caller);
    }

    private UserBuild apart(String caller) {
        UserBuild.Result numbers = UserBuild.in(folder.resolve("numbers"))
                .source("example.Numbers", NUMBERS)
                .run()
                .orThrow();
        return UserBuild.in(folder.resolve("caller"))
                .source("example.Caller", caller)
                .against(numbers);
    }

    @Test
    void theCompanionNamesThem() {
        String companion = UserBuild.in(folder)
                .source("example.Numbers", NUMBERS)
                .run()
                .orThrow()
                .generated()
                .get("example.NumbersGrad");
        assertTrue(
                companion.contains(
                        "@GeneratedObservers({\"check(double,int)\", \"isNegative(double)\", \"sign(double)\"})"),
                companion);
    }

    @Test
    void aClassWithoutThemSaysNothing() {
        String companion = UserBuild.in(folder)
                .source("example.Caller", """
                        package example;
                        import dev.pullback.Differentiable;
                        final class Caller {
                          @Differentiable static double f(double x) { return x * x; }
                          static double keeps(double x) { return x; }
                        }
                        """)
                .run()
                .orThrow()
                .generated()
                .get("example.CallerGrad");
        assertFalse(companion.contains("GeneratedObservers"), companion);
    }

    @Test
    void theyMayBeGivenActiveValues() {
        for (UserBuild build : List.of(together(LOOKS), apart(LOOKS))) {
            UserBuild.Result result = build.run().orThrow();
            assertEquals(1.0, (double) result.call("example.Caller", "low"));
            assertEquals(1.0, (double) result.call("example.Caller", "high"));
        }
    }

    @Test
    void othersMayNot() {
        for (UserBuild build : List.of(together(LOSES), apart(LOSES))) {
            UserBuild.Result result = build.run();
            List<Long> lines = result.messages().stream()
                    .filter(message -> message.code().equals("[Pullback/ActiveEscapes]"))
                    .map(UserBuild.Message::line)
                    .toList();
            assertEquals(List.of(6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L), lines, result::text);
        }
    }
}
