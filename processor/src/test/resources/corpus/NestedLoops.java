package corpus;

import static corpus.Args.d;
import static corpus.Args.rows;

import dev.pullback.Differentiable;

/** Loops in loops: inner bounds that vary, zero-trip inside, what is reset and what is carried. */
final class NestedLoops {
    private NestedLoops() {}

    @Differentiable
    static double triangular(double[] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = i + 1; j < a.length; j++) {
                s += a[i] * a[j] / (1 + j - i);
            }
        }
        return s;
    }

    static Object[][] triangularArgs() {
        return new Object[][] {{d(0.5, 1.2, -0.7, 2)}, {d(0.5)}, {d()}};
    }

    @Differentiable
    static double innerReset(double[][] m, double[] x) {
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            double z = 0;
            for (int j = 0; j < x.length; j++) {
                z += m[i][j] * x[j];
            }
            s += Math.tanh(z);
        }
        return s;
    }

    static Object[][] innerResetArgs() {
        return new Object[][] {
            {rows(d(0.5, 1.2), d(-0.7, 0.3), d(0.1, 0.2)), d(0.4, -0.9)}, {rows(), d(0.4)}, {rows(d(), d()), d()}
        };
    }

    @Differentiable
    static double innerCarried(double x, int n, int m) {
        double s = x;
        double c = 1;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                s = Math.sin(s) + c * x;
                c = c * 0.9;
            }
            c += s * 0.1;
        }
        return s * c;
    }

    static Object[][] innerCarriedArgs() {
        return new Object[][] {{0.7, 0, 3}, {0.7, 3, 0}, {0.7, 2, 3}};
    }

    @Differentiable
    static double innerBoundChanges(double x, int n) {
        double s = 0;
        int m = 0;
        for (int i = 0; i < n; i++) {
            for (int j = m; j > 0; j--) {
                s = s * x + j;
            }
            m += i % 2 == 0 ? 2 : -1;
            s += x;
        }
        return s;
    }

    static Object[][] innerBoundChangesArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 1}, {0.7, 5}};
    }

    @Differentiable
    static double threeDeep(double[] a, double x) {
        double s = 0;
        int n = a.length;
        for (int i = 0; i < n; i++) {
            double p = x;
            for (int j = 0; j <= i; j++) {
                double q = p;
                for (int k = j; k < n; k++) {
                    q = q * 0.5 + a[k] * a[i];
                    s += q * q;
                }
                p += q;
            }
            x = p / (1 + i);
        }
        return s + x;
    }

    static Object[][] threeDeepArgs() {
        return new Object[][] {{d(0.5, 1.2, -0.7), 0.4}, {d(), 0.4}};
    }

    @Differentiable
    static double innerWhile(double[] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            double t = a[i];
            while (t > 1) {
                t = Math.sqrt(t) * 0.9;
                s += t * i;
            }
            s *= 1 + t;
        }
        return s;
    }

    static Object[][] innerWhileArgs() {
        return new Object[][] {{d(0.5, 7.2, 3.7)}, {d(0.5, -1)}, {d()}};
    }

    @Differentiable
    static double twoInnerLoops(double[] a) {
        double s = 1;
        for (int i = 0; i < a.length; i++) {
            double up = 0;
            for (int j = 0; j < i; j++) {
                up += a[j] * s;
            }
            double down = 1;
            for (int j = a.length - 1; j > i; j--) {
                down *= a[j];
            }
            s = s * 0.5 + up * down;
        }
        return s;
    }

    static Object[][] twoInnerLoopsArgs() {
        return new Object[][] {{d(0.5, 1.2, -0.7, 2)}, {d(0.0, 1.2, 0.0)}, {d(0.4)}};
    }

    @Differentiable
    static double flattened(double[] m, double[] v, int rows) {
        double s = 0;
        int columns = m.length / rows;
        for (int i = 0; i < rows; i++) {
            double z = 0;
            int at = i * columns;
            for (int j = 0; j < columns; j++, at++) {
                z += m[at] * v[j];
            }
            s += z * z;
        }
        return s;
    }

    static Object[][] flattenedArgs() {
        return new Object[][] {{d(0.5, 1.2, -0.7, 2, 0.1, 0.3), d(0.4, -0.9, 0.2), 2}, {d(1.0, 2.0), d(0.4), 2}};
    }

    @Differentiable
    static double counterReadAfter(double x, int n) {
        int i;
        int total = 0;
        double s = x;
        for (i = 0; i < n; i++) {
            int j = 0;
            for (; j < i; j++) {
                s = s * x + j;
            }
            total += j;
        }
        return s * i + total * x;
    }

    static Object[][] counterReadAfterArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 1}, {0.7, 4}};
    }

    @Differentiable
    static double conditionalInner(double x, int n) {
        double s = x;
        for (int i = 0; i < n; i++) {
            if (i % 2 == 0) {
                for (int j = 0; j < 2; j++) {
                    s = s * 0.7 + x * j;
                }
            } else if (s > 0.8) {
                for (int j = 2; j > 0; j--) {
                    s = Math.sin(s * j);
                }
            }
        }
        return s;
    }

    static Object[][] conditionalInnerArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 4}, {1.9, 5}};
    }
}
