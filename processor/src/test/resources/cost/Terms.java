package cost;

import dev.pullback.Differentiable;

/** Callees whose own cost does not depend on the length of what they are given. */
public final class Terms {
    private Terms() {}

    @Differentiable
    public static double term(double[] x, int i) {
        return x[i] * Math.sin(x[(i + 1) % x.length]);
    }

    @Differentiable
    public static void step(double[] y, int i, double k) {
        y[i] += k * y[(i + 1) % y.length];
    }

    @Differentiable
    public static double rowTerm(double[][] m, int i) {
        return m[i][0] * m[i][0];
    }
}
