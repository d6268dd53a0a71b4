package corpus;

import static corpus.Args.d;
import static corpus.Args.i;

import dev.pullback.Differentiable;

/** Compound, chained and embedded assignments, {@code ++}, implicit narrowing, order of evaluation. */
@SuppressWarnings("Pullback/DerivativeLost")
final class Assignments {
    private Assignments() {}

    @Differentiable
    static double compound(double x, double y) {
        double r = x;
        r += y;
        r *= r;
        r -= x * r;
        r /= 1 + y * y;
        return r;
    }

    static Object[][] compoundArgs() {
        return new Object[][] {{0.7, 0.4}, {-0.7, 0.0}};
    }

    @Differentiable
    static double chained(double x, double y) {
        double a;
        double b;
        double c;
        a = b = c = x * y;
        b += a = c * 2;
        c = (a *= b) - (b -= x);
        return a + b * c;
    }

    static Object[][] chainedArgs() {
        return new Object[][] {{0.7, 0.4}, {-0.7, 1.4}};
    }

    @Differentiable
    static double embedded(double x, double y) {
        double r = (x = x * 2) + x * (y = x + y) - y;
        return r * x + Math.sin(y = y * r) * y;
    }

    static Object[][] embeddedArgs() {
        return new Object[][] {{0.7, 0.4}, {-0.7, 1.4}};
    }

    @Differentiable
    static double incrementedReals(double x, double[] a) {
        double r = x++ * x;
        r += --x * r--;
        a[0]++;
        r *= a[1]-- + ++a[0];
        return r + x * a[1];
    }

    static Object[][] incrementedRealsArgs() {
        return new Object[][] {{0.7, d(0.4, 0.3)}, {-0.7, d(1.4, 0.1)}};
    }

    @Differentiable
    static double leftOperandFirst(double x) {
        double r = x + (x = x * x) + x;
        x += x++ * 2;
        r -= r * (r = 3 * x);
        return r * x;
    }

    static Object[][] leftOperandFirstArgs() {
        return new Object[][] {{0.7}, {-1.2}};
    }

    @Differentiable
    static double elementSavedBeforeRight(double[] a, double x) {
        a[0] += a[0] = 3 * x;
        a[1] *= (a[1] = x) + (a[0] -= 2);
        int k = 0;
        a[k++] -= a[k] * k;
        a[k] = (k = 0) + x;
        a[k] += (k = 1) * a[k];
        return a[0] * a[1];
    }

    static Object[][] elementSavedBeforeRightArgs() {
        return new Object[][] {{d(0.4, 0.3), 0.7}, {d(-0.4, 1.3), 1.7}};
    }

    @Differentiable
    static double indexEffects(double[] a, double x) {
        int k = 0;
        a[k++] = x * a[k];
        a[k++] += a[k] * k;
        a[--k] *= a[k = 0] + k;
        return a[k] + a[k + 1] * a[k + 2];
    }

    static Object[][] indexEffectsArgs() {
        return new Object[][] {{d(0.4, 0.3, -0.9), 0.7}};
    }

    @Differentiable
    static double assignmentInIndex(double[] a, int n) {
        int j = 0;
        double s = 0;
        for (int k = 0; k < n; k++) {
            s = s * 0.5 + a[j = (j + 2) % a.length] * a[k % a.length];
            a[j] = a[j] * 0.9 + s;
        }
        return s + j * a[j];
    }

    static Object[][] assignmentInIndexArgs() {
        return new Object[][] {{d(0.4, 0.3, -0.9), 0}, {d(0.4, 0.3, -0.9), 4}};
    }

    @Differentiable
    @SuppressWarnings("lossy-conversions")
    static double implicitNarrowing(double x, int n) {
        int k = n;
        k *= 1.7;
        k += x;
        byte b = (byte) n;
        b += 130;
        char c = 'a';
        c += 1;
        short s = 3;
        s *= 1.5;
        long big = 1L << 40;
        int low = 5;
        low += big;
        return x * k + b * x * x + c + s * x * low;
    }

    static Object[][] implicitNarrowingArgs() {
        return new Object[][] {{0.7, 3}, {2.4, -5}, {2.4, 0}};
    }

    @Differentiable
    static double integerCompound(double x, int n) {
        int k = n;
        k <<= 2;
        k ^= 5;
        k |= 16;
        k &= ~1;
        k %= 7;
        int m = -n;
        m >>>= 28;
        m >>= 1;
        return x * k + x * x * m;
    }

    static Object[][] integerCompoundArgs() {
        return new Object[][] {{0.7, 3}, {0.7, -5}, {0.7, 0}};
    }

    @Differentiable
    static double argumentsInOrder(double x, double[] a) {
        int k = 0;
        double r = Math.pow(x = x + 1, x * 0.5);
        r += Math.atan2(a[k++], a[k++] + k);
        return r * Math.fma(x, x = x * 0.5, x);
    }

    static Object[][] argumentsInOrderArgs() {
        return new Object[][] {{0.7, d(0.4, 0.3)}};
    }

    @Differentiable
    static double compoundDivisionByElements(double[] a) {
        for (int k = 0; k < a.length; k++) {
            a[k] /= 1 + a[(k + 1) % a.length] * a[k];
            a[k] %= 0.7;
        }
        return a[0] - a[a.length - 1] * 2;
    }

    static Object[][] compoundDivisionByElementsArgs() {
        return new Object[][] {{d(0.4, 0.3, 2.9)}, {d(0.9)}};
    }

    @Differentiable
    static double effectsOnIntArrays(double x, int[] counts) {
        double r = counts[0]++ * x;
        r += --counts[1] * x * x;
        counts[counts[1] & 1] += 3;
        return r * counts[0] + counts[1];
    }

    static Object[][] effectsOnIntArraysArgs() {
        return new Object[][] {{0.7, i(3, 4)}, {0.7, i(0, 1)}};
    }
}
