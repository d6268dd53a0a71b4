package dev.pullback.examples.customrules;

import dev.pullback.Constant;
import dev.pullback.DerivativesOf;
import dev.pullback.Partial;
import dev.pullback.Result;
import dev.pullback.Wrt;
import org.hipparchus.special.Gamma;

/** The gamma function and its relatives. With respect to the order of the incomplete ones there is no simple formula: it is constant. */
@DerivativesOf(Gamma.class)
public final class GammaRules {

    private GammaRules() {}

    @Partial("gamma")
    public static double gamma(@Wrt double x, @Result double y) {
        return y * Digamma.of(x);
    }

    @Partial("logGamma")
    public static double logGamma(@Wrt double x) {
        return Digamma.of(x);
    }

    @Partial("digamma")
    public static double digamma(@Wrt double x) {
        return Gamma.trigamma(x);
    }

    @Partial("regularizedGammaP")
    public static double regularizedGammaP(@Constant double a, @Wrt double x) {
        return Math.exp((a - 1) * Math.log(x) - x - Gamma.logGamma(a));
    }

    @Partial("regularizedGammaQ")
    public static double regularizedGammaQ(@Constant double a, @Wrt double x) {
        return -regularizedGammaP(a, x);
    }
}
