package corpus;

import static corpus.Args.d;
import static corpus.Args.i;

import dev.pullback.Differentiable;

/** Gather and scatter by int arrays: repeated indices, permutations, index arrays that change. */
@SuppressWarnings("Pullback/DerivativeLost")
final class Scatter {
    private Scatter() {}

    @Differentiable
    static double gather(double[] a, int[] at) {
        double s = 1;
        for (int k : at) {
            s = s * 0.5 + a[k] * a[k];
        }
        return s;
    }

    static Object[][] gatherArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.7), i(2, 0, 2, 2)}, {d(0.4, 0.9), i()}};
    }

    @Differentiable
    static double[] scatterAdd(double[] a, int[] at, int n) {
        double[] sums = new double[n];
        for (int k = 0; k < at.length; k++) {
            sums[at[k]] += a[k] * a[k];
        }
        return sums;
    }

    static Object[][] scatterAddArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.7, 0.2), i(2, 0, 2, 2), 3}, {d(), i(), 2}};
    }

    @Differentiable
    static void scatterOverwrites(double[] values, int[] at, double[] target) {
        for (int k = 0; k < at.length; k++) {
            target[at[k]] = values[k] + 0.5 * target[at[k]] * values[0];
        }
    }

    static Object[][] scatterOverwritesArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.7, 0.2), i(2, 0, 2, 2), d(0.1, 0.2, 0.3)}};
    }

    @Differentiable
    static double lastWriteWins(double[] values, int[] at) {
        double[] target = new double[3];
        for (int k = 0; k < at.length; k++) {
            target[at[k]] = values[k] * values[k];
        }
        return target[0] + 2 * target[1] + 3 * target[2];
    }

    static Object[][] lastWriteWinsArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.7, 0.2), i(2, 0, 2, 0)}};
    }

    @Differentiable
    static double indexArrayChanges(double[] a, int[] next) {
        double s = 0;
        for (int k = 0; k < a.length; k++) {
            s = s * 0.9 + a[next[k]] * (k + 1);
            next[k] = (next[k] + 1) % a.length;
            next[(k + 1) % a.length] = next[k];
            s += a[next[k]] * a[k];
        }
        return s;
    }

    static Object[][] indexArrayChangesArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.7), i(2, 0, 1)}};
    }

    @Differentiable
    static double linkedList(double[] a, int[] next, int start) {
        double s = 1;
        for (int k = start; k >= 0; k = next[k]) {
            s = s * a[k] + 1;
        }
        return s;
    }

    static Object[][] linkedListArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.7), i(-1, 0, 1), 2}, {d(0.4, 0.9), i(-1, 0), -1}};
    }

    @Differentiable
    static double sparseRows(double[] values, int[] columns, int[] starts, double[] x) {
        double s = 0;
        for (int row = 0; row + 1 < starts.length; row++) {
            double z = 0;
            for (int k = starts[row]; k < starts[row + 1]; k++) {
                z += values[k] * x[columns[k]];
            }
            s += z * z;
        }
        return s;
    }

    static Object[][] sparseRowsArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.7, 0.2), i(0, 2, 1, 2), i(0, 2, 2, 4), d(0.3, -0.6, 1.1)}};
    }

    @Differentiable
    static double sortedByKeys(double[] keys, double[] values) {
        int n = keys.length;
        int[] order = new int[n];
        for (int k = 0; k < n; k++) {
            int j = k;
            while (j > 0 && keys[order[j - 1]] > keys[k]) {
                order[j] = order[j - 1];
                j--;
            }
            order[j] = k;
        }
        double s = 0;
        for (int k = 0; k < n; k++) {
            s += (k + 1) * values[order[k]] * keys[order[k]];
        }
        return s;
    }

    static Object[][] sortedByKeysArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.2, 0.7), d(0.3, -0.6, 1.1, 0.5)}, {d(), d()}};
    }

    @Differentiable
    static double[] histogram(double[] a, double width) {
        double[] mass = new double[4];
        for (double v : a) {
            int bin = (int) Math.floor(v / width);
            mass[Math.min(Math.max(bin, 0), 3)] += v * width;
        }
        return mass;
    }

    static Object[][] histogramArgs() {
        return new Object[][] {{d(0.4, 0.95, 0.25, 0.7, -3, 9), 0.3}};
    }

    @Differentiable
    static void permutedInPlace(double[] a, int[] p) {
        for (int start = 0; start < p.length; start++) {
            if (p[start] < 0) {
                continue;
            }
            double carried = a[start];
            int k = start;
            while (p[k] >= 0) {
                int to = p[k];
                double t = a[to];
                a[to] = carried * (to + 1);
                carried = t;
                p[k] = -1;
                k = to;
            }
        }
    }

    static Object[][] permutedInPlaceArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.2, 0.7), i(2, 1, 3, 0)}};
    }

    @Differentiable
    static double booleanMask(double[] a, boolean[] mask, long[] weights) {
        double s = 0;
        for (int k = 0; k < a.length; k++) {
            if (mask[k]) {
                s += weights[k] * a[k] * a[k];
                mask[(k + 1) % a.length] ^= true;
            }
        }
        return s;
    }

    static Object[][] booleanMaskArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.2), new boolean[] {true, true, false}, new long[] {3, -1, 2}}};
    }
}
