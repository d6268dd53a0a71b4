package dev.pullback;

/** Arithmetic on the digits of floating-point numbers, as it occurs in differentiated code. */
public final class Bits {

    private Bits() {}

    /**
     * A number without some of its lowest binary digits: what {@code Double.longBitsToDouble(Double.doubleToRawLongBits(x) & mask)} is. Its
     * derivative is that of {@code x}, as for a cast to {@code float}.
     *
     * @param mask ones, then zeros for the digits that are dropped
     */
    public static double masked(double x, long mask) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & mask);
    }
}
