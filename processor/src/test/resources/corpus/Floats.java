package corpus;

import static corpus.Args.d;
import static corpus.Args.f;

import dev.pullback.Constant;
import dev.pullback.Differentiable;
import java.util.Arrays;

/** float parameters, results, locals and arrays, alone and mixed with double. */
final class Floats {
    private Floats() {}

    @Differentiable
    static float polynomial(float x) {
        return 3 * x * x * x - 2f * x * x + x - 7;
    }

    static Object[][] polynomialArgs() {
        return new Object[][] {{0.75f}, {-1.25f}, {0f}};
    }

    @Differentiable
    static double floatInDoubleOut(float x, double y) {
        return x * y + Math.sin(x) / y;
    }

    static Object[][] floatInDoubleOutArgs() {
        return new Object[][] {{0.75f, 1.3}, {-1.25f, 0.4}};
    }

    @Differentiable
    static float doubleInFloatOut(double x, double y) {
        float a = (float) (x * y);
        float b = (float) x;
        return a * b + (float) Math.exp(y);
    }

    static Object[][] doubleInFloatOutArgs() {
        return new Object[][] {{0.75, 1.3}, {-1.25, 0.4}};
    }

    @Differentiable
    static float loop(float[] a, int n) {
        float s = 0;
        for (int i = 0; i < n; i++) {
            s = s * 0.5f + a[i % a.length] * a[i % a.length];
        }
        return s;
    }

    static Object[][] loopArgs() {
        return new Object[][] {{f(0.5, 0.75, 1.25), 0}, {f(0.5, 0.75, 1.25), 5}};
    }

    @Differentiable
    @SuppressWarnings("lossy-conversions")
    static float compoundWithDouble(float x, double y) {
        float s = x;
        s += y;
        s *= y * x;
        s -= 1;
        double t = s;
        t += x;
        s /= t * t;
        return s;
    }

    static Object[][] compoundWithDoubleArgs() {
        return new Object[][] {{0.75f, 1.3}, {1.25f, 0.4}};
    }

    @Differentiable
    static void arraysInPlace(float[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            b[i] = a[i] * b[i];
            a[i] = (float) (b[i] + Math.sqrt(a[i]));
        }
    }

    static Object[][] arraysInPlaceArgs() {
        return new Object[][] {{f(0.5, 0.75), d(0.4, 1.1)}};
    }

    @Differentiable
    static float[] convolution(float[] a, float[] kernel) {
        float[] r = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < kernel.length && j <= i; j++) {
                r[i] += a[i - j] * kernel[j];
            }
        }
        return r;
    }

    static Object[][] convolutionArgs() {
        return new Object[][] {{f(0.5, 0.75, 1.25, -0.5), f(1, -0.5)}};
    }

    @Differentiable
    static double singleRounding(double x, float y) {
        float r = (float) x;
        double s = r;
        r = y;
        return s * s * r + (float) (x + y);
    }

    static Object[][] singleRoundingArgs() {
        return new Object[][] {{0.75, 1.5f}};
    }

    @Differentiable
    static float bulk(float[] a, float x) {
        float[] b = a.clone();
        Arrays.fill(b, 0, 1, x);
        System.arraycopy(b, 0, b, 1, b.length - 1);
        float[] c = Arrays.copyOf(b, b.length + 1);
        c[b.length] = x * a[0];
        float s = 0;
        for (float v : c) {
            s += v * v;
        }
        return s;
    }

    static Object[][] bulkArgs() {
        return new Object[][] {{f(0.5, 0.75, 1.25), 0.5f}};
    }

    @Differentiable
    static double matrix(float[][] m, @Constant float[] v) {
        double s = 0;
        for (float[] row : m) {
            float z = 0;
            for (int j = 0; j < v.length; j++) {
                z += row[j] * v[j];
            }
            s += Math.tanh(z);
        }
        return s;
    }

    static Object[][] matrixArgs() {
        return new Object[][] {{new float[][] {f(0.5, 0.75), f(-0.25, 0.5)}, f(0.5, 1.25)}};
    }

    @Differentiable
    static float functions(float x, float y) {
        float r = Math.max(x, y) * Math.abs(x - y) + Math.min(x, 3f);
        return Math.fma(r, x, y) + Math.signum(x) * y;
    }

    static Object[][] functionsArgs() {
        return new Object[][] {{0.75f, 1.5f}, {1.5f, 0.25f}};
    }

    @Differentiable
    static float increments(float x) {
        float y = x++ * ++x;
        y--;
        return y * x;
    }

    static Object[][] incrementsArgs() {
        return new Object[][] {{0.75f}};
    }
}
