package corpus;

import static corpus.Args.d;

import dev.pullback.Differentiable;

/** Arrays of the caller that are written: overwritten values, several outputs, data-dependent swaps. */
final class InPlace {
    private InPlace() {}

    @Differentiable
    static void scale(double[] a, double factor) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= factor;
        }
    }

    static Object[][] scaleArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.0), 0.7}, {d(), 0.7}};
    }

    @Differentiable
    static void axpy(double alpha, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] += alpha * x[i];
        }
    }

    static Object[][] axpyArgs() {
        return new Object[][] {{0.7, d(0.4, 0.9), d(0.1, 0.2)}, {0.0, d(0.4), d(0.0)}};
    }

    @Differentiable
    static double prefixSums(double[] a) {
        for (int i = 1; i < a.length; i++) {
            a[i] += a[i - 1] * a[i - 1];
        }
        return a[a.length - 1] * a[0];
    }

    static Object[][] prefixSumsArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.3)}, {d(0.4)}};
    }

    @Differentiable
    static void reversed(double[] a) {
        for (int i = 0, j = a.length - 1; i < j; i++, j--) {
            double t = a[i];
            a[i] = a[j] * (i + 1);
            a[j] = t;
        }
    }

    static Object[][] reversedArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.3)}, {d(0.4, 0.1)}, {d()}};
    }

    @Differentiable
    static double overwrittenByConstants(double[] a, double x) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * x;
            a[i] = i;
            s += a[i] * a[i] * x;
        }
        return s;
    }

    static Object[][] overwrittenByConstantsArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.3), 0.7}};
    }

    @Differentiable
    static void gaussSeidel(double[] u, double[] f, int sweeps) {
        for (int k = 0; k < sweeps; k++) {
            for (int i = 1; i < u.length - 1; i++) {
                u[i] = 0.5 * (u[i - 1] + u[i + 1] - f[i] * u[i] * u[i]);
            }
        }
    }

    static Object[][] gaussSeidelArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.3, 0.2), d(0.1, 0.2, 0.3, 0.4), 2}, {d(0.4, 0.3, 0.1), d(0.1, 0.2, 0.3), 0}};
    }

    @Differentiable
    static double repeatedNonlinear(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[0] = Math.sin(a[0]) + a[1];
            a[1] = a[0] * a[1];
        }
        return a[0] - a[1];
    }

    static Object[][] repeatedNonlinearArgs() {
        return new Object[][] {{d(0.4, 0.9), 0}, {d(0.4, 0.9), 4}};
    }

    @Differentiable
    static void bubblePass(double[] a) {
        for (int i = 0; i + 1 < a.length; i++) {
            if (a[i] > a[i + 1]) {
                double t = a[i];
                a[i] = a[i + 1];
                a[i + 1] = t;
            } else {
                a[i] *= 1.1;
            }
        }
    }

    static Object[][] bubblePassArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.3, 0.7)}, {d(0.9, 0.4)}, {d(0.1)}};
    }

    @Differentiable
    static double[] writtenAndReturned(double[] a, double x) {
        for (int i = 0; i < a.length; i++) {
            a[i] = a[i] * a[i] * x;
        }
        return a;
    }

    static Object[][] writtenAndReturnedArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.3), 0.7}, {d(), 0.7}};
    }

    @Differentiable
    static double[] writesAndReturnsAnother(double[] a, double[] b) {
        double[] r = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            r[i] = a[i] * b[i];
            b[i] = r[i] + a[i];
            r[i] *= b[i];
        }
        return r;
    }

    static Object[][] writesAndReturnsAnotherArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.3), d(0.7, 0.2, 1.1)}};
    }

    @Differentiable
    static void rotation(double[] x, double[] y, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        for (int i = 0; i < x.length; i++) {
            double t = c * x[i] - s * y[i];
            y[i] = s * x[i] + c * y[i];
            x[i] = t;
        }
    }

    static Object[][] rotationArgs() {
        return new Object[][] {{d(0.4, 0.9), d(0.7, 0.2), 0.3}};
    }

    @Differentiable
    static double conditionalWrites(double[] a, double level) {
        int last = -1;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > level) {
                a[i] = level + Math.log1p(a[i] - level);
                last = i;
            } else if (i > 0) {
                a[i - 1] -= a[i] * level;
            }
        }
        return last < 0 ? a[0] : a[last] * a[0];
    }

    static Object[][] conditionalWritesArgs() {
        return new Object[][] {{d(0.4, 0.9, 1.3, 0.2), 0.6}, {d(0.4, 0.1), 0.6}};
    }

    @Differentiable
    static void outputOnly(double[] out, double x, double y) {
        out[0] = x * y;
        out[1] = x / y;
        out[2] = out[0] + out[1];
        out[0] = out[2] * x;
    }

    static Object[][] outputOnlyArgs() {
        return new Object[][] {{d(9, 9, 9, 9), 0.3, 0.8}};
    }

    @Differentiable
    static double writesWhatIsReadOutside(double[] a, double[] b) {
        double first = a[0];
        double s = 0;
        for (int i = 0; i < b.length; i++) {
            a[0] = a[0] * b[i];
            s += first * a[0] * b[0];
        }
        return s * a[1];
    }

    static Object[][] writesWhatIsReadOutsideArgs() {
        return new Object[][] {{d(0.4, 0.9), d(0.7, 0.2, 1.1)}, {d(0.4, 0.9), d()}};
    }
}
