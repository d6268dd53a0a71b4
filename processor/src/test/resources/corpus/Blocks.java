package corpus;

/** Stands for a library of methods on arrays. */
final class Blocks {
    private Blocks() {}

    static double dot(double[] x, double[] y) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += x[i] * y[i];
        }
        return s;
    }

    static void axpy(double a, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] += a * x[i];
        }
    }

    static double[] squares(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * x[i];
        }
        return y;
    }

    /** Sorted in place; how many elements moved. */
    static int sorted(double[] x) {
        double[] before = x.clone();
        java.util.Arrays.sort(x);
        int moved = 0;
        for (int i = 0; i < x.length; i++) {
            moved += x[i] == before[i] ? 0 : 1;
        }
        return moved;
    }

    /** The same array, or one that was there before. */
    static double[] positive(double[] x, double[] otherwise) {
        return x[0] > 0 ? x : otherwise;
    }

    static double product(double x, double y) {
        return x * y;
    }

    static float mean(float[] x, float weight) {
        float s = 0;
        for (float v : x) {
            s += v;
        }
        return weight * s / x.length;
    }

    /** The elements of some rows. */
    static double[] picked(double[][] m, int[] columns) {
        double[] y = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            y[i] = m[i][columns[i]];
        }
        return y;
    }

    /** A matrix that is kept as an object; it can be changed. */
    static final class Table {
        private final double[] knots;

        Table(double... knots) {
            this.knots = knots;
        }

        void set(int k, double value) {
            knots[k] = value;
        }

        /** Linear between the knots 0, 1, 2 and so on. */
        double at(double x) {
            int k = Math.min((int) x, knots.length - 2);
            return knots[k] + (x - k) * slope(x);
        }

        double slope(double x) {
            int k = Math.min((int) x, knots.length - 2);
            return knots[k + 1] - knots[k];
        }

        void all(double[] x, double[] into) {
            for (int i = 0; i < x.length; i++) {
                into[i] = at(x[i]);
            }
        }
    }
}
