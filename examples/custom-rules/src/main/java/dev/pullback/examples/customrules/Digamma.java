package dev.pullback.examples.customrules;

/**
 * The derivative of the logarithm of the gamma function, to all digits. That of Hipparchus has about eight, which is less than its gamma
 * function has: a rule need not be made of what the library offers.
 */
final class Digamma {

    /** From here on the asymptotic series has all digits (DLMF 5.11.2). */
    private static final double LARGE = 10;

    private static final double[] COEFFICIENTS = {
        1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12
    };

    private Digamma() {}

    static double of(double x) {
        if (x <= 0) {
            return of(1 - x) - Math.PI / Math.tan(Math.PI * x);
        }
        double shift = 0;
        double z = x;
        while (z < LARGE) {
            shift += 1 / z;
            z++;
        }
        double square = 1 / (z * z);
        double series = 0;
        for (int i = COEFFICIENTS.length - 1; i >= 0; i--) {
            series = (series + COEFFICIENTS[i]) * square;
        }
        return Math.log(z) - 0.5 / z - series - shift;
    }
}
