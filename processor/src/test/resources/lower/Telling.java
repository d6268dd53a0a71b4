package subject;

/** What lowering looks like; the expected text is beside this file. */
final class Telling {
    static double norm(double[] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += x[i] * x[i]; /* a
                comment */
        }
        return Math.sqrt(s);
    }

    static double firstAbove(double[] x, double bound) {
        for (double v : x) {
            if (v > bound) {
                return v;
            }
        }
        return bound;
    }

    static double earlyReturns(double a, int k) {
        if (k < 0) {
            return a;
        }
        if (k > 9) {
            throw new IllegalArgumentException("k = " + k);
        }
        return a * k;
    }

    static double skips(double[] x, int limit) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 0) {
                continue;
            }
            s += x[i];
            if (i == limit) {
                break;
            }
        }
        return s;
    }

    static int[] order(int[] a, int i) {
        a[i++] += a[i] = i;
        return a;
    }

    static float mixed(float f, int i, double d) {
        f += i * d;
        return f;
    }

    static boolean logic(double a, int[] k) {
        return a > 0 && k[0] == 1 || a < -1;
    }

    static double fallsThrough(int k, double x) {
        switch (k) {
            case 0:
                x++;
            case 1:
                x *= 2;
                break;
            default:
                x = -x;
        }
        return x;
    }

    static int until(int n) {
        int i = 0;
        do {
            i += 3;
        } while (i++ < n);
        return i;
    }

    static double[][] swapped(double[][] m) {
        double[] row = m[0];
        m[0] = m[1];
        m[1] = row;
        return new double[][] {row, {1, 2}};
    }

    static String passive(java.util.List<String> names, int i, int[] k) {
        return names.get(i + 1).concat("!") + k[i] + names.size();
    }

    static double helped(double x) {
        return twice(x, 1, 2) + Math.max(x, 1);
    }

    private static double twice(double x, double... more) {
        return x * more.length;
    }
}
