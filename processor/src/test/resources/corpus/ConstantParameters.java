package corpus;

import static corpus.Args.d;
import static corpus.Args.rows;

import dev.pullback.Constant;
import dev.pullback.Differentiable;

/** Parameters that are data: no cotangent, no tangent, whatever the code does with them. */
final class ConstantParameters {
    private ConstantParameters() {}

    @Differentiable
    static double leastSquares(double[] w, @Constant double[][] x, @Constant double[] y) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            double r = -y[i];
            for (int j = 0; j < w.length; j++) {
                r += w[j] * x[i][j];
            }
            s += r * r;
        }
        return s;
    }

    static Object[][] leastSquaresArgs() {
        return new Object[][] {
            {d(0.4, 0.9), rows(d(0.7, 0.2), d(-0.3, 1.1), d(0.5, 0.6)), d(1, 2, 3)}, {d(0.4), rows(), d()}
        };
    }

    @Differentiable
    static double reassignedConstant(double x, @Constant double k) {
        k = k * 2;
        double r = x * k;
        k = r * x;
        return k * r + Math.sin(k);
    }

    static Object[][] reassignedConstantArgs() {
        return new Object[][] {{0.7, 0.4}};
    }

    @Differentiable
    static double scratchGiven(double[] a, @Constant double[] scratch) {
        double s = 0;
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < a.length; i++) {
                scratch[i] = a[i] * (k + 1) + s * 0.1;
            }
            for (int i = 0; i < a.length; i++) {
                s += scratch[i] * scratch[a.length - 1 - i];
            }
        }
        return s;
    }

    static Object[][] scratchGivenArgs() {
        return new Object[][] {{d(0.4, 0.9), d(5, 6, 7)}, {d(), d(5)}};
    }

    @Differentiable
    static double constantAndScratch(double[] a, @Constant double[] c) {
        double s = c[0] * a[0];
        c[0] = a[0] * a[1];
        c[1] *= c[0];
        return s * c[1] + c[0] * c[2];
    }

    static Object[][] constantAndScratchArgs() {
        return new Object[][] {{d(0.4, 0.9), d(0.5, 0.6, 0.7)}};
    }

    @Differentiable
    static double branchOnConstant(double x, @Constant double level, @Constant float weight) {
        double r = x;
        while (r < level) {
            r += x * weight;
        }
        return r * level;
    }

    static Object[][] branchOnConstantArgs() {
        return new Object[][] {{0.75, 2.0, 0.5f}, {0.75, 0.1, 0.5f}};
    }

    @Differentiable
    static double selectsConstantOrActive(double[] a, @Constant double[] c, boolean active) {
        double[] chosen = active ? a : c;
        double s = 0;
        for (double v : chosen) {
            s += v * a[0];
        }
        return s;
    }

    static Object[][] selectsConstantOrActiveArgs() {
        return new Object[][] {{d(0.4, 0.9), d(0.5, 0.6, 0.7), true}, {d(0.4, 0.9), d(0.5, 0.6, 0.7), false}};
    }

    @Differentiable
    static void writtenFromConstants(double[] out, @Constant double[] c, double x) {
        for (int i = 0; i < out.length; i++) {
            out[i] = i % 2 == 0 ? c[i] : out[i] * c[i] * x;
        }
    }

    static Object[][] writtenFromConstantsArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.1), d(0.5, 0.6, 0.7), 0.3}};
    }
}
