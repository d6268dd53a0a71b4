package corpus;

import static corpus.Args.d;
import static corpus.Args.i;
import static corpus.Args.rows;

import dev.pullback.Constant;
import dev.pullback.Differentiable;
import java.util.Arrays;

/** What goes wrong in combination rather than alone. */
final class Combinations {
    private Combinations() {}

    @Differentiable
    static double swapsThenExits(double[] a, double[] b, int n) {
        double[] p = a;
        double[] q = b;
        double carry = 0;
        for (int k = 0; k < n; k++) {
            double[] t = p;
            p = q;
            q = t;
            carry = carry * 0.5 + p[0] * q[1];
            p[k & 1] = carry;
            if (carry > 1.2) {
                return p[0] * q[0] * carry;
            }
            if (carry < -2) {
                break;
            }
        }
        return p[1] - q[1] * carry;
    }

    static Object[][] swapsThenExitsArgs() {
        return new Object[][] {
            {d(0.4, 0.9), d(0.7, 0.2), 0}, {d(0.4, 0.9), d(0.7, 0.2), 3}, {d(1.4, 0.9), d(1.7, 1.2), 5}, {d(-3.4, 0.9), d(1.7, 1.2), 5}
        };
    }

    private static double refill(double[] buffer, double x, int from) {
        for (int k = from; k < buffer.length; k++) {
            if (x * k > 2) {
                return buffer[k];
            }
            buffer[k] = Math.sin(x + k) + buffer[(k + 1) % buffer.length];
        }
        return x;
    }

    @Differentiable
    static double scratchRefilledWithExits(double[] a) {
        double[] buffer = new double[3];
        double s = 1;
        outer:
        for (int k = 0; k < a.length; k++) {
            for (int from = 0; from < 2; from++) {
                s += refill(buffer, a[k] * s, from) * buffer[0];
                if (s > 20) {
                    break outer;
                }
                if (buffer[1] < 0) {
                    continue outer;
                }
            }
            Arrays.fill(buffer, 0, 1, s);
        }
        return s * buffer[2];
    }

    static Object[][] scratchRefilledWithExitsArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.3)}, {d(-1.4, 0.9, 1.3)}, {d(2.4, 3.9, 1.3)}, {d()}};
    }

    @Differentiable
    static double scatterThenShift(double[] a, int[] at, double x) {
        int n = a.length;
        for (int k = 0; k < at.length; k++) {
            a[at[k]] += a[k % n] * x;
            if (at[k] == 0) {
                System.arraycopy(a, 0, a, 1, n - 1);
                at[k] = k % n;
            }
            x *= a[at[k]];
        }
        double s = 0;
        for (double v : a) {
            s = s * x + v;
        }
        return s;
    }

    static Object[][] scatterThenShiftArgs() {
        return new Object[][] {{d(0.4, 0.9, 0.3), i(1, 0, 0, 2, 1), 0.7}, {d(0.4), i(), 0.7}};
    }

    @Differentiable
    @SuppressWarnings("Pullback/InputDoesNotReachOutput")
    static double pivotsWhileActive(double[][] m, double tolerance) {
        int n = m.length;
        double det = 1;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int r = k + 1; r < n; r++) {
                if (Math.abs(m[r][k]) > Math.abs(m[pivot][k])) {
                    pivot = r;
                }
            }
            if (pivot != k) {
                double[] row = m[k];
                m[k] = m[pivot];
                m[pivot] = row;
                det = -det;
            }
            double p = m[k][k];
            if (Math.abs(p) < tolerance) {
                return 0;
            }
            det *= p;
            double[] pivotRow = m[k];
            for (int r = k + 1; r < n; r++) {
                double[] row = m[r];
                double f = row[k] / p;
                if (f == 0) {
                    continue;
                }
                for (int c = k; c < n; c++) {
                    row[c] -= f * pivotRow[c];
                }
            }
        }
        return det;
    }

    static Object[][] pivotsWhileActiveArgs() {
        return new Object[][] {
            {rows(d(0.4, 0.9, 1), d(1.7, 0.2, -1), d(0.1, 0.5, 0.3)), 1e-9},
            {rows(d(2, 1), d(0.5, 3)), 1e-9},
            {rows(d(0.4, 0.9), d(0.3, 0.1)), 0.45},
            {rows(), 1e-9}
        };
    }

    @Differentiable
    static double zeroProductsEverywhere(double[] a, double x) {
        double[] left = new double[a.length + 1];
        double[] right = new double[a.length + 1];
        left[0] = 1;
        right[a.length] = 1;
        for (int k = 0; k < a.length; k++) {
            left[k + 1] = left[k] * a[k];
            right[a.length - 1 - k] = right[a.length - k] * a[a.length - 1 - k];
        }
        double s = 0;
        for (int k = 0; k < a.length; k++) {
            s += left[k] * right[k + 1] * x;
        }
        return s;
    }

    static Object[][] zeroProductsEverywhereArgs() {
        return new Object[][] {{d(0.4, 0.0, 0.3), 0.7}, {d(0.0, 0.0, 0.3), 0.7}, {d(0.4, 0.3), 0.0}, {d(), 0.7}};
    }

    @Differentiable
    static double switchMachine(double[] stack, int[] code, double x) {
        int top = 0;
        int pc = 0;
        double r = x;
        loop:
        while (pc < code.length) {
            switch (code[pc++]) {
                case 0:
                    stack[top++] = r;
                    continue;
                case 1:
                    r = r * stack[--top];
                    break;
                case 2:
                    r += code[pc++] * 0.5;
                    break;
                case 3:
                    if (r < 1) {
                        pc -= 2;
                        r *= 1.5;
                    }
                    break;
                default:
                    break loop;
            }
            r = Math.sin(r) + x;
        }
        return r + stack[0];
    }

    static Object[][] switchMachineArgs() {
        return new Object[][] {
            {d(0.4, 0.9), i(0, 2, 3, 1), 0.7}, {d(0.4, 0.9), i(9, 0), 0.7}, {d(0.4, 0.9, 0.3), i(0, 2, 1, 0, 0, 1, 3), 0.1}, {d(0.4), i(), 0.7}
        };
    }

    @Differentiable
    static double[] buffersReturnedByParity(double[] a, double[] b, @Constant double[] scratch, int n) {
        double[] now = a;
        double[] next = scratch;
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < b.length; j++) {
                next[j] = now[j] * b[(j + k) % b.length] + (k % 2 == 0 ? 0 : next[j]);
            }
            double[] t = now;
            now = next;
            next = t == a ? new double[b.length] : t;
        }
        return n > 2 ? now.clone() : now;
    }

    static Object[][] buffersReturnedByParityArgs() {
        return new Object[][] {
            {d(0.4, 0.9), d(0.7, 0.2), d(7, 7), 0}, {d(0.4, 0.9), d(0.7, 0.2), d(7, 7), 1},
            {d(0.4, 0.9), d(0.7, 0.2), d(7, 7), 2}, {d(0.4, 0.9), d(0.7, 0.2), d(7, 7), 5}
        };
    }

    @Differentiable
    static double lateActivityThroughArrays(double x, int n) {
        double[] a = new double[3];
        double[] b = {1, 2, 3};
        double s = 0;
        for (int k = 0; k < n; k++) {
            s += a[0] * b[0];
            a[0] = a[1];
            a[1] = a[2];
            a[2] = b[2];
            if (k == 1) {
                b[2] = x;
            } else if (k == 2) {
                b = new double[] {x * x, 1, s};
            }
        }
        return s;
    }

    static Object[][] lateActivityThroughArraysArgs() {
        return new Object[][] {{0.7, 2}, {0.7, 5}, {0.7, 9}};
    }

    @Differentiable
    static float mixedEverything(float[] a, double[] b, int n) {
        float best = 0;
        int at = -1;
        for (int k = 0; k < n; k++) {
            double v = a[k % a.length] * b[k % b.length];
            if (v < 0) {
                continue;
            }
            b[k % b.length] = v + best;
            a[k % a.length] *= 0.5f;
            if ((at = at + 1) > 3) {
                break;
            }
            best += (float) v * a[0];
        }
        return at < 0 ? (float) b[0] : best * a[at % a.length];
    }

    static Object[][] mixedEverythingArgs() {
        return new Object[][] {
            {new float[] {0.5f, 1.5f, -0.75f}, d(0.5, 1.25), 0},
            {new float[] {0.5f, 1.5f, -0.75f}, d(0.5, 1.25), 4},
            {new float[] {0.5f, 1.5f}, d(0.5, 1.25), 9}
        };
    }

    @Differentiable
    static double cellsRewrittenInOrder(double[][] m, int n) {
        int r = 0;
        int c = 0;
        for (int k = 0; k < n; k++) {
            m[r][c] = m[c][r] * m[r][c++ % 2] + (c = (c + k) % 2);
            m[r = 1 - r][c] -= m[r][1 - c] *= 0.5;
        }
        return m[0][0] * m[1][1] + m[0][1] * (r + c + 1) - m[1][0];
    }

    static Object[][] cellsRewrittenInOrderArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(0.7, 0.2)), 0}, {rows(d(0.4, 0.9), d(0.7, 0.2)), 4}};
    }

    @Differentiable
    static double sharedRowsOfLocal(double[] a, double[] b, int n) {
        double[][] m = {a, b, a};
        for (int k = 0; k < n; k++) {
            m[k % 3][0] += m[(k + 2) % 3][1] * 0.5;
            m[(k + 1) % 3] = m[k % 3];
        }
        return m[0][0] * m[1][0] + m[2][1] + a[0];
    }

    static Object[][] sharedRowsOfLocalArgs() {
        return new Object[][] {{d(0.4, 0.9), d(0.7, 0.2), 0}, {d(0.4, 0.9), d(0.7, 0.2), 2}, {d(0.4, 0.9), d(0.7, 0.2), 5}};
    }
}
