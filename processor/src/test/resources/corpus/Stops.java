package corpus;

import static corpus.Args.d;
import static corpus.Args.f;
import static dev.pullback.Derivatives.stopGradient;

import dev.pullback.Derivatives;
import dev.pullback.Differentiable;

/** Where the user stops differentiation. A method with "Frozen" in its name is what the derivative must be that of. */
final class Stops {
    private Stops() {}

    @Differentiable
    static double scalar(double x) {
        return stopGradient(x) * x;
    }

    static double scalarFrozen(double x, double x0) {
        return x0 * x;
    }

    static Object[][] scalarArgs() {
        return new Object[][] {{0.7}, {-1.5}};
    }

    @Differentiable
    static double partly(double x, double y) {
        double weight = Derivatives.stopGradient(Math.exp(x * y));
        double s = weight * x;
        if (stopGradient(y) > 0.5) {
            s += y * weight;
        }
        return s;
    }

    static double partlyFrozen(double x, double y, double x0, double y0) {
        double weight = Math.exp(x0 * y0);
        return y0 > 0.5 ? weight * x + y * weight : weight * x;
    }

    static Object[][] partlyArgs() {
        return new Object[][] {{0.7, 0.9}, {0.7, 0.2}};
    }

    /** The first parameter does not reach the result but by a stop: nobody is warned of that. */
    @Differentiable
    static double wholly(double x, double y, double[] z) {
        return stopGradient(x * x) * y + stopGradient(z)[0];
    }

    static double whollyFrozen(double x, double y, double[] z, double x0, double y0, double[] z0) {
        return x0 * x0 * y + z0[0];
    }

    static Object[][] whollyArgs() {
        return new Object[][] {{0.7, 0.9, d(0.3)}};
    }

    @Differentiable
    static float single(float x, float y) {
        return stopGradient(x) * y + x * stopGradient(y * x);
    }

    static float singleFrozen(float x, float y, float x0, float y0) {
        return x0 * y + x * (y0 * x0);
    }

    static Object[][] singleArgs() {
        return new Object[][] {{0.7F, 0.9F}};
    }

    @Differentiable
    static double array(double[] x) {
        double[] c = stopGradient(x);
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += c[i] * x[i];
        }
        return s;
    }

    static double arrayFrozen(double[] x, double[] x0) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += x0[i] * x[i];
        }
        return s;
    }

    static Object[][] arrayArgs() {
        return new Object[][] {{d(0.7, -0.4)}, {d()}};
    }

    /** The copy is an array like any other. */
    @Differentiable
    static double written(double[] x, double y) {
        double[] c = stopGradient(x);
        c[0] = x[0] * y;
        double[] again = stopGradient(c);
        double[] other = again;
        if (y > 0) {
            other = c;
        }
        other[1] += c[0];
        return c[0] * c[1] + other[1] * y + again[0] * x[1];
    }

    static double writtenFrozen(double[] x, double y, double[] x0, double y0) {
        double[] c = {x[0] * y, x0[1]};
        double[] again = {x0[0] * y0, x0[1]};
        double[] other = y > 0 ? c : again;
        other[1] += c[0];
        return c[0] * c[1] + other[1] * y + again[0] * x[1];
    }

    static Object[][] writtenArgs() {
        return new Object[][] {{d(0.7, -0.4), 0.9}, {d(0.7, -0.4), -0.9}};
    }

    @Differentiable
    static double rows(double[][] m, double y) {
        double[][] c = stopGradient(m);
        c[1] = m[0];
        c[0][0] = m[1][0] * y;
        double s = 0;
        for (double[] row : c) {
            for (double v : row) {
                s += v * v;
            }
        }
        return s;
    }

    static double rowsFrozen(double[][] m, double y, double[][] m0, double y0) {
        m0[1] = m[0];
        m0[0][0] = m[1][0] * y;
        double s = 0;
        for (double[] row : m0) {
            for (double v : row) {
                s += v * v;
            }
        }
        return s;
    }

    static Object[][] rowsArgs() {
        return new Object[][] {{new double[][] {d(0.7, 0.3), d(-0.4)}, 0.9}};
    }

    @Differentiable
    static float[] singles(float[] x, float[][] m) {
        float[] c = stopGradient(x);
        float[][] n = stopGradient(m);
        n[0][0] = x[0] * m[0][1];
        c[0] *= n[0][0] + m[0][0] + n[0][1];
        return c;
    }

    static float[] singlesFrozen(float[] x, float[][] m, float[] x0, float[][] m0) {
        x0[0] *= x[0] * m[0][1] + m[0][0] + m0[0][1];
        return x0;
    }

    static Object[][] singlesArgs() {
        return new Object[][] {{f(0.7F, 0.3F), new float[][] {f(0.4F, 0.2F)}}};
    }

    @Differentiable
    static double inALoop(double x, int n) {
        double y = x;
        double[] history = new double[n];
        for (int i = 0; i < n; i++) {
            history[i] = y;
            double damped = stopGradient(y) * 0.5;
            y = y * Math.cos(damped) + x * stopGradient(history)[i];
        }
        return y;
    }

    static double inALoopFrozen(double x, int n, double x0, int n0) {
        double y = x;
        double y0 = x0;
        for (int i = 0; i < n; i++) {
            y = y * Math.cos(y0 * 0.5) + x * y0;
            y0 = y0 * Math.cos(y0 * 0.5) + x0 * y0;
        }
        return y;
    }

    static Object[][] inALoopArgs() {
        return new Object[][] {{0.7, 3}, {0.7, 0}};
    }

    @Differentiable
    static double inAHelper(double x, double y) {
        return frozen(x * y) * x + frozen(y) * y;
    }

    private static double frozen(double v) {
        return Math.sin(stopGradient(v)) * v;
    }

    static double inAHelperFrozen(double x, double y, double x0, double y0) {
        return Math.sin(x0 * y0) * (x * y) * x + Math.sin(y0) * y * y;
    }

    static Object[][] inAHelperArgs() {
        return new Object[][] {{0.7, 0.9}};
    }

    @Differentiable
    static void inPlace(double[] x, double y) {
        double[] before = stopGradient(x);
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] * before[i] * y;
        }
    }

    static void inPlaceFrozen(double[] x, double y, double[] x0, double y0) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] * x0[i] * y;
        }
    }

    static Object[][] inPlaceArgs() {
        return new Object[][] {{d(0.7, -0.4), 0.9}};
    }

    /** Of null there is nothing to copy. */
    @Differentiable
    static double ofNothing(double x, double[] none) {
        return stopGradient(none) == null ? x * x : x * stopGradient(none)[0];
    }

    static double ofNothingFrozen(double x, double[] none, double x0, double[] none0) {
        return none == null ? x * x : x * none0[0];
    }

    static Object[][] ofNothingArgs() {
        return new Object[][] {{0.7, null}, {0.7, d(0.4)}};
    }
}
