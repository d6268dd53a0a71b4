package rejections;

import dev.pullback.Differentiable;

final class NothingToDifferentiate {

    @Differentiable
    static int count(double x, double y) { // ERROR [Pullback/NothingToDifferentiate] at count
        return x > y ? 1 : 0;
    }

    @Differentiable
    static void nothing(double x) {} // ERROR [Pullback/NothingToDifferentiate] at nothing

    @Differentiable
    static void print(double[] x) { // ERROR [Pullback/NothingToDifferentiate] at print
        System.out.println(x.length);
    }

    @Differentiable
    static int length(double[] x) { // ERROR [Pullback/NothingToDifferentiate] at length
        return x.length;
    }

    @Differentiable
    static String written(double[] x) {
        x[0] = 2 * x[0];
        return "done";
    }
}

final class NothingToDifferentiateUser {
    static Object uses(double[] x) {
        NothingToDifferentiateGrad.writtenVjp(x).applyInto(new double[1]);
        NothingToDifferentiateGrad.printJvp(x, x);
        NothingToDifferentiateGrad.nothingJvp(1, 1);
        return NothingToDifferentiateGrad.countVjp(1, 2).value() + NothingToDifferentiateGrad.lengthJvp(x, x);
    }
}
