package golden;

import dev.pullback.Differentiable;

final class References {
    private References() {}

    @Differentiable
    static double diffused(double[] start, double k, int steps) {
        double[] now = start.clone();
        double[] next = new double[start.length];
        for (int t = 0; t < steps; t++) {
            for (int i = 1; i < now.length; i++) {
                next[i] = now[i] + k * (now[i - 1] - now[i] * now[i]);
            }
            double[] swap = now;
            now = next;
            next = swap;
        }
        return now[now.length - 1];
    }

    static Object[][] diffusedArgs() {
        return new Object[][] {{new double[] {0.4, 0.9, 0.7}, 0.3, 0}, {new double[] {0.4, 0.9, 0.7}, 0.3, 3}};
    }
}
