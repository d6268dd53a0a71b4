package corpus;

import dev.pullback.Differentiable;
import java.util.function.IntToDoubleFunction;

/** Helpers that cannot be differentiated, and need not be: nothing active goes in or comes out. */
final class PlainHelpers {
    private PlainHelpers() {}

    static double weight(int n) {
        IntToDoubleFunction square = new IntToDoubleFunction() {
            @Override
            public double applyAsDouble(int k) {
                return k * k;
            }
        };
        return square.applyAsDouble(n);
    }

    static int parsed(String text, int otherwise) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    static void count(int[] calls, int by) {
        class Counter {
            void add() {
                calls[0] += by;
            }
        }
        new Counter().add();
    }

    private static double twice(int n) {
        return 2 * weight(n);
    }

    @Differentiable
    static double inALoop(double x, int n) {
        double sum = 0;
        for (int i = 1; i <= n; i++) {
            sum += weight(i) * Math.sin(x * i);
        }
        return sum;
    }

    static Object[][] inALoopArgs() {
        return new Object[][] {{0.7, 4}, {1.3, 0}};
    }

    @Differentiable
    static double branches(double x, String power) {
        int n = parsed(power, 1);
        double y = 1;
        while (n-- > 0) {
            y *= x;
        }
        return parsed(power, 0) > 2 ? y * twice(2) : y;
    }

    static Object[][] branchesArgs() {
        return new Object[][] {{1.3, "3"}, {0.6, "x"}};
    }

    @Differentiable
    static double effects(double x, int n) {
        int[] calls = new int[1];
        double y = x;
        for (int i = 0; i < n; i++) {
            count(calls, i);
            y *= x + calls[0];
        }
        return y;
    }

    static Object[][] effectsArgs() {
        return new Object[][] {{0.4, 4}};
    }
}
