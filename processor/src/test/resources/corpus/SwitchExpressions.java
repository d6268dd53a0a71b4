package corpus;

import static corpus.Args.d;

import dev.pullback.Differentiable;

/** The switch expression: arrows, yield, old labels, blocks with loops inside. */
final class SwitchExpressions {
    private SwitchExpressions() {}

    enum Payoff {
        CALL,
        PUT,
        STRADDLE
    }

    @Differentiable
    static double arrows(double x, double y, int mode) {
        return switch (mode) {
            case 0 -> x * y;
            case 1, 2 -> x - y * mode;
            default -> y / x;
        } * x;
    }

    static Object[][] arrowsArgs() {
        return new Object[][] {{0.7, 0.4, 0}, {0.7, 0.4, 1}, {0.7, 0.4, 2}, {0.7, 0.4, 9}};
    }

    @Differentiable
    static double yields(double x, int mode) {
        double r = 2 + switch (mode) {
            case 0 -> {
                double t = x * x;
                if (t > 1) {
                    yield t;
                }
                yield t * x;
            }
            case 1 -> Math.sin(x);
            default -> {
                double s = 0;
                for (int i = 0; i < mode; i++) {
                    s += x / (i + 1);
                    if (s > 2) {
                        yield s * s;
                    }
                }
                yield s;
            }
        };
        return r * r;
    }

    static Object[][] yieldsArgs() {
        return new Object[][] {{0.7, 0}, {1.7, 0}, {0.7, 1}, {0.7, 3}, {1.7, 6}, {0.7, -1}};
    }

    @Differentiable
    @SuppressWarnings("fallthrough")
    static double oldLabels(double x, int mode) {
        double y = x;
        double r = switch (mode) {
            case 0:
                y = y * 2;
            case 1:
                y += 1;
                yield y * x;
            case 2:
                yield x;
            default:
                yield y / 2;
        };
        return r + y;
    }

    static Object[][] oldLabelsArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 1}, {0.7, 2}, {0.7, 3}};
    }

    @Differentiable
    static double onEnum(double spot, double strike, Payoff payoff) {
        double intrinsic = switch (payoff) {
            case CALL -> Math.max(spot - strike, 0);
            case PUT -> Math.max(strike - spot, 0);
            case STRADDLE -> Math.abs(spot - strike);
        };
        return intrinsic * intrinsic + spot;
    }

    static Object[][] onEnumArgs() {
        return new Object[][] {
            {1.2, 1.0, Payoff.CALL}, {0.9, 1.0, Payoff.CALL}, {0.9, 1.0, Payoff.PUT}, {0.9, 1.0, Payoff.STRADDLE}
        };
    }

    @Differentiable
    static double onString(double x, String name) {
        return Math.exp(switch (name) {
            case "a", "b" -> x;
            case "c" -> x * x;
            default -> throw new IllegalArgumentException("no such function: " + name);
        });
    }

    static Object[][] onStringArgs() {
        return new Object[][] {{0.7, "b"}, {0.7, "c"}, {0.7, "d"}};
    }

    @Differentiable
    static double nested(double x, double y, int a, int b) {
        return switch (a) {
            case 0 -> switch (b) {
                case 0 -> x;
                default -> x * switch (a + b) {
                    case 1 -> y;
                    default -> y * y;
                };
            };
            default -> a > b ? y : switch (b) {
                case 5 -> x / y;
                default -> x + y;
            };
        };
    }

    static Object[][] nestedArgs() {
        return new Object[][] {
            {0.7, 0.4, 0, 0}, {0.7, 0.4, 0, 1}, {0.7, 0.4, 0, 2}, {0.7, 0.4, 2, 1}, {0.7, 0.4, 2, 5}, {0.7, 0.4, 2, 3}
        };
    }

    @Differentiable
    static double ofReferences(double[] a, double[] b, int mode) {
        double[] chosen = switch (mode) {
            case 0 -> a;
            case 1 -> b;
            default -> new double[] {a[0] * b[0], 3};
        };
        return chosen[0] * chosen[1] * a[1];
    }

    static Object[][] ofReferencesArgs() {
        return new Object[][] {{d(0.7, 0.4), d(1.1, -0.3), 0}, {d(0.7, 0.4), d(1.1, -0.3), 1}, {d(0.7, 0.4), d(1.1, -0.3), 2}};
    }

    @Differentiable
    static double inLoopWithEffects(double[] a, int n) {
        double s = 0;
        int k = 0;
        for (int i = 0; i < n; i++) {
            s = s * 0.5 + switch (i % 4) {
                case 0 -> a[k++];
                case 1 -> a[k] * a[k];
                case 2 -> {
                    k = (k + 1) % a.length;
                    yield s * a[k];
                }
                default -> i;
            };
        }
        return s;
    }

    static Object[][] inLoopWithEffectsArgs() {
        return new Object[][] {{d(0.7, 0.4, -0.9), 0}, {d(0.7, 0.4, -0.9, 1.1), 7}};
    }

    @Differentiable
    static double ofIntegersAndBooleans(double x, int mode) {
        int power = switch (mode) {
            case 0 -> 2;
            case 1 -> 3;
            default -> mode * 2;
        };
        boolean negative = switch (power) {
            case 3 -> true;
            default -> false;
        };
        double r = 1;
        for (int i = 0; i < power; i++) {
            r *= x;
        }
        return negative ? -r : r;
    }

    static Object[][] ofIntegersAndBooleansArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 1}, {0.7, 2}};
    }
}
