package dev.pullback.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/rules.md} is the table, printed; {@code -DupdateDocs=true} writes it. */
class RulesPageTest {

    private static final String HEAD = """
            # Derivative rules

            Generated from the table in `processor/src/main/java/dev/pullback/processor/rules/MathRules.java` by `RulesPageTest`
            (`-DupdateDocs=true` writes this page).

            A row gives the partial derivative with respect to each argument. Both modes multiply it with a direction: forward mode with the
            argument's tangent, reverse mode with the result's cotangent. In the formulas `y` is the function's result and `v` the direction: a
            formula with a `v` is already the product, because the order of operations matters. The code of a partial that nobody needs is
            not generated.

            | in a formula | means |
            |---|---|
            | `nonzero(e)` | `e + Double.MIN_VALUE`: `e` itself for every normal number, but never zero. An exactly zero direction divided by it is zero, another one infinite, without a branch |
            | `infinite` | times an exactly zero direction zero, else infinite |
            | `undefined` | times an exactly zero direction zero, else NaN |

            """;

    private static final String LIMITS = """
            ## Singular points, kinks and the ends of the range

            - At a singular point the derivative is the limit, infinite where that is; an exactly zero direction contributes exactly zero. A NaN
              argument gives NaN, unless the function is linear in it (`a + b`, `a * b`, `toRadians`, ...), so that its partial does not depend on it.
            - `atan2(0, 0)` has no limit; its partials are infinite there, and harmless for a zero direction.
            - Every partial is accurate to about four units in the last place over the whole range, from the smallest to the largest double, in
              every quadrant. Where the result `y` itself is subnormal, a partial that is computed from it is as accurate as `y` is; a
              partial that is subnormal may be zero.
            - `pow` with a result beyond `2^960` or below `2^-960`: accurate to `1e-13`, the rounding of `p - 1` times the logarithm of `x`.
            - `a / b` with a subnormal `b`: the partial with respect to `b` overflows where `1 / b` does. `hypot` that overflows has zero partials.
            - At a singular point a direction below `1e-15` gives a huge number where the row says `nonzero`, not an infinite one.
            - Outside of its domain a function is NaN, and its derivative is not a meaningful number.
            - Where a result overflows (`exp(800)`), so does its derivative, and a zero direction times infinity is NaN.

            """;

    private static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        table(page, "Operators", "", MathRules.OPERATORS);
        String casts = "A cast between `double` and `float` casts the direction.\n\n";
        page.append(casts);
        String functions =
                "Of `Math` and `StrictMath`, whose derivatives call functions of the same class, and the same names in `Double` and `Float`; "
                        + "the overloads for `float` have the same rules in `float`, those for integers are below.\n\n";
        table(page, "Functions", functions, MathRules.FUNCTIONS);
        String running =
                "Where a loop keeps an extreme in a variable, `m = Math.max(m, a)`: the variable stays what it was at a tie.\n\n";
        table(page, "Running extremes", running, MathRules.RUNNING);
        page.append(LIMITS);
        page.append(
                "## Derivative zero\n\nPiecewise constant, or of integers only: comparisons, casts to integers, integer arithmetic, and\n\n");
        list(page, NonDifferentiable.constant());
        list(page, NonDifferentiable.passive());
        page.append(
                "\n## Refused\n\nAn active value would come back from these as another number that still depends on it, so that zero would be wrong:\n\n");
        list(page, NonDifferentiable.refused());
        return page.toString();
    }

    private static void table(StringBuilder page, String title, String text, List<Rule> rules) {
        page.append("## ").append(title).append("\n\n").append(text);
        page.append("| function | partials | defined on | remarks |\n|---|---|---|---|\n");
        rules.forEach(rule -> page.append(rule.markdown()).append('\n'));
        page.append('\n');
    }

    private static void list(StringBuilder page, Map<String, Set<String>> functions) {
        new TreeMap<>(functions)
                .forEach((owner, names) -> page.append("- `")
                        .append(owner)
                        .append("`: ")
                        .append(names.stream()
                                .sorted()
                                .map(name -> "`" + name + "`")
                                .collect(Collectors.joining(", ")))
                        .append('\n'));
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        // the working directory is the project's or the module's
        Path root = Files.isDirectory(Path.of("processor")) ? Path.of("") : Path.of("..");
        Path page = root.resolve("docs/rules.md");
        if (Boolean.getBoolean("updateDocs")) {
            Files.writeString(page, page());
        }
        assertEquals(page(), Files.readString(page));
    }
}
