package dev.pullback.processor.corpus;

import java.util.function.DoubleFunction;

/**
 * Derivatives by Richardson-extrapolated central differences, as exact as the arithmetic of the primal allows, with an
 * estimate of their error (Ridders 1982). Steps are powers of two, so that stepped arguments are exact in float too.
 */
record Differences(double value, double error) {
    private static final int LEVELS = 9;
    static final Differences NONE = new Differences(Double.NaN, Double.POSITIVE_INFINITY);

    /**
     * The derivative at zero of {@code weights . outputs(t)}.
     *
     * @param outputs the outputs at step t; an empty array where they are not defined
     * @param scale the magnitude of what is stepped
     * @param epsilon the rounding unit of the primal's arithmetic
     */
    static Differences of(DoubleFunction<double[]> outputs, double[] weights, double scale, double epsilon) {
        double noise = 0;
        double[] at = outputs.apply(0);
        for (int k = 0; k < weights.length; k++) {
            noise += Math.abs(weights[k] * at[k]);
        }
        Differences best = NONE;
        double unit = power(Math.max(1, scale));
        for (double start : new double[] {unit / 2, unit / 8, unit / 64, unit / 1024, unit / 16384}) {
            best = better(best, extrapolated(outputs, weights, start, 4 * noise * epsilon));
        }
        if (scale > 0 && scale < 0.1) {
            best = better(best, extrapolated(outputs, weights, power(scale) / 8, 4 * noise * epsilon));
        }
        return best.confirmed(outputs, weights, unit, 4 * noise * epsilon, epsilon);
    }

    /** Long steps may all end on the other side of discontinuities and agree; short ones then say something else. */
    private Differences confirmed(
            DoubleFunction<double[]> outputs, double[] weights, double unit, double noise, double epsilon) {
        double h = unit / (1 << 20);
        double near = central(outputs, weights, h);
        double magnitude = noise / epsilon;
        double apart = Math.abs(near - value);
        return apart > error + 16 * noise / h + 1e-3 * Math.abs(near) + 1e-6 * magnitude
                ? new Differences(value, apart)
                : this;
    }

    private static double power(double scale) {
        return Math.scalb(1.0, Math.getExponent(scale));
    }

    private static Differences better(Differences a, Differences b) {
        return b.error < a.error ? b : a;
    }

    private static Differences extrapolated(
            DoubleFunction<double[]> outputs, double[] weights, double start, double noise) {
        Differences best = NONE;
        double[] previous = new double[LEVELS];
        double h = start;
        for (int i = 0; i < LEVELS; i++, h /= 2) {
            double[] row = new double[LEVELS];
            row[0] = central(outputs, weights, h);
            double factor = 4;
            for (int j = 1; j <= i; j++, factor *= 4) {
                row[j] = row[j - 1] + (row[j - 1] - previous[j - 1]) / (factor - 1);
                double error = Math.max(Math.abs(row[j] - row[j - 1]), Math.abs(row[j] - previous[j - 1]));
                // a few first rows may agree by chance; what agrees exactly is still rounded
                best = i < 3 ? best : better(best, new Differences(row[j], error + noise / h));
            }
            previous = row;
        }
        return best;
    }

    private static double central(DoubleFunction<double[]> outputs, double[] weights, double h) {
        double[] ahead = outputs.apply(h);
        double[] behind = outputs.apply(-h);
        if (ahead.length != weights.length || behind.length != weights.length) {
            return Double.NaN;
        }
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * (ahead[k] - behind[k]);
        }
        return sum / (2 * h);
    }

    @Override
    public String toString() {
        return value + " +- " + error;
    }
}
