package rejections;

import dev.pullback.Constant;
import dev.pullback.Differentiable;

final class InputDoesNotReachOutput {

    @Differentiable
    static double unused(double x, double y) { // WARNING [Pullback/InputDoesNotReachOutput] at y
        return x * x;
    }

    @Differentiable
    static double onlyTested(double x, double limit) { // WARNING [Pullback/InputDoesNotReachOutput] at limit
        return x > limit ? x : 0;
    }

    @Differentiable
    static double rounded(double x, double y) { // WARNING [Pullback/InputDoesNotReachOutput] at y
        return x * Math.floor(y) + (int) y;
    }

    @Differentiable
    static double lengthOnly(double[] x, double[] y) { // WARNING [Pullback/InputDoesNotReachOutput] at y
        return x[0] * y.length;
    }

    @Differentiable
    static double overwritten(double x, double y) { // WARNING [Pullback/InputDoesNotReachOutput] at y
        y = 2;
        return x * y;
    }

    @Differentiable
    static double constant(double x, @Constant double y) {
        return x;
    }

    @Differentiable
    static double sometimes(double x, double y, boolean both) {
        return both ? x * y : x;
    }

    @Differentiable
    @SuppressWarnings("Pullback/InputDoesNotReachOutput")
    static double accepted(double x, double y) {
        return x;
    }
}

final class InputDoesNotReachOutputUser {
    static double uses(double x) {
        return InputDoesNotReachOutputGrad.unusedGrad(x, x).y()
                + InputDoesNotReachOutputGrad.constantGrad(x, x)
                + InputDoesNotReachOutputGrad.acceptedGrad(x, x).y();
    }
}
