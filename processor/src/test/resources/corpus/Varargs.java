package corpus;

import static corpus.Args.d;
import static corpus.Args.i;
import static corpus.Args.rows;

import dev.pullback.Differentiable;

/** Variable arity, declared and called. */
final class Varargs {
    private Varargs() {}

    @Differentiable
    static double sum(double... terms) {
        double s = 0;
        for (double t : terms) {
            s += t * t;
        }
        return s;
    }

    static Object[][] sumArgs() {
        return new Object[][] {{d(0.4, 0.9)}, {d()}};
    }

    @Differentiable
    static double polynomial(double x, double... coefficients) {
        double r = 0;
        for (double c : coefficients) {
            r = r * x + c;
        }
        return r;
    }

    static Object[][] polynomialArgs() {
        return new Object[][] {{0.7, d(0.4, 0.9, -0.2)}, {0.7, d()}};
    }

    @Differentiable
    static double ofIndices(double[] a, int... at) {
        double p = 1;
        for (int k : at) {
            p *= a[k];
        }
        return p;
    }

    static Object[][] ofIndicesArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2), i(0, 2, 2)}, {d(0.4), i()}};
    }

    @Differentiable
    static double calls(double x, double y) {
        double[] a = {x, y};
        return sum() + sum(x) * sum(x, y, x * y) + polynomial(x, y, 2, x) + polynomial(y) + ofIndices(a, 0, 1, 1) + sum(a);
    }

    static Object[][] callsArgs() {
        return new Object[][] {{0.7, 0.4}};
    }

    private static double normalise(double[]... rows) {
        double s = 0;
        for (double[] row : rows) {
            row[0] *= 0.5;
            s += row[0] * rows[0][1];
        }
        return s;
    }

    @Differentiable
    static double helperWithRows(double[] a, double[] b, double x) {
        double[] c = {x, x * a[1]};
        return normalise(a, c, b, c) + a[0] * b[0] * c[0];
    }

    static Object[][] helperWithRowsArgs() {
        return new Object[][] {{d(0.4, 0.9), d(0.7, 0.2), 0.3}};
    }

    @Differentiable
    static double ofRows(double x, double[]... m) {
        double s = x;
        for (int k = 0; k < m.length; k++) {
            s = s * m[k][0] + x;
        }
        return s;
    }

    static Object[][] ofRowsArgs() {
        return new Object[][] {{0.7, rows(d(0.4), d(0.9, 0.1))}, {0.7, rows()}};
    }
}
