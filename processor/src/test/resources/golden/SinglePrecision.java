package golden;

import dev.pullback.Differentiable;

final class SinglePrecision {
    private SinglePrecision() {}

    @Differentiable
    @SuppressWarnings("lossy-conversions")
    static float blend(float[] a, double x) {
        float sum = 0;
        for (float v : a) {
            sum += v * v * x;
        }
        return sum / a.length;
    }

    static Object[][] blendArgs() {
        return new Object[][] {{new float[] {0.5f, 0.75f}, 1.25}};
    }
}
