package dev.pullback.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Code that is unlike most code: its names, its nesting, its version of Java. */
class EnvironmentsTest {

    private static final String HEAD = "package example;\nimport dev.pullback.Differentiable;\n";

    @TempDir
    private Path folder;

    private UserBuild.Result strictly(String source, String... options) {
        return UserBuild.in(folder)
                .source("example.Model", HEAD + source)
                .options("-Xlint:all,-preview", "-Werror")
                .options(options)
                .run();
    }

    @Test
    void forJava17() {
        UserBuild.Result result = strictly("""
                final class Model {
                  @Differentiable static double f(double x) { return x * x; }
                  static double test() { return ModelGrad.fGrad(3); }
                }
                """, "--release", "17").orThrow();
        assertEquals(6.0, result.call("example.Model", "test"));
    }

    @Test
    void lettersOfAllLanguages() {
        UserBuild.Result result = UserBuild.in(folder)
                .source("été.Modèle", """
                        package été;
                        import dev.pullback.Differentiable;
                        final class Modèle {
                          @Differentiable
                          static double größe(double λ, double[] ψ) {
                            double σ = 0;
                            for (double φ : ψ) {
                              σ += φ * λ;
                            }
                            return σ * σ;
                          }
                          @Differentiable static double ß(double ß) { return ß * ß; }
                          @Differentiable static double 速度(double 時間) { return 5 * 時間 * 時間; }
                          static double test() {
                            ModèleGrad.GrößeGradient g = ModèleGrad.größeGrad(2, new double[] {1, 2});
                            return g.λ() + 100 * g.ψ()[0] + 10_000 * ModèleGrad.ßVjp(3).apply(1)
                                + 1_000_000 * ModèleGrad.速度Grad(1);
                          }
                        }
                        """)
                .options("-Xlint:all", "-Werror")
                .run()
                .orThrow();
        // 2 (1 + 2)^2 2, 2 (2 + 4) 2, 2 * 3, 5 * 2
        assertEquals(36 + 2_400 + 60_000 + 10_000_000, (double) result.call("été.Modèle", "test"), 1e-6);
    }

    @Test
    void methodsOfEveryKindOfType() {
        UserBuild.Result result = strictly("""
                interface Model {
                  @Differentiable static double f(double x) { return x * x; }
                  enum Kind {
                    ONE, TWO;
                    @Differentiable static double f(double x) { return x * x * values().length; }
                    static final class Deep {
                      record Deeper(int n) {
                        @Differentiable static double f(double x) { return Kind.f(x) * x; }
                        @interface Note {
                          class Deepest {
                            @Differentiable static double f(double x) { return Deeper.f(x) * Model.f(x); }
                          }
                        }
                      }
                    }
                  }
                  static double test() {
                    return ModelGrad.fGrad(1)
                        + 100 * Model_KindGrad.fGrad(1)
                        + 10_000 * Model_Kind_Deep_DeeperGrad.fGrad(1)
                        + 1_000_000 * Model_Kind_Deep_Deeper_Note_DeepestGrad.fGrad(1);
                  }
                }
                """).orThrow();
        assertEquals(2 + 400 + 60_000 + 10_000_000, (double) result.call("example.Model", "test"), 1e-6);
    }

    /** A class file without debug information has no names of parameters. */
    @Test
    void calleesInJarsWithoutNames() {
        UserBuild.Result library = UserBuild.in(folder)
                .source("library.Quotes", """
                        package library;
                        import dev.pullback.Differentiable;
                        public final class Quotes {
                          @Differentiable public record Quote(double spot, double[] curve, int n) {
                            public Quote {
                              if (n < 0) {
                                throw new IllegalArgumentException("n");
                              }
                            }
                          }
                          @Differentiable public static double value(Quote quote, double rate) {
                            double sum = quote.spot() * rate;
                            for (double x : quote.curve()) {
                              sum += x * x * quote.n();
                            }
                            return sum;
                          }
                          @Differentiable public static Quote next(Quote quote, double rate) {
                            double[] curve = quote.curve().clone();
                            curve[0] *= rate;
                            return new Quote(quote.spot() * rate, curve, quote.n() + 1);
                          }
                          @Differentiable public static double product(double x, double y) { return x * y; }
                        }
                        """)
                .options("-g:none")
                .run()
                .orThrow();
        UserBuild.Result result = UserBuild.in(folder)
                .source("example.Model", """
                        package example;
                        import dev.pullback.Differentiable;
                        import library.Quotes;
                        final class Model {
                          @Differentiable static double f(Quotes.Quote quote, double rate) {
                            return Quotes.product(Quotes.value(quote, rate), Quotes.value(Quotes.next(quote, rate), 2));
                          }
                          static double test() {
                            Quotes.Quote quote = new Quotes.Quote(1.5, new double[] {1, 2}, 2);
                            double step = 1e-4;
                            double difference = (f(quote, 0.7 + step) - f(quote, 0.7 - step)) / (2 * step);
                            double along = ModelGrad.fJvp(
                                quote, 0.7, new library.Quotes_QuoteTangent(0, new double[2]), 1).tangent();
                            return Math.abs(difference - ModelGrad.fGrad(quote, 0.7).rate())
                                + Math.abs(difference - along);
                          }
                        }
                        """)
                .options("-Xlint:all", "-Werror")
                .against(library)
                .run()
                .orThrow();
        assertEquals(0, (double) result.call("example.Model", "test"), 1e-5);
    }

    @Test
    void recordsWithConstructors() {
        UserBuild.Result result = strictly("""
                final class Model {
                  record Range(double low, double high) {
                    Range {
                      if (low > high) {
                        throw new IllegalArgumentException();
                      }
                    }
                    Range(double high) {
                      this(0, high);
                    }
                  }
                  record Named(String name) {
                    Named(String name) {
                      this.name = name.trim();
                    }
                  }
                  @Differentiable static double f(double x) {
                    return x * new Range(3).high() * new Named(" a ").name().length();
                  }
                }
                """);
        assertTrue(result.succeeded(), result::text);
    }

    // --- what came after Java 17, around differentiable methods

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void laterJavaAround() {
        UserBuild.Result result = strictly("""
                import module java.base;
                final class Model {
                  sealed interface Shape permits Circle, Square {}
                  record Circle(double r) implements Shape {}
                  record Square(double a) implements Shape {}
                  static double area(Shape shape) {
                    return switch (shape) {
                      case Circle(double r) -> Math.PI * r * r;
                      case Square(var a) when a < 0 -> 0;
                      case Square(var a) -> a * a;
                    };
                  }
                  @Differentiable
                  static double f(double x, List<Shape> shapes) {
                    double sum = 0;
                    for (var _ : shapes) {
                      sum += x * x;
                    }
                    return sum * area(shapes.getFirst());
                  }
                  static double test() { return ModelGrad.fGrad(3, List.of(new Square(2), new Circle(1))); }
                }
                """).orThrow();
        assertEquals(2 * 6 * 4.0, result.call("example.Model", "test"));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25, max = JRE.JAVA_25)
    void previewsAround() {
        UserBuild.Result result = strictly("""
                final class Model {
                  static int size(int n) {
                    return switch (n) {
                      case int i when i > 3 -> 10;
                      case int _ -> 1;
                    };
                  }
                  @Differentiable static double f(double x, int n) { return x * x * size(n); }
                  @Differentiable static double g(double x, int n) { return n instanceof byte b ? x * b : x * x; }
                  @Differentiable static double h(double x, boolean b) {
                    return switch (b) { case true -> x * x; case false -> x; };
                  }
                }
                """, "--enable-preview", "--release", "25");
        assertTrue(result.succeeded(), result::text);
        assertEquals(
                List.of("example.ModelGrad"), List.copyOf(result.generated().keySet()));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void patternsOfLaterJavaAreRefusedAtTheirTokens() {
        UserBuild.Result result = strictly("""
                final class Model {
                  record Circle(double r) {}
                  @Differentiable static double f(double x, Object o) {
                    return switch (o) {
                      case String s -> x * s.length();
                      default -> x;
                    };
                  }
                  @Differentiable static double g(double x, Object o) {
                    if (o instanceof Circle(double r)) {
                      return x * r;
                    }
                    return x;
                  }
                }
                """);
        List<Long> lines = result.messages().stream()
                .filter(message -> message.code().equals("[Pullback/Unsupported]"))
                .map(UserBuild.Message::line)
                .toList();
        assertEquals(List.of(7L, 12L), lines, result::text);
    }

    /** A class that nobody can name cannot have a companion that calls it. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void aFileWithoutAClass() {
        UserBuild.Result result = UserBuild.in(folder).source("Compact", """
                        import dev.pullback.Differentiable;
                        @Differentiable
                        static double f(double x) { return x * x; }
                        void main() { IO.println(CompactGrad.fGrad(3)); }
                        """).run();
        assertEquals(List.of("[Pullback/Unsupported]"), result.codes(), result::text);
        assertEquals(3, result.messages().get(0).line());
    }
}
