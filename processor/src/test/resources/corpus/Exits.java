package corpus;

import static corpus.Args.d;
import static corpus.Args.rows;

import dev.pullback.Differentiable;

/** Break, continue, labels, early return, throw. */
final class Exits {
    private Exits() {}

    @Differentiable
    static double breaks(double[] a, double limit) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * a[i];
            if (s > limit) {
                s = s * limit;
                break;
            }
            s *= 1.1;
        }
        return s;
    }

    static Object[][] breaksArgs() {
        return new Object[][] {{d(0.5, 1.2, -0.7, 2), 1.0}, {d(0.5, 1.2, -0.7), 90.0}, {d(1.5), 1.0}, {d(), 1.0}};
    }

    @Differentiable
    static double continues(double[] a) {
        double s = 1;
        for (int i = 0; i < a.length; i++) {
            if (a[i] < 0) {
                continue;
            }
            s = s * a[i] + i;
            if (s > 2) {
                s -= a[i];
                continue;
            }
            s *= 2;
        }
        return s;
    }

    static Object[][] continuesArgs() {
        return new Object[][] {{d(0.5, 1.2, -0.7, 2)}, {d(-0.5, -1.2)}, {d()}};
    }

    @Differentiable
    static double labelledBreak(double[][] m, double limit) {
        double s = 0;
        outer:
        for (double[] row : m) {
            for (double v : row) {
                if (v < 0) {
                    break;
                }
                s += v * v;
                if (s > limit) {
                    break outer;
                }
            }
            s = s * 0.5 + limit;
        }
        return s;
    }

    static Object[][] labelledBreakArgs() {
        return new Object[][] {
            {rows(d(0.5, 1.2), d(0.7, -2, 9), d(3)), 3.0}, {rows(d(0.5, 1.2), d(0.7, -2, 9), d(3)), 50.0}, {rows(), 1.0}
        };
    }

    @Differentiable
    static double labelledContinue(double[][] m) {
        double s = 1;
        rows:
        for (int i = 0; i < m.length; i++) {
            double z = 0;
            for (int j = 0; j < m[i].length; j++) {
                if (m[i][j] > 2) {
                    continue rows;
                }
                if (m[i][j] < 0) {
                    continue;
                }
                z += m[i][j] * s;
            }
            s += z;
        }
        return s;
    }

    static Object[][] labelledContinueArgs() {
        return new Object[][] {{rows(d(0.5, 1.2), d(0.7, 3, 9), d(-1, 0.4))}, {rows(d(0.5), d())}, {rows()}};
    }

    @Differentiable
    static double returnFromNest(double[] a, double x) {
        double s = x;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                s = s * 0.8 + a[i] * a[j];
                if (s > 2) {
                    return s * x * (i + 1);
                }
            }
            if (s < -1) {
                return s * s;
            }
        }
        return s - x;
    }

    static Object[][] returnFromNestArgs() {
        return new Object[][] {
            {d(0.5, 1.2, 0.7), 0.4}, {d(0.9, 1.2, 0.7, 2), 1.4}, {d(0.1, -0.1), 0.3}, {d(-1.4, 2.0), 0.2}, {d(), 0.3}
        };
    }

    @Differentiable
    static double manyReturns(double x, double y, int n) {
        if (n == 0) {
            return x;
        }
        double s = x * y;
        for (int i = 0; ; i++) {
            s += Math.sin(s);
            if (i == n) {
                return s * y;
            }
            if (s > 3) {
                if (n > 5) {
                    return s;
                }
                s = s - 3 * x;
            }
        }
    }

    static Object[][] manyReturnsArgs() {
        return new Object[][] {{0.7, 0.4, 0}, {0.7, 0.4, 2}, {1.7, 1.4, 4}, {1.7, 1.4, 7}};
    }

    @Differentiable
    static double labelledBlock(double x, double y) {
        double r = x;
        block:
        {
            if (x > 1) {
                break block;
            }
            r = r * y;
            if (y > 1) {
                r += 1;
                break block;
            }
            r = Math.exp(r);
        }
        return r * x;
    }

    static Object[][] labelledBlockArgs() {
        return new Object[][] {{1.7, 0.4}, {0.7, 1.4}, {0.7, 0.4}};
    }

    @Differentiable
    static double returnFromDoWhile(double x, int n) {
        int i = 0;
        do {
            x = x * x + 0.1;
            if (x > 1.5) {
                return x / (i + 1);
            }
            if (i == 2) {
                i += 2;
                continue;
            }
            i++;
        } while (i < n);
        return -x;
    }

    static Object[][] returnFromDoWhileArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 6}, {1.05, 6}, {2.0, 0}};
    }

    @Differentiable
    static void returnFromVoid(double[] a, double x) {
        for (int i = 0; i < a.length; i++) {
            if (a[i] > 2) {
                return;
            }
            a[i] = a[i] * x;
        }
        a[0] += x * x;
    }

    static Object[][] returnFromVoidArgs() {
        return new Object[][] {{d(0.5, 1.2, 2.7, 0.4), 0.4}, {d(0.5, 1.2), 1.4}, {d(3.0), 1.4}};
    }

    @Differentiable
    static double throwsOnBad(double[] a, double x) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] < 0) {
                throw new IllegalStateException("negative at " + i);
            }
            s += Math.sqrt(a[i]) * x;
        }
        if (a.length > 3) {
            throw new IllegalArgumentException("too long");
        }
        return s;
    }

    static Object[][] throwsOnBadArgs() {
        return new Object[][] {{d(0.5, 1.2), 0.4}, {d(0.5, -1.2), 0.4}, {d(1, 1, 1, 1), 0.4}, {d(), 0.4}};
    }

    @Differentiable
    static double throwsImplicitly(double[] a, int k, int n) {
        double s = a[k] * a[0];
        a[0] = s;
        return s * a[7 / n] * new double[n].length;
    }

    static Object[][] throwsImplicitlyArgs() {
        return new Object[][] {
            {d(0.5, 1.2), 1, 7}, {d(0.5, 1.2), 2, 7}, {d(0.5, 1.2), 1, 0}, {d(0.5, 1.2), 1, -9}, {d(0.5, 1.2), 1, 2}
        };
    }

    @Differentiable
    static double continueInWhile(double x, int n) {
        double s = x;
        int i = 0;
        while (i < n) {
            i++;
            if (i % 2 == 0) {
                continue;
            }
            s = s * x + i;
            if (s > 6) {
                break;
            }
        }
        return s * i;
    }

    static Object[][] continueInWhileArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 5}, {1.7, 9}};
    }

    @Differentiable
    static double firstThatFits(double[] a, double level) {
        int found = -1;
        for (int i = 0; i < a.length && found < 0; i++) {
            if (a[i] > level) {
                found = i;
            }
        }
        return found < 0 ? level * level : a[found] * level + found;
    }

    static Object[][] firstThatFitsArgs() {
        return new Object[][] {{d(0.5, 1.2, 0.7), 0.6}, {d(0.5, 0.2), 0.6}, {d(), 0.6}};
    }

    @Differentiable
    static double exitsAtThreeLevels(double[] a, double x) {
        double s = 0;
        outer:
        for (int i = 0; i < a.length; i++) {
            int k = 0;
            middle:
            while (true) {
                for (int j = 0; j < a.length; j++) {
                    s = 0.7 * s + a[j] * x;
                    if (s > 4) {
                        break outer;
                    }
                    if (s < -4) {
                        return s * x;
                    }
                    if (a[j] > 1) {
                        continue outer;
                    }
                    if (a[j] < -1) {
                        break middle;
                    }
                }
                if (++k > 1) {
                    continue outer;
                }
            }
            s *= 1.5;
        }
        return s + x;
    }

    static Object[][] exitsAtThreeLevelsArgs() {
        return new Object[][] {
            {d(0.5, 0.2, 0.7), 0.6}, {d(0.5, 1.2, 0.7), 2.6}, {d(0.5, -1.2), 0.6}, {d(-0.9, -1.4), 5.0}, {d(0.9, 0.8), 5.0}, {d(), 1.0}
        };
    }
}
