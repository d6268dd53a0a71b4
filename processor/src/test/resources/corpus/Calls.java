package corpus;

import static corpus.Args.d;
import static corpus.Args.f;
import static corpus.Args.rows;
import static corpus.Callees.logistic;

import dev.pullback.Differentiable;

/** Calls between differentiable methods of this file and of another one. */
final class Calls {
    private Calls() {}

    @Differentiable
    static double inner(double x, double y) {
        return Math.sin(x) * y;
    }

    static Object[][] innerArgs() {
        return new Object[][] {{0.7, 0.4}};
    }

    @Differentiable
    static double sameFile(double x, double y) {
        return inner(inner(x, y), x) + inner(2, y) + Calls.inner(x, 3);
    }

    static Object[][] sameFileArgs() {
        return new Object[][] {{0.7, 0.4}};
    }

    @Differentiable
    static double otherFile(double x, double y) {
        return Callees.logistic(x * y) * logistic(y) + corpus.Callees.logistic(0);
    }

    static Object[][] otherFileArgs() {
        return new Object[][] {{0.7, 0.4}};
    }

    @Differentiable
    static double inLoop(double[] x, double scale) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s = s * scale + Callees.term(x, i);
        }
        return s;
    }

    static Object[][] inLoopArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2), 0.7}, {d(), 0.7}};
    }

    @Differentiable
    static double outParameterInLoop(double[] start, double k, double h, int steps) {
        double[] y = start.clone();
        double[] dydt = new double[y.length];
        for (int t = 0; t < steps; t++) {
            Callees.derivative(y, dydt, k);
            for (int i = 0; i < y.length; i++) {
                y[i] += h * dydt[i];
            }
        }
        return y[0] * y[y.length - 1];
    }

    static Object[][] outParameterInLoopArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2), 0.7, 0.1, 0}, {d(0.4, 0.9, -0.2), 0.7, 0.1, 4}};
    }

    @Differentiable
    static double arrayResultsInLoop(double[] a, double x, int n) {
        double[] y = a;
        double s = 0;
        for (int k = 0; k < n; k++) {
            y = Callees.scaled(y, x + k);
            s += y[0] * y[y.length - 1];
        }
        return s;
    }

    static Object[][] arrayResultsInLoopArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2), 0.7, 0}, {d(0.4, 0.9, -0.2), 0.7, 3}};
    }

    @Differentiable
    static double resultIsTheArgument(double[] a, double x) {
        double[] r = Callees.scaledInPlace(a, x);
        r[1] *= a[0];
        return Callees.scaledInPlace(r, a[1])[1] + a[0];
    }

    static Object[][] resultIsTheArgumentArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2), 0.7}};
    }

    @Differentiable
    static double constantParameter(double[] a, double x) {
        double[] weights = {0.5, -1.5};
        return Callees.weighted(a, weights, x) + Callees.weighted(a, new double[] {1, 2}, 2);
    }

    static Object[][] constantParameterArgs() {
        return new Object[][] {{d(0.4, 0.9), 1.7}};
    }

    @Differentiable
    static double selectedByCallee(double[] a, double[] b, double x, int n) {
        double s = 0;
        for (int k = 0; k < n; k++) {
            double[] chosen = Callees.pick(a, b, k % 2 == 0);
            chosen[0] = chosen[0] * x + s;
            s += chosen[0] * chosen[1];
        }
        return s;
    }

    static Object[][] selectedByCalleeArgs() {
        return new Object[][] {{d(0.4, 0.9), d(0.7, 0.2), 0.6, 0}, {d(0.4, 0.9), d(0.7, 0.2), 0.6, 3}};
    }

    @Differentiable
    static float mixedPrecision(float x, double y) {
        return Callees.single(x, y) * Callees.single((float) y, x);
    }

    static Object[][] mixedPrecisionArgs() {
        return new Object[][] {{0.75f, 0.5}};
    }

    @Differentiable
    static double rowsWrittenByCallee(double[][] m, double x) {
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            s += Callees.addRow(m, i, x) * Callees.addRow(m, 0, s);
        }
        return s + m[0][0];
    }

    static Object[][] rowsWrittenByCalleeArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(0.7, 0.2)), 0.6}, {rows(), 0.6}};
    }

    @Differentiable
    @SuppressWarnings("Pullback/InputDoesNotReachOutput")
    static double inConditionsAndArguments(double[] x, double limit) {
        int i = 0;
        double s = 1;
        while (i < x.length && Callees.term(x, i) < limit) {
            s *= Math.exp(Callees.term(x, i++)) + logistic(s);
        }
        return Callees.logistic(s) > 0.5 ? s : s * limit;
    }

    static Object[][] inConditionsAndArgumentsArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2), 0.7}, {d(0.4, 0.9, 1.2), 0.7}};
    }

    @Differentiable
    static void voidCaller(double[] y, double[] scratch, double k, int n) {
        for (int t = 0; t < n; t++) {
            Callees.derivative(y, scratch, k);
            Callees.derivative(scratch, y, y[0]);
        }
    }

    static Object[][] voidCallerArgs() {
        return new Object[][] {{d(0.4, 0.9), d(0.1, 0.2), 0.6, 0}, {d(0.4, 0.9), d(0.1, 0.2), 0.6, 2}};
    }

    @Differentiable
    @SuppressWarnings("Pullback/InputDoesNotReachOutput")
    static double earlyReturnAfterCalls(double[] x, double limit) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            double t = inner(s, x[i]) + Callees.term(x, i);
            if (t > limit) {
                return t * s;
            }
            s += logistic(t);
        }
        return s;
    }

    static Object[][] earlyReturnAfterCallsArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2), 0.7}, {d(0.4, 0.9, 1.2), 0.7}, {d(), 0.7}};
    }

    @Differentiable
    static float[] floatRows(float[] a, double x) {
        float[] r = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            r[i] = Callees.single(a[i], x);
        }
        return r;
    }

    static Object[][] floatRowsArgs() {
        return new Object[][] {{f(0.5, -0.75), 0.5}};
    }

    @Differentiable
    static double looksElsewhere(double x, double y) {
        Callees.requireFinite(x / y);
        if (Callees.isNegative(x)) {
            return x * y;
        }
        return Callees.isPositiveAndFinite(Math.log(x)) ? Math.log(x) + y : x * x;
    }

    static Object[][] looksElsewhereArgs() {
        return new Object[][] {{-0.4, 0.7}, {1.6, 0.7}, {0.7, 0.3}, {0.7, 0.0}};
    }

    @Differentiable
    static double[] buckets(float[] x, double[] weights) {
        double[] sums = new double[weights.length];
        for (float e : x) {
            int at = Callees.bucket(e, weights.length);
            sums[at] += e * weights[at];
        }
        return sums;
    }

    static Object[][] bucketsArgs() {
        return new Object[][] {{f(0.25, 0.75, 0.5), d(0.3, 0.7, 0.1)}};
    }

    @Differentiable
    static double searchesElsewhere(double x, double target) {
        double step = x;
        for (int n = 0; n < 9 && Callees.isNegative(step - target); n++) {
            step *= 1.5;
        }
        return step * target;
    }

    static Object[][] searchesElsewhereArgs() {
        return new Object[][] {{0.4, 1.2}, {1.4, 1.2}};
    }
}
