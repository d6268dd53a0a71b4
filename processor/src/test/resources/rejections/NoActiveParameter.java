package rejections;

import dev.pullback.Constant;
import dev.pullback.Differentiable;

final class NoActiveParameter {

    @Differentiable
    static double ofAnInteger(int n) { // ERROR [Pullback/NoActiveParameter] at ofAnInteger
        return Math.sqrt(n);
    }

    @Differentiable
    static double ofAConstant(@Constant double x) { // ERROR [Pullback/NoActiveParameter] at ofAConstant
        return x * x;
    }

    @Differentiable
    static double[] ofNothing() { // ERROR [Pullback/NoActiveParameter] at ofNothing
        return new double[3];
    }

    @Differentiable
    static double mixed(@Constant double x, double y) {
        return x * y;
    }
}

final class NoActiveParameterUser {
    static double uses(double x) {
        return NoActiveParameterGrad.mixedGrad(x, x);
    }
}
