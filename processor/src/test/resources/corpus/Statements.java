package corpus;

import static corpus.Args.d;

import dev.pullback.Differentiable;

/** What else a method body may hold: declarators of every form, var, empty statements, blocks, assert. */
final class Statements {
    private Statements() {}

    @Differentiable
    static double declarators(double x, double y) {
        double a = x * y, b, c[] = {a, y}, d[][] = {c, {x}};
        final double e;
        b = e = c[0] + d[1][0];
        d[0][1] *= b;
        return c[1] * e + a;
    }

    static Object[][] declaratorsArgs() {
        return new Object[][] {{0.7, 0.4}};
    }

    @Differentiable
    static double inferred(double[] a, int n) {
        var s = 0.0;
        var copy = a.clone();
        for (var i = 0; i < n; i++) {
            var t = copy[i % copy.length];
            copy[0] = t * s + 1;
            s += t;
        }
        for (var v : copy) {
            s *= v;
        }
        return s;
    }

    static Object[][] inferredArgs() {
        return new Object[][] {{d(0.7, 0.4), 0}, {d(0.7, 0.4), 3}};
    }

    @Differentiable
    static double emptyAndBlocks(double x) {
        ;
        double r = x;
        {
            {
                double t = r * r;
                r = t;
            }
            double t = r + 1;
            r *= t;
        }
        if (r > 1e9)
            ;
        else
            r += x;
        for (int i = 0; i < 2; i++)
            if (i > 0)
                for (double k = 0; k < 2; k++)
                    r = r * x + k;
            else
                r -= 1;
        return ((r)) * (+(x));
    }

    static Object[][] emptyAndBlocksArgs() {
        return new Object[][] {{0.7}, {-1.2}};
    }

    @Differentiable
    static double asserted(double x, int n) {
        assert n >= 0 : "n is negative: " + n;
        double r = 1;
        for (int i = 0; i < n; i++) {
            assert i < 100;
            r *= x;
        }
        return r;
    }

    static Object[][] assertedArgs() {
        return new Object[][] {{0.7, 3}, {0.7, 0}, {0.7, -1}};
    }

    @Differentiable
    static double nullChecks(double[] a, double[][] m, String name) {
        if (a == null || m == null || name == null) {
            throw new NullPointerException("null argument");
        }
        double s = name.length();
        for (double[] row : m) {
            s += row == null ? 1 : row[0] * a[0];
        }
        return s;
    }

    static Object[][] nullChecksArgs() {
        return new Object[][] {{d(0.7), new double[][] {d(0.4), null, d(0.3)}, "ab"}, {d(0.7), null, "ab"}, {d(0.7), new double[0][], null}};
    }

    @Differentiable
    static double longConditionChain(double a, double b, double c, boolean p, boolean q) {
        boolean r = p ? q : !q;
        boolean s = a < b == b < c;
        if (p && (q || a > b) && !(r && s) || (a > 0 ? b > 0 : c > 0) && p != q) {
            return a * b;
        } else if (p | q & r ^ s) {
            return b * c;
        }
        return a * c;
    }

    static Object[][] longConditionChainArgs() {
        return new Object[][] {
            {0.7, 0.4, 0.2, true, true}, {0.7, 0.4, 0.2, true, false}, {-0.7, 0.4, 0.2, false, true},
            {0.7, -0.4, 0.2, false, false}, {0.1, 0.4, 0.2, false, false}
        };
    }
}
