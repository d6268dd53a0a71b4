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

    public static double power(double x, double y) {
        return Math.pow(x, y);
    }

    public static double power(double x, int n) {
        return Math.pow(x, n);
    }

    public static float power(float x, int n) {
        return (float) Math.pow(x, n);
    }

    public static int count(double x) {
        return (int) x;
    }

    public static double sum(double[] x) {
        return x[0];
    }

    public static void scale(double[] x, double factor) {
        x[0] *= factor;
    }

    public static double[] reversed(double[] x, double[] y) {
        return x.length > 1 ? x : y;
    }

    public static void fill(double[][] m, double x) {
        m[0][0] = x;
    }

    public interface Curve {
        double at(double x);
    }

    public static class Line implements Curve {
        @Override
        public double at(double x) {
            return x;
        }

        protected double hidden(double x) {
            return x;
        }
    }
}
