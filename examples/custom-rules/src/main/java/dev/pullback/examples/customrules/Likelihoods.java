package dev.pullback.examples.customrules;

import dev.pullback.Constant;
import dev.pullback.Differentiable;
import org.hipparchus.distribution.RealDistribution;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/** Logarithms of likelihoods, whose gradients are what a fit needs. */
public final class Likelihoods {

    private Likelihoods() {}

    /** Of gamma-distributed data. */
    @Differentiable
    public static double gamma(double shape, double scale, @Constant double[] data) {
        double sum = 0;
        for (double x : data) {
            sum += (shape - 1) * Math.log(x) - x / scale;
        }
        return sum - data.length * (Gamma.logGamma(shape) + shape * Math.log(scale));
    }

    /** Of beta-distributed data. */
    @Differentiable
    public static double beta(double p, double q, @Constant double[] data) {
        double sum = 0;
        for (double x : data) {
            sum += (p - 1) * Math.log(x) + (q - 1) * Math.log1p(-x);
        }
        return sum - data.length * Beta.logBeta(p, q);
    }

    /** Of data that are known to lie between bounds only, after a shift: any distribution will do. */
    @Differentiable
    public static double censored(RealDistribution distribution, double shift, double[] low, double[] high) {
        double sum = 0;
        for (int i = 0; i < low.length; i++) {
            sum += Math.log(distribution.probability(low[i] - shift, high[i] - shift));
        }
        return sum;
    }
}
