package golden;

import dev.pullback.Constant;
import dev.pullback.Differentiable;

final class WhileLoop {
    private WhileLoop() {}

    @Differentiable
    static double halvings(double x, @Constant double limit) {
        double sum = 0;
        while (x > limit) {
            sum += Math.sqrt(x);
            x *= 0.5;
        }
        return sum * x;
    }

    static Object[][] halvingsArgs() {
        return new Object[][] {{9.3, 1.0}, {0.7, 1.0}};
    }
}
