package dev.pullback.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The class that declares a differentiated method uses what is generated for it, in every way that Java has. */
class OwnCompanionTest {

    @TempDir
    private Path folder;

    private UserBuild.Result build(String imports, String members) {
        return UserBuild.in(folder)
                .source("example.Model", """
                        package example;
                        import dev.pullback.Differentiable;
                        import java.util.*;
                        import java.util.function.*;
                        %s
                        public class Model {
                          @Differentiable static double square(double x) { return x * x; }
                          @Differentiable static double dot(double[] x, double[] y) {
                            double s = 0;
                            for (int i = 0; i < x.length; i++) { s += x[i] * y[i]; }
                            return s;
                          }
                          static double apply(DoubleUnaryOperator f, double x) { return f.applyAsDouble(x); }
                          static <T> T id(T t) { return t; }
                          static String which(Object o) { return "object"; }
                          static String which(double d) { return "double"; }
                          %s
                        }
                        """.formatted(imports, members))
                .options("-Xlint:all", "-Werror")
                .run();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "method reference   | | static Object test() { return apply(ModelGrad::squareGrad, 3); }",
                "bound reference    | | static Object test() { DoubleUnaryOperator f = ModelGrad.squareVjp(3)::apply; return f.applyAsDouble(1); }",
                "pullback as an operator | | static Object test() { return apply(ModelGrad.squareVjp(3), 1); }",
                "static import      | import static example.ModelGrad.squareGrad; | static Object test() { return squareGrad(3); }",
                "static star import | import static example.ModelGrad.*; | static Object test() { SquareVjp v = squareVjp(3); return v.apply(1); }",
                "import of a nested type | import example.ModelGrad.SquareVjp; | static Object test() { SquareVjp v = ModelGrad.squareVjp(3); return v.apply(1); }",
                "var                | | static Object test() { var v = ModelGrad.squareVjp(3); return v.apply(1); }",
                "var of an overload | | static Object test() { var v = which(ModelGrad.squareGrad(3)); return v.equals(\"double\") ? 6.0 : 0.0; }",
                "var of a record    | | static Object test() { var v = ModelGrad.squareValueAndGrad(3); return v.grad(); }",
                "var in a loop      | | static Object test() { double s = 0; for (var v : List.of(ModelGrad.squareVjp(3))) { s += v.apply(1); } return s; }",
                "lambda             | | static Object test() { DoubleUnaryOperator f = x -> ModelGrad.squareGrad(x); return f.applyAsDouble(3); }",
                "lambda with a block | | static Object test() { DoubleUnaryOperator f = x -> { var v = ModelGrad.squareVjp(x); return v.apply(1); }; return f.applyAsDouble(3); }",
                "lambda that makes one | | static Object test() { DoubleFunction<ModelGrad.SquareVjp> f = x -> ModelGrad.squareVjp(x); return f.apply(3).apply(1); }",
                "constructor-like reference | | static Object test() { DoubleFunction<ModelGrad.SquareVjp> f = ModelGrad::squareVjp; return f.apply(3).apply(1); }",
                "inferred type argument | | static Object test() { return id(ModelGrad.squareVjp(3)).apply(1); }",
                "stream             | | static Object test() { return List.of(3.0).stream().map(x -> ModelGrad.squareVjp(x)).mapToDouble(v -> v.apply(1)).sum(); }",
                "diamond            | | static Object test() { List<ModelGrad.SquareVjp> all = new ArrayList<>(); all.add(ModelGrad.squareVjp(3)); return all.get(0).apply(1); }",
                "field              | | static final ModelGrad.SquareVjp V = ModelGrad.squareVjp(3); static Object test() { return V.apply(1); }",
                "field initialiser  | | static final double D = ModelGrad.squareGrad(3); static Object test() { return D; }",
                "static block       | | static double d; static { d = ModelGrad.squareGrad(3); } static Object test() { return d; }",
                "instance field     | | private final double d = ModelGrad.squareGrad(3); static Object test() { return new Model().d; }",
                "signature          | | static ModelGrad.SquareVjp made(double x) { return ModelGrad.squareVjp(x); } static Object test() { return made(3).apply(1); }",
                "parameter          | | static double used(ModelGrad.SquareVjp v) { return v.apply(1); } static Object test() { return used(ModelGrad.squareVjp(3)); }",
                "array              | | static Object test() { ModelGrad.SquareVjp[] a = {ModelGrad.squareVjp(3)}; return a[0].apply(1); }",
                "cast and instanceof | | static Object test() { Object o = ModelGrad.squareVjp(3); return o instanceof ModelGrad.SquareVjp v ? v.apply(1) : 0.0; }",
                "type parameter     | | static <T extends ModelGrad.SquareVjp> double of(T t) { return t.apply(1); } static Object test() { return of(ModelGrad.squareVjp(3)); }",
                "class literal      | | static Object test() { return ModelGrad.SquareVjp.class.getSimpleName().equals(\"SquareVjp\") ? 6.0 : 0.0; }",
                "record of the user | | record Kept(ModelGrad.SquareVjp v) {} static Object test() { return new Kept(ModelGrad.squareVjp(3)).v().apply(1); }",
                "nested class       | | static class In { double d() { return ModelGrad.squareGrad(3); } } static Object test() { return new In().d(); }",
                "anonymous class    | | static Object test() { return new Object() { double d() { var v = ModelGrad.squareVjp(3); return v.apply(1); } }.d(); }",
                "local class        | | static Object test() { class L { double d() { return ModelGrad.squareVjp(3).apply(1); } } return new L().d(); }",
                "local record       | | static Object test() { record L(ModelGrad.SquareVjp v) {} return new L(ModelGrad.squareVjp(3)).v().apply(1); }",
                "enum constant      | | enum E { A(ModelGrad.squareGrad(3)); final double d; E(double d) { this.d = d; } } static Object test() { return E.A.d; }",
                "switch             | | static Object test() { return switch (1) { case 1 -> ModelGrad.squareGrad(3); default -> 0.0; }; }",
                "conditional        | | static Object test() { var v = Math.random() < 2 ? ModelGrad.squareVjp(3) : null; return v.apply(1); }",
                "gradient record    | | static Object test() { var g = ModelGrad.dotGrad(new double[] {1}, new double[] {6}); return g.x()[0]; }",
                "string             | | static Object test() { return (\"\" + ModelGrad.squareGrad(3)).equals(\"6.0\") ? 6.0 : 0.0; }",
            })
    void works(String how, String imports, String members) {
        UserBuild.Result result = build(imports == null ? "" : imports, members).orThrow();
        assertEquals(6.0, result.call("example.Model", "test"), how);
        assertEquals(1, result.generated().size());
    }

    /** Where a class comes from no file that can be opened, javac itself has to be asked what {@code var} is, and then believes it. */
    @Test
    void whatOnlyTheFirstCompilerSeesIsTold() {
        UserBuild.Result hidden = UserBuild.in(folder)
                .source(
                        "hidden.Hidden",
                        "package hidden; public class Hidden { public static int three() { return 3; } }")
                .options("-proc:none")
                .run()
                .orThrow();
        UserBuild.Result result = UserBuild.in(folder)
                .source("example.Model", """
                        package example;
                        import dev.pullback.Differentiable;
                        class Model {
                          @Differentiable static double f(double x) { return hidden.Hidden.three() * x; }
                          static double test() {
                            var v = ModelGrad.fVjp(5);
                            return v.apply(1);
                          }
                        }
                        """)
                .against(hidden)
                .files(OwnCompanionTest::withoutFilesByName)
                .run();
        List<String> codes =
                result.codes().stream().filter(code -> code.startsWith("[")).toList();
        assertEquals(List.of("[Pullback/SpoiltByGeneratedType]"), codes, result::text);
    }

    private static JavaFileManager withoutFilesByName(JavaFileManager real) {
        return new ForwardingJavaFileManager<>(real) {
            @Override
            public FileObject getFileForInput(Location location, String packageName, String name) throws IOException {
                return location == StandardLocation.CLASS_PATH
                        ? null
                        : super.getFileForInput(location, packageName, name);
            }
        };
    }

    /** Forcing attribution may leave wrong guesses behind: here javac would take the other overload. */
    @Test
    void overloadsAreChosenByWhatIsGenerated() {
        UserBuild.Result result = build("", """
                static double take(ToDoubleFunction<ModelGrad.SquareVjp> f) { return f.applyAsDouble(ModelGrad.squareVjp(3)); }
                static Object test() { return take(v -> v.apply(1)); }
                """);
        assertEquals(6.0, result.orThrow().call("example.Model", "test"));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void deconstructionWorksOrIsRefusedWithAWayOut() {
        UserBuild.Result result = build("", """
                static Object test() {
                  return ModelGrad.squareValueAndGrad(3) instanceof ModelGrad.SquareValueAndGrad(double value, double grad) ? grad : 0.0;
                }
                static Object inferred() {
                  Object o = ModelGrad.squareValueAndGrad(3);
                  return switch (o) { case ModelGrad.SquareValueAndGrad(var value, var grad) -> grad; default -> 0.0; };
                }
                """);
        assertEquals(6.0, result.orThrow().call("example.Model", "test"));
        assertEquals(6.0, result.call("example.Model", "inferred"));
    }

    /** What is broken anyway is javac's to report, and only once. */
    @Test
    void mistakesOfTheUserAreReportedByJavacAlone() {
        UserBuild.Result result = build("", """
                static Object test() { var v = ModelGrad.squareVjp(3); return v.applied(1); }
                static Object other() { return nothing(); }
                """);
        assertEquals(2, result.messages().size(), result::text);
        assertTrue(result.messages().stream().allMatch(m -> m.text().startsWith("cannot find symbol")), result::text);
        assertEquals(
                List.of("example.ModelGrad"), List.copyOf(result.generated().keySet()));
    }
}
