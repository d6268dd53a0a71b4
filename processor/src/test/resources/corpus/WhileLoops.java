package corpus;

import static corpus.Args.d;

import dev.pullback.Differentiable;

/** While and do-while: trip counts that only running tells. */
final class WhileLoops {
    private WhileLoops() {}

    @Differentiable
    static double halved(double x) {
        double s = 0;
        while (x > 1) {
            s += Math.sqrt(x);
            x = x / 2;
        }
        return s + x;
    }

    static Object[][] halvedArgs() {
        return new Object[][] {{0.7}, {1.5}, {23.0}};
    }

    @Differentiable
    static double assignmentInCondition(double x, double y) {
        double t;
        double s = 0;
        while ((t = x * y) > 0.5) {
            s += t * t;
            x *= 0.6;
        }
        return s + t;
    }

    static Object[][] assignmentInConditionArgs() {
        return new Object[][] {{0.7, 0.3}, {2.7, 1.3}};
    }

    @Differentiable
    static double doWhile(double x, int n) {
        double s = x;
        int i = 0;
        do {
            s = Math.sin(s) + x;
            i++;
        } while (i < n);
        return s * i;
    }

    static Object[][] doWhileArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 1}, {0.7, 4}};
    }

    @Differentiable
    static double countDownInCondition(double x, int n) {
        double s = 1;
        while (--n >= 0) {
            s += x * s / (n + 1);
        }
        int k = n;
        while (k++ < 3) {
            s *= x + k;
        }
        return s * (k + n);
    }

    static Object[][] countDownInConditionArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 4}, {0.7, -9}};
    }

    @Differentiable
    static double whileTrue(double x, double limit) {
        double s = 0;
        int steps = 0;
        while (true) {
            s += x;
            steps++;
            if (s * s > limit) {
                break;
            }
            x *= 1.5;
        }
        return s / steps + limit * x;
    }

    static Object[][] whileTrueArgs() {
        return new Object[][] {{0.7, 0.3}, {0.3, 20.0}};
    }

    @Differentiable
    static double collatz(double x, int n) {
        double s = x;
        while (n != 1) {
            if (n % 2 == 0) {
                n /= 2;
                s = s * 0.5 + x;
            } else {
                n = 3 * n + 1;
                s = Math.cos(s);
            }
        }
        return s;
    }

    static Object[][] collatzArgs() {
        return new Object[][] {{0.7, 1}, {0.7, 6}, {0.7, 3}};
    }

    @Differentiable
    static double untilConverged(double a) {
        double x = a > 1 ? a : 1;
        double previous = 0;
        do {
            previous = x;
            x = 0.5 * (x + a / x);
        } while (Math.abs(x - previous) > 1e-12 * x);
        return x;
    }

    static Object[][] untilConvergedArgs() {
        return new Object[][] {{2.0}, {0.87}, {50.0}};
    }

    @Differentiable
    @SuppressWarnings("Pullback/InputDoesNotReachOutput")
    static double searchThenUse(double[] a, double limit) {
        int i = 0;
        double s = 0;
        while (i < a.length && (s += a[i] * a[i]) < limit) {
            i++;
        }
        return i < a.length ? a[i] * s : s;
    }

    static Object[][] searchThenUseArgs() {
        return new Object[][] {{d(0.5, 1.2, -0.7), 1.1}, {d(0.5, 1.2, -0.7), 90.0}, {d(1.5, 1.2), 0.2}, {d(), 1.0}};
    }

    @Differentiable
    static double doubleDriven(double x, double h) {
        double t = 0;
        double y = x;
        while (t < 0.9) {
            double step = Math.min(h, 1 - t);
            y += step * -y * y;
            t += step;
            h *= 1.3;
        }
        return y;
    }

    static Object[][] doubleDrivenArgs() {
        return new Object[][] {{0.7, 0.61}, {1.2, 0.71}, {1.2, 5.0}};
    }

    @Differentiable
    static double nestedWhile(double x, int n) {
        double s = 0;
        int i = 0;
        while (i < n) {
            double t = x;
            while (t > 0.3) {
                t = 0.7 * Math.sin(t);
                s += t;
            }
            do {
                s = s * 0.9 + x;
            } while (s < i * 0.25);
            x += 0.2;
            i++;
        }
        return s;
    }

    static Object[][] nestedWhileArgs() {
        return new Object[][] {{0.9, 0}, {0.9, 1}, {0.71, 3}};
    }

    @Differentiable
    static double neverEntered(double x, double y) {
        double r = x * y;
        while (r > 1e6) {
            r = Math.log(r) * y;
        }
        while (false || r < -1e6) {
            r = r * x;
        }
        return r;
    }

    static Object[][] neverEnteredArgs() {
        return new Object[][] {{0.9, 0.4}};
    }
}
