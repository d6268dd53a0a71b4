package dev.pullback.examples.curvefit;

import dev.pullback.Constant;
import dev.pullback.Differentiable;

/**
 * The models of the NIST StRD nonlinear-regression collection, each as its data file states it. The parameters {@code b1, b2, ...} are {@code
 * b[0], b[1], ...}; {@code x} is the predictor.
 */
public final class Models {

    private Models() {}

    /** Misra1a and BoxBOD: saturating growth. */
    @Differentiable
    public static double saturation(double[] b, @Constant double x) {
        return b[0] * (1 - Math.exp(-b[1] * x));
    }

    @Differentiable
    public static double misra1b(double[] b, @Constant double x) {
        double u = 1 + b[1] * x / 2;
        return b[0] * (1 - 1 / (u * u));
    }

    @Differentiable
    public static double misra1c(double[] b, @Constant double x) {
        return b[0] * (1 - 1 / Math.sqrt(1 + 2 * b[1] * x));
    }

    @Differentiable
    public static double misra1d(double[] b, @Constant double x) {
        return b[0] * b[1] * x / (1 + b[1] * x);
    }

    /** Chwirut1 and Chwirut2: ultrasonic response. */
    @Differentiable
    public static double chwirut(double[] b, @Constant double x) {
        return Math.exp(-b[0] * x) / (b[1] + b[2] * x);
    }

    /** Lanczos1, Lanczos2 and Lanczos3: a sum of three exponentials. */
    @Differentiable
    public static double lanczos(double[] b, @Constant double x) {
        double sum = 0;
        for (int i = 0; i < b.length; i += 2) {
            sum += b[i] * Math.exp(-b[i + 1] * x);
        }
        return sum;
    }

    /** Gauss1, Gauss2 and Gauss3: two bells on a decaying background. */
    @Differentiable
    public static double gauss(double[] b, @Constant double x) {
        return b[0] * Math.exp(-b[1] * x) + bell(b[2], b[3], b[4], x) + bell(b[5], b[6], b[7], x);
    }

    private static double bell(double height, double center, double width, double x) {
        double u = (x - center) / width;
        return height * Math.exp(-u * u);
    }

    @Differentiable
    public static double danWood(double[] b, @Constant double x) {
        return b[0] * Math.pow(x, b[1]);
    }

    @Differentiable
    public static double kirby2(double[] b, @Constant double x) {
        return (b[0] + x * (b[1] + x * b[2])) / (1 + x * (b[3] + x * b[4]));
    }

    /** Hahn1 and Thurber: a quotient of cubics. */
    @Differentiable
    public static double cubicQuotient(double[] b, @Constant double x) {
        double numerator = b[0] + x * (b[1] + x * (b[2] + x * b[3]));
        double denominator = 1 + x * (b[4] + x * (b[5] + x * b[6]));
        return numerator / denominator;
    }

    /** Nelson: the logarithm of the breakdown voltage after a time at a temperature. */
    @Differentiable
    public static double nelson(double[] b, @Constant double time, @Constant double temperature) {
        return b[0] - b[1] * time * Math.exp(-b[2] * temperature);
    }

    @Differentiable
    public static double mgh09(double[] b, @Constant double x) {
        return b[0] * (x * x + x * b[1]) / (x * x + x * b[2] + b[3]);
    }

    @Differentiable
    public static double mgh10(double[] b, @Constant double x) {
        return b[0] * Math.exp(b[1] / (x + b[2]));
    }

    @Differentiable
    public static double mgh17(double[] b, @Constant double x) {
        return b[0] + b[1] * Math.exp(-x * b[3]) + b[2] * Math.exp(-x * b[4]);
    }

    @Differentiable
    public static double roszman1(double[] b, @Constant double x) {
        return b[0] - b[1] * x - Math.atan(b[2] / (x - b[3])) / Math.PI;
    }

    /** ENSO: a yearly cycle and two of unknown period. */
    @Differentiable
    public static double enso(double[] b, @Constant double x) {
        double year = 2 * Math.PI * x / 12;
        double first = 2 * Math.PI * x / b[3];
        double second = 2 * Math.PI * x / b[6];
        return b[0]
                + b[1] * Math.cos(year)
                + b[2] * Math.sin(year)
                + b[4] * Math.cos(first)
                + b[5] * Math.sin(first)
                + b[7] * Math.cos(second)
                + b[8] * Math.sin(second);
    }

    @Differentiable
    public static double rat42(double[] b, @Constant double x) {
        return b[0] / (1 + Math.exp(b[1] - b[2] * x));
    }

    @Differentiable
    public static double rat43(double[] b, @Constant double x) {
        return b[0] / Math.pow(1 + Math.exp(b[1] - b[2] * x), 1 / b[3]);
    }

    @Differentiable
    public static double eckerle4(double[] b, @Constant double x) {
        double u = (x - b[2]) / b[1];
        return b[0] / b[1] * Math.exp(-0.5 * u * u);
    }

    @Differentiable
    public static double bennett5(double[] b, @Constant double x) {
        return b[0] * Math.pow(b[1] + x, -1 / b[2]);
    }
}
