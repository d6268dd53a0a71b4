package corpus;

import static corpus.Args.d;
import static corpus.Args.rows;

import dev.pullback.Differentiable;
import java.util.Arrays;

/** clone, arraycopy (overlapping too), fill, copyOf, copyOfRange. */
final class BulkOperations {
    private BulkOperations() {}

    @Differentiable
    static double cloned(double[] a) {
        double[] b = a.clone();
        a[0] = b[1] * 2;
        b[1] *= a[0];
        return a[0] * a[1] + b[0] * b[1];
    }

    static Object[][] clonedArgs() {
        return new Object[][] {{d(0.4, 0.9)}};
    }

    @Differentiable
    static double clonedShallow(double[][] m) {
        double[][] copy = m.clone();
        copy[0][0] = m[1][0] * m[1][1];
        copy[1] = new double[] {m[0][0], 4};
        copy[1][0] *= 3;
        return m[0][0] * m[1][0] + copy[1][0] * copy[1][1];
    }

    static Object[][] clonedShallowArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(0.7, 0.2))}};
    }

    @Differentiable
    static double copiedForward(double[] a, int n) {
        System.arraycopy(a, 0, a, 1, n);
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += (i + 1) * a[i] * a[i];
        }
        return s;
    }

    static Object[][] copiedForwardArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.7, 0.2), 3}, {d(0.4, 0.9, 0.7, 0.2), 1}, {d(0.4, 0.9), 0}};
    }

    @Differentiable
    static double copiedBackward(double[] a, int n) {
        a[1] *= a[0];
        System.arraycopy(a, 1, a, 0, n);
        a[n] = 1;
        System.arraycopy(a, 0, a, 0, a.length);
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += (i + 1) * a[i] * a[i];
        }
        return s;
    }

    static Object[][] copiedBackwardArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.7, 0.2), 3}, {d(0.4, 0.9, 0.7, 0.2), 2}, {d(0.4, 0.9), 0}};
    }

    @Differentiable
    static double copiedBetween(double[] a, double[] b, int from, int to, int n) {
        System.arraycopy(a, from, b, to, n);
        double s = 0;
        for (int i = 0; i < b.length; i++) {
            s = s * 0.7 + b[i] * b[i];
        }
        return s * a[0];
    }

    static Object[][] copiedBetweenArgs() {
        return new Object[][] {
            {d(0.4, 0.9, 0.7, 0.2), d(0.1, 0.3, 0.5), 1, 0, 3},
            {d(0.4, 0.9, 0.7), d(0.1, 0.3, 0.5), 0, 1, 2},
            {d(0.4, 0.9, 0.7), d(0.1, 0.3, 0.5), 2, 1, 2}
        };
    }

    @Differentiable
    static double shiftRegister(double[] inputs, double x) {
        double[] register = new double[3];
        double s = 0;
        for (double input : inputs) {
            System.arraycopy(register, 0, register, 1, register.length - 1);
            register[0] = input * x + register[2] * 0.5;
            s += register[0] * register[1] * register[2] + register[0];
        }
        return s;
    }

    static Object[][] shiftRegisterArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.7, 0.2), 0.8}, {d(), 0.8}};
    }

    @Differentiable
    static double filled(double[] a, double x) {
        double s = a[1];
        Arrays.fill(a, x * x);
        s *= a[0];
        a[1] = s;
        Arrays.fill(a, 1, 2, a[0] * a[1]);
        Arrays.fill(a, 2, 2, 99);
        return s + a[0] * a[1] * a[2];
    }

    static Object[][] filledArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.7), 0.8}};
    }

    @Differentiable
    static double filledWithConstants(double[] a, double[] x, int n) {
        double s = 0;
        for (int k = 0; k < n; k++) {
            Arrays.fill(a, k);
            for (int i = 0; i < x.length; i++) {
                a[i % a.length] += x[i] * x[i];
            }
            s += a[0] * a[a.length - 1];
        }
        return s;
    }

    static Object[][] filledWithConstantsArgs() {
        return new Object[][] {{d(0.4, 0.9), d(0.7, 0.8, -0.2), 3}, {d(0.4, 0.9), d(0.7), 0}};
    }

    @Differentiable
    static double copyOf(double[] a, int n) {
        double[] longer = Arrays.copyOf(a, n);
        double s = 0;
        for (int i = 0; i < longer.length; i++) {
            longer[i] += a[0] * i;
            s += longer[i] * longer[i];
        }
        return s;
    }

    static Object[][] copyOfArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.7), 5}, {d(0.4, 0.9, 0.7), 2}, {d(0.4), 0}, {d(0.4), -1}};
    }

    @Differentiable
    static double[] copyOfRange(double[] a, int from, int to) {
        double[] part = Arrays.copyOfRange(a, from, to);
        for (int i = 0; i < part.length; i++) {
            part[i] *= part[0];
        }
        return part;
    }

    static Object[][] copyOfRangeArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.7), 1, 3}, {d(0.4, 0.9, 0.7), 1, 6}, {d(0.4, 0.9), 2, 2}};
    }

    @Differentiable
    static void rowsCopiedByReference(double[][] m, double x) {
        double[][] saved = Arrays.copyOf(m, m.length);
        System.arraycopy(saved, 0, m, 1, m.length - 1);
        m[0] = saved[m.length - 1];
        m[0][0] = m[0][0] * x;
        saved[0][1] *= m[0][0];
    }

    static Object[][] rowsCopiedByReferenceArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(0.7, 0.2), d(0.3, 0.5)), 0.8}};
    }

    @Differentiable
    static double rowsCopiedInto(double[][] m, double[] v) {
        for (double[] row : m) {
            System.arraycopy(v, 0, row, 0, row.length);
            v[0] = v[0] * row[row.length - 1];
        }
        double s = 0;
        for (double[] row : m) {
            s += row[0] * row[0];
        }
        return s;
    }

    static Object[][] rowsCopiedIntoArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(0.7), d(0.3, 0.5)), d(0.8, 0.6)}, {rows(), d(0.8)}};
    }

    @Differentiable
    static double cloneOfEachRow(double[][] m) {
        double s = 0;
        for (double[] row : m) {
            double[] c = row.clone();
            for (int i = 1; i < c.length; i++) {
                c[i] += c[i - 1] * row[i];
            }
            s += c[c.length - 1];
        }
        return s;
    }

    static Object[][] cloneOfEachRowArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(0.7), d(0.3, 0.5, 0.6))}};
    }
}
