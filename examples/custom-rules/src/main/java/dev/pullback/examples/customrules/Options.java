package dev.pullback.examples.customrules;

import dev.pullback.Constant;
import dev.pullback.Differentiable;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** Prices of options; their gradients are the Greeks. */
public final class Options {

    static final NormalDistribution NORMAL = new NormalDistribution();

    private Options() {}

    /** A European call by the formula of Black and Scholes. */
    @Differentiable
    public static double call(double spot, @Constant double strike, double rate, double volatility, double years) {
        double deviation = volatility * Math.sqrt(years);
        double d1 = (Math.log(spot / strike) + (rate + volatility * volatility / 2) * years) / deviation;
        double d2 = d1 - deviation;
        return spot * NORMAL.cumulativeProbability(d1)
                - strike * Math.exp(-rate * years) * NORMAL.cumulativeProbability(d2);
    }

    /** A call in the model of Bachelier, where prices are normally distributed. */
    @Differentiable
    public static double bachelier(double forward, @Constant double strike, double deviation) {
        double d = (forward - strike) / deviation;
        return (forward - strike) * NORMAL.cumulativeProbability(d) + deviation * NORMAL.density(d);
    }
}
