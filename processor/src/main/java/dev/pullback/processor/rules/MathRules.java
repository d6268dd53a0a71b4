package dev.pullback.processor.rules;

import static dev.pullback.processor.rules.Rule.rule;

import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Operator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table of derivatives: a row a function, a partial an argument.
 *
 * <p>Names in a formula are the arguments, the result {@code y}, and the direction {@code v} where the order of multiplications matters.
 * Besides the functions of {@code Math} there are
 *
 * <ul>
 *   <li>{@code nonzero(e)}, which is {@code e + Double.MIN_VALUE}: e itself for all normal numbers, but never zero, so that an exactly zero
 *       direction divided by it is zero and any other infinite. An addition, not {@code Math.max}: it is as fast, vectorises as well, and
 *       its own derivative is one, so that second derivatives stay free of branches;
 *   <li>{@code infinite}, times an exactly zero direction zero;
 *   <li>{@code undefined}, NaN, but times an exactly zero direction zero.
 * </ul>
 *
 * <p>No formula may branch on the direction: where it is zero its own derivative need not be.
 */
final class MathRules {

    /** Where {@code y} neither has lost digits to underflow nor can overflow when it is divided by {@code x}. */
    private static final String Y_IS_MODERATE = "abs(getExponent(y)) < 960";

    static final List<Rule> OPERATORS = List.of(
            rule("-a", "-1"),
            rule("a + b", "1", "1").ofEqual("2"),
            rule("a - b", "1", "-1"),
            rule("a * b", "b", "a").ofEqual("2 * a"),
            rule("a / b", "1 / b", "-(y * (v / b))"),
            rule("a % b", "1", "-rint((a - y) / b)")
                    .because("the quotient as `%` truncated it; `a / b` can round up to the next integer"));

    static final List<Rule> FUNCTIONS = List.of(
            rule("abs(x)", "signum(x)"),
            rule(
                            "max(a, b)",
                            "a > b ? 1 : a < b ? 0 : a == b ? 0.5 : a + b",
                            "b > a ? 1 : b < a ? 0 : a == b ? 0.5 : a + b")
                    .because("`a + b` is NaN there"),
            rule(
                            "min(a, b)",
                            "a < b ? 1 : a > b ? 0 : a == b ? 0.5 : a + b",
                            "b < a ? 1 : b > a ? 0 : a == b ? 0.5 : a + b")
                    .because("`a + b` is NaN there"),
            rule(
                            "clamp(x, low, high)",
                            "x > low ? x < high ? 1 : x > high ? 0 : 0.5 : x < low ? 0 : x == low ? x < high ? 0.5 : 0 : x",
                            "x < low ? 1 : x > low ? 0 : x == low ? 0.5 : x",
                            "x > high ? 1 : x < high ? 0 : x == high ? 0.5 : x")
                    .on("low <= high"),
            rule("sum(a, b)", "1", "1").because("of `Double` and `Float`"),
            rule("fma(a, b, c)", "b", "a", "1"),
            rule("copySign(a, b)", "signum(a) * copySign(1, b)", "0"),
            rule("scalb(x, n)", "scalb(v, n)", "0"),
            rule("nextUp(x)", "1").because("up to rounding the identity"),
            rule("nextDown(x)", "1").because("up to rounding the identity"),
            rule("nextAfter(x, towards)", "1", "0").because("up to rounding the identity"),
            rule("toRadians(x)", "toRadians(v)"),
            rule("toDegrees(x)", "toDegrees(v)"),
            rule("IEEEremainder(a, b)", "1", "-rint(a / b - y / b)")
                    .because("the quotient as it was rounded; the difference `a - y` can overflow"),
            rule("sqrt(x)", "0.5 / nonzero(y)").on("x >= 0"),
            rule("cbrt(x)", "1 / nonzero(3 * y * y)"),
            rule("hypot(a, b)", "y == 0 ? 0 : a / y * v", "y == 0 ? 0 : b / y * v"),
            rule("exp(x)", "y"),
            rule("expm1(x)", "exp(x)").because("`y + 1` cancels for negative x"),
            rule("log(x)", "1 / nonzero(x)").on("x >= 0"),
            rule("log10(x)", "0.4342944819032518 / nonzero(x)").on("x >= 0"),
            rule("log1p(x)", "1 / nonzero(1 + x)").on("x >= -1"),
            rule(
                            "pow(x, p)",
                            "x == 0 && p < 1 ? p * infinite : " + Y_IS_MODERATE + " ? p * y / x : p * pow(x, p - 1)",
                            "x > 0 ? y * log(x) : x == 0 && p > 0 ? 0 : x == 0 && p <= 0 ? -infinite : undefined")
                    .with("p", 0, "0")
                    .with("p", 1, "1")
                    .with("p", 2, "2 * x")
                    .with("p", 3, "3 * x * x")
                    .with("p", 4, "4 * x * x * x")
                    .with("p", -1, "-(1 / nonzero(x * x))")
                    .with("p", 0.5, "0.5 / nonzero(y)")
                    .with("p", 1.5, "1.5 * sqrt(x)")
                    .because("`p * y / x` costs no second `pow`, but is wrong at 0 and where `y` under- or overflows"),
            rule("sin(x)", "cos(x)"),
            rule("cos(x)", "-sin(x)"),
            rule("tan(x)", "1 + y * y"),
            rule("asin(x)", "1 / nonzero(sqrt((1 - x) * (1 + x)))").on("-1 <= x && x <= 1"),
            rule("acos(x)", "-(1 / nonzero(sqrt((1 - x) * (1 + x))))").on("-1 <= x && x <= 1"),
            rule("atan(x)", "1 / (1 + x * x)"),
            rule(
                            "atan2(a, b)",
                            "hypot(a, b) == 0 ? infinite : b / hypot(a, b) * v / hypot(a, b)",
                            "hypot(a, b) == 0 ? -infinite : -(a / hypot(a, b) * v / hypot(a, b))")
                    .because("`a * a + b * b` would under- and overflow"),
            rule("sinh(x)", "cosh(x)"),
            rule("cosh(x)", "sinh(x)"),
            rule("tanh(x)", "abs(y) < 0.9 ? 1 - y * y : 1 / cosh(x) / cosh(x)")
                    .because("`1 - y * y` cancels where y is near 1"));

    /** In place of a class: the variable of a running extreme stays what it was at a tie. */
    static final String KEEPING_AT_TIES = "a loop's";

    static final List<Rule> RUNNING = List.of(
            rule("max(m, a)", "m >= a ? 1 : m < a ? 0 : m + a", "a > m ? 1 : a <= m ? 0 : m + a"),
            rule("min(m, a)", "m <= a ? 1 : m > a ? 0 : m + a", "a < m ? 1 : a >= m ? 0 : m + a"));

    /** Rounding to fewer digits: up to rounding the identity. */
    private static final List<Rule> BITS = List.of(rule("masked(x, mask)", "1", "0"));

    private static final Set<String> BOXES = Set.of("java.lang.Double", "java.lang.Float");

    private MathRules() {}

    /** The row of an operator with that many operands, if it has one. */
    static Optional<Rule> find(Operator operator, int operands) {
        return rules(operator).stream()
                .filter(rule -> rule.isFor(operator, operands))
                .findFirst();
    }

    private static List<Rule> rules(Operator operator) {
        if (!(operator instanceof Intrinsic function)) {
            return OPERATORS;
        } else if (function.isMath() || BOXES.contains(function.owner())) {
            return FUNCTIONS;
        }
        return switch (function.owner()) {
            case "dev.pullback.Bits" -> BITS;
            case KEEPING_AT_TIES -> RUNNING;
            default -> List.of();
        };
    }
}
