package corpus;

import static corpus.Args.d;

import dev.pullback.Differentiable;

/** Values that are infinite or NaN where nothing reads them, and roots of zero: neither may reach the derivative. */
final class DeadValues {
    private DeadValues() {}

    @Differentiable
    static double rootBeforeTest(double x, double y) {
        double root = Math.sqrt(x - 1);
        if (x > 1) {
            return root * y;
        }
        return x * y * y;
    }

    static Object[][] rootBeforeTestArgs() {
        return new Object[][] {{0.5, 0.7}, {2.5, 0.7}};
    }

    @Differentiable
    static double quotientBeforeTests(double x, double y, double z) {
        double positive = Math.max(x, 0);
        double quotient = y / positive;
        double sine = Math.sin(quotient) * z;
        if (x > 0) {
            if (y > 0) {
                return sine * quotient;
            }
            return x * y * z;
        }
        return y * z - x * x;
    }

    static Object[][] quotientBeforeTestsArgs() {
        return new Object[][] {{-0.5, 0.7, 1.3}, {0.5, -0.7, 1.3}, {0.5, 0.7, 1.3}};
    }

    /** The test reads the value that must have no adjoint where it fails. */
    @Differentiable
    static double testedThemselves(double x, double y) {
        double quotient = y / Math.max(x, 0);
        double sine = Math.sin(quotient);
        double result = quotient < 10 ? quotient * sine : x;
        double root = Math.sqrt(y);
        if (root > 0.5) {
            result += root * quotientOr(x, root);
        }
        return result;
    }

    private static double quotientOr(double x, double y) {
        double quotient = y / Math.max(x, 0);
        return Double.isInfinite(quotient) ? y * y : quotient;
    }

    static Object[][] testedThemselvesArgs() {
        return new Object[][] {{-0.5, 0.7}, {0.5, 0.7}, {-0.5, 0.1}, {0.01, 0.7}};
    }

    @Differentiable
    static double overflowInLoop(double[] x) {
        double s = 0;
        for (double e : x) {
            double large = Math.exp(e) * e;
            s += e > 700 ? e : Math.log1p(large);
        }
        return s;
    }

    static Object[][] overflowInLoopArgs() {
        return new Object[][] {{d(0.4, 900, 1.2)}};
    }

    @Differentiable
    static double normOfSquares(double x, double y) {
        double a = x * x;
        double b = y * y;
        return Math.sqrt(a * a + b * b);
    }

    static Object[][] normOfSquaresArgs() {
        return new Object[][] {{0.0, 0.0}, {0.4, 0.0}, {0.4, -1.3}};
    }

    @Differentiable
    static double normInLoop(double[] x, double scale) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            double d = x[i] * x[i] / scale;
            s += Math.pow(d, 2);
        }
        return Math.pow(s, 0.5) + scale;
    }

    static Object[][] normInLoopArgs() {
        return new Object[][] {{d(0, 0, 0), 0.7}, {d(0.3, 0, -0.4), 0.7}};
    }

    @Differentiable
    static double rootThroughMemory(double[] x) {
        double[] squares = new double[x.length + 1];
        for (int i = 0; i < x.length; i++) {
            double square = x[i] * x[i];
            squares[i + 1] = squares[i] + square * Math.abs(square);
        }
        return Math.sqrt(squares[x.length]);
    }

    static Object[][] rootThroughMemoryArgs() {
        return new Object[][] {{d(0, 0, 0)}, {d(0.3, 0, -0.4)}};
    }

    @Differentiable
    static double seriesThatMayFail(double x, double y) {
        double v = Math.exp(Math.log(x - y));
        double s = v * x;
        double term = 2 * x;
        for (int j = 1; j < 60; j++) {
            term *= v * v;
            double next = s + term / (2 * j + 1);
            if (next == s) {
                return next;
            }
            s = next;
        }
        return x * Math.log(y);
    }

    static Object[][] seriesThatMayFailArgs() {
        return new Object[][] {{0.4, 0.3}, {0.3, 0.4}};
    }

    @Differentiable
    static double seriesForEach(double[] x, double y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double root = Math.sqrt(x[i] - y);
            double power = x[i];
            int n = 0;
            while (power < 2 && n < 5) {
                power *= 1 + root;
                n++;
            }
            if (power >= 2) {
                sum += n % 2 == 0 ? power : Math.sin(power);
            } else {
                sum -= x[i];
            }
        }
        return sum;
    }

    static Object[][] seriesForEachArgs() {
        return new Object[][] {{d(0.4, 0.2, 1.5, -0.4, 0.01), 0.3}};
    }

    @Differentiable
    static double usedInNestedBranches(double x, double y) {
        double a = x / y;
        double b = 0;
        for (int i = 0; i < 3; i++) {
            b = a * (b + y);
        }
        double c = Math.sqrt(b - 3);
        boolean fine = true;
        for (double power = 1; power < 9; power *= 2) {
            fine &= power + c > 0;
        }
        if (y != 0 && fine) {
            x *= Math.cos(b);
            if (x > 0) {
                return c * x;
            }
        }
        return x * x + y;
    }

    static Object[][] usedInNestedBranchesArgs() {
        return new Object[][] {{2.4, 0.7}, {0.3, 0.7}};
    }

    @Differentiable
    static double rootsOfHelper(double[] w, double x) {
        double q = recursiveRoots(w, 0, x);
        w[0] += x;
        if (Double.isNaN(q)) {
            return x * w[0];
        }
        w[1] *= q;
        return q + w[1];
    }

    private static double recursiveRoots(double[] w, int i, double x) {
        return i == w.length ? 1 : recursiveRoots(w, i + 1, x) * Math.sqrt(x - w[i]);
    }

    static Object[][] rootsOfHelperArgs() {
        return new Object[][] {{d(0.4, 0.3, 0.9), 0.6}, {d(0.4, 0.3, 0.2), 0.6}};
    }
}
