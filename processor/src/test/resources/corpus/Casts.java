package corpus;

import static corpus.Args.d;

import dev.pullback.Differentiable;

/** Casts of active values to integers stop the derivative; all other casts keep it. */
@SuppressWarnings("Pullback/DerivativeLost")
final class Casts {
    private Casts() {}

    @Differentiable
    static double fractionalPart(double x) {
        return x - (int) x + ((long) x) * 0.5 * x;
    }

    static Object[][] fractionalPartArgs() {
        return new Object[][] {{2.7}, {-1.3}};
    }

    @Differentiable
    static double interpolated(double[] table, double x) {
        int k = (int) x;
        if (k < 0) {
            return table[0];
        }
        if (k >= table.length - 1) {
            return table[table.length - 1];
        }
        double t = x - k;
        return table[k] * (1 - t) + table[k + 1] * t;
    }

    static Object[][] interpolatedArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2), 1.3}, {d(0.4, 0.9, -0.2), 7.3}, {d(0.4, 0.9, -0.2), -1.3}};
    }

    @Differentiable
    static double integerMiddle(double x, double y) {
        int k = (int) (x * y);
        long m = Math.round(x + y);
        double back = k;
        return back * x + m * y + (double) k / (m + 1);
    }

    static Object[][] integerMiddleArgs() {
        return new Object[][] {{2.3, 1.7}, {-2.3, 3.9}};
    }

    @Differentiable
    static double smallIntegers(double x, int n) {
        byte b = (byte) (n * 100);
        char c = (char) (n + 'a');
        short s = (short) (b * 300);
        byte truncated = (byte) (x * 100);
        return x * b + x * x * c + s * x + truncated * x;
    }

    static Object[][] smallIntegersArgs() {
        return new Object[][] {{0.7012, 3}, {2.7013, -1}};
    }

    @Differentiable
    static double integerDivisionBecomesReal(double x, int n) {
        double half = n / 2;
        double exact = n / 2.0;
        double cast = (double) n / 2;
        return x * half + x * x * exact - Math.exp(x * cast);
    }

    static Object[][] integerDivisionBecomesRealArgs() {
        return new Object[][] {{0.7, 3}, {0.7, -5}};
    }

    @Differentiable
    static double loopBoundFromActive(double x) {
        double s = 0;
        for (int k = 0; k < (int) (3 * x); k++) {
            s += x / (k + 1);
        }
        return s * x;
    }

    static Object[][] loopBoundFromActiveArgs() {
        return new Object[][] {{0.1}, {1.5}};
    }

    @Differentiable
    static double roundings(double x, double y) {
        double r = x * Math.floor(y) + y * Math.ceil(x);
        return r + Math.rint(x * y) * x - Math.floor(r);
    }

    static Object[][] roundingsArgs() {
        return new Object[][] {{0.75, 1.3}, {-2.2, 0.4}};
    }

    @Differentiable
    @SuppressWarnings("cast")
    static double redundantCasts(double x, int n) {
        Object passive = n;
        int k = (Integer) passive;
        return (double) (x * (double) k) + (+x);
    }

    static Object[][] redundantCastsArgs() {
        return new Object[][] {{0.7, 3}};
    }
}
