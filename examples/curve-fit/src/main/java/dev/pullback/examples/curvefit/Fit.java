package dev.pullback.examples.curvefit;

import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * Least-squares fits by Hipparchus's Levenberg-Marquardt optimizer.
 *
 * @param parameters where it stopped
 * @param iterations how many it took
 * @param nanoseconds the time of the whole fit
 * @param failure empty, or why the optimizer gave up
 */
public record Fit(double[] parameters, int iterations, long nanoseconds, String failure) {

    private static final int MAX_ITERATIONS = 20_000;
    private static final int MAX_RUNS = 10;
    private static final double SETTLED = 1e-11;

    /** Where the Jacobian comes from. */
    public enum Jacobian {
        /** The generated gradient of the model, one observation a row. */
        GENERATED,
        /** Central differences with a step that balances truncation and rounding. */
        DIFFERENCES
    }

    /** Fits the model from one of the starting points. */
    public static Fit of(DataSet set, Model model, double[] start, Jacobian source) {
        MultivariateJacobianFunction function = point -> {
            double[] b = point.toArray();
            double[] values = new double[set.y().length];
            double[][] jacobian = new double[values.length][b.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = source == Jacobian.GENERATED
                        ? model.valueAndGradient(b, set.x()[i], jacobian[i])
                        : differences(model, b, set.x()[i], jacobian[i]);
            }
            RealVector value = new ArrayRealVector(values, false);
            RealMatrix matrix = new Array2DRowRealMatrix(jacobian, false);
            return new Pair<>(value, matrix);
        };
        return of(set, function, start);
    }

    /**
     * Runs the optimizer, and again from where it stopped until that does not move any more: it stops when the sum of squares does not
     * change, which is flat to half of the digits around the minimum.
     */
    private static Fit of(DataSet set, MultivariateJacobianFunction function, double[] start) {
        long before = System.nanoTime();
        double[] at = start;
        int iterations = 0;
        String failure = "";
        for (int run = 0; run < MAX_RUNS; run++) {
            try {
                LeastSquaresOptimizer.Optimum optimum = optimum(set, function, at);
                double[] next = optimum.getPoint().toArray();
                iterations += optimum.getIterations();
                boolean settled = run > 0 && change(at, next) < SETTLED;
                at = next;
                if (settled) {
                    break;
                }
            } catch (MathRuntimeException e) {
                // from the minimum it cannot go further down, which it also reports so
                failure = run == 0 ? String.valueOf(e.getMessage()) : "";
                break;
            }
        }
        return new Fit(at, iterations, System.nanoTime() - before, failure);
    }

    private static LeastSquaresOptimizer.Optimum optimum(
            DataSet set, MultivariateJacobianFunction function, double[] start) {
        return new LevenbergMarquardtOptimizer(100, 1e-15, 1e-15, 1e-15, Double.MIN_NORMAL)
                .optimize(new LeastSquaresBuilder()
                        .start(start)
                        .model(function)
                        .target(set.y())
                        .maxEvaluations(MAX_ITERATIONS)
                        .maxIterations(MAX_ITERATIONS)
                        .build());
    }

    private static double change(double[] from, double[] to) {
        double largest = 0;
        for (int k = 0; k < from.length; k++) {
            largest = Math.max(largest, Math.abs(to[k] - from[k]) / Math.abs(to[k]));
        }
        return largest;
    }

    private static double differences(Model model, double[] b, double[] x, double[] gradient) {
        double[] shifted = b.clone();
        for (int k = 0; k < b.length; k++) {
            double step = Math.cbrt(Math.ulp(1.0)) * Math.max(Math.abs(b[k]), 1e-8);
            shifted[k] = b[k] + step;
            double above = model.value(shifted, x);
            shifted[k] = b[k] - step;
            double below = model.value(shifted, x);
            shifted[k] = b[k];
            gradient[k] = (above - below) / (2 * step);
        }
        return model.value(b, x);
    }

    /**
     * The number of correct digits of the worst parameter, the log relative error of the StRD (McCullough, The American Statistician 52,
     * 1998), at most 11 as there are no more certified digits.
     */
    public double correctDigits(double[] certified) {
        double worst = 11;
        for (int k = 0; k < certified.length; k++) {
            double error = Math.abs(parameters[k] - certified[k]) / Math.abs(certified[k]);
            double digits = error == 0 ? 11 : -Math.log10(error);
            worst = Math.min(worst, Double.isNaN(digits) ? 0 : Math.max(digits, 0));
        }
        return worst;
    }

    @Override
    public String toString() {
        return Arrays.toString(parameters) + " after " + iterations + " iterations";
    }
}
