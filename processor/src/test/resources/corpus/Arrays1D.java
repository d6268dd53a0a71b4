package corpus;

import static corpus.Args.d;

import dev.pullback.Differentiable;

/** Arrays that are read, and local arrays. */
final class Arrays1D {
    private Arrays1D() {}

    @Differentiable
    static double dot(double[] a, double[] b) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * b[i];
        }
        return s;
    }

    static Object[][] dotArgs() {
        return new Object[][] {{d(0.4, 0.3, 2.9), d(1, -2, 0.5)}, {d(), d()}, {d(0, 0), d(0, 0)}};
    }

    @Differentiable
    static double forEach(double[] a) {
        double s = 1;
        for (double v : a) {
            s = s * 0.5 + v * v;
            v = s;
            s += v;
        }
        return s / a.length;
    }

    static Object[][] forEachArgs() {
        return new Object[][] {{d(0.4, 0.3, 2.9)}, {d(0.4)}};
    }

    @Differentiable
    static double[] stencil(double[] a) {
        double[] r = new double[a.length];
        for (int i = 1; i < a.length - 1; i++) {
            r[i] = a[i - 1] - 2 * a[i] * a[i] + a[i + 1];
        }
        return r;
    }

    static Object[][] stencilArgs() {
        return new Object[][] {{d(0.4, 0.3, 2.9, 1.1)}, {d(0.4)}, {d()}};
    }

    @Differentiable
    static double[] prefixProducts(double[] a, double start) {
        double[] r = new double[a.length + 1];
        r[0] = start;
        for (int i = 0; i < a.length; i++) {
            r[i + 1] = r[i] * a[i];
        }
        return r;
    }

    static Object[][] prefixProductsArgs() {
        return new Object[][] {{d(0.4, 0.3, 2.9), 0.5}, {d(0.0, 0.0, 2.9), 0.5}, {d(), 0.5}};
    }

    @Differentiable
    static double initialiser(double x, double y) {
        double[] a = {x * y, x, 3, y * y};
        double[] b = new double[] {a[1], a[0]};
        a[0] = 7;
        return a[0] * a[3] + b[0] * b[1] * a[2] + a.length;
    }

    static Object[][] initialiserArgs() {
        return new Object[][] {{0.4, 0.3}};
    }

    @Differentiable
    static double defaultZeros(double x, int n) {
        double[] a = new double[n];
        double s = 0;
        for (int i = 0; i < n; i++) {
            s += a[i] * x;
            if (i % 2 == 0) {
                a[n - 1 - i] = x + i;
            }
        }
        return s + x * x;
    }

    static Object[][] defaultZerosArgs() {
        return new Object[][] {{0.4, 0}, {0.4, 1}, {0.4, 5}};
    }

    @Differentiable
    static double readBeforeOverwritten(double[] a) {
        double[] t = new double[2];
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            double old = t[0];
            t[0] = a[i] * t[1];
            t[1] = old + a[i] * a[i];
            s += t[0] * t[1] * old;
        }
        return s + t[1];
    }

    static Object[][] readBeforeOverwrittenArgs() {
        return new Object[][] {{d(0.4, 0.3, 2.9, 1.1)}, {d(0.4)}, {d()}};
    }

    @Differentiable
    static double largest(double[] a) {
        int at = 0;
        for (int i = 1; i < a.length; i++) {
            if (a[i] > a[at]) {
                at = i;
            }
        }
        double best = a[0];
        for (double v : a) {
            best = Math.max(best, v * 0.5 + 1);
        }
        return a[at] * a[at] * best;
    }

    static Object[][] largestArgs() {
        return new Object[][] {{d(0.4, 2.9, 1.1)}, {d(0.4)}, {d(1.5, 0.4, -2)}};
    }

    @Differentiable
    static double elementAsAccumulator(double[] a, double x) {
        double[] sum = new double[1];
        double[] product = {1};
        for (double v : a) {
            sum[0] += v * x;
            product[0] *= sum[0];
        }
        return sum[0] + product[0];
    }

    static Object[][] elementAsAccumulatorArgs() {
        return new Object[][] {{d(0.4, 2.9, 1.1), 0.6}, {d(0.4, 0.0), 0.0}, {d(), 0.6}};
    }

    @Differentiable
    static double lengthsAndModulo(double[] a, double[] b) {
        double s = 0;
        int n = Math.max(a.length, b.length);
        for (int i = 0; i < n; i++) {
            s += a[i % a.length] * b[i % b.length] * n;
        }
        return s;
    }

    static Object[][] lengthsAndModuloArgs() {
        return new Object[][] {{d(0.4, 2.9, 1.1), d(0.6, 0.1)}, {d(0.4), d(0.5, 0.3, 0.2)}};
    }

    @Differentiable
    static double polynomialProduct(double[] a, double[] b, double x) {
        double[] c = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                c[i + j] += a[i] * b[j];
            }
        }
        double r = 0;
        for (int k = c.length; --k >= 0; ) {
            r = r * x + c[k];
        }
        return r;
    }

    static Object[][] polynomialProductArgs() {
        return new Object[][] {{d(0.4, 2.9, 1.1), d(0.6, 0.1), 0.7}, {d(0.0), d(0.0, 1.0), 0.0}};
    }

    @Differentiable
    static double arrayDeclaredInLoop(double[] a, int n) {
        double s = 0;
        for (int k = 0; k < n; k++) {
            double[] t = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                t[i] = a[i] * (k + 1) + s;
            }
            s = 0;
            for (int i = 0; i < a.length; i++) {
                s += t[i] * t[a.length - 1 - i];
            }
            s *= 0.1;
        }
        return s;
    }

    static Object[][] arrayDeclaredInLoopArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.1), 0}, {d(0.4, 0.9, -0.1), 3}};
    }

    @Differentiable
    static double nullable(double[] a, double[] weights) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += weights == null ? a[i] * a[i] : a[i] * weights[i];
        }
        return s;
    }

    static Object[][] nullableArgs() {
        return new Object[][] {{d(0.4, 0.9), null}, {d(0.4, 0.9), d(0.2, 0.3)}};
    }
}
