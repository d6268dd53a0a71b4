package golden;

import dev.pullback.Differentiable;

final class Call {
    private Call() {}

    @Differentiable
    static double link(double[] x, int i) {
        return x[i] * Math.sin(x[i + 1]);
    }

    static Object[][] linkArgs() {
        return new Object[][] {{new double[] {0.4, 0.9, 0.7}, 1}};
    }

    @Differentiable
    static double chain(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length - 1; i++) {
            sum += link(x, i);
        }
        return sum;
    }

    static Object[][] chainArgs() {
        return new Object[][] {{new double[] {0.4, 0.9, 0.7}}};
    }
}
