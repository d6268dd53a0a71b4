package corpus;

import static corpus.Args.d;
import static corpus.Args.rows;

import dev.pullback.Differentiable;

/** Arrays of arrays: row references, rows swapped, shared and replaced, jagged and null rows, scratch buffers. */
final class Arrays2D {
    private Arrays2D() {}

    @Differentiable
    static double jaggedSum(double[][] m) {
        double s = 0;
        for (double[] row : m) {
            double p = 1;
            for (double v : row) {
                p *= v;
            }
            s += p;
        }
        return s;
    }

    static Object[][] jaggedSumArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(), d(0.7, 0.0, 1.1))}, {rows()}};
    }

    @Differentiable
    static double rowReference(double[][] m, int i, int j) {
        double[] row = m[i];
        double[] other = m[j];
        double s = 0;
        for (int k = 0; k < row.length; k++) {
            s += row[k] * other[k] * other[k];
        }
        return s;
    }

    static Object[][] rowReferenceArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(0.7, 0.2)), 0, 1}, {rows(d(0.4, 0.9), d(0.7, 0.2)), 1, 1}};
    }

    @Differentiable
    static double rowsSwapped(double[][] m) {
        double[] t = m[0];
        m[0] = m[1];
        m[1] = t;
        t[0] *= 3;
        m[0][1] += m[1][0] * m[0][0];
        return m[0][1] * t[1];
    }

    static Object[][] rowsSwappedArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(0.7, 0.2))}};
    }

    @Differentiable
    static void rowsRotated(double[][] m, int n) {
        for (int k = 0; k < n; k++) {
            double[] first = m[0];
            for (int i = 0; i + 1 < m.length; i++) {
                m[i] = m[i + 1];
                m[i][0] *= first[0];
            }
            m[m.length - 1] = first;
            first[1] += k;
        }
    }

    static Object[][] rowsRotatedArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(0.7, 0.2), d(1.1, -0.5)), 4}, {rows(d(0.4, 0.9), d(0.7, 0.2)), 0}};
    }

    @Differentiable
    static double rowSharedLocally(double x, double y) {
        double[][] m = new double[3][2];
        m[1] = m[0];
        m[0][0] = x;
        m[1][0] *= y;
        m[2][1] = m[1][0] + m[0][0];
        m[0] = m[2];
        m[0][1] *= x;
        return m[2][1] * m[1][0];
    }

    static Object[][] rowSharedLocallyArgs() {
        return new Object[][] {{0.4, 0.9}};
    }

    @Differentiable
    static void transposed(double[][] m) {
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < i; j++) {
                double t = m[i][j];
                m[i][j] = m[j][i] * 2;
                m[j][i] = t * t;
            }
        }
    }

    static Object[][] transposedArgs() {
        return new Object[][] {{rows(d(0.4, 0.9, 0.1), d(0.7, 0.2, -0.3), d(1.1, -0.5, 0.6))}, {rows()}};
    }

    @Differentiable
    static double[] matrixVector(double[][] m, double[] v) {
        double[] r = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < v.length; j++) {
                r[i] += m[i][j] * v[j];
            }
        }
        return r;
    }

    static Object[][] matrixVectorArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(0.7, 0.2), d(1.1, -0.5)), d(0.3, -0.8)}, {rows(), d()}};
    }

    @Differentiable
    static double[][] outer(double[] a, double[] b) {
        double[][] r = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                r[i][j] = a[i] * b[j] + (i > 0 ? r[i - 1][j] * a[0] : 0);
            }
        }
        return r;
    }

    static Object[][] outerArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.7), d(0.3, -0.8)}, {d(0.4), d()}};
    }

    @Differentiable
    static double scratchRowReused(double[][] m, double x) {
        double[] scratch = new double[2];
        double s = 0;
        for (double[] row : m) {
            for (int j = 0; j < 2; j++) {
                scratch[j] = row[j] * x + scratch[1 - j] * 0.5;
            }
            s += scratch[0] * scratch[1];
        }
        return s;
    }

    static Object[][] scratchRowReusedArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(0.7, 0.2), d(1.1, -0.5)), 0.3}, {rows(), 0.3}};
    }

    @Differentiable
    static double threeRanks(double[][][] t, double x) {
        double s = 0;
        for (int i = 0; i < t.length; i++) {
            double[][] plane = t[i];
            for (int j = 0; j < plane.length; j++) {
                for (int k = 0; k < plane[j].length; k++) {
                    s = s * x + t[i][j][k] * plane[j][0];
                }
            }
        }
        return s;
    }

    static Object[][] threeRanksArgs() {
        return new Object[][] {
            {new double[][][] {rows(d(0.4, 0.9), d(0.7)), rows(), rows(d(1.1, -0.5, 0.2))}, 0.3}, {new double[0][][], 0.3}
        };
    }

    @Differentiable
    static void rowReplaced(double[][] m, double x) {
        double[] old = m[0];
        m[0] = new double[] {x, old[1] * x};
        m[0][0] *= m[0][1];
        old[0] = 5;
    }

    static Object[][] rowReplacedArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(0.7, 0.2)), 0.3}};
    }

    @Differentiable
    static double[] rowReturned(double[][] m, int i, double x) {
        double[] row = m[i];
        row[0] = row[0] * x + m[0][1];
        return row;
    }

    static Object[][] rowReturnedArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(0.7, 0.2)), 0, 0.3}, {rows(d(0.4, 0.9), d(0.7, 0.2)), 1, 0.3}};
    }

    @Differentiable
    static double nullRows(double[][] m, double x) {
        double s = x;
        for (int i = 0; i < m.length; i++) {
            if (m[i] == null) {
                s *= 2;
                continue;
            }
            s += m[i][0] * x;
        }
        return s;
    }

    static Object[][] nullRowsArgs() {
        return new Object[][] {{new double[][] {d(0.4, 0.9), null, d(0.7)}, 0.3}};
    }

    @Differentiable
    static double rowsByReference(double[][] m, int n) {
        double[][] local = new double[n][];
        for (int i = 0; i < n; i++) {
            local[i] = m[(i * 2) % m.length];
        }
        double s = 0;
        for (int i = 0; i < n; i++) {
            local[i][0] = local[i][0] * 0.9 + s;
            s += local[i][0] * local[n - 1 - i][1];
        }
        return s;
    }

    static Object[][] rowsByReferenceArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(0.7, 0.2), d(0.3, 0.5)), 5}, {rows(d(0.4, 0.9)), 0}};
    }

    @Differentiable
    static double pascal(double x, int n) {
        double[][] triangle = new double[n + 1][];
        for (int i = 0; i <= n; i++) {
            triangle[i] = new double[i + 1];
            triangle[i][0] = 1;
            for (int j = 1; j <= i; j++) {
                triangle[i][j] = x * triangle[i - 1][j - 1] + (j < i ? triangle[i - 1][j] : 0);
            }
        }
        double s = 0;
        for (double v : triangle[n]) {
            s = s * 0.5 + v;
        }
        return s;
    }

    static Object[][] pascalArgs() {
        return new Object[][] {{0.4, 0}, {0.4, 3}};
    }
}
