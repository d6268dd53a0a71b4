package corpus;

import static corpus.Args.d;
import static corpus.Args.rows;

import dev.pullback.Constant;
import dev.pullback.Differentiable;

/** Whole algorithms of numerical analysis. */
final class NumericalMethods {
    private NumericalMethods() {}

    private static void lotkaVolterra(double[] y, double[] p, double[] dydt) {
        dydt[0] = p[0] * y[0] - p[1] * y[0] * y[1];
        dydt[1] = p[2] * y[0] * y[1] - p[3] * y[1];
    }

    @Differentiable
    static double rungeKutta(double[] start, double[] p, double h, int steps) {
        double[] y = start.clone();
        double[] k1 = new double[2];
        double[] k2 = new double[2];
        double[] k3 = new double[2];
        double[] k4 = new double[2];
        double[] stage = new double[2];
        for (int t = 0; t < steps; t++) {
            lotkaVolterra(y, p, k1);
            for (int i = 0; i < 2; i++) {
                stage[i] = y[i] + 0.5 * h * k1[i];
            }
            lotkaVolterra(stage, p, k2);
            for (int i = 0; i < 2; i++) {
                stage[i] = y[i] + 0.5 * h * k2[i];
            }
            lotkaVolterra(stage, p, k3);
            for (int i = 0; i < 2; i++) {
                stage[i] = y[i] + h * k3[i];
            }
            lotkaVolterra(stage, p, k4);
            for (int i = 0; i < 2; i++) {
                y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            }
        }
        return y[0] * y[0] + y[1];
    }

    static Object[][] rungeKuttaArgs() {
        return new Object[][] {{d(1.0, 0.5), d(1.5, 1, 0.75, 1), 0.1, 0}, {d(1.0, 0.5), d(1.5, 1, 0.75, 1), 0.1, 5}};
    }

    @Differentiable
    static double[] solveByLu(double[][] a, double[] b) {
        int n = b.length;
        for (int k = 0; k < n; k++) {
            int p = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(a[i][k]) > Math.abs(a[p][k])) {
                    p = i;
                }
            }
            double[] row = a[k];
            a[k] = a[p];
            a[p] = row;
            double t = b[k];
            b[k] = b[p];
            b[p] = t;
            for (int i = k + 1; i < n; i++) {
                double f = a[i][k] /= a[k][k];
                for (int j = k + 1; j < n; j++) {
                    a[i][j] -= f * a[k][j];
                }
                b[i] -= f * b[k];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                b[i] -= a[i][j] * b[j];
            }
            b[i] /= a[i][i];
        }
        return b;
    }

    static Object[][] solveByLuArgs() {
        return new Object[][] {
            {rows(d(0.4, 0.9, 1), d(1.7, 0.2, -1), d(0.1, 0.5, 0.3)), d(1, -0.5, 0.2)}, {rows(d(2.0)), d(1)}, {rows(), d()}
        };
    }

    @Differentiable
    static double cholesky(double[][] a, double[] b) {
        int n = b.length;
        double[][] l = new double[n][n];
        double logDet = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double s = a[i][j];
                for (int k = 0; k < j; k++) {
                    s -= l[i][k] * l[j][k];
                }
                if (i == j) {
                    if (s <= 0) {
                        throw new ArithmeticException("not positive definite");
                    }
                    l[i][i] = Math.sqrt(s);
                    logDet += 2 * Math.log(l[i][i]);
                } else {
                    l[i][j] = s / l[j][j];
                }
            }
        }
        double quadratic = 0;
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            double s = b[i];
            for (int k = 0; k < i; k++) {
                s -= l[i][k] * z[k];
            }
            z[i] = s / l[i][i];
            quadratic += z[i] * z[i];
        }
        return 0.5 * (quadratic + logDet);
    }

    static Object[][] choleskyArgs() {
        return new Object[][] {
            {rows(d(2, 0.5, 0.1), d(0.5, 1.5, -0.3), d(0.1, -0.3, 1.2)), d(1, -0.5, 0.2)}, {rows(d(-2.0)), d(1)}, {rows(), d()}
        };
    }

    @Differentiable
    static double newtonIteration(double a, double b, int limit) {
        double x = 1;
        for (int k = 0; k < limit; k++) {
            double f = x * x * x + a * x - b;
            double step = f / (3 * x * x + a);
            x -= step;
            if (Math.abs(step) < 1e-13) {
                break;
            }
        }
        return x;
    }

    static Object[][] newtonIterationArgs() {
        return new Object[][] {{0.7, 1.3, 50}, {0.7, 1.3, 2}, {0.7, 1.3, 0}};
    }

    @Differentiable
    static double simpson(double a, double b, double k, int n) {
        double h = (b - a) / n;
        double s = Math.sin(k * a * a) + Math.sin(k * b * b);
        for (int i = 1; i < n; i++) {
            double x = a + i * h;
            s += (i % 2 == 0 ? 2 : 4) * Math.sin(k * x * x);
        }
        return s * h / 3;
    }

    static Object[][] simpsonArgs() {
        return new Object[][] {{0.1, 0.9, 1.3, 6}, {0.1, 0.9, 1.3, 1}};
    }

    @Differentiable
    static double bisection(double a, double b, double target) {
        double low = a;
        double high = b;
        for (int k = 0; k < 6; k++) {
            double middle = 0.5 * (low + high);
            double f = middle * Math.exp(middle) - target;
            if (f == 0) {
                return middle;
            }
            if (f > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double f = low * Math.exp(low) - target;
        return low - f * (high - low) / (high * Math.exp(high) - target - f);
    }

    static Object[][] bisectionArgs() {
        return new Object[][] {{0.1, 1.9, 1.3}, {-0.5, 1.0, 0.2}};
    }

    @Differentiable
    static void butterflies(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double t = re[i];
                re[i] = re[j];
                re[j] = t;
                t = im[i];
                im[i] = im[j];
                im[j] = t;
            }
        }
        for (int length = 2; length <= n; length <<= 1) {
            double angle = -2 * Math.PI / length;
            for (int i = 0; i < n; i += length) {
                for (int k = 0; k < length / 2; k++) {
                    double c = Math.cos(angle * k);
                    double s = Math.sin(angle * k);
                    int low = i + k;
                    int high = low + length / 2;
                    double tr = re[high] * c - im[high] * s;
                    double ti = re[high] * s + im[high] * c;
                    re[high] = re[low] - tr;
                    im[high] = im[low] - ti;
                    re[low] += tr;
                    im[low] += ti;
                }
            }
        }
    }

    static Object[][] butterfliesArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.3, 0.7), d(0.1, -0.2, 0.5, 0.6)}, {d(0.4), d(0.3)}};
    }

    @Differentiable
    static double[][] matrixProduct(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            double[] row = c[i];
            for (int k = 0; k < b.length; k++) {
                double aik = a[i][k];
                double[] bRow = b[k];
                for (int j = 0; j < row.length; j++) {
                    row[j] += aik * bRow[j];
                }
            }
        }
        return c;
    }

    static Object[][] matrixProductArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(0.7, 0.2), d(0, 0)), rows(d(0.3, 0.1), d(-0.5, 0.6))}};
    }

    @Differentiable
    static double thomas(double[] lower, double[] diagonal, double[] upper, double[] right) {
        int n = diagonal.length;
        for (int i = 1; i < n; i++) {
            double f = lower[i] / diagonal[i - 1];
            diagonal[i] -= f * upper[i - 1];
            right[i] -= f * right[i - 1];
        }
        right[n - 1] /= diagonal[n - 1];
        for (int i = n - 2; i >= 0; i--) {
            right[i] = (right[i] - upper[i] * right[i + 1]) / diagonal[i];
        }
        double s = 0;
        for (double x : right) {
            s += x * x;
        }
        return s;
    }

    static Object[][] thomasArgs() {
        return new Object[][] {{d(0, 0.3, 0.2, 0.1), d(2, 2.5, 1.7, 2.2), d(0.4, 0.1, -0.3, 0), d(1, 0.5, -0.2, 0.7)}};
    }

    @Differentiable
    static double splineValue(@Constant double[] knots, double[] values, double x) {
        int n = knots.length;
        int k = 0;
        while (k < n - 2 && knots[k + 1] < x) {
            k++;
        }
        double h = knots[k + 1] - knots[k];
        double left = k == 0 ? (values[1] - values[0]) / h : (values[k + 1] - values[k - 1]) / (knots[k + 1] - knots[k - 1]);
        double right = k == n - 2
                ? (values[n - 1] - values[n - 2]) / h
                : (values[k + 2] - values[k]) / (knots[k + 2] - knots[k]);
        double t = (x - knots[k]) / h;
        double t2 = t * t;
        double t3 = t2 * t;
        return (2 * t3 - 3 * t2 + 1) * values[k]
                + (t3 - 2 * t2 + t) * h * left
                + (-2 * t3 + 3 * t2) * values[k + 1]
                + (t3 - t2) * h * right;
    }

    static Object[][] splineValueArgs() {
        return new Object[][] {
            {d(0, 0.5, 1.2, 2), d(0.4, 0.9, -0.3, 0.7), 0.3}, {d(0, 0.5, 1.2, 2), d(0.4, 0.9, -0.3, 0.7), 0.8},
            {d(0, 0.5, 1.2, 2), d(0.4, 0.9, -0.3, 0.7), 1.7}
        };
    }

    @Differentiable
    static double conjugateGradient(double[][] a, double[] b, int steps) {
        int n = b.length;
        double[] x = new double[n];
        double[] r = b.clone();
        double[] p = b.clone();
        double rr = 0;
        for (double v : r) {
            rr += v * v;
        }
        for (int k = 0; k < steps && rr > 1e-20; k++) {
            double[] ap = new double[n];
            double pap = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    ap[i] += a[i][j] * p[j];
                }
                pap += p[i] * ap[i];
            }
            double alpha = rr / pap;
            double next = 0;
            for (int i = 0; i < n; i++) {
                x[i] += alpha * p[i];
                r[i] -= alpha * ap[i];
                next += r[i] * r[i];
            }
            for (int i = 0; i < n; i++) {
                p[i] = r[i] + next / rr * p[i];
            }
            rr = next;
        }
        return x[0] * x[n - 1] + rr;
    }

    static Object[][] conjugateGradientArgs() {
        return new Object[][] {
            {rows(d(2, 0.5, 0.1), d(0.5, 1.5, -0.3), d(0.1, -0.3, 1.2)), d(1, -0.5, 0.2), 2}, {rows(d(2, 0.5), d(0.5, 1.5)), d(1, -0.5), 0}
        };
    }

    @Differentiable
    static double continuedFraction(double x, double[] a) {
        double f = 1e-30;
        double c = f;
        double d = 0;
        for (int k = 0; k < a.length; k++) {
            d = x + a[k] * d;
            if (Math.abs(d) < 1e-30) {
                d = 1e-30;
            }
            c = x + a[k] / c;
            d = 1 / d;
            double delta = c * d;
            f *= delta;
            if (Math.abs(delta - 1) < 1e-10) {
                break;
            }
        }
        return Math.log(Math.abs(f));
    }

    static Object[][] continuedFractionArgs() {
        return new Object[][] {{1.7, d(1, 0.3, 0.2, 0.5)}};
    }
}
