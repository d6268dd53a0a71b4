package rejections;

import dev.pullback.Differentiable;

final class NameClash {

    @Differentiable
    static double loss(double x) {
        return x * x;
    }

    @Differentiable
    static double Loss(double[] x) { // ERROR [Pullback/NameClash] at Loss
        return x[0];
    }

    @Differentiable
    static double area(double x) {
        return x;
    }

    @Differentiable
    static double area(double[] x) {
        return x[0];
    }

    @Differentiable
    static double areaDouble(double x) { // ERROR [Pullback/NameClash] at areaDouble
        return x;
    }

    static final class Mine {
        @Differentiable
        static double f(double x) { // ERROR [Pullback/NameClash] at f
            return x;
        }
    }

    static final class Inner {
        @Differentiable
        static double g(double x) {
            return x;
        }
    }
}

/** The user's own, with the name of a companion. */
final class NameClash_MineGrad {
    private NameClash_MineGrad() {}
}

final class NameClash_Inner {
    private NameClash_Inner() {}

    @Differentiable
    static double g(double x) { // ERROR [Pullback/NameClash] at g
        return x;
    }
}

final class NameClashUser {
    static double uses(double x) {
        return NameClashGrad.lossGrad(x) + NameClashGrad.areaGrad(x) + NameClash_InnerGrad.gGrad(x);
    }
}
