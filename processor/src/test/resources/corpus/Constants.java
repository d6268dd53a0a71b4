package corpus;

import static corpus.Args.d;

import dev.pullback.Differentiable;

/** Static finals: compile-time constants, private tables, tables of other classes. */
final class Constants {
    static final double GRAVITY = 9.81;
    private static final double HALF = 0.5;
    private static final double ROOT_TWO = Math.sqrt(2);
    private static final double[] LANCZOS = {0.99999999999980993, 676.5203681218851, -1259.1392167224028};
    private static double[] bernoulli = {1.0 / 6, -1.0 / 30, 1.0 / 42};
    private static final int[][] NEIGHBOURS = {{1}, {0, 2}, {1}};
    static final double[] NODES = {-0.7745966692414834, 0, 0.7745966692414834};
    private static final int DEGREE = Rule.COUNT - 1;
    private static final long MASK = 0xFFL;
    private static final String NAME = "abc";

    private Constants() {}

    /** Holds a constant in a nested type. */
    interface Rule {
        int COUNT = 4;
        double WEIGHT = 5.0 / 9;
    }

    @Differentiable
    static double scalars(double x) {
        return x * x * GRAVITY * HALF + ROOT_TWO / x - Math.PI * x + Math.E;
    }

    static Object[][] scalarsArgs() {
        return new Object[][] {{0.7}};
    }

    @Differentiable
    static double tableThatNobodyReplaces(double x) {
        double sum = 0;
        for (int i = 0; i < bernoulli.length; i++) {
            sum += bernoulli[i] * Math.pow(x, i + 1);
        }
        return sum;
    }

    static Object[][] tableThatNobodyReplacesArgs() {
        return new Object[][] {{0.4}, {-1.3}};
    }

    @Differentiable
    static double privateTable(double x) {
        double s = LANCZOS[0];
        for (int k = 1; k < LANCZOS.length; k++) {
            s += LANCZOS[k] / (x + k);
        }
        return Math.log(Math.abs(s)) * HALF;
    }

    static Object[][] privateTableArgs() {
        return new Object[][] {{13.7}};
    }

    private static double horner(double x, double[] coefficients) {
        double s = 0;
        for (double c : coefficients) {
            s = s * x + c;
        }
        return s + first(coefficients);
    }

    private static double first(double[] table) {
        return table[0];
    }

    @Differentiable
    static double privateTableGiven(double x) {
        return horner(x / 100, LANCZOS) * HALF;
    }

    static Object[][] privateTableGivenArgs() {
        return new Object[][] {{13.7}};
    }

    @Differentiable
    static double visibleTable(double a, double b) {
        double s = 0;
        for (double node : NODES) {
            double x = (a + b) / 2 + (b - a) / 2 * node;
            s += (node == 0 ? 8.0 / 9 : Rule.WEIGHT) * Math.exp(-x * x);
        }
        return s * (b - a) / 2;
    }

    static Object[][] visibleTableArgs() {
        return new Object[][] {{0.1, 0.9}};
    }

    @Differentiable
    static double integerTable(double[] u) {
        double s = 0;
        for (int k = 0; k < NEIGHBOURS.length; k++) {
            for (int neighbour : NEIGHBOURS[k]) {
                s += (u[k] - u[neighbour]) * (u[k] - u[neighbour]) * (k + 1);
            }
        }
        return s;
    }

    static Object[][] integerTableArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2)}};
    }

    @Differentiable
    static double derivedConstants(double x) {
        double r = 1;
        for (int k = 0; k < DEGREE; k++) {
            r = r * x + (MASK >> k) * 0.01;
        }
        return r * NAME.length() + (x > Double.MIN_VALUE ? Integer.MAX_VALUE * 1e-9 : 0);
    }

    static Object[][] derivedConstantsArgs() {
        return new Object[][] {{0.7}};
    }

    @Differentiable
    static double extremeLiterals(double x) {
        double tiny = 1e-300;
        double r = x * 1e300 * tiny + 0x1.8p1 * x + 1_000 * x * 'A' + 0b101 * x + 017 * x;
        return r > Double.POSITIVE_INFINITY ? Double.NaN : r - -0.0;
    }

    static Object[][] extremeLiteralsArgs() {
        return new Object[][] {{0.7}};
    }

    @Differentiable
    static double localConstantTables(double x, int k) {
        final double[] weights = {0.5, 2, -1};
        final int[] powers = {1, 3, 2};
        double r = 1;
        for (int i = 0; i < powers[k]; i++) {
            r *= x * weights[k];
        }
        return r;
    }

    static Object[][] localConstantTablesArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 1}, {0.7, 2}};
    }
}
