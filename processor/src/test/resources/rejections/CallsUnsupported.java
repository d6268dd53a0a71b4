package rejections;

import dev.pullback.Differentiable;

final class CallsUnsupported {

    private static double helper(double x) {
        class Local {} // ERROR [Pullback/Unsupported] at class Local {}
        return x * x;
    }

    @Differentiable
    static double calls(double x) {
        return helper(x) + 1; // ERROR [Pullback/CallsUnsupported] at helper
    }

    @Differentiable
    static double callsWhatCalls(double x) {
        return 3 * calls(x);
    }

    @Differentiable
    static double fine(double x) {
        return x * x;
    }
}

final class CallsUnsupportedUser {
    static double uses(double x) {
        return CallsUnsupportedGrad.callsGrad(x)
                + CallsUnsupportedGrad.callsWhatCallsVjp(x).apply(1)
                + CallsUnsupportedGrad.fineGrad(x);
    }
}
