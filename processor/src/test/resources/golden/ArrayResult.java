package golden;

import dev.pullback.Differentiable;

final class ArrayResult {
    private ArrayResult() {}

    @Differentiable
    static double[] softmax(double[] a) {
        double[] p = new double[a.length];
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            p[i] = Math.exp(a[i]);
            sum += p[i];
        }
        for (int i = 0; i < a.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    static Object[][] softmaxArgs() {
        return new Object[][] {{new double[] {0.4, 0.9, 0.7}}};
    }
}
