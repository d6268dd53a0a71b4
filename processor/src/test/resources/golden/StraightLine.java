package golden;

import dev.pullback.Differentiable;

final class StraightLine {
    private StraightLine() {}

    @Differentiable
    static double wave(double amplitude, double frequency, double t) {
        double phase = frequency * t;
        double decay = Math.exp(-t);
        return amplitude * decay * Math.sin(phase);
    }

    static Object[][] waveArgs() {
        return new Object[][] {{0.7, 1.3, 0.4}};
    }
}
