package corpus;

import dev.pullback.Differentiable;

/** No control flow: reuse, reassignment, dead code, products with zeros. */
final class StraightLine {
    private StraightLine() {}

    @Differentiable
    static double polynomial(double x) {
        return 3 * x * x * x - 2 * x * x + x - 7;
    }

    static Object[][] polynomialArgs() {
        return new Object[][] {{0.7}, {-1.3}, {0.0}};
    }

    @Differentiable
    static double product(double x, double y, double z) {
        return x * y * z;
    }

    static Object[][] productArgs() {
        return new Object[][] {{0.7, 1.3, -0.4}, {0.0, 1.3, -0.4}, {0.0, 0.0, -0.4}, {0.0, 0.0, 0.0}};
    }

    @Differentiable
    static double quotient(double x, double y) {
        return (x - y) / (x + 2 * y) / y;
    }

    static Object[][] quotientArgs() {
        return new Object[][] {{0.7, 1.3}, {1.3, 1.3}, {-0.5, 2.0}};
    }

    @Differentiable
    static double reusedLocal(double x, double y) {
        double t = x * y;
        double u = t + x;
        double v = t * u;
        double w = u / (1 + v * v);
        return t * u * v * w + t - w;
    }

    static Object[][] reusedLocalArgs() {
        return new Object[][] {{0.7, 1.3}, {-0.2, 0.9}};
    }

    @Differentiable
    static double reassignedParameter(double x, double y) {
        x = x * x;
        y = x + y;
        x = x * y;
        y = y - x;
        return x * y;
    }

    static Object[][] reassignedParameterArgs() {
        return new Object[][] {{0.7, 1.3}, {-1.1, 0.4}};
    }

    @Differentiable
    static double swapped(double a, double b) {
        a = a * 2;
        double t = a;
        a = b;
        b = t;
        return a * a * b - b;
    }

    static Object[][] swappedArgs() {
        return new Object[][] {{0.7, 1.3}, {-1.1, 0.4}};
    }

    @Differentiable
    static double deadNan(double x, double y) {
        double dead = Math.log(-1 - x * x);
        double infinite = y / (x - x);
        double alsoDead = dead * infinite;
        alsoDead = x * y;
        return alsoDead + y;
    }

    static Object[][] deadNanArgs() {
        return new Object[][] {{0.7, 1.3}, {0.0, 0.4}};
    }

    @Differentiable
    static double foldingTraps(double x, double y) {
        double zero = x - x;
        double one = 1.0 * x + 0.0;
        return -(-one) * y + zero * y + 0 * x + x / 1 - (y + -y);
    }

    static Object[][] foldingTrapsArgs() {
        return new Object[][] {{0.7, 1.3}, {-0.0, 0.4}};
    }

    @Differentiable
    static double passiveMixed(double x, int n, long m, boolean flag, double y) {
        double scale = n * 0.5 + m;
        double sign = flag ? 1 : -1;
        return sign * x * n / (m + 1) + scale * y - n / 2;
    }

    static Object[][] passiveMixedArgs() {
        return new Object[][] {{0.7, 3, 4L, true, 1.3}, {0.7, -5, 1L, false, 1.3}, {0.7, 0, 0L, true, -2.0}};
    }

    @Differentiable
    static double associativity(double a, double b, double c) {
        return a - (b - c) - a / (b / c) - (a - b) * -c;
    }

    static Object[][] associativityArgs() {
        return new Object[][] {{0.7, 1.3, -0.4}, {1e3, 1e-3, 2.0}};
    }

    @Differentiable
    static double commonSubexpressions(double x, double y) {
        double a = Math.sin(x * y) * Math.sin(x * y);
        double b = Math.exp(x * y) / Math.sin(x * y);
        return a * b + Math.exp(x * y);
    }

    static Object[][] commonSubexpressionsArgs() {
        return new Object[][] {{0.7, 1.3}, {-1.2, 0.9}};
    }

    @Differentiable
    static double identity(double x) {
        return x;
    }

    static Object[][] identityArgs() {
        return new Object[][] {{0.7}, {-0.0}};
    }

    @Differentiable
    static double manyParameters(
            double a, double b, double c, double d, double e, double f, double g, double h, double i, double j) {
        return a * b + c * d - e * f / (1 + g * g) + h * i * j + a * j;
    }

    static Object[][] manyParametersArgs() {
        return new Object[][] {{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.1}};
    }
}
