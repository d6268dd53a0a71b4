package corpus;

import static corpus.Args.d;
import static corpus.Args.i;
import static corpus.Args.rows;

import dev.pullback.Differentiable;

/** Direct and mutual recursion, annotated or through helpers. */
final class Recursion {
    private Recursion() {}

    @Differentiable
    static double power(double x, int n) {
        return n == 0 ? 1 : x * power(x, n - 1);
    }

    static Object[][] powerArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 4}, {0.0, 2}};
    }

    @Differentiable
    static double powerByHalving(double x, int n) {
        if (n == 0) {
            return 1;
        }
        double half = powerByHalving(x, n / 2);
        return n % 2 == 0 ? half * half : half * half * x;
    }

    static Object[][] powerByHalvingArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 1}, {0.7, 11}};
    }

    @Differentiable
    static double even(double x, int n) {
        return n == 0 ? x : Math.sin(odd(x * 0.9, n - 1)) + x;
    }

    static Object[][] evenArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 1}, {0.7, 4}};
    }

    @Differentiable
    static double odd(double x, int n) {
        if (n == 0) {
            return x * x;
        }
        return even(x + 0.1, n - 1) * x;
    }

    static Object[][] oddArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 1}, {0.7, 4}};
    }

    @Differentiable
    static double determinant(double[][] m) {
        int n = m.length;
        if (n == 1) {
            return m[0][0];
        }
        double det = 0;
        double sign = 1;
        for (int column = 0; column < n; column++) {
            double[][] minor = new double[n - 1][n - 1];
            for (int i = 1; i < n; i++) {
                for (int j = 0, at = 0; j < n; j++) {
                    if (j != column) {
                        minor[i - 1][at++] = m[i][j];
                    }
                }
            }
            det += sign * m[0][column] * determinant(minor);
            sign = -sign;
        }
        return det;
    }

    static Object[][] determinantArgs() {
        return new Object[][] {
            {rows(d(0.4))}, {rows(d(0.4, 0.9), d(0.7, 0.2))}, {rows(d(0.4, 0.9, 1), d(0.7, 0.2, -1), d(0.0, 0.5, 0.3))}
        };
    }

    private static double adaptive(double a, double b, double x, int depth) {
        double m = 0.5 * (a + b);
        double coarse = (b - a) * Math.exp(-x * m * m);
        double fine = 0.5 * (b - a) * (Math.exp(-x * (a + m) * (a + m) / 4) + Math.exp(-x * (m + b) * (m + b) / 4));
        if (depth == 0 || Math.abs(fine - coarse) < 1e-2) {
            return fine + (fine - coarse) / 3;
        }
        return adaptive(a, m, x, depth - 1) + adaptive(m, b, x, depth - 1);
    }

    @Differentiable
    static double adaptiveIntegral(double a, double b, double x) {
        return adaptive(a, b, x, 4);
    }

    static Object[][] adaptiveIntegralArgs() {
        return new Object[][] {{0.1, 0.2, 0.7}, {-0.3, 2.1, 1.7}};
    }

    private static void mergeSorted(double[] a, double[] scratch, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) / 2;
        mergeSorted(a, scratch, from, middle);
        mergeSorted(a, scratch, middle, to);
        for (int i = from, j = middle, k = from; k < to; k++) {
            scratch[k] = j == to || i < middle && a[i] <= a[j] ? a[i++] : a[j++];
        }
        System.arraycopy(scratch, from, a, from, to - from);
    }

    @Differentiable
    static double mergeSort(double[] a) {
        mergeSorted(a, new double[a.length], 0, a.length);
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += (i + 1) * a[i] * a[i];
        }
        return s;
    }

    static Object[][] mergeSortArgs() {
        return new Object[][] {{d(0.4, 0.1, 0.9, -0.2, 0.6)}, {d(0.4)}, {d()}};
    }

    private static double tree(double[] values, int[] left, int[] right, int node, double x) {
        if (node < 0) {
            return x;
        }
        double l = tree(values, left, right, left[node], x * values[node]);
        double r = tree(values, left, right, right[node], x + l);
        values[node] *= 1 + l;
        return l * r + values[node];
    }

    @Differentiable
    static double treeWalk(double[] values, int[] left, int[] right, double x) {
        return tree(values, left, right, 0, x) + values[0];
    }

    static Object[][] treeWalkArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.3), i(1, -1, -1), i(2, -1, -1), 0.5}, {d(0.4), i(-1), i(-1), 0.5}};
    }

    private static double expression(double[] inputs, int[] depth, double x) {
        double s = factor(inputs, depth, x);
        while (depth[0] < inputs.length) {
            s += factor(inputs, depth, s);
        }
        return s;
    }

    private static double factor(double[] inputs, int[] depth, double x) {
        double v = inputs[depth[0]++];
        return v < 0 && depth[0] < inputs.length ? v * expression(inputs, depth, v * x) : v * x;
    }

    @Differentiable
    static double mutualHelpers(double[] inputs, double x) {
        return expression(inputs, new int[1], x);
    }

    static Object[][] mutualHelpersArgs() {
        return new Object[][] {{d(0.4, -0.9, 0.3, 1.2), 0.5}, {d(0.4), 0.5}};
    }

    @Differentiable
    static double ackermannLike(double x, int m, int n) {
        if (m == 0) {
            return x + n * 0.1;
        }
        if (n == 0) {
            return ackermannLike(x * 1.1, m - 1, 1);
        }
        double inside = ackermannLike(x, m, n - 1);
        return ackermannLike(Math.sin(inside), m - 1, n) + x;
    }

    static Object[][] ackermannLikeArgs() {
        return new Object[][] {{0.7, 0, 2}, {0.7, 2, 2}};
    }
}
