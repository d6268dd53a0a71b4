package golden;

import dev.pullback.Constant;
import dev.pullback.DerivativesOf;
import dev.pullback.Differentiable;
import dev.pullback.Partial;
import dev.pullback.Result;
import dev.pullback.UseDerivatives;
import dev.pullback.Wrt;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Gamma;

@UseDerivatives({CustomRule.GammaRules.class, CustomRule.NormalRules.class})
final class CustomRule {
    private CustomRule() {}

    static final NormalDistribution NORMAL = new NormalDistribution();

    @Differentiable
    static double score(double[] x, double scale, @Constant double order) {
        double sum = 0;
        for (double v : x) {
            sum += Gamma.regularizedGammaP(order, scale * v);
        }
        return sum * NORMAL.density(scale);
    }

    static Object[][] scoreArgs() {
        return new Object[][] {{new double[] {0.4, 0.9, 0.7}, 1.2, 1.5}};
    }

    @DerivativesOf(Gamma.class)
    static final class GammaRules {
        private GammaRules() {}

        @Partial("regularizedGammaP")
        static double regularizedGammaP(@Constant double a, @Wrt double x) {
            return Math.exp((a - 1) * Math.log(x) - x - Gamma.logGamma(a));
        }
    }

    @DerivativesOf(NormalDistribution.class)
    static final class NormalRules {
        private NormalRules() {}

        @Partial("density")
        static double slope(NormalDistribution normal, @Wrt double x, @Result double y) {
            double deviation = normal.getStandardDeviation();
            return (normal.getMean() - x) / (deviation * deviation) * y;
        }
    }
}
