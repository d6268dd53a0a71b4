package subject;

/** Conversions, bits and constants. */
final class Numbers {
    static final double G = 9.81;
    static final int SHIFT = 3;
    static final double COMPUTED = Math.sqrt(2);
    static double changing = 1.5;
    private static final double HIDDEN = Math.log(3) * G;
    private static final double[] TABLE = {1, 2.5, -HIDDEN, 1 << SHIFT};
    private static final int[][] ROWS = {{1, 2}, {3}, {}};
    private static final char LETTER = 'c';

    static double mixed(int i, long l, float f, double d, short s, byte b, char c) {
        return i + l * f - d / s + b % 7 + c;
    }

    static float floats(float a, double b, int i) { float r = a * i; r += b; r /= 3; r = (float) (r * b); return -r + 1; }

    static int narrow(double d, long l) { byte b = (byte) d; short s = (short) l; char c = (char) d; int i = (int) d; long m = (long) d; return b + s + c + i + (int) m; }

    static int compoundNarrow(byte b, short s, char c, int i, double d) {
        b += i; b *= d; s -= d; s++; c++; c += 1.7; i += d; i -= 0.5f; b++; --b; b >>= 1; c <<= 2; i /= 2.5;
        return b * 1000 + s + c + i;
    }

    static long bits(int i, long l) { return (i << l) ^ (l << i) | (l >>> 3) & ~(i >> 2) + (i >>> 30) - (l >> i); }

    static long compoundShifts(int i, long l) { i <<= l; l >>= i; i >>>= 3; l >>>= 1; i ^= l; l |= i; i &= 0xff; return i + l; }

    static int bytes(byte b, short s, char c) { return (b << 3) + (s >> 1) + (c >>> 1) + ~b + -c + +s + (b & 0xff); }

    static double constants(double x) { final int n = 4; final double h = 0.5; return x * G + COMPUTED * n + Math.PI / h + Integer.MAX_VALUE + SHIFT + LETTER; }

    static double tables(int i, double x) { return TABLE[i] * x + TABLE.length + ROWS[i].length + HIDDEN; }

    static double tableLoop(double x) { double s = 0; for (double v : TABLE) s = s * x + v; for (int i = 0; i < ROWS[0].length; i++) s += ROWS[0][i]; return s; }

    static double readsField(double x) { double a = changing; changing = a + 1; changing += 0.25; double b = changing++; changing = 1.5; return x * a + b; }

    static boolean comparisons(double a, float b, int i, long l, char c) { return a < b || i >= l && c != i || a == i != (b <= l); }

    static double literals(double x) { return x + 0x10 + 1e-3 + 1.5f + 'a' + 10L + 0b11 + 1_000 - -2 + -2.5; }

    static long overflow(int i) { i = Integer.MAX_VALUE - i; i += 5; long l = i * i; return l + (long) i * i + Integer.MIN_VALUE; }

    static double math(double x, int i, float f) { return Math.sin(x) + Math.pow(x, i) + Math.max(i, f) + Math.abs(i) + Math.round(f) + StrictMath.cos(i) + Math.fma(x, 2, i) + Math.floorMod(i, 3) + Math.atan2(x, f); }

    static double exact(int i, long l) { return Math.addExact(i, Integer.MAX_VALUE - 2) + Math.toIntExact(l) + Math.floorDiv(i, i); }

    static double checks(double x, float f) { return Double.isNaN(x) || Double.isInfinite(f) ? Double.compare(x, 1) : Double.isFinite(x) ? Double.max(x, f) + Float.min(f, 2) + Double.sum(x, 1) : Float.compare(f, 2); }

    static long rawBits(double x, float f) { return Double.doubleToLongBits(x) ^ Double.doubleToRawLongBits(x + 1) + Float.floatToIntBits(f); }

    static char letters(char c, int i) { char d = (char) (c + 1); d++; c = i > 2 ? d : 'x'; return c; }

    static int charTernary(char c, boolean b) { return (b ? c : 0) + (b ? 'a' : c); }

    static double negativeZero(double x) { return 1 / (-0.0 * x) + 1 / -(0.0) + (x - x == 0 ? 0 : -0.0); }
}
