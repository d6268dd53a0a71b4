package corpus;

import static corpus.Args.d;

import dev.pullback.Differentiable;

/** Math and StrictMath in combinations; each rule by itself is tested with the rules. */
final class MathFunctions {
    private MathFunctions() {}

    @Differentiable
    static double trigonometric(double x, double y) {
        return Math.sin(x) * Math.cos(y) + Math.tan(x * y) - Math.asin(x / 3) * Math.acos(y / 3) + Math.atan(x - y);
    }

    static Object[][] trigonometricArgs() {
        return new Object[][] {{0.7, 0.4}, {-0.9, 1.2}};
    }

    @Differentiable
    static double hyperbolic(double x, double y) {
        return Math.sinh(x) * Math.cosh(y) + Math.tanh(x * y) * Math.sinh(y);
    }

    static Object[][] hyperbolicArgs() {
        return new Object[][] {{0.7, 0.4}, {-0.9, 1.2}};
    }

    @Differentiable
    static double exponentials(double x, double y) {
        return Math.exp(x) * Math.log(y) + Math.expm1(x * y) - Math.log1p(y) * Math.log10(y + 1) + Math.pow(y, x);
    }

    static Object[][] exponentialsArgs() {
        return new Object[][] {{0.7, 0.4}, {-0.9, 1.2}};
    }

    @Differentiable
    static double powers(double x, double y, int n) {
        double r = Math.pow(x, 2) + Math.pow(x, n) + Math.pow(2, y) + Math.pow(x, y);
        return r * Math.pow(x * y, 0.5) + Math.sqrt(x) * Math.cbrt(y - 3);
    }

    static Object[][] powersArgs() {
        return new Object[][] {{0.7, 0.4, 3}, {1.9, 1.2, -2}, {1.9, 1.2, 0}};
    }

    @Differentiable
    static double geometry(double x, double y) {
        return Math.hypot(x, y) * Math.atan2(y, x) + Math.toRadians(x) * Math.toDegrees(y);
    }

    static Object[][] geometryArgs() {
        return new Object[][] {{0.7, 0.4}, {-0.9, 1.2}, {-0.9, -1.2}, {0.0, 1.2}};
    }

    @Differentiable
    static double extremes(double x, double y, int n) {
        double r = Math.max(x, y) * Math.min(x, 2 * y) + Math.abs(x - y);
        return r * Math.max(n, 2) - Math.min(x, n) * Math.abs(n);
    }

    static Object[][] extremesArgs() {
        return new Object[][] {{0.7, 0.4, 1}, {-0.9, 1.2, 3}, {0.7, 0.4, -2}};
    }

    @Differentiable
    static double signs(double x, double y) {
        return Math.copySign(x, y) * Math.signum(x) + Math.signum(y) * y - Math.copySign(x * y, -1);
    }

    static Object[][] signsArgs() {
        return new Object[][] {{0.7, 0.4}, {-0.9, 1.2}, {0.9, -1.2}};
    }

    @Differentiable
    static double remainders(double x, double y) {
        return x % y * x + Math.IEEEremainder(x, y) * y;
    }

    static Object[][] remaindersArgs() {
        return new Object[][] {{7.3, 2.1}, {-7.9, 2.1}, {7.9, -2.1}, {0.3, 2.1}};
    }

    @Differentiable
    static double fused(double x, double y, double z) {
        return Math.fma(x, y, z) * Math.fma(z, 2, x) + Math.scalb(x * y, 3);
    }

    static Object[][] fusedArgs() {
        return new Object[][] {{0.7, 0.4, -0.2}, {0.0, 0.0, 0.0}};
    }

    @Differentiable
    static double strict(double x, double y) {
        return StrictMath.sin(x) * StrictMath.exp(y) + StrictMath.pow(y, x) - StrictMath.hypot(x, y)
                + StrictMath.max(x, y) / StrictMath.sqrt(y);
    }

    static Object[][] strictArgs() {
        return new Object[][] {{0.7, 0.4}, {-0.9, 1.2}};
    }

    @Differentiable
    static double deepComposition(double x, int n) {
        double r = x;
        for (int k = 0; k < n; k++) {
            r = Math.log1p(Math.exp(Math.sin(r) * Math.cos(x * k)));
        }
        return Math.sqrt(1 + r * r);
    }

    static Object[][] deepCompositionArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 5}};
    }

    @Differentiable
    static double softmaxEntropy(double[] a) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double v : a) {
            largest = Math.max(largest, v);
        }
        double sum = 0;
        for (double v : a) {
            sum += Math.exp(v - largest);
        }
        double entropy = 0;
        for (double v : a) {
            double p = Math.exp(v - largest) / sum;
            entropy -= p * Math.log(p);
        }
        return entropy;
    }

    static Object[][] softmaxEntropyArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2)}, {d(5, 1, 2)}};
    }

    @Differentiable
    static double reusedResults(double x, double y) {
        double e = Math.exp(x);
        double s = Math.sqrt(e + y);
        double t = Math.tanh(s);
        x = e * s;
        e = t / x;
        return e * s * t + Math.tan(e) * x;
    }

    static Object[][] reusedResultsArgs() {
        return new Object[][] {{0.7, 0.4}, {-0.9, 1.2}};
    }
}
