package dev.pullback.examples.curvefit;

import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;
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
    private static final int MAX_STEPS = 20;

    /** Relative change of a parameter: above this the minimum is not near, below the other it is reached. */
    private static final double NEAR = 1e-3;

    private static final double SETTLED = 1e-12;

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
     * Runs Levenberg-Marquardt, then undamped steps from where it stopped. It stops when the sum of squares does not change, and around the
     * minimum that is flat to half of the digits; the gradient is not, and undamped steps (Gauss-Newton) look at that alone.
     */
    private static Fit of(DataSet set, MultivariateJacobianFunction function, double[] start) {
        long before = System.nanoTime();
        LeastSquaresOptimizer.Optimum optimum;
        try {
            optimum = new LevenbergMarquardtOptimizer(100, 1e-15, 1e-15, 1e-15, Double.MIN_NORMAL)
                    .optimize(problem(set, function, start));
        } catch (MathRuntimeException e) {
            return new Fit(start, 0, System.nanoTime() - before, String.valueOf(e.getMessage()));
        }
        double[] found = optimum.getPoint().toArray();
        int iterations = optimum.getIterations();
        double change = 1;
        for (int step = 0; step < MAX_STEPS && change > SETTLED; step++) {
            double[] next = undamped(set, function, found);
            change = change(found, next);
            if (!(change < NEAR)) {
                break;
            }
            found = next;
            iterations++;
        }
        return new Fit(found, iterations, System.nanoTime() - before, "");
    }

    private static LeastSquaresProblem problem(DataSet set, MultivariateJacobianFunction function, double[] start) {
        return new LeastSquaresBuilder()
                .start(start)
                .model(function)
                .target(set.y())
                .maxEvaluations(MAX_ITERATIONS)
                .maxIterations(MAX_ITERATIONS)
                .build();
    }

    /** The linear least-squares problem at a point, solved by an orthogonal decomposition of the Jacobian with its columns scaled. */
    private static double[] undamped(DataSet set, MultivariateJacobianFunction function, double[] at) {
        Pair<RealVector, RealMatrix> model = function.value(new ArrayRealVector(at, false));
        RealMatrix jacobian = model.getSecond();
        double[] scales = new double[at.length];
        for (int k = 0; k < at.length; k++) {
            RealVector column = jacobian.getColumnVector(k);
            scales[k] = column.getNorm();
            jacobian.setColumnVector(k, column.mapDivide(scales[k]));
        }
        RealVector residuals = new ArrayRealVector(set.y()).subtract(model.getFirst());
        DecompositionSolver solver = new QRDecomposition(jacobian).getSolver();
        double[] next = at.clone();
        if (!solver.isNonSingular()) {
            return next;
        }
        RealVector step = solver.solve(residuals);
        for (int k = 0; k < at.length; k++) {
            next[k] += step.getEntry(k) / scales[k];
        }
        return next;
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
