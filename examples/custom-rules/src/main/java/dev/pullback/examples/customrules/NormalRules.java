package dev.pullback.examples.customrules;

import dev.pullback.DerivativesOf;
import dev.pullback.Partial;
import dev.pullback.Result;
import dev.pullback.Wrt;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** What holds for normal distributions only. */
@DerivativesOf(NormalDistribution.class)
public final class NormalRules {

    private NormalRules() {}

    @Partial("density")
    public static double density(NormalDistribution normal, @Wrt double x, @Result double y) {
        return y * logDensity(normal, x);
    }

    @Partial("logDensity")
    public static double logDensity(NormalDistribution normal, @Wrt double x) {
        double deviation = normal.getStandardDeviation();
        return (normal.getMean() - x) / (deviation * deviation);
    }
}
