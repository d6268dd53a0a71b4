package rejections;

import dev.pullback.Constant;
import dev.pullback.Differentiable;
import java.util.function.DoubleUnaryOperator;

final class NoDerivativeRule {

    static synchronized double locked(double x) {
        return 2 * x;
    }

    static <T> double generic(T unused, double x) {
        return 2 * x;
    }

    @Differentiable
    static double ofALibrary(double x) {
        return x + Library.cube(x) + 1; // ERROR [Pullback/NoDerivativeRule] at Library.cube
    }

    @Differentiable
    static double ofBits(double x) {
        long bits = Double.doubleToLongBits(x); // ERROR [Pullback/NoDerivativeRule] at Double.doubleToLongBits
        return Double.longBitsToDouble(bits);
    }

    @Differentiable
    static double ofAHelper(double x) {
        return locked(x) + generic("", x); // ERROR [Pullback/NoDerivativeRule] at locked // ERROR [Pullback/NoDerivativeRule] at generic
    }

    @Differentiable
    static double ofAFunction(double x, DoubleUnaryOperator f) {
        return f.applyAsDouble(x); // ERROR [Pullback/NoDerivativeRule] at f.applyAsDouble
    }

    @Differentiable
    static double ofAnArray(double[] x) {
        return java.util.Arrays.stream(x).sum(); // ERROR [Pullback/NoDerivativeRule] at java.util.Arrays.stream(x).sum
    }

    @Differentiable
    static double inPlace(double[] x, double y) {
        java.util.Arrays.sort(x); // ERROR [Pullback/NoDerivativeRule] at java.util.Arrays.sort
        return x[0] * y;
    }

    @Differentiable
    static double callsWhatIsRefused(double[] x, double y) {
        return inPlace(x, y) * y;
    }

    @Differentiable
    static double ofRows(double[][] x) {
        double[][] copy = java.util.Arrays.stream(x).map(double[]::clone).toArray(double[][]::new); // ERROR [Pullback/NoDerivativeRule] at java.util.Arrays.stream(x).map(double[]::clone).toArray
        return copy[0][0];
    }

    @Differentiable
    static double ofConstants(double x, @Constant double y) {
        return x * Library.cube(y);
    }
}

final class NoDerivativeRuleUser {
    static double uses(double x) {
        NoDerivativeRuleGrad.OfALibraryVjp pullback = NoDerivativeRuleGrad.ofALibraryVjp(x);
        return pullback.value()
                + pullback.applyAsDouble(1)
                + NoDerivativeRuleGrad.ofBitsGrad(x)
                + NoDerivativeRuleGrad.ofAHelperJvp(x, 1).tangent()
                + NoDerivativeRuleGrad.ofAFunctionValueAndGrad(x, Math::sin).grad()
                + NoDerivativeRuleGrad.ofAnArrayGrad(new double[] {x})[0]
                + NoDerivativeRuleGrad.callsWhatIsRefusedVjp(new double[] {x}, x).value()
                + NoDerivativeRuleGrad.ofConstantsGrad(x, 2);
    }
}
