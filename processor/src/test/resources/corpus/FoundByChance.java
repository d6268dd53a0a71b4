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

    /** The pullback must not read again what the caller got back and may have changed. */
    @Differentiable
    static double[] returnsWhatItRead(double[] x, double[] g) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.sin(x[i]);
        }
        g[0] = sum;
        return x;
    }

    @Differentiable
    static double[] returnsEither(double[] x, double[] y, double[] g, int n) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.sin(x[i] * y[i]);
        }
        g[0] = sum;
        return n > 3 ? x : y;
    }

    @Differentiable
    static double[] returnsARow(double[][] x, double[] g) {
        double sum = 0;
        for (double[] row : x) {
            for (double element : row) {
                sum += Math.sin(element);
            }
        }
        g[0] = sum;
        return x[0];
    }

    static Object[][] returnsWhatItReadArgs() {
        return new Object[][] {{d(0.7, 0.9, -0.6), d(0.3)}};
    }

    static Object[][] returnsEitherArgs() {
        return new Object[][] {{d(0.7, 0.9), d(0.4, -0.2), d(0.3), 2}, {d(0.7, 0.9), d(0.4, -0.2), d(0.3), 5}};
    }

    static Object[][] returnsARowArgs() {
        return new Object[][] {{new double[][] {d(0.7, 0.9), d(0.4)}, d(0.3)}};
    }
}
