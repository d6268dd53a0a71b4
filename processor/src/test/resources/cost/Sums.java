package cost;

import dev.pullback.Differentiable;

/** Loops of n calls. */
public final class Sums {
    private Sums() {}

    @Differentiable
    public static double otherFile(double[] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += Terms.term(x, i);
        }
        return s;
    }

    @Differentiable
    public static double inPlace(double[] x) {
        for (int i = 0; i < x.length; i++) {
            Terms.step(x, i, 0.25);
        }
        return x[0] * x[x.length - 1];
    }

    @Differentiable
    public static double local(double[] x) {
        double[] y = x.clone();
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            Terms.step(y, i, s);
            s += Terms.term(y, i) * Terms.term(x, i);
        }
        return s;
    }

    @Differentiable
    public static double rows(double[] x) {
        double[][] m = new double[x.length][1];
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            m[i][0] = x[i];
            s += Terms.rowTerm(m, i);
        }
        return s;
    }

    @Differentiable
    public static double product(double[] x, int i) {
        double p = x[i];
        for (int j = 0; j < 3; j++) {
            p *= x[(i + j) % x.length];
        }
        return p;
    }

    @Differentiable
    public static double sameFile(double[] x) {
        double s = 0;
        int i = 0;
        while (i < x.length) {
            s += product(x, i++);
        }
        return s;
    }

    private static double helper(double[] x, int i, double s) {
        if (s > 1e9) {
            return s;
        }
        for (int j = 0; j < 2; j++) {
            s = Math.sin(s) + x[(i + j) % x.length];
        }
        return s;
    }

    @Differentiable
    public static double helpers(double[] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s = helper(x, i, s);
        }
        return s;
    }

    private static double recursive(double[] x, int from, int to) {
        if (to - from == 1) {
            return x[from];
        }
        int middle = (from + to) / 2;
        return Math.sin(recursive(x, from, middle)) + recursive(x, middle, to);
    }

    @Differentiable
    public static double recursion(double[] x) {
        return recursive(x, 0, x.length);
    }
}
