package corpus;

import static corpus.Args.d;

import dev.pullback.Differentiable;

/** What random programs found, made small. */
final class FoundByChance {
    private FoundByChance() {}

    @Differentiable
    static double[] cloneOfNothingActive(double a, double[] x, int n) {
        if (n < 2) {
            x[1] *= a;
            return x;
        }
        x = new double[4];
        return x.clone();
    }

    static Object[][] cloneOfNothingActiveArgs() {
        return new Object[][] {{0.8, d(0.7, 0.9, -0.6, 0.4), 1}, {0.8, d(0.7, 0.9, -0.6, 0.4), 3}};
    }

    private static double[] argument(int depth, double p, double[] q) {
        if (depth <= 0 || p < 40) {
            return q;
        }
        return argument(depth - 1, p * p, q.clone());
    }

    @Differentiable
    static double resultNotUsed(double a, double[] x) {
        argument(2, a, x.clone());
        return a * x[0];
    }

    static Object[][] resultNotUsedArgs() {
        return new Object[][] {{0.8, d(0.7, 0.9)}};
    }
}
