package dev.pullback.examples.customrules;

import dev.pullback.Constant;
import dev.pullback.DerivativesOf;
import dev.pullback.Partial;
import dev.pullback.Wrt;
import org.hipparchus.special.Beta;

/** The beta function and its relatives. */
@DerivativesOf(Beta.class)
public final class BetaRules {

    private BetaRules() {}

    @Partial("logBeta")
    public static double logBetaByP(@Wrt double p, double q) {
        return Digamma.of(p) - Digamma.of(p + q);
    }

    @Partial("logBeta")
    public static double logBetaByQ(double p, @Wrt double q) {
        return Digamma.of(q) - Digamma.of(p + q);
    }

    @Partial("regularizedBeta")
    public static double regularizedBeta(@Wrt double x, @Constant double a, @Constant double b) {
        return Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - Beta.logBeta(a, b));
    }
}
