package golden;

import dev.pullback.Constant;
import dev.pullback.Differentiable;

final class CountedLoop {
    private CountedLoop() {}

    /** Mean negative log-likelihood of logistic regression, labels -1 and 1. */
    @Differentiable
    static double loss(double[] w, @Constant double[][] x, @Constant double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double z = 0;
            for (int j = 0; j < w.length; j++) {
                z += w[j] * x[i][j];
            }
            sum += Math.log1p(Math.exp(-y[i] * z));
        }
        return sum / x.length;
    }

    static Object[][] lossArgs() {
        return new Object[][] {{new double[] {0.4, 0.9}, new double[][] {{0.7, 0.2}, {-0.3, 1.1}}, new double[] {1, -1}}};
    }
}
