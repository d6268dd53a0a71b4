package dev.pullback.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where users' rules may come from, and where they hold. */
class UserRulesTest {

    private static final String LIBRARY = """
            package library;

            public class Library {
                public static double cube(double x) {
                    return x * x * x;
                }

                public static double root(double x) {
                    return Math.sqrt(x);
                }

                public static void add(double[] x, double[] y) {
                    for (int i = 0; i < x.length; i++) {
                        y[i] += x[i];
                    }
                }

                protected static double hidden(double x) {
                    return x;
                }

                public static double dot(double[] x, double[] y) {
                    return x[0] * y[0];
                }
            }
            """;

    private static final String RULES = """
            package rules;

            import dev.pullback.*;
            import library.Library;

            @DerivativesOf(Library.class)
            public interface Rules {
                @Partial("cube")
                static double cube(@Wrt double x) {
                    return 3 * x * x;
                }

                @Partial("root")
                static double root(@Wrt double x, @Result double y) {
                    return 0.5 / y;
                }

                @Vjp("add")
                static Added add(double[] x, @Written double[] y) {
                    Library.add(x, y);
                    return new Added();
                }

                @Jvp("add")
                static void add(double[] x, @Written double[] y, double[] xDot, double[] yDot) {
                    Library.add(x, y);
                    Library.add(xDot, yDot);
                }

                record Added() {
                    public void applyInto(double[] xBar, double[] yBar) {
                        Library.add(yBar, xBar);
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    private UserBuild build() {
        return UserBuild.in(folder).options("-Xlint:all,-processing", "-Werror");
    }

    private UserBuild.Result library() {
        return UserBuild.in(folder)
                .source("library.Library", LIBRARY)
                .options("-proc:none")
                .run()
                .orThrow();
    }

    private static String model(String annotation, String body) {
        return """
                package user;

                import dev.pullback.*;
                import library.Library;
                import rules.*;

                %s
                final class Model {
                    @Differentiable
                    static double f(double x) {
                        %s
                    }

                    static double slope() {
                        return ModelGrad.fGrad(2);
                    }

                    static double along() {
                        return ModelGrad.fJvp(2, 1).tangent();
                    }

                    static double notAtAll() {
                        return ModelGrad.fJvp(0, 0).tangent() + ModelGrad.fVjp(0).applyAsDouble(0);
                    }
                }
                """.formatted(annotation, body);
    }

    @Test
    void rulesMayHaveBeenCompiledBefore() {
        UserBuild.Result library = library();
        UserBuild.Result rules =
                build().source("rules.Rules", RULES).against(library).run().orThrow();
        UserBuild.Result user = build().source(
                        "user.Model", model("@UseDerivatives(Rules.class)", "return Library.cube(x);"))
                .against(library)
                .against(rules)
                .run()
                .orThrow();
        assertEquals(12.0, user.call("user.Model", "slope"));
        assertEquals(12.0, user.call("user.Model", "along"));
    }

    @Test
    void aPackageNamesRulesForAllOfIt() {
        UserBuild.Result user = build().source("library.Library", LIBRARY)
                .source("rules.Rules", RULES)
                .source("user.package-info", "@dev.pullback.UseDerivatives(rules.Rules.class) package user;")
                .source("user.Model", model("", "return Library.cube(x);"))
                .run()
                .orThrow();
        assertEquals(12.0, user.call("user.Model", "slope"));
    }

    @Test
    void aPackageThatWasCompiledBeforeStillNamesItsRules() {
        UserBuild.Result library = library();
        UserBuild.Result rules = build().source("rules.Rules", RULES)
                .source("user.package-info", "@dev.pullback.UseDerivatives(rules.Rules.class) package user;")
                .against(library)
                .run()
                .orThrow();
        UserBuild.Result user = build().source("user.Model", model("", "return Library.cube(x);"))
                .against(library)
                .against(rules)
                .run()
                .orThrow();
        assertEquals(12.0, user.call("user.Model", "slope"));
    }

    @Test
    void rulesThatNobodyNamesDoNotHold() {
        UserBuild.Result user = build().source("library.Library", LIBRARY)
                .source("rules.Rules", RULES)
                .source("user.Model", model("", "return Library.cube(x);").replace("import rules.*;", ""))
                .run();
        assertEquals(List.of("[Pullback/NoDerivativeRule]"), user.codes());
    }

    @Test
    void whatIsWrongWithRulesThatWereCompiledBeforeIsToldWhereTheyAreNamed() {
        UserBuild.Result library = library();
        UserBuild.Result rules = UserBuild.in(folder)
                .source(
                        "rules.Rules",
                        RULES.replace("static double cube(@Wrt double x)", "static double cube(double x)"))
                .options("-proc:none")
                .against(library)
                .run()
                .orThrow();
        UserBuild.Result user = UserBuild.in(folder)
                .source("user.Model", model("@UseDerivatives(Rules.class)", "return Library.cube(x);"))
                .against(library)
                .against(rules)
                .run();
        assertEquals(List.of("[Pullback/RuleUnusable]", "[Pullback/NoDerivativeRule]"), user.codes());
        assertEquals("f", user.messages().get(0).token());
    }

    @Test
    void aRuleMayBeGeneratedFromAnotherImplementation() {
        String rules = """
                package rules;

                import dev.pullback.*;
                import library.Library;

                @DerivativesOf(Library.class)
                public final class Rules {
                    private Rules() {}

                    @Differentiable
                    public static double own(double[] x, double[] y) {
                        return x[0] * y[0];
                    }

                    @Vjp("dot")
                    public static RulesGrad.OwnVjp dot(double[] x, double[] y) {
                        return RulesGrad.ownVjp(x, y);
                    }

                    @Jvp("dot")
                    public static RulesGrad.OwnJvp dot(double[] x, double[] y, double[] xDot, double[] yDot) {
                        return RulesGrad.ownJvp(x, y, xDot, yDot);
                    }
                }
                """;
        String body = "double[] a = {x, 1}; return Library.dot(a, a);";
        UserBuild.Result user = build().source("user.Model", model("@UseDerivatives(Rules.class)", body))
                .source("library.Library", LIBRARY)
                .source("rules.Rules", rules)
                .run()
                .orThrow();
        assertEquals(4.0, user.call("user.Model", "slope"));
        assertEquals(4.0, user.call("user.Model", "along"));
    }

    @Test
    void anInfinitePartialDerivativeOfWhatDoesNotCountIsNothing() {
        UserBuild.Result user = build().source(
                        "user.Model", model("@UseDerivatives(Rules.class)", "return Library.root(x);"))
                .source("library.Library", LIBRARY)
                .source("rules.Rules", RULES)
                .run()
                .orThrow();
        assertEquals(0.0, user.call("user.Model", "notAtAll"));
    }

    @Test
    void aSteepPartialDerivativeTimesNothingIsNothing() {
        UserBuild.Result user = build().source(
                        "user.Model",
                        model("@UseDerivatives(Rules.class)", "double d = x - 2; return Library.root(d * d);"))
                .source("library.Library", LIBRARY)
                .source("rules.Rules", RULES.replace("@Partial(\"root\")", "@Partial(value = \"root\", steep = true)"))
                .run()
                .orThrow();
        assertEquals(0.0, user.call("user.Model", "slope"));
        assertEquals(0.0, user.call("user.Model", "along"));
    }

    @Test
    void aRuleMayReplaceOneOfOurs() {
        String rules = """
                package rules;

                import dev.pullback.*;

                @DerivativesOf(Math.class)
                public interface Rules {
                    /** Straight through. */
                    @Partial("rint")
                    static double rint(@Wrt double x) {
                        return 1;
                    }
                }
                """;
        UserBuild.Result user = build().source(
                        "user.Model", model("@UseDerivatives(Rules.class)", "return 3 * Math.rint(x);"))
                .source("library.Library", LIBRARY)
                .source("rules.Rules", rules)
                .run()
                .orThrow();
        assertEquals(3.0, user.call("user.Model", "slope"));
        assertEquals(3.0, user.call("user.Model", "along"));
    }

    @Test
    void anArrayThatIsWrittenMustNotBeAnotherArgument() {
        String body = "double[] a = {x}; double[] b = x > 100 ? new double[1] : a; Library.add(a, b); return b[0];";
        UserBuild.Result user = build().source("user.Model", model("@UseDerivatives(Rules.class)", body))
                .source("library.Library", LIBRARY)
                .source("rules.Rules", RULES)
                .run()
                .orThrow();
        for (String mode : List.of("slope", "along")) {
            Throwable thrown =
                    org.junit.jupiter.api.Assertions.assertThrows(Throwable.class, () -> user.call("user.Model", mode));
            while (thrown.getCause() != null) {
                thrown = thrown.getCause();
            }
            assertEquals("b and a share an array, and one of them is written", thrown.getMessage());
        }
    }

    @Test
    void whatGeneratedCodeCannotSeeIsTold() {
        String rules = RULES.replace("public interface Rules", "interface Rules")
                .replace("package rules", "package user")
                .replace(
                        "@Partial(\"root\")",
                        "@Partial(\"hidden\") static double hidden(@Wrt double x) { return 1; }\n"
                                + "@Partial(\"root\")");
        String model = model("@UseDerivatives(Rules.class)", "return Own.hidden(x);")
                        .replace("import rules.*;", "") + "\nclass Own extends Library { }\n";
        UserBuild.Result user = build().source("library.Library", LIBRARY)
                .source("user.Rules", rules)
                .source("user.Model", model)
                .run();
        assertTrue(user.codes().stream().allMatch(code -> code.startsWith("[Pullback/")), user::text);
        assertTrue(user.text().contains("of another package"), user::text);
    }

    @Test
    void typesThatGeneratedCodeCannotNameAreTold() {
        String rules = """
                package rules;

                import dev.pullback.*;
                import library.Library;

                @DerivativesOf(Library.class)
                public final class Rules {
                    public static class Base {
                        public double value() {
                            return 1;
                        }

                        public double tangent() {
                            return 1;
                        }

                        public void applyInto(double seed, double[] xBar, double[] yBar) {}
                    }

                    static final class Hidden extends Base {}

                    @Vjp("dot")
                    public static Hidden dot(double[] x, double[] y) {
                        return new Hidden();
                    }

                    @Jvp("dot")
                    public static Hidden dot(double[] x, double[] y, double[] xDot, double[] yDot) {
                        return new Hidden();
                    }
                }
                """;
        String body = "double[] a = {x}; return Library.dot(a, a);";
        UserBuild.Result user = UserBuild.in(folder)
                .source("user.Model", model("@UseDerivatives(Rules.class)", body))
                .source("library.Library", LIBRARY)
                .source("rules.Rules", rules)
                .run();
        assertEquals(List.of("[Pullback/Unsupported]"), user.codes());
        assertTrue(user.text().contains("type Hidden of another package"), user::text);
    }
}
