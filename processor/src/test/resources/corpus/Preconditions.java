package corpus;

import static corpus.Args.d;

import dev.pullback.Constant;
import dev.pullback.Differentiable;
import java.util.Objects;

/** What methods check first: that arrays are there, and indices in range. What goes into an exception carries no derivative. */
final class Preconditions {
    private Preconditions() {}

    @Differentiable
    static double nonNullStatement(double[] x, double y) {
        Objects.requireNonNull(x);
        Objects.requireNonNull(x, "x");
        return x[0] * y;
    }

    static Object[][] nonNullStatementArgs() {
        return new Object[][] {{d(0.7, 0.4), 0.6}, {null, 0.6}};
    }

    @Differentiable
    static double nonNullResult(double[] x, int i) {
        double[] y = Objects.requireNonNull(x, "x");
        y[i] *= y[0];
        return x[i] * y[i];
    }

    static Object[][] nonNullResultArgs() {
        return new Object[][] {{d(0.7, 0.4), 1}, {d(0.7, 0.4), 0}};
    }

    @Differentiable
    static double nonNullWithAMessage(double[] x, int i) {
        return Objects.requireNonNull(x, "no x at " + i)[i] * Objects.requireNonNull(x, () -> "no x")[0];
    }

    static Object[][] nonNullWithAMessageArgs() {
        return new Object[][] {{d(0.7, 0.4), 1}, {d(0.7, 0.4), 0}};
    }

    @Differentiable
    static double nonNullWithAnActiveMessage(double x, double[] y) {
        Objects.requireNonNull(y, "x is " + x);
        return x * y[0];
    }

    static Object[][] nonNullWithAnActiveMessageArgs() {
        return new Object[][] {{0.6, d(0.7, 0.4)}, {0.6, null}};
    }

    @Differentiable
    static double nonNullRow(double[][] rows, double y) {
        Objects.requireNonNull(rows[0], "row");
        Objects.requireNonNull(rows[1])[0] = y;
        return rows[0][0] * rows[1][0] * y;
    }

    static Object[][] nonNullRowArgs() {
        return new Object[][] {{new double[][] {d(0.7, 0.4), d(0.3)}, 0.6}};
    }

    @Differentiable
    static double nonNullConstant(@Constant double[] x, double y) {
        double s = 0;
        for (double element : Objects.requireNonNull(x)) {
            s += element * y * y;
        }
        return s;
    }

    static Object[][] nonNullConstantArgs() {
        return new Object[][] {{d(0.7, 0.4), 0.6}, {d(), 0.6}};
    }

    static double[] checked(double[] x) {
        return Objects.requireNonNull(x);
    }

    @Differentiable
    static double nonNullOfAHelper(double[] x, boolean fresh) {
        double[] y = fresh ? new double[x.length] : checked(x);
        for (int k = 0; k < x.length; k++) {
            y[k] = x[k] * x[k];
        }
        return y[0] * x[0];
    }

    static Object[][] nonNullOfAHelperArgs() {
        return new Object[][] {{d(0.7, 0.4), false}, {d(0.7, 0.4), true}};
    }

    @Differentiable
    static double indices(double[] x, int i) {
        Objects.checkIndex(i, x.length);
        return x[Objects.checkIndex(i, x.length)] * x[0];
    }

    static Object[][] indicesArgs() {
        return new Object[][] {{d(0.7, 0.4), 1}, {d(0.7, 0.4), 0}};
    }

    @Differentiable
    static double nestedException(double x) {
        if (x < 0) {
            throw new IllegalArgumentException("not " + x, new IllegalStateException(new Exception("x is " + x)));
        }
        return x * x;
    }

    static Object[][] nestedExceptionArgs() {
        return new Object[][] {{0.7}, {-0.7}};
    }

    @Differentiable
    static double unreadString(double x, String s) {
        String t = s + x + " (" + '"' + '(' + x * x;
        String u = t + String.valueOf(x);
        return x * x * s.length();
    }

    static Object[][] unreadStringArgs() {
        return new Object[][] {{0.7, "abc"}};
    }
}
