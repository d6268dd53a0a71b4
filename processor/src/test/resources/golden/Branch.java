package golden;

import dev.pullback.Differentiable;

final class Branch {
    private Branch() {}

    @Differentiable
    static double huber(double residual, double delta) {
        double loss;
        if (Math.abs(residual) <= delta) {
            loss = 0.5 * residual * residual;
        } else {
            loss = delta * (Math.abs(residual) - 0.5 * delta);
        }
        return loss;
    }

    static Object[][] huberArgs() {
        return new Object[][] {{0.3, 1.0}, {-1.7, 1.0}};
    }
}
