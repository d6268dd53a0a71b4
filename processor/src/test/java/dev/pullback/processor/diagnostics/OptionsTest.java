package dev.pullback.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Apullback.unsupported}, {@code -Apullback.dump}, {@code -Apullback.optimise}. */
class OptionsTest {

    private static final String MODEL = """
            package example;
            import dev.pullback.Differentiable;
            final class Model {
              private static double hidden = 1; private static double helper(double x) { return callee(x) + 1; }
              static double unused(double x) { return Other.plain(x) * x; }

              @Differentiable
              static double callee(double x) {
                double square = x * x;
                return square * hidden;
              }

              @Differentiable
              static double caller(double x) {
                return 2 * helper(x);
              }

              @Differentiable
              static double good(double[] x) {
                double s = 0;
                for (double v : x) {
                  s += Math.sin(v) * v;
                }
                return s;
              }

              static double test() {
                return ModelGrad.goodGrad(new double[] {1, 2})[1] + OtherGrad.fineGrad(2);
              }
            }
            """;

    private static final String OTHER = """
            package example;
            import dev.pullback.Differentiable;
            final class Other {
              static double plain(double x) { return x; }

              @Differentiable
              static double abroad(double x) {
                return Model.caller(x);
              }

              @Differentiable
              static double fine(double x) {
                return x * Model.good(new double[] {x});
              }
            }
            """;

    @TempDir
    private Path folder;

    private UserBuild build() {
        return UserBuild.in(folder).sources(Map.of("example.Model", MODEL)).source("example.Other", OTHER);
    }

    @Test
    void withWarningsAMethodAndItsCallersAreLeftOut() {
        UserBuild.Result result = build().options("-Apullback.unsupported=warn").run();
        List<String> said = result.messages().stream()
                .map(m -> m.code() + " " + m.file() + ":" + m.line() + " " + m.token())
                .toList();
        assertEquals(
                List.of(
                        "[Pullback/Unsupported] Model.java:10 hidden",
                        "[Pullback/CallsUnsupported] Model.java:4 callee",
                        "[Pullback/CallsUnsupported] Other.java:8 Model.caller"),
                said,
                result::text);
        assertTrue(result.messages().stream().noneMatch(m -> m.kind() == Diagnostic.Kind.ERROR));
        String model = result.generated().get("example.ModelGrad");
        String other = result.generated().get("example.OtherGrad");
        for (String name : List.of("callee", "caller", "helper", "Callee", "Caller")) {
            assertFalse(model.contains(name), name);
        }
        assertFalse(other.contains("abroad"));
        double expected = Math.sin(2) + 2 * Math.cos(2) + 2 * Math.sin(2) * 2 + 4 * Math.cos(2);
        assertEquals(expected, (double) result.call("example.Model", "test"), 1e-12);
    }

    @Test
    void aClassWithNothingLeftHasNoCompanion() {
        UserBuild.Result result = UserBuild.in(folder)
                .source("Lone", """
                        import dev.pullback.Differentiable;
                        class Lone {
                          @Differentiable static double f(double x) { return Double.valueOf(x); }
                        }
                        """)
                .options("-Apullback.unsupported=warn")
                .run();
        assertTrue(result.succeeded(), result::text);
        assertEquals(List.of("[Pullback/ActiveEscapes]"), result.codes());
        assertEquals(Map.of(), result.generated());
    }

    @Test
    void textsAreTheSameAsErrorsAndAsWarnings() {
        String errors = build().run().text();
        String warnings = build().options("-Apullback.unsupported=warn").run().text();
        String first = errors.lines().findFirst().orElseThrow();
        assertTrue(warnings.contains(first.substring(first.indexOf(" at "))), () -> errors + "\n" + warnings);
    }

    @Test
    void valuesThatMeanNothingAreToldOnce() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        UserBuild.Result result = UserBuild.in(folder)
                .source("Model", """
                        import dev.pullback.Differentiable;
                        class Model {
                          @Differentiable static double f(double x) { return x * x; }
                        }
                        """)
                .options("-Apullback.unsupported=ignore", "-Apullback.optimise=2", "-Apullback.dump=" + file)
                .run();
        assertTrue(result.succeeded(), result::text);
        assertEquals(List.of("[Pullback/Option]", "[Pullback/Option]", "[Pullback/Option]"), result.codes());
        for (String option :
                List.of("unsupported can be error or warn", "optimise can be on or off", "dump needs a folder")) {
            assertTrue(result.text().contains("-Apullback." + option), result::text);
        }
    }

    // --- dump

    private static final String DUMPED = """
            package example;
            import dev.pullback.Differentiable;
            final class Dumped {
              @Differentiable static double f(double x, int n) { return n * x; }
              @Differentiable static double f(double[] x, double[][] y) { return x[0] * y[0][0]; }
              static final class Nested {
                @Differentiable static double[] g(double[] x) { return new double[] {x[0] * x[1]}; }
              }
            }
            """;

    private Map<String, String> dump(String name) throws IOException {
        Path dump = folder.resolve("not/yet/there").resolve(name);
        UserBuild.in(folder)
                .source("example.Dumped", DUMPED)
                .options("-Apullback.dump=" + dump)
                .run()
                .orThrow();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(dump)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(dump.relativize(file).toString().replace(File.separatorChar, '/'), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void dumpHasAFileForEachMethodAndStage() throws Exception {
        Map<String, String> files = dump("once");
        List<String> stages = List.of(
                "1-lowered",
                "2-optimised",
                "3-linked",
                "4-forward",
                "5-reverse-forward-sweep",
                "5-reverse-reverse-sweep",
                "6-forward-optimised",
                "7-reverse-optimised-forward-sweep",
                "7-reverse-optimised-reverse-sweep");
        for (String method : List.of(
                "Dumped.f-double-int", "Dumped.f-doubleArray-doubleArrayArray", "Dumped.Nested.g-doubleArray")) {
            for (String stage : stages) {
                String name = "example." + method + "-" + stage + ".txt";
                assertTrue(files.containsKey(name), () -> name + " is not in " + files.keySet());
            }
        }
        assertTrue(files.containsKey("example.Dumped.f-double-int-8-gradient.txt"));
        files.forEach((name, text) -> assertFalse(text.isBlank(), name));
    }

    @Test
    void dumpIsTheSameEachTime() throws Exception {
        assertEquals(dump("first"), dump("second"));
    }
}
