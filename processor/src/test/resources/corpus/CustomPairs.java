package corpus;

import static corpus.Args.d;
import static corpus.Args.f;
import static corpus.Args.i;

import dev.pullback.Constant;
import dev.pullback.Differentiable;
import dev.pullback.UseDerivatives;

/** Calls of methods on arrays that are not looked into, with a rule for each mode. */
@UseDerivatives({BlockRules.class, BlockRules.OfTables.class})
final class CustomPairs {
    private CustomPairs() {}

    @Differentiable
    static double dots(double[] x, double[] y, double scale) {
        return Blocks.dot(x, y) * scale + Blocks.dot(x, x) * Blocks.dot(y, new double[] {scale, 2});
    }

    static Object[][] dotsArgs() {
        return new Object[][] {{d(0.7, 0.9), d(0.3, -0.2), 0.8}};
    }

    @Differentiable
    static double constantArray(double[] x, @Constant double[] y) {
        return Blocks.dot(x, y) * Blocks.dot(y, y);
    }

    static Object[][] constantArrayArgs() {
        return new Object[][] {{d(0.7, 0.9), d(0.3, -0.2)}};
    }

    @Differentiable
    static void inPlace(double a, double[] x, double[] y) {
        Blocks.axpy(a, x, y);
        y[0] *= a;
        Blocks.axpy(y[0], x, y);
    }

    static Object[][] inPlaceArgs() {
        return new Object[][] {{0.5, d(0.7, 0.9), d(0.3, -0.2)}};
    }

    @Differentiable
    static double changedLater(double a, double[] x) {
        double[] y = x.clone();
        double s = Blocks.dot(x, y);
        for (int k = 0; k < 3; k++) {
            Blocks.axpy(a * s, x, y);
            s = Blocks.dot(y, x) * Blocks.dot(y, y);
            y[0] = s * a;
        }
        return s;
    }

    static Object[][] changedLaterArgs() {
        return new Object[][] {{0.5, d(0.4, 0.3)}};
    }

    @Differentiable
    static double[] results(double[] x, double a) {
        double[] y = Blocks.squares(x);
        y[0] += a;
        double[] z = Blocks.squares(y);
        z[1] = y[0] * z[0];
        return a > 0 ? z : Blocks.squares(z);
    }

    static Object[][] resultsArgs() {
        return new Object[][] {{d(0.7, 0.9), 0.5}, {d(0.7, 0.9), -0.5}};
    }

    @Differentiable
    static double sorted(double[] x, double a) {
        double[] y = x.clone();
        y[0] *= a;
        int moved = Blocks.sorted(y);
        double s = 0;
        for (int k = 0; k < y.length; k++) {
            s = s * a + y[k] * (k + moved);
        }
        Blocks.sorted(y);
        return s * y[0];
    }

    static Object[][] sortedArgs() {
        return new Object[][] {{d(0.7, 0.1, 0.4), 0.5}, {d(0.1, 0.4, 0.7), 0.5}};
    }

    @Differentiable
    static double perhapsTheSame(double[] x, double[] y, double[] a) {
        double[] p = x.clone();
        double[] q = y.clone();
        double[] z = Blocks.positive(p, q);
        double[] w = Blocks.positive(q, a.clone());
        return z[0] * w[1] + z[1] * p[1] * q[1];
    }

    static Object[][] perhapsTheSameArgs() {
        return new Object[][] {{d(0.7, 0.9), d(0.3, 0.2, 1), d(0.5, 0.6, 1, 2)},
            {d(-0.7, 0.9), d(-0.3, 0.2, 1), d(0.5, 0.6, 1, 2)}};
    }

    @Differentiable
    static double numbers(double x, double[] y) {
        double s = Blocks.product(x, x);
        for (double v : y) {
            s = Blocks.product(s, v) + Blocks.product(v, x);
        }
        return Blocks.product(s, 2) * x;
    }

    static Object[][] numbersArgs() {
        return new Object[][] {{0.7, d(0.3, 0.2)}, {0.7, d()}};
    }

    @Differentiable
    static float singles(float[] x, float y) {
        return Blocks.mean(x, 0.5F) * Blocks.mean(x, 2) * y;
    }

    static Object[][] singlesArgs() {
        return new Object[][] {{f(0.7, 0.3), 0.5F}};
    }

    @Differentiable
    static double rows(double[][] m, int[] columns, double a) {
        double[] y = Blocks.picked(m, columns);
        columns[0] = 1 - columns[0];
        double[] z = Blocks.picked(new double[][] {y, m[0]}, columns);
        return y[0] * z[0] + y[1] * z[1] * a;
    }

    static Object[][] rowsArgs() {
        return new Object[][] {{new double[][] {d(0.7, 0.3), d(0.2, 0.9)}, i(1, 0), 0.5}};
    }

    /** The table changes between the calls: each pullback belongs to what it was. */
    @Differentiable
    static double onObjects(double[] x, double a) {
        Blocks.Table table = new Blocks.Table(0.5, 0.7, 0.2, 1);
        double[] y = new double[x.length];
        double s = a;
        for (int k = 0; k < 3; k++) {
            table.set(k, 0.3 * k);
            table.all(x, y);
            s += table.at(s) * y[0] * y[1];
        }
        return s;
    }

    static Object[][] onObjectsArgs() {
        return new Object[][] {{d(0.4, 1.3), 0.6}};
    }

    @Differentiable
    static double branches(double[] x, boolean left, double a) {
        double[] y = x;
        if (left) {
            y = Blocks.squares(x);
        }
        return Blocks.dot(x, y) * a;
    }

    static Object[][] branchesArgs() {
        return new Object[][] {{d(0.7, 0.3), true, 0.5}, {d(0.7, 0.3), false, 0.5}};
    }

    /** The same array twice is fine where it is only read, and told where it is written. */
    @Differentiable
    static double twice(double[] x, boolean written) {
        double[] y = x.clone();
        double[] z = written ? y : new double[] {1, 2};
        if (written) {
            y[0] = 2 * y[0];
        }
        Blocks.axpy(0.5, z, y);
        return Blocks.dot(y, y) * Blocks.dot(z, x);
    }

    static Object[][] twiceArgs() {
        return new Object[][] {{d(0.7, 0.3), false}};
    }

    @Differentiable
    static double inHelpers(double[] x, double a) {
        double[] y = x.clone();
        add(a, x, y);
        add(Blocks.dot(x, y), y, y.clone());
        return y[0] * y[1];
    }

    private static void add(double a, double[] x, double[] y) {
        Blocks.axpy(a * a, x, y);
        y[1] *= a;
    }

    static Object[][] inHelpersArgs() {
        return new Object[][] {{d(0.7, 0.3), 0.5}};
    }
}
