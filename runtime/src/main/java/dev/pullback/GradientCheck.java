package dev.pullback;

import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Checks derivatives in a user's own tests: against extrapolated central differences, and reverse mode against forward mode.
 *
 * <pre>{@code
 * GradientCheck.gradient(w -> Logistic.loss(w, x, y), w -> LogisticGrad.lossGrad(w, x, y)).at(w);
 * }</pre>
 *
 * <p>The differences are those of Ridders (Advances in Engineering Software 4, 1982; Press et al., Numerical Recipes, section 5.7): central
 * differences with shrinking steps, extrapolated to step zero, with an estimate of the error. A component passes if it agrees to the
 * tolerance, relative to the larger of the two values and of one thousandth of the largest component, or to ten times the estimate. A
 * component whose estimate is so large that nothing could fail is reported as well: choose another point, or a larger {@link #step}. An
 * estimate of rounding only, at most 1e-10 of what the function's own size would make a large derivative, is never too large: a derivative
 * may be zero, as it is at a minimum. A derivative that is infinite or not a number never passes.
 */
public final class GradientCheck {

    private static final double SHRINK = 1.6;
    private static final int STEPS = 10;

    private final Function<double[], double[]> function;
    private final Function<double[], double[]> gradient;
    private final BinaryOperator<double[]> jvp;
    private final BinaryOperator<double[]> vjp;
    private final double tolerance;
    private final double step;

    private GradientCheck(
            Function<double[], double[]> function,
            Function<double[], double[]> gradient,
            BinaryOperator<double[]> jvp,
            BinaryOperator<double[]> vjp,
            double tolerance,
            double step) {
        this.function = function;
        this.gradient = gradient;
        this.jvp = jvp;
        this.vjp = vjp;
        this.tolerance = tolerance;
        this.step = step;
    }

    /**
     * A check of a gradient.
     *
     * @param function a scalar function of a point
     * @param gradient its gradient at a point
     */
    public static GradientCheck gradient(ToDoubleFunction<double[]> function, Function<double[], double[]> gradient) {
        return new GradientCheck(x -> new double[] {function.applyAsDouble(x)}, gradient, null, null, 1e-7, 0.01);
    }

    /**
     * A check of a pullback: {@code vjp(x, v)} is {@code J(x)^T v}.
     *
     * @param function a function of a point, of any number of values
     */
    public static GradientCheck pullback(Function<double[], double[]> function, BinaryOperator<double[]> vjp) {
        return new GradientCheck(function, null, null, vjp, 1e-7, 0.01);
    }

    /**
     * The same check, and of forward mode besides: {@code jvp(x, u)} is {@code J(x) u}, and {@code <v, J u> = <J^T v, u>} to 1e-11 of the sum
     * of the absolute values of the terms, or to 1e-4 of the tolerance if that is more.
     */
    public GradientCheck with(BinaryOperator<double[]> forward) {
        return new GradientCheck(function, gradient, forward, vjp, tolerance, step);
    }

    /**
     * The same check with another relative tolerance than 1e-7: about 1e-2 where the function computes in {@code float}.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public GradientCheck tolerance(double relative) {
        return new GradientCheck(function, gradient, jvp, vjp, positive("tolerance", relative), step);
    }

    /**
     * The same check with another first step than 0.01, in units of the larger of one and the component's absolute value. The function must be
     * defined that far on both sides of the point.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public GradientCheck step(double first) {
        return new GradientCheck(function, gradient, jvp, vjp, tolerance, positive("step", first));
    }

    private static double positive(String what, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("the " + what + " must be positive, it is " + value);
        }
        return value;
    }

    /**
     * Checks at a point, which is not changed.
     *
     * @throws AssertionError if a derivative is wrong; the message names the component, both values and the error estimate
     */
    public void at(double... x) {
        double[] value = function.apply(x.clone());
        double[] seed = seed(value.length);
        double[] derivative = gradient == null ? vjp.apply(x.clone(), seed.clone()) : gradient.apply(x.clone());
        if (derivative.length != x.length) {
            throw new AssertionError(
                    "the derivative has " + derivative.length + " components, the point has " + x.length);
        }
        double scale = 0;
        for (double component : derivative) {
            scale = Double.isFinite(component) ? Math.max(scale, 1e-3 * Math.abs(component)) : scale;
        }
        for (int k = 0; k < x.length; k++) {
            compare("component " + k, derivative[k], differences(x, k, seed), scale);
        }
        if (jvp != null) {
            forward(x, seed, derivative);
        }
    }

    private Estimate differences(double[] x, int k, double[] seed) {
        double unit = Math.max(1, Math.abs(x[k]));
        double[] largest = {0};
        Estimate estimate = ridders(
                h -> {
                    double[] shifted = x.clone();
                    shifted[k] += h;
                    double value = dot(seed, function.apply(shifted));
                    largest[0] = Double.isFinite(value) ? Math.max(largest[0], Math.abs(value)) : largest[0];
                    return value;
                },
                step * unit);
        return estimate.ofFunction(largest[0] / unit);
    }

    private void forward(double[] x, double[] seed, double[] derivative) {
        Random random = new Random(7);
        double[] direction = random.doubles(x.length, -1, 1).toArray();
        double[] tangent = jvp.apply(x.clone(), direction.clone());
        double forward = dot(seed, tangent);
        double reverse = dot(derivative, direction);
        double terms = 0;
        for (int i = 0; i < x.length; i++) {
            terms += Math.abs(derivative[i] * direction[i]);
        }
        for (int i = 0; i < seed.length; i++) {
            terms += Math.abs(seed[i] * tangent[i]);
        }
        double gap = Math.abs(forward - reverse);
        if (!Double.isFinite(gap) || gap > Math.max(1e-11, 1e-4 * tolerance) * terms) {
            throw new AssertionError("<v, J u> = " + forward + " in forward mode, <J^T v, u> = " + reverse
                    + " in reverse mode, which differ by " + gap);
        }
    }

    private void compare(String component, double derivative, Estimate estimate, double scale) {
        String both = component + ": the derivative is " + derivative + ", differences give " + estimate.value
                + " with an estimated error of " + estimate.error;
        double gap = Math.abs(derivative - estimate.value);
        if (!Double.isFinite(gap)) {
            throw new AssertionError(both);
        }
        double size = Math.max(scale, Math.max(Math.abs(derivative), Math.abs(estimate.value)));
        if (estimate.error > Math.max(0.01 * size, 1e-10 * estimate.natural)) {
            throw new AssertionError(both + ", too uncertain to tell");
        }
        if (gap > tolerance * size + 10 * estimate.error) {
            throw new AssertionError(both);
        }
    }

    /** One value for a scalar function, values between one half and one and of both signs for others. */
    private static double[] seed(int length) {
        double[] seed = new double[length];
        Random random = new Random(42);
        for (int i = 0; i < length; i++) {
            seed[i] = length == 1 ? 1 : (0.5 + 0.5 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
        }
        return seed;
    }

    private static double dot(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new AssertionError("a vector of length " + a.length + " meets one of length " + b.length);
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** A derivative by differences; {@code natural} is the size of the function over the unit of its argument. */
    private record Estimate(double value, double error, double natural) {

        Estimate(double value, double error) {
            this(value, error, 0);
        }

        Estimate ofFunction(double size) {
            return new Estimate(value, error, size);
        }
    }

    private interface Line {
        double at(double h);
    }

    private static Estimate ridders(Line line, double first) {
        Estimate best = new Estimate(Double.NaN, Double.POSITIVE_INFINITY);
        for (double h = first; h > 1e-4 * first; h /= 10) {
            Estimate estimate = extrapolated(line, h);
            if (estimate.error < best.error) {
                best = estimate;
            }
        }
        return best;
    }

    private static Estimate extrapolated(Line line, double first) {
        double[][] table = new double[STEPS][STEPS];
        Estimate best = new Estimate(Double.NaN, Double.POSITIVE_INFINITY);
        double h = first;
        for (int i = 0; i < STEPS; i++, h /= SHRINK) {
            table[0][i] = (line.at(h) - line.at(-h)) / (2 * h);
            double factor = SHRINK * SHRINK;
            for (int j = 1; j <= i; j++, factor *= SHRINK * SHRINK) {
                table[j][i] = (table[j - 1][i] * factor - table[j - 1][i - 1]) / (factor - 1);
                double error =
                        Math.max(Math.abs(table[j][i] - table[j - 1][i]), Math.abs(table[j][i] - table[j - 1][i - 1]));
                if (error <= best.error) {
                    best = new Estimate(table[j][i], error);
                }
            }
            if (i > 0 && Math.abs(table[i][i] - table[i - 1][i - 1]) >= 2 * best.error) {
                break;
            }
        }
        return best;
    }
}
