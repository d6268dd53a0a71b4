package corpus;

import static corpus.Args.d;

import dev.pullback.Differentiable;

/** For loops: carried variables, swaps, bounds and indices changed in the body, zero-trip and reversed loops. */
final class CountedLoops {
    private CountedLoops() {}

    @Differentiable
    static double power(double x, int n) {
        double r = 1;
        for (int i = 0; i < n; i++) {
            r *= x;
        }
        return r;
    }

    static Object[][] powerArgs() {
        return new Object[][] {{1.3, 0}, {1.3, 1}, {1.3, 5}, {0.0, 3}, {1.3, -4}};
    }

    @Differentiable
    static double horner(double x, double[] c) {
        double r = 0;
        for (int i = c.length - 1; i >= 0; i--) {
            r = r * x + c[i];
        }
        return r;
    }

    static Object[][] hornerArgs() {
        return new Object[][] {{1.3, d(1, -2, 0.5, 0.25)}, {0.0, d(1, -2, 0.5)}, {1.3, d()}};
    }

    @Differentiable
    static double swapInLoop(double a, double b, int n) {
        for (int i = 0; i < n; i++) {
            double t = a;
            a = b;
            b = t + 0.1 * a * b;
        }
        return a - 2 * b;
    }

    static Object[][] swapInLoopArgs() {
        return new Object[][] {{0.7, 0.4, 0}, {0.7, 0.4, 1}, {0.7, 0.4, 6}};
    }

    @Differentiable
    static double becomesActiveLate(double x, int n) {
        double a = 1;
        double b = 2;
        double c = 3;
        double d = 0;
        for (int i = 0; i < n; i++) {
            d += c;
            c = b * b;
            b = 0.5 * a;
            a = x + i;
        }
        return d;
    }

    static Object[][] becomesActiveLateArgs() {
        return new Object[][] {{0.7, 1}, {0.7, 3}, {0.7, 4}, {0.7, 6}};
    }

    @Differentiable
    static double boundChangedInBody(double x, int n) {
        double s = x;
        for (int i = 0; i < n; i++) {
            s = s * x + i;
            if (i == 2) {
                n -= 2;
            }
        }
        return s * n;
    }

    static Object[][] boundChangedInBodyArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 3}, {0.7, 7}};
    }

    @Differentiable
    static double indexChangedInBody(double x, int n) {
        double s = 1;
        for (int i = 0; i < n; i++) {
            s = s * x + 1;
            if (i % 3 == 1) {
                i++;
            }
            s += i * x;
        }
        return s;
    }

    static Object[][] indexChangedInBodyArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 2}, {0.7, 7}};
    }

    @Differentiable
    static double steps(double[] a, int from, int to) {
        double s = 0;
        for (int i = from; i < to; i += 2) {
            s = s * 0.5 + a[i] * a[i] * i;
        }
        for (int i = to; i > from; i -= 3) {
            s = s * a[i - 1];
        }
        for (int i = from; i != to; i++) {
            s += a[i];
        }
        for (int i = to - 1; i >= from; --i) {
            s = Math.sin(s) + a[i];
        }
        return s;
    }

    static Object[][] stepsArgs() {
        return new Object[][] {{d(0.5, 1.2, -0.7, 2, 0.9), 0, 5}, {d(0.5, 1.2, -0.7), 1, 3}, {d(0.5, 1.2), 1, 1}};
    }

    @Differentiable
    static double twoCounters(double[] a) {
        double s = 0;
        for (int i = 0, j = a.length - 1; i < j; i++, j--) {
            s += (j - i) * a[i] * a[j];
        }
        return s;
    }

    static Object[][] twoCountersArgs() {
        return new Object[][] {{d(0.5, 1.2, -0.7, 2, 0.9)}, {d(0.5, 1.2, -0.7, 2)}, {d(0.5)}, {d()}};
    }

    @Differentiable
    static double workInHeader(double x, int n) {
        double s = x;
        int i = 0;
        for (s *= 2; i < n; s = s * x + i, i++) {}
        for (; i > 0; i -= 2) {
            s += x;
        }
        return s + i * x;
    }

    static Object[][] workInHeaderArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 1}, {0.7, 5}};
    }

    @Differentiable
    static double doubleCounter(double x, double h) {
        double s = 0;
        for (double t = 0; t < 1; t += 0.25) {
            s += Math.exp(-t * x);
        }
        for (double t = h; t < 2; t *= 2) {
            s += t * t * x;
        }
        return s;
    }

    static Object[][] doubleCounterArgs() {
        return new Object[][] {{0.7, 0.8}, {1.7, 3.5}};
    }

    @Differentiable
    static double longCounter(double x, long n) {
        double s = 0;
        for (long k = 1; k <= n; k++) {
            s += Math.sin(k * x) / k;
        }
        return s;
    }

    static Object[][] longCounterArgs() {
        return new Object[][] {{0.7, 0L}, {0.7, 4L}};
    }

    @Differentiable
    static double accumulatorsOfTwoKinds(double[] a) {
        double product = 1;
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            product *= a[i];
            sum += product;
            product += 0.1 * sum;
        }
        return product * sum;
    }

    static Object[][] accumulatorsOfTwoKindsArgs() {
        return new Object[][] {{d(0.5, 1.2, -0.7)}, {d(0.0, 1.2, 0.0, 0.5)}, {d()}};
    }

    @Differentiable
    static double lastValueOnly(double[] a, double x) {
        double last = x;
        double before = 0;
        for (int i = 0; i < a.length; i++) {
            before = last;
            last = Math.sin(a[i]);
        }
        return before * 3 + last * last;
    }

    static Object[][] lastValueOnlyArgs() {
        return new Object[][] {{d(0.5, 1.2, -0.7), 0.3}, {d(0.5), 0.3}, {d(), 0.3}};
    }

    @Differentiable
    static double loopOverChangingExpression(double x, int n) {
        double s = 0;
        int m = n;
        for (int i = 0; i * i < m + 1; i++) {
            s += x / (i + x);
            m--;
        }
        return s * m;
    }

    static Object[][] loopOverChangingExpressionArgs() {
        return new Object[][] {{0.7, -1}, {0.7, 3}, {0.7, 11}};
    }
}
