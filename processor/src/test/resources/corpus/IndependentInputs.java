package corpus;

import static corpus.Args.d;

import dev.pullback.Differentiable;

/** Inputs that do not reach the output, always or at these arguments. */
@SuppressWarnings("Pullback/InputDoesNotReachOutput")
final class IndependentInputs {
    private IndependentInputs() {}

    @Differentiable
    static double unusedParameter(double x, double y, double[] z) {
        return x * x;
    }

    static Object[][] unusedParameterArgs() {
        return new Object[][] {{0.7, 0.4, d(0.1, 0.2)}};
    }

    @Differentiable
    static double constantResult(double x, double[] a) {
        return 3;
    }

    static Object[][] constantResultArgs() {
        return new Object[][] {{0.7, d(0.4)}};
    }

    @Differentiable
    static double overwrittenParameter(double x, double y, double[] a) {
        x = y;
        a[0] = y;
        return x * a[0] + a[1];
    }

    static Object[][] overwrittenParameterArgs() {
        return new Object[][] {{0.7, 0.4, d(0.3, 0.2)}};
    }

    @Differentiable
    static double onlyInCondition(double x, double level) {
        return x > level ? x * x : 2 * x;
    }

    static Object[][] onlyInConditionArgs() {
        return new Object[][] {{0.7, 0.4}, {0.7, 1.4}};
    }

    @Differentiable
    static double onlyThroughInteger(double x, double y) {
        int k = (int) y;
        double s = 1;
        for (int i = 0; i < k; i++) {
            s *= x;
        }
        return s;
    }

    static Object[][] onlyThroughIntegerArgs() {
        return new Object[][] {{0.7, 3.4}, {0.7, 0.4}};
    }

    @Differentiable
    static void zeroed(double[] a, double x) {
        for (int i = 0; i < a.length; i++) {
            a[i] = 0;
        }
    }

    static Object[][] zeroedArgs() {
        return new Object[][] {{d(0.4, 0.3), 0.7}};
    }

    @Differentiable
    static double notAtTheseArguments(double x, double y, int n) {
        double r = x;
        for (int i = 0; i < n; i++) {
            r += y;
        }
        return n > 5 ? y : r;
    }

    static Object[][] notAtTheseArgumentsArgs() {
        return new Object[][] {{0.7, 0.4, 0}, {0.7, 0.4, 2}, {0.7, 0.4, 6}};
    }

    @Differentiable
    static double deadLoop(double x, double y) {
        double dead = y;
        double t = 0;
        while (t < 1) {
            dead = dead / (t - t);
            t += 0.5;
        }
        return x * t;
    }

    static Object[][] deadLoopArgs() {
        return new Object[][] {{0.7, 0.4}};
    }
}
