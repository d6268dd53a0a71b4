package rejections;

import dev.pullback.Differentiable;

final class DerivativeLost {

    @Differentiable
    static double cast(double x, double y) {
        double product = x * y;
        int whole = (int) product; // WARNING [Pullback/DerivativeLost] at (int) product
        return x + y + whole;
    }

    @Differentiable
    static double rounded(double x, double y) {
        return x + y + Math.floor(x * y); // WARNING [Pullback/DerivativeLost] at Math.floor
    }

    @Differentiable
    static double indexed(double[] x, double[] table) { // WARNING [Pullback/InputDoesNotReachOutput] at x
        return table[(int) (3 * x[0])]; // WARNING [Pullback/DerivativeLost] at (int) (3 * x[0])
    }

    @Differentiable
    static double compared(double x, double strike) {
        double gain = x - strike;
        return gain > 0 ? x : strike; // WARNING [Pullback/DerivativeLost] at gain > 0
    }

    @Differentiable
    static double interpolated(double t, double[] y) {
        int i = (int) t;
        double weight = t - i;
        return (1 - weight) * y[i] + weight * y[i + 1];
    }

    @Differentiable
    static double converges(double x) {
        double root = x;
        for (int i = 0; i < 50; i++) {
            double next = (root + x / root) / 2;
            double gap = next - root;
            root = next;
            if (gap == 0) {
                break;
            }
        }
        return root;
    }

    @Differentiable
    static double repeats(double x) {
        double root = x;
        double gap;
        do {
            double next = (root + x / root) / 2;
            gap = next - root;
            root = next;
        } while (gap < 0);
        return root;
    }

    @Differentiable
    static double usedToo(double x) {
        double gain = 3 * x - 1;
        return gain > 0 ? gain : 0;
    }

    @Differentiable
    @SuppressWarnings("Pullback/DerivativeLost")
    static double accepted(double x, double y) {
        return x + y + Math.floor(x * y);
    }
}

final class DerivativeLostUser {
    static double uses(double x) {
        return DerivativeLostGrad.castGrad(x, x).y();
    }
}
