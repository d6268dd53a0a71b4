package dev.pullback;

/** What differentiable code can say about its own derivative, and arithmetic of derivatives that generated code uses. */
public final class Derivatives {

    private Derivatives() {}

    /**
     * The value itself, as a constant: its derivative is zero in every mode.
     *
     * <pre>
     * double step = 0.1 * stopGradient(scale);     // the step is not differentiated, though the scale is
     * </pre>
     */
    public static double stopGradient(double value) {
        return value;
    }

    /** As {@link #stopGradient(double)}. */
    public static float stopGradient(float value) {
        return value;
    }

    /** A copy of the array with constants in it: what is done with the copy has no derivative with respect to the array. Null for null. */
    public static double[] stopGradient(double[] array) {
        return Shadows.copyOf(array);
    }

    /** As {@link #stopGradient(double[])}. */
    public static float[] stopGradient(float[] array) {
        return Shadows.copyOf(array);
    }

    /** As {@link #stopGradient(double[])}; the rows are copied too. */
    public static double[][] stopGradient(double[][] array) {
        return Shadows.copyOf(array);
    }

    /** As {@link #stopGradient(double[][])}. */
    public static float[][] stopGradient(float[][] array) {
        return Shadows.copyOf(array);
    }

    /**
     * A partial derivative times a tangent or cotangent, where zero wins: of a direction that does not count an infinite partial derivative
     * makes nothing, nor does an infinite cotangent of an argument that does not count.
     */
    public static double times(double partial, double direction) {
        return partial == 0 || direction == 0 ? 0 : partial * direction;
    }

    /** As {@link #times(double, double)}. */
    public static float times(float partial, float direction) {
        return partial == 0 || direction == 0 ? 0 : partial * direction;
    }
}
