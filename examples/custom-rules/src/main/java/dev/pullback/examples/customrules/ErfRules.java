package dev.pullback.examples.customrules;

import dev.pullback.DerivativesOf;
import dev.pullback.Partial;
import dev.pullback.Result;
import dev.pullback.Wrt;
import org.hipparchus.special.Erf;

/** The error function, its complement and their inverses. */
@DerivativesOf(Erf.class)
public final class ErfRules {

    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private ErfRules() {}

    @Partial("erf")
    public static double erf(@Wrt double x) {
        return TWO_OVER_ROOT_PI * Math.exp(-x * x);
    }

    @Partial("erf")
    public static double erfByLow(@Wrt double low, double high) {
        return -erf(low);
    }

    @Partial("erf")
    public static double erfByHigh(double low, @Wrt double high) {
        return erf(high);
    }

    @Partial("erfc")
    public static double erfc(@Wrt double x) {
        return -erf(x);
    }

    /** Of an inverse: one over the derivative at the result. */
    @Partial("erfInv")
    public static double erfInv(@Wrt double x, @Result double y) {
        return 1 / erf(y);
    }

    @Partial("erfcInv")
    public static double erfcInv(@Wrt double x, @Result double y) {
        return -1 / erf(y);
    }
}
