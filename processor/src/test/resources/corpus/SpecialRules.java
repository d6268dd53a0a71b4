package corpus;

import dev.pullback.Constant;
import dev.pullback.DerivativesOf;
import dev.pullback.Partial;
import dev.pullback.Result;
import dev.pullback.Wrt;

/** Rules for {@link Special}. */
@DerivativesOf(Special.class)
final class SpecialRules {
    private SpecialRules() {}

    @Partial("cubed")
    static double cubed(@Wrt double x) {
        return 3 * x * x;
    }

    @Partial("cubed")
    static double cubed(@Wrt double x, int times, @Result double y) {
        return Math.pow(3, times) * y / x;
    }

    @Partial("cubed")
    static float cubed(@Wrt float x) {
        return 3 * x * x;
    }

    @Partial("scaled")
    static double scaledByX(@Wrt float x, double factor) {
        return factor;
    }

    @Partial("scaled")
    static double scaledByFactor(float x, @Wrt double factor) {
        return x;
    }

    @Partial("weighted")
    static double weightedByA(@Wrt double a, double b, @Constant double... weights) {
        double s = 0;
        for (double w : weights) {
            s += w;
        }
        return s;
    }

    @Partial("weighted")
    static double weightedByB(double a, @Wrt double b, @Constant double[] weights) {
        double s = 0;
        for (double w : weights) {
            s += w * w;
        }
        return s;
    }

    @Partial("exponential")
    static double exponential(@Wrt double x, @Result double y) {
        return y;
    }

    @Partial(value = "root", steep = true)
    static double root(@Wrt double x, @Result double y) {
        return 0.5 / y;
    }

    @Partial("checked")
    static double checked(@Wrt double x) {
        return 2 * x;
    }

    @Partial("counted")
    static double counted(@Wrt double x, int[] calls) {
        return Math.cos(x);
    }

    @Partial("named")
    static double named(String name, @Wrt double x) {
        return 2 * name.length() * x;
    }
}
