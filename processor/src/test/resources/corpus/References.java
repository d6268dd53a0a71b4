package corpus;

import static corpus.Args.d;
import static corpus.Args.rows;

import dev.pullback.Differentiable;

/** References that move: double buffering, a new array a step, selected and returned references. */
final class References {
    private References() {}

    @Differentiable
    static double doubleBuffering(double[] start, double k, int steps) {
        double[] now = start.clone();
        double[] next = new double[start.length];
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < now.length; i++) {
                double left = i > 0 ? now[i - 1] : 0;
                next[i] = now[i] + k * (left - now[i] * now[i]);
            }
            double[] swap = now;
            now = next;
            next = swap;
        }
        return now[0] * now[now.length - 1] + next[0];
    }

    static Object[][] doubleBufferingArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.7), 0.3, 0}, {d(0.4, 0.9, 0.7), 0.3, 1}, {d(0.4, 0.9, 0.7), 0.3, 4}};
    }

    @Differentiable
    static double[] newArrayEachStep(double[] state, double k, int steps) {
        double[] y = state;
        for (int t = 0; t < steps; t++) {
            double[] next = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                next[i] = y[i] + k * Math.sin(y[(i + 1) % y.length]);
            }
            y = next;
        }
        return y;
    }

    static Object[][] newArrayEachStepArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.7), 0.3, 0}, {d(0.4, 0.9, 0.7), 0.3, 1}, {d(0.4, 0.9), 0.3, 3}};
    }

    @Differentiable
    static double selected(double[] a, double[] b, double x) {
        double[] c = x > 1 ? a : b;
        double[] other = c == a ? b : a;
        c[0] *= x;
        other[1] += c[0] * other[0];
        return a[0] * b[1] + c[1];
    }

    static Object[][] selectedArgs() {
        return new Object[][] {{d(0.4, 0.9), d(0.7, 0.2), 0.3}, {d(0.4, 0.9), d(0.7, 0.2), 1.3}};
    }

    @Differentiable
    static double[] returnsOneOfTwo(double[] a, double[] b, int which) {
        return which == 0 ? a : b;
    }

    static Object[][] returnsOneOfTwoArgs() {
        return new Object[][] {{d(0.4, 0.9), d(0.7, 0.2), 0}, {d(0.4, 0.9), d(0.7, 0.2), 1}};
    }

    @Differentiable
    static double[] returnsParameterOrNew(double[] a, double x) {
        if (x < 1) {
            return a;
        }
        double[] r = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            r[i] = a[i] * a[i] * x;
        }
        return r;
    }

    static Object[][] returnsParameterOrNewArgs() {
        return new Object[][] {{d(0.4, 0.9), 0.3}, {d(0.4, 0.9), 1.3}};
    }

    @Differentiable
    static double[] writesOneReturnsOther(double[] a, double[] b, int which) {
        double[] target = which > 0 ? a : b;
        double[] result = which > 1 ? target : which > 0 ? b : a;
        for (int i = 0; i < target.length; i++) {
            target[i] = target[i] * a[0] + b[i];
        }
        return result;
    }

    static Object[][] writesOneReturnsOtherArgs() {
        return new Object[][] {{d(0.4, 0.9), d(0.7, 0.2), 0}, {d(0.4, 0.9), d(0.7, 0.2), 1}, {d(0.4, 0.9), d(0.7, 0.2), 2}};
    }

    @Differentiable
    static double rotatedThreeWays(double[] a, double[] b, double[] c, int n) {
        for (int k = 0; k < n; k++) {
            a[0] = a[0] * b[0] + c[1];
            double[] t = a;
            a = b;
            b = c;
            c = t;
            c[1] *= 1.1;
        }
        return a[0] + 2 * b[0] + 3 * c[0] * c[1];
    }

    static Object[][] rotatedThreeWaysArgs() {
        return new Object[][] {
            {d(0.4, 0.9), d(0.7, 0.2), d(0.3, 0.5), 0},
            {d(0.4, 0.9), d(0.7, 0.2), d(0.3, 0.5), 1},
            {d(0.4, 0.9), d(0.7, 0.2), d(0.3, 0.5), 5}
        };
    }

    @Differentiable
    static double swapWhenLarger(double[] a, double x, int n) {
        double[] p = a.clone();
        double[] q = {x, x * x};
        for (int k = 0; k < n; k++) {
            p[k % 2] += 0.3 * q[0];
            if (p[0] > q[0]) {
                double[] t = p;
                p = q;
                q = t;
            }
            q[1] = q[1] * p[0];
            if (q[1] > 3) {
                break;
            }
        }
        return p[0] * p[1] - q[0] * q[1];
    }

    static Object[][] swapWhenLargerArgs() {
        return new Object[][] {{d(0.4, 0.9), 0.3, 0}, {d(0.4, 0.9), 0.7, 5}, {d(2.4, 2.9), 1.7, 5}};
    }

    @Differentiable
    static double carriedRow(double[][] m, int n) {
        double[] row = m[0];
        double s = 0;
        for (int k = 0; k < n; k++) {
            row[k % row.length] *= 1 + s;
            s += row[0] * row[1];
            row = m[(k * 2 + 1) % m.length];
        }
        return s + row[0];
    }

    static Object[][] carriedRowArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(0.7, 0.2), d(0.3, 0.5)), 4}, {rows(d(0.4, 0.9)), 0}};
    }

    @Differentiable
    static double historyKept(double[] start, double k, int steps) {
        double[][] history = new double[steps + 1][];
        history[0] = start;
        for (int t = 0; t < steps; t++) {
            double[] now = history[t];
            double[] next = new double[now.length];
            for (int i = 0; i < now.length; i++) {
                next[i] = now[i] * (1 - k * now[now.length - 1 - i]);
            }
            history[t + 1] = next;
        }
        double s = 0;
        for (double[] state : history) {
            s += state[0] * state[0];
        }
        return s;
    }

    static Object[][] historyKeptArgs() {
        return new Object[][] {{d(0.4, 0.9), 0.3, 0}, {d(0.4, 0.9), 0.7, 3}};
    }

    @Differentiable
    static double localAliases(double[] a, double x) {
        double[] b = a;
        double[] c = b;
        b[0] = x * c[1];
        c[1] = a[0] * a[0];
        b = new double[] {c[0], 2};
        b[1] *= a[1];
        c = b;
        c[0] += x;
        return b[0] * b[1] + a[0];
    }

    static Object[][] localAliasesArgs() {
        return new Object[][] {{d(0.4, 0.9), 0.3}};
    }

    @Differentiable
    @SuppressWarnings("Pullback/InputDoesNotReachOutput")
    static double nullUntilNeeded(double[] a, double limit) {
        double[] saved = null;
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * a[i];
            if (saved == null && s > limit) {
                saved = new double[] {s, i};
            }
            if (saved != null) {
                saved[0] *= a[i];
            }
        }
        return saved == null ? s : s * saved[0] + saved[1];
    }

    static Object[][] nullUntilNeededArgs() {
        return new Object[][] {{d(0.4, 0.9, 1.1), 0.3}, {d(0.4, 0.9, 1.1), 30.0}, {d(), 0.3}};
    }

    @Differentiable
    static double lazyReplacement(double[] a, int n) {
        double[] work = a;
        for (int k = 0; k < n; k++) {
            if (k == 1) {
                work = new double[a.length];
                for (int i = 0; i < a.length; i++) {
                    work[i] = a[i] * 0.5;
                }
            }
            work[0] = work[0] * work[1] + k;
        }
        return work[0] + a[0] * a[1];
    }

    static Object[][] lazyReplacementArgs() {
        return new Object[][] {{d(0.4, 0.9), 0}, {d(0.4, 0.9), 1}, {d(0.4, 0.9), 3}};
    }

    @Differentiable
    static double[][] swappedMatrices(double[][] a, double[][] b, int n) {
        double[][] from = a;
        double[][] to = b;
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < from.length; i++) {
                for (int j = 0; j < from[i].length; j++) {
                    to[i][j] = from[j][i] * 0.5 + from[i][j] * from[0][0];
                }
            }
            double[][] t = from;
            from = to;
            to = t;
        }
        return from;
    }

    static Object[][] swappedMatricesArgs() {
        return new Object[][] {
            {rows(d(0.4, 0.9), d(0.7, 0.2)), rows(d(0.3, 0.5), d(0.1, -0.2)), 0},
            {rows(d(0.4, 0.9), d(0.7, 0.2)), rows(d(0.3, 0.5), d(0.1, -0.2)), 1},
            {rows(d(0.4, 0.9), d(0.7, 0.2)), rows(d(0.3, 0.5), d(0.1, -0.2)), 4}
        };
    }
}
