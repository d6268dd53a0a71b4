package corpus;

import static corpus.Args.d;
import static corpus.Args.rows;

import dev.pullback.Differentiable;

/** Methods of the same class that carry no annotation, private ones too. */
@SuppressWarnings("Pullback/DerivativeLost")
final class Helpers {
    private Helpers() {}

    private static double square(double x) {
        return x * x;
    }

    private static double blend(double x, double y, double t) {
        if (t <= 0) {
            return x;
        }
        return x * (1 - t) + square(y) * t;
    }

    @Differentiable
    static double nestedCalls(double x, double y) {
        return blend(square(x), blend(y, x, 0.25), square(blend(x, y, -1)) / 4);
    }

    static Object[][] nestedCallsArgs() {
        return new Object[][] {{0.7, 0.4}, {-1.3, 0.9}};
    }

    @Differentiable
    static double calledInLoop(double[] a, double x) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s = blend(s, a[i], x * (i % 2)) + square(s);
        }
        return s;
    }

    static Object[][] calledInLoopArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2), 0.3}, {d(), 0.3}};
    }

    private static void fill(double[] buffer, double[] a, double x) {
        for (int i = 0; i < buffer.length; i++) {
            buffer[i] = a[i] * x + 0.5 * buffer[i];
        }
    }

    private static double norm(double[] v) {
        double s = 0;
        for (double e : v) {
            s += square(e);
        }
        return Math.sqrt(s);
    }

    @Differentiable
    static double scratchRefilled(double[][] m, double x) {
        double[] scratch = new double[2];
        double s = 0;
        for (double[] row : m) {
            fill(scratch, row, x + s);
            s += norm(scratch);
        }
        return s;
    }

    static Object[][] scratchRefilledArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(-0.2, 0.3), d(0.6, 0.5)), 0.3}, {rows(), 0.3}};
    }

    private static double[] scaled(double[] a, double x) {
        double[] r = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            r[i] = a[i] * x;
        }
        return r;
    }

    private static double[] orSame(double[] a, boolean copy) {
        return copy ? scaled(a, 2) : a;
    }

    @Differentiable
    static double arrayResults(double[] a, double x) {
        double[] b = scaled(scaled(a, x), norm(a));
        double[] same = orSame(b, false);
        same[0] *= x;
        double[] other = orSame(b, true);
        other[0] = 7;
        return b[0] * b[1] + other[1] + other[0];
    }

    static Object[][] arrayResultsArgs() {
        return new Object[][] {{d(0.4, 0.9), 0.3}};
    }

    private static void swap(double[] a, int i, int j) {
        double t = a[i];
        a[i] = a[j];
        a[j] = t;
    }

    @Differentiable
    static void sortedInPlace(double[] a) {
        for (int i = 1; i < a.length; i++) {
            for (int j = i; j > 0 && a[j - 1] > a[j]; j--) {
                swap(a, j - 1, j);
            }
        }
    }

    static Object[][] sortedInPlaceArgs() {
        return new Object[][] {{d(0.9, 0.4, -0.2, 0.6)}, {d(0.1, 0.2)}, {d()}};
    }

    private static double clipped(double x, double[] bounds) {
        if (x < bounds[0]) {
            return bounds[0];
        }
        for (int i = 1; i < bounds.length; i++) {
            if (x > bounds[i]) {
                return bounds[i] + 0.1 * (x - bounds[i]);
            }
        }
        return x * x;
    }

    @Differentiable
    static double earlyReturnsInHelper(double[] a, double[] bounds) {
        double s = 0;
        for (double v : a) {
            s += clipped(v + s, bounds);
        }
        return s;
    }

    static Object[][] earlyReturnsInHelperArgs() {
        return new Object[][] {{d(-2, 0.4, 3.2, 0.1), d(-1, 2, 1.5)}};
    }

    private static int passiveIndex(double x, int n) {
        return (int) (x * 10) % n;
    }

    private static boolean isLarge(double x, double limit) {
        return x * x > limit;
    }

    @Differentiable
    static double passiveResults(double[] a, double x) {
        double s = a[passiveIndex(x, a.length)] * x;
        while (!isLarge(s, 4)) {
            s = s * 1.7 + a[0];
        }
        return isLarge(x, 1) && s > 0 ? s : -s;
    }

    static Object[][] passiveResultsArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.2), 0.37}, {d(0.4, 0.9, 0.2), 1.33}};
    }

    static double sumOfSquares(double[] a, int from, int to) {
        double s = 0;
        for (int i = from; i < to; i++) {
            s += square(a[i]);
        }
        return s;
    }

    @Differentiable
    static double sameHelperDifferentActivity(double[] a, double x) {
        double passive = sumOfSquares(new double[] {1, 2, 3}, 0, 3);
        double active = sumOfSquares(new double[] {x, a[0]}, 0, 2);
        return passive * sumOfSquares(a, 1, a.length) + active + blend(1, x, 0.5) * blend(x, 2, 0.5);
    }

    static Object[][] sameHelperDifferentActivityArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.2), 0.37}};
    }

    private static double writesBoth(double[] a, double[] b) {
        a[0] = a[0] * b[1];
        b[0] = a[0] + b[1];
        return a[1] * b[0];
    }

    @Differentiable
    static double sameArrayPassedTwice(double[] a, double x) {
        double[] b = {x, x * a[0]};
        double r = writesBoth(b, b);
        r += writesBoth(a, b);
        return r * b[0] + a[0];
    }

    static Object[][] sameArrayPassedTwiceArgs() {
        return new Object[][] {{d(0.4, 0.9), 0.37}};
    }

    private static double counterInHelper(int[] counter, double x) {
        counter[0]++;
        return x * counter[0];
    }

    @Differentiable
    static double passiveSideEffects(double x) {
        int[] counter = new int[1];
        double s = counterInHelper(counter, x) * counterInHelper(counter, x * x);
        for (int i = 0; i < counter[0]; i++) {
            s += counterInHelper(new int[] {i}, s);
        }
        return s + counter[0];
    }

    static Object[][] passiveSideEffectsArgs() {
        return new Object[][] {{0.37}};
    }

    private static void rowStep(double[][] m, int i) {
        double[] row = m[i];
        m[i] = m[0];
        m[0] = row;
        row[0] *= m[i][1];
    }

    @Differentiable
    static double helperSwapsRows(double[][] m) {
        double s = 0;
        for (int i = 1; i < m.length; i++) {
            rowStep(m, i);
            s += m[0][0] * m[i][0];
        }
        return s;
    }

    static Object[][] helperSwapsRowsArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(-0.2, 0.3), d(0.6, 0.5))}, {rows(d(0.4, 0.9))}};
    }
}
