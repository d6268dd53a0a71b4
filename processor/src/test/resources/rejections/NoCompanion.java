package rejections;

import dev.pullback.Differentiable;

final class NoCompanion {

    @Differentiable
    static double calls(double x) {
        return Library.square(x); // ERROR [Pullback/NoCompanion] at Library.square
    }
}

final class NoCompanionUser {
    static double uses(double x) {
        return NoCompanionGrad.callsGrad(x) + NoCompanionGrad.callsVjp(x).value();
    }
}
