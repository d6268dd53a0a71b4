package dev.pullback.examples.customrules;

import dev.pullback.Constant;
import dev.pullback.Differentiable;
import org.hipparchus.distribution.RealDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.BesselJ;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/** Every function that there is a rule for, by itself. */
final class Functions {

    private Functions() {}

    @Differentiable
    static double erf(double x) {
        return Erf.erf(x);
    }

    @Differentiable
    static double erfBetween(double low, double high) {
        return Erf.erf(low, high);
    }

    @Differentiable
    static double erfc(double x) {
        return Erf.erfc(x);
    }

    @Differentiable
    static double erfInv(double x) {
        return Erf.erfInv(x);
    }

    @Differentiable
    static double erfcInv(double x) {
        return Erf.erfcInv(x);
    }

    @Differentiable
    static double gamma(double x) {
        return Gamma.gamma(x);
    }

    @Differentiable
    static double logGamma(double x) {
        return Gamma.logGamma(x);
    }

    @Differentiable
    static double digamma(double x) {
        return Gamma.digamma(x);
    }

    @Differentiable
    static double gammaP(@Constant double a, double x) {
        return Gamma.regularizedGammaP(a, x);
    }

    @Differentiable
    static double gammaQ(@Constant double a, double x) {
        return Gamma.regularizedGammaQ(a, x);
    }

    @Differentiable
    static double logBeta(double p, double q) {
        return Beta.logBeta(p, q);
    }

    @Differentiable
    static double betaI(double x, @Constant double a, @Constant double b) {
        return Beta.regularizedBeta(x, a, b);
    }

    @Differentiable
    static double besselJ(@Constant double order, double x) {
        return BesselJ.value(order, x);
    }

    @Differentiable
    static double density(NormalDistribution normal, double x) {
        return normal.density(x);
    }

    @Differentiable
    static double logDensity(NormalDistribution normal, double x) {
        return normal.logDensity(x);
    }

    @Differentiable
    static double cumulative(RealDistribution distribution, double x) {
        return distribution.cumulativeProbability(x);
    }

    @Differentiable
    static double between(RealDistribution distribution, double low, double high) {
        return distribution.probability(low, high);
    }

    @Differentiable
    static double quantile(RealDistribution distribution, double p) {
        return distribution.inverseCumulativeProbability(p);
    }
}
