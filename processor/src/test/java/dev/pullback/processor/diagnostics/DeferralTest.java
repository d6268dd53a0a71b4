package dev.pullback.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pullback.processor.DifferentiableProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another processor generates may be used in what is differentiated. */
class DeferralTest {

    @TempDir
    private Path folder;

    /**
     * Generates a class of constants in a round of its choice. javac asks it only where there is an annotation that nobody before it has
     * claimed.
     */
    private static final class Constants extends AbstractProcessor {
        private final int when;
        private int round;

        Constants(int when) {
            this.when = when;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
            round++;
            if (round < when) {
                write("Filler" + round, "");
            } else if (round == when) {
                write("Constants", """
                        static final double TWO = 2;
                        static double three() { return 3; }
                        static double[] table = {1, 2};
                        record Pair(double a, double b) {}
                        @dev.pullback.Differentiable static double triple(double x) { return 3 * x; }
                        """);
            }
            return false;
        }

        private void write(String name, String members) {
            try (Writer out =
                    processingEnv.getFiler().createSourceFile("example." + name).openWriter()) {
                out.write("package example; class " + name + " { " + members + " }");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String model(String imports, String expression) {
        return """
                package example;
                import dev.pullback.Differentiable;
                %s
                @FunctionalInterface interface Other { void seen(); }
                class Model {
                  @Differentiable static double f(double x) { %s }
                  static double test() { return ModelGrad.fGrad(5); }
                }
                """.formatted(imports, expression);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 | | return Constants.TWO * x;",
                "1 | | return Constants.three() * x;",
                "2 | | return Constants.three() * x;",
                "3 | | return Constants.three() * x;",
                "2 | import static example.Constants.*; | return three() * x;",
                "2 | import static example.Constants.TWO; | return TWO * x;",
                "2 | | double[] t = Constants.table; return t[1] * x;",
                "2 | | Constants.Pair p = new Constants.Pair(2, 3); return p.b() * x;",
                "2 | | var p = new Constants.Pair(2, 3); return p.b() * x;",
                "2 | | return Constants.triple(x);",
            })
    void waitsForWhatIsGenerated(int round, String imports, String body) {
        double factor = body.contains("TWO") || body.contains("t[1]") ? 2 : 3;
        for (boolean first : new boolean[] {true, false}) {
            Processor ours = new DifferentiableProcessor();
            Processor other = new Constants(round);
            UserBuild.Result result = UserBuild.in(folder)
                    .source("example.Model", model(imports == null ? "" : imports, body))
                    .with(first ? new Processor[] {ours, other} : new Processor[] {other, ours})
                    .run();
            assertTrue(result.succeeded(), result::text);
            assertEquals(factor, result.call("example.Model", "test"));
        }
    }

    @Test
    void callersOfWhatWaitsWaitToo() {
        UserBuild.Result result = UserBuild.in(folder)
                .source("example.Model", model("", "return Constants.three() * x;"))
                .source("example.Caller", """
                        package example;
                        class Caller {
                          @dev.pullback.Differentiable static double g(double x) { return Model.f(x) * 2; }
                          static double test() { return CallerGrad.gGrad(5); }
                        }
                        """)
                .with(new DifferentiableProcessor(), new Constants(2))
                .run()
                .orThrow();
        assertEquals(6.0, result.call("example.Caller", "test"));
    }

    @Test
    void signaturesMayHaveGeneratedTypesOfOthers() {
        UserBuild.Result result = UserBuild.in(folder)
                .source("example.Model", """
                        package example;
                        import dev.pullback.Differentiable;
                        @FunctionalInterface interface Other { void seen(); }
                        class Model {
                          @Differentiable static double f(double x, Constants.Pair p) { return x * p.a(); }
                          static double test() { return ModelGrad.fGrad(5, new Constants.Pair(2, 3)); }
                        }
                        """)
                .with(new DifferentiableProcessor(), new Constants(2))
                .run()
                .orThrow();
        assertEquals(2.0, result.call("example.Model", "test"));
    }

    /** What never comes is javac's to report; the derivatives of the rest are there. */
    @Test
    void whatNeverComesIsReportedByJavacAlone() {
        UserBuild.Result result = UserBuild.in(folder)
                .source("example.Model", model("", "return Nowhere.three() * x;"))
                .source("example.Rest", """
                        package example;
                        class Rest {
                          @dev.pullback.Differentiable static double g(double x) { return x * x; }
                        }
                        """)
                .run();
        assertFalse(result.succeeded());
        List<UserBuild.Message> errors = result.messages().stream()
                .filter(message -> message.kind() == Diagnostic.Kind.ERROR)
                .toList();
        assertEquals(1, errors.size(), result::text);
        assertEquals("Nowhere", errors.get(0).token());
        assertTrue(result.generated().containsKey("example.RestGrad"));
        assertTrue(result.generated().containsKey("example.ModelGrad"), "a stub");
    }

    @Test
    void generatedTypesOfOtherClassesMayBeInSignatures() {
        UserBuild.Result result = UserBuild.in(folder)
                .source("example.Caller", """
                        package example;
                        class Caller {
                          @dev.pullback.Differentiable static double g(double x, ModelGrad.FVjp f) { return x * f.toString().length(); }
                        }
                        """)
                .source("example.Model", """
                        package example;
                        class Model {
                          @dev.pullback.Differentiable static double f(double x) { return x * x; }
                        }
                        """)
                .run()
                .orThrow();
        assertEquals(2, result.generated().size());
    }

    @Test
    void theOwnCompanionInADifferentiatedMethodIsRefused() {
        UserBuild.Result result = UserBuild.in(folder)
                .source("example.Model", model("", "return ModelGrad.class == null ? x : 2 * x;"))
                .run();
        assertEquals(List.of("[Pullback/Unsupported]"), result.codes(), result::text);
        assertTrue(result.text().contains("Move what uses them into another class"), result::text);
    }

    @Test
    void ownGeneratedTypesInTheSignatureOfADifferentiatedMethodAreRefused() {
        UserBuild.Result result =
                UserBuild.in(folder).source("example.Model", """
                        package example;
                        import dev.pullback.Differentiable;
                        @FunctionalInterface interface Other { void seen(); }
                        class Model {
                          @Differentiable static double f(double x) { return x * x; }
                          @Differentiable static double g(double x, ModelGrad.FVjp f) { return x * f.value(); }
                        }
                        """).run();
        assertEquals(List.of("[Pullback/Unsupported]"), result.codes(), result::text);
        assertEquals("g", result.messages().get(0).token());
    }
}
