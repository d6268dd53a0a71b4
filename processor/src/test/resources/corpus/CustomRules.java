package corpus;

import static corpus.Args.d;
import static corpus.Args.f;
import static corpus.Args.i;

import dev.pullback.Constant;
import dev.pullback.Differentiable;
import dev.pullback.UseDerivatives;
import java.util.ArrayList;
import java.util.List;

/** Calls of methods that are not looked into, with partial derivatives by rules. */
@UseDerivatives({SpecialRules.class, CurveRules.OfAll.class, CurveRules.OfParabolas.class, CurveRules.OfBoxes.class})
@SuppressWarnings("Pullback/DerivativeLost")
final class CustomRules {
    private CustomRules() {}

    static final Special.Parabola PARABOLA = new Special.Parabola(1.5);

    @Differentiable
    static double straight(double x, double y) {
        return Special.cubed(x * y) + Special.cubed(x, 2) * y;
    }

    static Object[][] straightArgs() {
        return new Object[][] {{0.7, 0.9}, {-0.7, 0.9}};
    }

    @Differentiable
    static double alone(double x) {
        return Special.cubed(x);
    }

    static Object[][] aloneArgs() {
        return new Object[][] {{0.7}, {0.0}};
    }

    @Differentiable
    static float single(float x, float y) {
        return Special.cubed(x * y) + (float) Special.scaled(x, y);
    }

    static Object[][] singleArgs() {
        return new Object[][] {{0.7F, 0.9F}};
    }

    @Differentiable
    static double mixed(float x, double y) {
        return Special.scaled(x, y) * Special.scaled((float) y, x) * Special.scaled(x, x);
    }

    static Object[][] mixedArgs() {
        return new Object[][] {{0.7F, 0.9}};
    }

    @Differentiable
    static double loop(double[] x, double scale, int n) {
        double s = 0;
        for (int k = 0; k < x.length; k++) {
            s += Special.exponential(scale * x[k]) * Special.cubed(s, n);
            s += Special.root(1 + s * s);
        }
        return s;
    }

    static Object[][] loopArgs() {
        return new Object[][] {{d(0.3, -0.2, 0.4), 0.8, 1}, {d(), 0.8, 1}, {d(0.3, 0.1), 0.8, 0}};
    }

    @Differentiable
    static double branches(double x, double y, boolean left) {
        if (left && Special.cubed(x) > 0.1) {
            return Special.exponential(x) * y;
        }
        return x > 0 ? Special.checked(x) * y : Special.checked(y) + Special.cubed(y) * x;
    }

    static Object[][] branchesArgs() {
        return new Object[][] {{0.7, 0.9, true}, {0.7, 0.9, false}, {-0.7, 0.9, true}, {-0.7, -0.9, true}};
    }

    /** A root of zero, of what has a derivative of zero there. */
    @Differentiable
    static double rootOfZero(double x, double y) {
        double d = x - y;
        return Special.root(d * d) * x + y;
    }

    static Object[][] rootOfZeroArgs() {
        return new Object[][] {{0.7, 0.9}};
    }

    @Differentiable
    static double spread(double x, double y, double[] w) {
        return Special.weighted(x, y * x, 1, 0.5) * Special.weighted(y, x) + Special.weighted(x, y, 2) * w[0];
    }

    static Object[][] spreadArgs() {
        return new Object[][] {{0.7, 0.9, d(0.5)}};
    }

    /** The array changes after the call. */
    @Differentiable
    static double changedLater(double x, double y, @Constant double[] given) {
        double[] w = given.clone();
        double s = Special.weighted(x, y, w);
        w[0] = 100;
        s *= Special.weighted(y, s, w);
        w[1] = -3;
        return s;
    }

    static Object[][] changedLaterArgs() {
        return new Object[][] {{0.7, 0.9, d(0.5, 0.25)}};
    }

    @Differentiable
    static double calledOnce(double x, double y, int[] calls) {
        double s = Special.counted(x * y, calls) + y;
        while (calls[0] < 4) {
            s = s * Special.counted(s, calls);
        }
        Special.counted(s, calls);
        return s * calls[0];
    }

    static Object[][] calledOnceArgs() {
        return new Object[][] {{0.7, 0.9, i(0)}, {0.7, 0.9, i(7)}};
    }

    @Differentiable
    static double names(double x, String name) {
        return Special.named(name, x) + Special.named("abc", x * x) + Special.named(name + 1, x);
    }

    static Object[][] namesArgs() {
        return new Object[][] {{0.7, "ab"}};
    }

    @Differentiable
    static double constants(double x, @Constant double y) {
        return x * Special.cubed(y) + Special.cubed(2.0);
    }

    static Object[][] constantsArgs() {
        return new Object[][] {{0.7, 0.9}};
    }

    @Differentiable
    static double passiveUse(double x, int n) {
        int steps = (int) Special.cubed((double) n);
        double s = x;
        for (int k = 0; k < steps; k++) {
            s = s * x + Special.cubed(k);
        }
        return s + Math.floor(Special.cubed(x));
    }

    static Object[][] passiveUseArgs() {
        return new Object[][] {{0.7, 2}, {0.7, 0}};
    }

    @Differentiable
    static double onAField(double x, double y) {
        return PARABOLA.at(x) * PARABOLA.between(x, y) + CustomRules.PARABOLA.at(y);
    }

    static Object[][] onAFieldArgs() {
        return new Object[][] {{0.7, 0.9}};
    }

    @Differentiable
    static double onAParameter(Special.Curve curve, double[] x) {
        double s = 0;
        for (double v : x) {
            s = s * 0.5 + curve.at(v) * curve.at(s);
        }
        return s;
    }

    static Object[][] onAParameterArgs() {
        return new Object[][] {
            {new Special.Parabola(0.5), d(0.7, 0.9)},
            {new Special.Shifted(0.5), d(0.7, 0.9, 0.1)},
            {new Special.Movable().to(2), d(0.7, 0.9, 0.1)}
        };
    }

    @Differentiable
    static double onNewObjects(double x, double y, @Constant double factor) {
        double s = new Special.Parabola(factor).at(x);
        Special.Shifted shifted = new Special.Shifted(2 * factor);
        return shifted.at(s) * shifted.between(y, s);
    }

    static Object[][] onNewObjectsArgs() {
        return new Object[][] {{0.7, 0.9, 0.5}};
    }

    /** The object is another one in every iteration, and the same one after all. */
    @Differentiable
    static double onAMovingObject(double x, int n) {
        Special.Movable curve = new Special.Movable();
        double s = x;
        for (int k = 0; k < n; k++) {
            curve.to(k + 0.5);
            s += curve.at(s * x);
        }
        return s * curve.to(0.25).at(x);
    }

    static Object[][] onAMovingObjectArgs() {
        return new Object[][] {{0.7, 3}, {0.7, 0}};
    }

    @Differentiable
    static double onAList(List<Special.Curve> curves, double[] x) {
        double s = 0;
        for (int k = 0; k < x.length; k++) {
            s += curves.get(k % curves.size()).at(x[k] + s);
        }
        return s;
    }

    static Object[][] onAListArgs() {
        return new Object[][] {{List.of(new Special.Parabola(0.5), new Special.Movable().to(2)), d(0.7, 0.9, 0.2)}};
    }

    @Differentiable
    static double onABox(Special.Box<ArrayList<Double>> box, double x) {
        return box.dot(x) * box.dot(2 * x);
    }

    static Object[][] onABoxArgs() {
        return new Object[][] {{new Special.Box<>(new ArrayList<>(List.of(0.5, 0.25, 2.0))), 0.7}};
    }

    /** Of null Java complains only when the arguments have been evaluated. */
    @Differentiable
    static double onNothing(double x, double[] y, Special.Curve curve) {
        return curve.at(y[1]) * x;
    }

    static Object[][] onNothingArgs() {
        return new Object[][] {{0.7, d(0.9, 0.3), null}, {0.7, d(0.9), null}, {0.7, d(1, 0.4), new Special.Parabola(2)}};
    }

    @Differentiable
    static double inHelpers(double x, double y) {
        return helper(x, y) * helper(y, x * y);
    }

    private static double helper(double x, double y) {
        return Special.cubed(x) + PARABOLA.at(y);
    }

    static Object[][] inHelpersArgs() {
        return new Object[][] {{0.7, 0.9}};
    }

    @Differentiable
    static double recursive(double x, int n) {
        return n == 0 ? x : Special.exponential(-recursive(Special.cubed(x) + 0.5, n - 1)) * x;
    }

    static Object[][] recursiveArgs() {
        return new Object[][] {{0.7, 2}, {0.7, 0}};
    }

    @Differentiable
    static double[] arrays(double[] x, float[] y) {
        double[] r = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            x[k] = Special.cubed(x[k]) * (k > 0 ? x[k - 1] : 1);
            r[k] = Special.exponential(x[k]) + Special.cubed(y[k]);
        }
        return r;
    }

    static Object[][] arraysArgs() {
        return new Object[][] {{d(0.7, 0.9), f(0.3, 0.4)}};
    }

    @Differentiable
    static double order(double x, double[] y) {
        int k = 0;
        return Special.weighted(y[k++], y[k++], y.length, k) * Special.cubed(x += y[k - 1]) + x;
    }

    static Object[][] orderArgs() {
        return new Object[][] {{0.7, d(0.9, 0.2)}};
    }

    @Differentiable
    static double inConditions(double x, Special.Curve curve, @Constant double[] w) {
        double s = x;
        int steps = 0;
        while (Special.cubed(s) < 2 && curve.at(s) < 3 && steps++ < 9) {
            s = s * 1.5 + 0.1;
        }
        for (int k = 0; Special.weighted(s, x, w) > k && k < 3; k++) {
            s += Special.exponential(-s) * (curve.at(x) > 0.5 ? curve.at(s) : Special.cubed(x));
        }
        do {
            s *= 0.5;
        } while (s > 0.4 && Special.checked(s) > 0.1);
        return s + Special.cubed(2) * x;
    }

    static Object[][] inConditionsArgs() {
        return new Object[][] {{0.7, new Special.Parabola(0.5), d(0.5)}, {0.3, new Special.Movable().to(1), d(2)}};
    }

    @Differentiable
    static double switches(double x, int kind) {
        double s = switch (kind) {
            case 0 -> Special.cubed(x);
            case 1 -> {
                double y = PARABOLA.at(x);
                yield y * Special.exponential(y);
            }
            default -> PARABOLA.between(0, x);
        };
        try {
            s *= Special.checked(s);
        } finally {
            kind++;
        }
        return s * kind;
    }

    static Object[][] switchesArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 1}, {0.7, 2}};
    }

    /** Early exits and nested loops. */
    @Differentiable
    static double nested(double[][] m, @Constant double limit) {
        double s = 1;
        for (double[] row : m) {
            for (double v : row) {
                s = Special.root(1 + s * v) + PARABOLA.at(v);
                if (Special.cubed(s) > limit) {
                    return s * Special.cubed(v);
                }
            }
        }
        return s;
    }

    static Object[][] nestedArgs() {
        return new Object[][] {
            {new double[][] {d(0.3, 0.4), d(), d(0.5)}, 100.0}, {new double[][] {d(0.3, 0.4), d(0.5)}, 1.5}
        };
    }

    /** The rule is for a helper, which is then not looked into. */
    @Differentiable
    @UseDerivatives(OfHelpers.class)
    static double ofAHelper(double x) {
        return opaque(x) * x;
    }

    static double opaque(double x) {
        return Double.longBitsToDouble(Double.doubleToLongBits(x)) * x;
    }

    @dev.pullback.DerivativesOf(CustomRules.class)
    interface OfHelpers {
        @dev.pullback.Partial("opaque")
        static double opaque(@dev.pullback.Wrt double x) {
            return 2 * x;
        }
    }

    static Object[][] ofAHelperArgs() {
        return new Object[][] {{0.7}};
    }
}
