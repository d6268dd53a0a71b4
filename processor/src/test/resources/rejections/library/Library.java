package rejections;

import dev.pullback.Differentiable;

/** Compiled without the processor. */
public final class Library {
    private Library() {}

    @Differentiable
    public static double square(double x) {
        return x * x;
    }

    /** Nobody annotated it. */
    public static double cube(double x) {
        return x * x * x;
    }
}
