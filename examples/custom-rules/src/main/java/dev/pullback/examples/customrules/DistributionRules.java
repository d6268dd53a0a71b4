package dev.pullback.examples.customrules;

import dev.pullback.DerivativesOf;
import dev.pullback.Partial;
import dev.pullback.Result;
import dev.pullback.Wrt;
import org.hipparchus.distribution.RealDistribution;

/** What holds for every continuous distribution: one rule for the interface serves all classes that implement it. */
@DerivativesOf(RealDistribution.class)
public final class DistributionRules {

    private DistributionRules() {}

    @Partial("cumulativeProbability")
    public static double cumulativeProbability(RealDistribution distribution, @Wrt double x) {
        return distribution.density(x);
    }

    @Partial("probability")
    public static double probabilityByLow(RealDistribution distribution, @Wrt double low, double high) {
        return -distribution.density(low);
    }

    @Partial("probability")
    public static double probabilityByHigh(RealDistribution distribution, double low, @Wrt double high) {
        return distribution.density(high);
    }

    @Partial("inverseCumulativeProbability")
    public static double inverseCumulativeProbability(RealDistribution distribution, @Wrt double p, @Result double x) {
        return 1 / distribution.density(x);
    }
}
