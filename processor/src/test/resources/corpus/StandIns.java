package corpus;

import static corpus.Args.d;

import dev.pullback.Differentiable;
import org.hipparchus.util.FastMath;

/** Libraries' versions of Math, and arithmetic on the digits of numbers. */
final class StandIns {
    private static final double HALF_LOG_TWO_PI = 0.5 * FastMath.log(2 * FastMath.PI);

    private StandIns() {}

    @Differentiable
    static double functions(double x, double y) {
        return FastMath.exp(x) * FastMath.sin(y) + FastMath.log(y) / FastMath.sqrt(x) - FastMath.atan2(y, x)
                + HALF_LOG_TWO_PI * FastMath.max(x, y) + FastMath.floor(x) * FastMath.abs(y) + FastMath.hypot(x, y);
    }

    static Object[][] functionsArgs() {
        return new Object[][] {{0.7, 0.4}, {1.9, 1.2}};
    }

    @Differentiable
    static double integerPowers(double x, int n) {
        return FastMath.pow(x, n) + FastMath.pow(x, 3) * FastMath.pow(x, 7L) - FastMath.pow(x, 1.5);
    }

    static Object[][] integerPowersArgs() {
        return new Object[][] {{0.7, 4}, {1.3, -2}, {1.3, 0}};
    }

    /** The product of sums, with the rounding error of each product added (Ogita, Rump and Oishi 2005, section 3). */
    @Differentiable
    static double compensatedDot(double[] a, double[] b) {
        double sum = 0;
        double low = 0;
        for (int i = 0; i < a.length; i++) {
            double aHigh = Double.longBitsToDouble(Double.doubleToRawLongBits(a[i]) & ((-1L) << 27));
            double aLow = a[i] - aHigh;
            double bHigh = Double.longBitsToDouble(-134217728L & Double.doubleToRawLongBits(b[i]));
            double bLow = b[i] - bHigh;
            double product = a[i] * b[i];
            double rest = aLow * bLow - (((product - aHigh * bHigh) - aLow * bHigh) - aHigh * bLow);
            double next = sum + product;
            double z = next - sum;
            low += (sum - (next - z)) + (product - z) + rest;
            sum = next;
        }
        return sum + low;
    }

    static Object[][] compensatedDotArgs() {
        return new Object[][] {{d(0.3, -1.7, 2.2), d(1.1, 0.4, -0.6)}};
    }

    @Differentiable
    static double squareOfHalves(double x) {
        double z = 134217729 * x;
        double high = (x + z) - z;
        double low = x - high;
        return high * high + 2 * high * low + low * low;
    }

    static Object[][] squareOfHalvesArgs() {
        return new Object[][] {{0.7}, {-13.4}};
    }
}
