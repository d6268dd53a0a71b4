package corpus;

import static corpus.Args.d;

import dev.pullback.Constant;
import dev.pullback.Differentiable;

/** Differentiable methods that {@link Calls} calls from another file. */
public final class Callees {
    private Callees() {}

    @Differentiable
    public static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    public static Object[][] logisticArgs() {
        return new Object[][] {{0.7}, {-30.0}};
    }

    @Differentiable
    public static double term(double[] x, int i) {
        return x[i] * x[(i + 1) % x.length];
    }

    public static Object[][] termArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2), 2}};
    }

    @Differentiable
    public static void derivative(double[] y, double[] dydt, double k) {
        for (int i = 0; i < y.length; i++) {
            dydt[i] = -k * y[i] + y[(i + 1) % y.length] * y[0];
        }
    }

    public static Object[][] derivativeArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2), d(1, 2, 3), 0.3}};
    }

    @Differentiable
    public static double[] scaled(double[] a, double x) {
        double[] r = a.clone();
        for (int i = 0; i < r.length; i++) {
            r[i] *= x * (i + 1);
        }
        return r;
    }

    public static Object[][] scaledArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2), 0.3}};
    }

    @Differentiable
    public static double[] scaledInPlace(double[] a, double x) {
        for (int i = 0; i < a.length; i++) {
            a[i] = a[i] * x + a[0];
        }
        return a;
    }

    public static Object[][] scaledInPlaceArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2), 0.3}};
    }

    @Differentiable
    public static double weighted(double[] a, @Constant double[] weights, double power) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += weights[i] * Math.pow(a[i], power);
        }
        return s;
    }

    public static Object[][] weightedArgs() {
        return new Object[][] {{d(0.4, 0.9), d(0.7, 0.2), 2.5}};
    }

    @Differentiable
    public static double[] pick(double[] a, double[] b, boolean first) {
        return first ? a : b;
    }

    public static Object[][] pickArgs() {
        return new Object[][] {{d(0.4, 0.9), d(0.7, 0.2), true}, {d(0.4, 0.9), d(0.7, 0.2), false}};
    }

    @Differentiable
    public static float single(float x, double y) {
        return (float) (x * y) + x;
    }

    public static Object[][] singleArgs() {
        return new Object[][] {{0.75f, 0.5}};
    }

    @Differentiable
    public static double addRow(double[][] m, int i, double x) {
        m[i][0] += x * m[i][1];
        return m[i][0];
    }

    public static Object[][] addRowArgs() {
        return new Object[][] {{new double[][] {d(0.4, 0.9), d(0.7, 0.2)}, 1, 0.3}};
    }

    // methods that only look at what they are given

    public static boolean isNegative(double x) {
        return x < 0;
    }

    public static boolean isPositiveAndFinite(double x) {
        return !isNegative(x) && x != 0 && !Double.isInfinite(x);
    }

    public static int bucket(float x, int count) {
        int found = 0;
        while (found + 1 < count && x * count > found + 1) {
            found++;
        }
        return found;
    }

    public static void requireFinite(double x, String name) {
        requireFinite(x);
    }

    public static void requireFinite(double x) {
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            throw new IllegalArgumentException("not a number: " + x);
        }
    }
}
