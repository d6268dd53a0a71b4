package golden;

import dev.pullback.Differentiable;

final class EarlyReturn {
    private EarlyReturn() {}

    /** Iterates a nonlinear map until it escapes; how far it got. */
    @Differentiable
    static double escape(double a, double s, int n) {
        for (int i = 0; i < n; i++) {
            s = a * s * (1 - s) + Math.sin(s);
            if (s > 4) {
                return s * i;
            }
        }
        return s;
    }

    static Object[][] escapeArgs() {
        return new Object[][] {{0.9, 0.3, 4}, {-3.5, 2.3, 9}, {0.9, 0.3, 0}};
    }
}
