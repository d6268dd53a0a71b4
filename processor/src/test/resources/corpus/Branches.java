package corpus;

import static corpus.Args.d;

import dev.pullback.Differentiable;

/** If, the conditional operator, short circuits, assignments inside conditions. */
final class Branches {
    private Branches() {}

    @Differentiable
    static double ifElse(double x, double y) {
        double r;
        if (x > y) {
            r = x * x - y;
        } else {
            r = y * y * x;
        }
        return r * r;
    }

    static Object[][] ifElseArgs() {
        return new Object[][] {{1.7, 0.3}, {0.3, 1.7}};
    }

    @Differentiable
    static double ifWithoutElse(double x, double y) {
        double r = x * y;
        if (x > 1) {
            r = r * x;
            y = r;
        }
        return r + y * y;
    }

    static Object[][] ifWithoutElseArgs() {
        return new Object[][] {{1.7, 0.3}, {0.3, 1.7}};
    }

    @Differentiable
    static double elseIfChain(double x) {
        double r = 0;
        if (x < -1) {
            r = -x;
        } else if (x < 0) {
            r = x * x;
        } else if (x < 1) {
            r = x * x * x;
        } else {
            r = Math.sqrt(x);
        }
        return r * x;
    }

    static Object[][] elseIfChainArgs() {
        return new Object[][] {{-1.7}, {-0.4}, {0.4}, {2.5}};
    }

    @Differentiable
    static double nestedConditionals(double x, double y, int mode) {
        return mode > 1 ? x > y ? x * y : x / y : mode == 1 ? y - (x < 1 ? x * x : y * x) : 2 * y;
    }

    static Object[][] nestedConditionalsArgs() {
        return new Object[][] {{1.7, 0.3, 2}, {0.3, 1.7, 2}, {0.3, 1.7, 1}, {1.3, 1.7, 1}, {0.3, 1.7, 0}};
    }

    @Differentiable
    static double assignmentInCondition(double x, double y) {
        double t;
        double u = 0;
        if ((t = x * y) > 1 && (u = t * t) < 9) {
            return t + u * x;
        }
        return t - 2 * u * y;
    }

    static Object[][] assignmentInConditionArgs() {
        return new Object[][] {{1.7, 0.3}, {1.3, 1.7}, {3.0, 2.0}};
    }

    @Differentiable
    @SuppressWarnings("Pullback/InputDoesNotReachOutput")
    static double shortCircuitGuards(double x, int n, double[] a) {
        double r = x;
        if (n != 0 && 10 / n > 2) {
            r *= n;
        }
        if (n >= a.length || a[n] > 1) {
            r += x * x;
        }
        if (!(n > 0) || n < 3 && x > 0 || a.length == 0) {
            r = r * x;
        }
        return r;
    }

    static Object[][] shortCircuitGuardsArgs() {
        return new Object[][] {{0.7, 0, d(0.5, 2)}, {0.7, 1, d(0.5, 2)}, {-0.7, 5, d(0.5, 2)}, {0.7, 3, d()}};
    }

    @Differentiable
    static double untakenNan(double x, double y) {
        double r = y;
        if (x >= 0) {
            r += Math.sqrt(x) * y;
        } else {
            r += Math.log(-x);
        }
        return x != 0 ? r / x : r;
    }

    static Object[][] untakenNanArgs() {
        return new Object[][] {{1.7, 0.3}, {-0.3, 1.7}};
    }

    @Differentiable
    static double booleanVariables(double x, double y) {
        boolean large = x > 1;
        boolean mixed = large ^ y > 1;
        large |= y > 3;
        double r = large ? x : y;
        if (mixed & !large) {
            r *= y;
        }
        return r * x;
    }

    static Object[][] booleanVariablesArgs() {
        return new Object[][] {{1.7, 0.3}, {0.3, 1.7}, {0.3, 4.0}, {0.3, 0.4}};
    }

    @Differentiable
    static double bothReturn(double x, double y) {
        if (x > y) {
            double d = x - y;
            return d * d;
        } else {
            double d = y / x;
            return d;
        }
    }

    static Object[][] bothReturnArgs() {
        return new Object[][] {{1.7, 0.3}, {0.3, 1.7}};
    }

    @Differentiable
    static double conditionChangedInBranch(double x) {
        if (x > 1) {
            x = 1 / x;
            if (x > 0.5) {
                x = x * x;
            }
        }
        if (x > 0.2) {
            x += Math.sin(x);
        }
        return x;
    }

    static Object[][] conditionChangedInBranchArgs() {
        return new Object[][] {{1.3}, {3.0}, {7.0}, {0.7}, {0.1}};
    }

    @Differentiable
    static double assignedInOneBranchOnly(double x, int n) {
        double y = 2;
        double z = x;
        if (n > 0) {
            y = x * x;
            if (n > 1) {
                z = y * y;
            }
        }
        return y * z + y;
    }

    static Object[][] assignedInOneBranchOnlyArgs() {
        return new Object[][] {{1.3, 0}, {1.3, 1}, {1.3, 2}};
    }

    @Differentiable
    static double conditionalWithEffects(double x, int n) {
        int k = n;
        double a = k++ > 1 ? x * k : (x = x * 2) * k--;
        double b = (k > 0 ? ++k : --k) * x;
        return a * b + k * x;
    }

    static Object[][] conditionalWithEffectsArgs() {
        return new Object[][] {{1.3, 0}, {1.3, 1}, {1.3, 2}, {1.3, -3}};
    }

    @Differentiable
    static double swapInBranch(double a, double b) {
        if (a < b) {
            double t = a;
            a = b;
            b = t;
        }
        if (a > 2 * b) {
            a = a - b;
        }
        return a * a * b;
    }

    static Object[][] swapInBranchArgs() {
        return new Object[][] {{1.3, 0.2}, {0.2, 1.3}, {1.3, 1.1}};
    }
}
