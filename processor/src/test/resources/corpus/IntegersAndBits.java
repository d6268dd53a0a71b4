package corpus;

import static corpus.Args.d;
import static corpus.Args.i;

import dev.pullback.Differentiable;

/** Integer, long and bit arithmetic that steers active code. */
final class IntegersAndBits {
    private IntegersAndBits() {}

    @Differentiable
    static double powerBySquaring(double x, int n) {
        double r = 1;
        double b = x;
        for (int k = n; k > 0; k >>= 1) {
            if ((k & 1) == 1) {
                r *= b;
            }
            b *= b;
        }
        return r;
    }

    static Object[][] powerBySquaringArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 1}, {0.7, 13}, {0.0, 2}};
    }

    @Differentiable
    static double pseudoRandomWeights(double[] a, long seed) {
        long state = seed;
        double s = 0;
        for (double v : a) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            double weight = (state >>> 11) * 0x1p-53;
            s += weight * v * v;
        }
        return s + (state & 7) * a[0];
    }

    static Object[][] pseudoRandomWeightsArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2), 42L}};
    }

    @Differentiable
    static double bitsAsSwitches(double x, double y, int flags) {
        double r = x;
        if ((flags & 1) != 0) {
            r *= y;
        }
        if ((flags & 2) != 0) {
            r += x;
        }
        if ((flags >>> 2 ^ flags) % 2 == 0) {
            r = Math.sin(r);
        }
        return r * (flags << 1 | 1) * ~flags;
    }

    static Object[][] bitsAsSwitchesArgs() {
        return new Object[][] {{0.7, 0.4, 0}, {0.7, 0.4, 1}, {0.7, 0.4, 6}, {0.7, 0.4, -1}};
    }

    @Differentiable
    static double divisionAndRemainder(double x, int n, int m) {
        int q = n / m;
        int r = n % m;
        double s = x * q + r;
        s *= x + n / 2 / (double) m;
        return s * Math.floorMod(n, m) + Math.floorDiv(n, m) * x;
    }

    static Object[][] divisionAndRemainderArgs() {
        return new Object[][] {{0.7, 7, 3}, {0.7, -7, 3}, {0.7, 7, -3}, {0.7, 1, 0}};
    }

    @Differentiable
    static double overflow(double x, int n) {
        int big = Integer.MAX_VALUE - 2 + n;
        long product = (long) big * n;
        int wrapped = big * n;
        short small = (short) wrapped;
        return x * small + x * x * (product % 1000);
    }

    static Object[][] overflowArgs() {
        return new Object[][] {{0.7, 5}, {0.7, 1}};
    }

    @Differentiable
    static double subsetSums(double[] a) {
        double s = 0;
        for (int mask = 0; mask < 1 << a.length; mask++) {
            double p = 1;
            for (int k = 0; k < a.length; k++) {
                if ((mask >> k & 1) == 1) {
                    p *= a[k];
                }
            }
            s += Integer.bitCount(mask) % 2 == 0 ? p : -p * mask;
        }
        return s;
    }

    static Object[][] subsetSumsArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2)}, {d(0.0, 0.0)}, {d()}};
    }

    @Differentiable
    static double grayWalk(double[] a, int steps) {
        double s = 0;
        int code = 0;
        for (int k = 1; k <= steps; k++) {
            int next = k ^ k >> 1;
            int flipped = Integer.numberOfTrailingZeros(code ^ next);
            s = s * 0.9 + ((next >> flipped & 1) == 1 ? a[flipped] : -a[flipped]) * k;
            code = next;
        }
        return s * s;
    }

    static Object[][] grayWalkArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2), 0}, {d(0.4, 0.9, -0.2), 7}};
    }

    @Differentiable
    static double digits(double x, long number) {
        double s = 0;
        long rest = number;
        do {
            s = s * x + rest % 10;
            rest /= 10;
        } while (rest != 0);
        return s;
    }

    static Object[][] digitsArgs() {
        return new Object[][] {{0.7, 40213L}, {0.7, 0L}};
    }

    @Differentiable
    static double euclid(double x, int a, int b) {
        double s = x;
        while (b != 0) {
            int t = a % b;
            s = s * 0.5 + x * x * (a / b);
            a = b;
            b = t;
        }
        return s * a;
    }

    static Object[][] euclidArgs() {
        return new Object[][] {{0.7, 21, 15}, {0.7, 5, 0}};
    }

    @Differentiable
    static double intArrayProgram(double x, int[] program) {
        double[] stack = new double[program.length + 1];
        int top = 0;
        stack[top] = x;
        for (int op : program) {
            if (op == 0) {
                stack[top + 1] = stack[top];
                top++;
            } else if (op == 1) {
                top--;
                stack[top] += stack[top + 1];
            } else if (op == 2) {
                top--;
                stack[top] *= stack[top + 1];
            } else {
                stack[top] = Math.sin(stack[top]);
            }
        }
        return stack[top];
    }

    static Object[][] intArrayProgramArgs() {
        return new Object[][] {{0.7, i()}, {0.7, i(0, 3, 0, 2, 2, 0, 1)}, {0.7, i(0, 0, 1, 2)}};
    }
}
