package dev.pullback.processor.rules;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hipparchus.analysis.differentiation.FDSFactory;
import org.hipparchus.analysis.differentiation.FieldDerivativeStructure;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;

/**
 * Derivatives by Hipparchus in decimal arithmetic of many digits and a vast range of exponents: what the formulas of the table are to be
 * rounded from.
 */
final class Oracle {

    /** A number with its derivatives. */
    private static final class Jet {

        private final FieldDerivativeStructure<Dfp> jet;

        Jet(FieldDerivativeStructure<Dfp> jet) {
            this.jet = jet;
        }

        Dfp value() {
            return jet.getValue();
        }

        boolean isNegative() {
            return value().strictlyNegative();
        }

        Jet of(UnaryOperator<FieldDerivativeStructure<Dfp>> function) {
            return new Jet(function.apply(jet));
        }

        Jet plus(Jet other) {
            return new Jet(jet.add(other.jet));
        }

        Jet minus(Jet other) {
            return new Jet(jet.subtract(other.jet));
        }

        Jet times(Jet other) {
            return new Jet(jet.multiply(other.jet));
        }

        Jet times(Dfp factor) {
            return new Jet(jet.multiply(factor));
        }

        Jet over(Jet other) {
            return new Jet(jet.divide(other.jet));
        }

        Jet plus(int other) {
            return new Jet(jet.add(other));
        }

        Jet times(int factor) {
            return new Jet(jet.multiply(factor));
        }

        Jet over(int divisor) {
            return new Jet(jet.divide(divisor));
        }

        Jet negated() {
            return times(-1);
        }

        Jet exp() {
            return of(FieldDerivativeStructure::exp);
        }

        Jet log() {
            return of(FieldDerivativeStructure::log);
        }
    }

    /** A function of jets, which may also look at its arguments as they were. */
    private interface Function {
        Jet of(List<Jet> x, double... exactly);
    }

    /** A function of one jet. */
    private static Function of(UnaryOperator<Jet> function) {
        return (x, exactly) -> function.apply(x.get(0));
    }

    private static final DfpField DIGITS = new DfpField(60);

    private static final Set<String> PERIODIC = Set.of("sin", "cos", "tan");

    /** To so many digits that 60 are left of the largest double when it is reduced. */
    private static final BigDecimal TWO_PI = twoPi(400);

    private static final Map<String, Function> FUNCTIONS = Map.ofEntries(
            entry("-a", of(Jet::negated)),
            entry("a + b", (x, exactly) -> x.get(0).plus(x.get(1))),
            entry("a - b", (x, exactly) -> x.get(0).minus(x.get(1))),
            entry("a * b", (x, exactly) -> x.get(0).times(x.get(1))),
            entry("a / b", (x, exactly) -> x.get(0).over(x.get(1))),
            entry("a % b", (x, exactly) -> remainder(x, RoundingMode.DOWN, exactly)),
            entry("abs(x)", of(x -> x.isNegative() ? x.negated() : x)),
            entry("max(a, b)", (x, exactly) -> x.get(exactly[0] > exactly[1] ? 0 : 1)),
            entry("min(a, b)", (x, exactly) -> x.get(exactly[0] < exactly[1] ? 0 : 1)),
            entry(
                    "clamp(x, low, high)",
                    (x, exactly) -> x.get(exactly[0] < exactly[1] ? 1 : exactly[0] > exactly[2] ? 2 : 0)),
            entry("sum(a, b)", (x, exactly) -> x.get(0).plus(x.get(1))),
            entry("fma(a, b, c)", (x, exactly) -> x.get(0).times(x.get(1)).plus(x.get(2))),
            entry(
                    "copySign(a, b)",
                    (x, exactly) -> x.get(0).times((int) (Math.signum(exactly[0]) * Math.copySign(1, exactly[1])))),
            entry("scalb(x, n)", (x, exactly) -> x.get(0).times(DIGITS.getTwo().pow((int) exactly[1]))),
            entry("nextUp(x)", of(x -> x)),
            entry("nextDown(x)", of(x -> x)),
            entry("nextAfter(x, towards)", of(x -> x)),
            entry("toRadians(x)", of(x -> x.times(DIGITS.getPi()).over(180))),
            entry("toDegrees(x)", of(x -> x.times(180).times(DIGITS.getPi().reciprocal()))),
            entry("IEEEremainder(a, b)", (x, exactly) -> remainder(x, RoundingMode.HALF_EVEN, exactly)),
            entry("sqrt(x)", of(x -> x.of(FieldDerivativeStructure::sqrt))),
            entry("cbrt(x)", of(x -> odd(x, positive -> positive.of(FieldDerivativeStructure::cbrt)))),
            entry(
                    "hypot(a, b)",
                    (x, exactly) -> x.get(0)
                            .times(x.get(0))
                            .plus(x.get(1).times(x.get(1)))
                            .of(FieldDerivativeStructure::sqrt)),
            entry("exp(x)", of(Jet::exp)),
            entry("expm1(x)", of(Jet::exp)),
            entry("log(x)", of(Jet::log)),
            entry("log10(x)", of(x -> x.log().times(DIGITS.newDfp(10).log().reciprocal()))),
            entry("log1p(x)", of(x -> x.plus(1).log())),
            entry("pow(x, p)", Oracle::pow),
            entry("sin(x)", of(x -> x.of(FieldDerivativeStructure::sin))),
            entry("cos(x)", of(x -> x.of(FieldDerivativeStructure::cos))),
            entry("tan(x)", of(x -> x.of(FieldDerivativeStructure::tan))),
            entry("asin(x)", of(x -> x.of(FieldDerivativeStructure::asin))),
            entry("acos(x)", of(x -> x.of(FieldDerivativeStructure::acos))),
            entry("atan(x)", of(x -> x.of(FieldDerivativeStructure::atan))),
            entry("atan2(a, b)", Oracle::atan2),
            entry("sinh(x)", of(x -> odd(x, positive -> ofExponentials(positive, 1, -1)))),
            entry("cosh(x)", of(x -> ofExponentials(x, 0, 1))),
            entry("tanh(x)", of(x -> odd(x, Oracle::tanh))));

    private Oracle() {}

    static boolean knows(Row row) {
        return FUNCTIONS.containsKey(row.toString());
    }

    /** The partial with respect to one argument. */
    static Dfp partial(Row row, int index, double... arguments) {
        int[] orders = new int[arguments.length];
        orders[index]++;
        return derivatives(row, 1, arguments).getPartialDerivative(orders);
    }

    /** The second partial with respect to two arguments, or twice to one. */
    static Dfp second(Row row, int i, int j, double... arguments) {
        int[] orders = new int[arguments.length];
        orders[i]++;
        orders[j]++;
        return derivatives(row, 2, arguments).getPartialDerivative(orders);
    }

    private static FieldDerivativeStructure<Dfp> derivatives(Row row, int order, double... arguments) {
        boolean periodic = PERIODIC.contains(row.rule().name());
        FDSFactory<Dfp> factory = new FDSFactory<>(DIGITS, arguments.length, order);
        List<Jet> variables = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            BigDecimal exactly = new BigDecimal(arguments[i]);
            variables.add(new Jet(factory.variable(i, number(periodic ? exactly.remainder(TWO_PI) : exactly))));
        }
        return Objects.requireNonNull(FUNCTIONS.get(row.toString())).of(variables, arguments).jet;
    }

    static Dfp number(double x) {
        return number(new BigDecimal(x));
    }

    /** The number rounded to 60 digits; strings of more Dfp misreads. */
    private static Dfp number(BigDecimal x) {
        BigDecimal rounded = x.round(new MathContext(60));
        return DIGITS.newDfp(rounded.unscaledValue() + "e" + -rounded.scale());
    }

    /** By Machin's formula. */
    private static BigDecimal twoPi(int digits) {
        BigDecimal quarter =
                arctanOfInverse(5, digits).multiply(BigDecimal.valueOf(4)).subtract(arctanOfInverse(239, digits));
        return quarter.multiply(BigDecimal.valueOf(8));
    }

    private static BigDecimal arctanOfInverse(int n, int digits) {
        BigDecimal square = BigDecimal.valueOf((long) n * n);
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(n), digits, RoundingMode.HALF_EVEN);
        BigDecimal sum = power;
        for (int k = 3; power.signum() != 0; k += 2) {
            power = power.divide(square, digits, RoundingMode.HALF_EVEN).negate();
            sum = sum.add(power.divide(BigDecimal.valueOf(k), digits, RoundingMode.HALF_EVEN));
        }
        return sum;
    }

    private static Jet odd(Jet x, UnaryOperator<Jet> ofPositive) {
        return x.isNegative() ? ofPositive.apply(x.negated()).negated() : ofPositive.apply(x);
    }

    /** {@code a - n * b}, n being the exact quotient rounded. */
    private static Jet remainder(List<Jet> x, RoundingMode mode, double... exactly) {
        BigDecimal quotient = new BigDecimal(exactly[0]).divide(new BigDecimal(exactly[1]), 0, mode);
        return x.get(0).minus(x.get(1).times(number(quotient)));
    }

    private static Jet pow(List<Jet> x, double... exactly) {
        Jet base = x.get(0).isNegative() ? x.get(0).negated() : x.get(0);
        Jet positive = base.log().times(x.get(1)).exp();
        return x.get(0).isNegative() && exactly[1] % 2 != 0 ? positive.negated() : positive;
    }

    private static Jet atan2(List<Jet> x, double... exactly) {
        boolean flat = Math.abs(exactly[0]) < Math.abs(exactly[1]);
        Jet tangent = flat ? x.get(0).over(x.get(1)) : x.get(1).over(x.get(0)).negated();
        return tangent.of(FieldDerivativeStructure::atan);
    }

    /** {@code (exp(x) + sign * exp(-x)) / 2}, by its series from the given power on where that would cancel. */
    private static Jet ofExponentials(Jet x, int power, int sign) {
        if (Math.abs(x.value().toDouble()) > 1) {
            return x.exp().plus(x.negated().exp().times(sign)).over(2);
        }
        Jet term = power == 0 ? x.times(0).plus(1) : x;
        Jet sum = term;
        for (int k = power + 2; k <= 60; k += 2) {
            term = term.times(x).times(x).over(k * (k - 1));
            sum = sum.plus(term);
        }
        return sum;
    }

    private static Jet tanh(Jet x) {
        Jet e = x.times(-2).exp();
        return e.negated().plus(1).over(e.plus(1));
    }
}
