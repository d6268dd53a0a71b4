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
        long before = System.nanoTime();
        try {
            LeastSquaresOptimizer.Optimum optimum = new LevenbergMarquardtOptimizer(
                            100, 1e-15, 1e-15, 1e-15, Double.MIN_NORMAL)
                    .optimize(new LeastSquaresBuilder()
                            .start(start)
                            .model(function)
                            .target(set.y())
                            .maxEvaluations(MAX_ITERATIONS)
                            .maxIterations(MAX_ITERATIONS)
                            .build());
            return new Fit(
                    optimum.getPoint().toArray(), optimum.getIterations(), System.nanoTime() - before, "");
        } catch (MathRuntimeException e) {
            return new Fit(start, 0, System.nanoTime() - before, e.getMessage());
        }
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
