package corpus;

import static corpus.Args.d;

import dev.pullback.Differentiable;

/** Both forms of the switch statement, on int, char, String and enum, with and without fall-through. */
final class SwitchStatements {
    private SwitchStatements() {}

    enum Kind {
        LINEAR,
        SQUARE,
        WAVE
    }

    @Differentiable
    static double onInt(double x, double y, int mode) {
        double r;
        switch (mode) {
            case 0:
                r = x * y;
                break;
            case 1:
                r = x / y;
                break;
            case 2:
            case 3:
                r = x - y * y;
                break;
            default:
                r = y;
        }
        return r * r;
    }

    static Object[][] onIntArgs() {
        return new Object[][] {{0.7, 0.4, 0}, {0.7, 0.4, 1}, {0.7, 0.4, 2}, {0.7, 0.4, 3}, {0.7, 0.4, -8}};
    }

    @Differentiable
    @SuppressWarnings("fallthrough")
    static double fallsThrough(double x, int mode) {
        double r = x;
        switch (mode) {
            case 3:
                r = r * x + 3;
            case 2:
                r = Math.sin(r);
            case 1:
                r += x;
                break;
            case 7:
                r = 0;
        }
        return r * x;
    }

    static Object[][] fallsThroughArgs() {
        return new Object[][] {{0.7, 3}, {0.7, 2}, {0.7, 1}, {0.7, 7}, {0.7, 0}};
    }

    @Differentiable
    @SuppressWarnings("fallthrough")
    static double defaultInTheMiddle(double x, int mode) {
        double r = 1;
        switch (mode) {
            case 1:
                r = x;
                break;
            default:
                r = 2 * x;
            case 2:
                r *= x + 1;
                break;
            case 3:
                r = x * x;
        }
        return r;
    }

    static Object[][] defaultInTheMiddleArgs() {
        return new Object[][] {{0.7, 1}, {0.7, 2}, {0.7, 3}, {0.7, 99}};
    }

    @Differentiable
    static double arrows(double x, double y, int mode) {
        double r = 0;
        switch (mode) {
            case 0 -> r = x;
            case 1, 2 -> {
                double t = x * y;
                r = t * t;
            }
            case 3 -> {
                if (x > 1) {
                    break;
                }
                r = Math.exp(y);
            }
            default -> {}
        }
        return r + y;
    }

    static Object[][] arrowsArgs() {
        return new Object[][] {{0.7, 0.4, 0}, {0.7, 0.4, 2}, {0.7, 0.4, 3}, {1.7, 0.4, 3}, {0.7, 0.4, 4}};
    }

    @Differentiable
    static double onString(double x, String name) {
        switch (name) {
            case "square":
                return x * x;
            case "Aa":
                return Math.sin(x);
            case "BB":
                return Math.cos(x);
            default:
                return x + name.length();
        }
    }

    static Object[][] onStringArgs() {
        return new Object[][] {{0.7, "square"}, {0.7, "Aa"}, {0.7, "BB"}, {0.7, "none"}};
    }

    @Differentiable
    static double onEnum(double x, Kind kind) {
        double r = x;
        switch (kind) {
            case LINEAR:
                r = 3 * x;
                break;
            case SQUARE:
                r = x * x;
                break;
            case WAVE:
                r = Math.sin(x);
                break;
        }
        return r * x;
    }

    static Object[][] onEnumArgs() {
        return new Object[][] {{0.7, Kind.LINEAR}, {0.7, Kind.SQUARE}, {0.7, Kind.WAVE}};
    }

    @Differentiable
    static double onChar(double x, String program) {
        double r = x;
        for (int i = 0; i < program.length(); i++) {
            switch (program.charAt(i)) {
                case '+':
                    r += x;
                    break;
                case '*':
                    r *= x;
                    break;
                case 's':
                    r = Math.sin(r);
                    break;
                case '.':
                    return r;
                default:
                    continue;
            }
            r *= 0.9;
        }
        return -r;
    }

    static Object[][] onCharArgs() {
        return new Object[][] {{0.7, ""}, {0.7, "+*s"}, {0.7, "* +s.+"}};
    }

    @Differentiable
    static double inLoop(double[] a, int start) {
        double s = 0;
        int state = start;
        for (int i = 0; i < a.length; i++) {
            switch (state) {
                case 0 -> {
                    s += a[i];
                    state = a[i] > 1 ? 2 : 1;
                }
                case 1 -> {
                    s *= a[i];
                    state = 0;
                }
                default -> state = i % 2;
            }
        }
        return s * (state + 1);
    }

    static Object[][] inLoopArgs() {
        return new Object[][] {{d(0.5, 1.2, -0.7, 2, 0.3), 0}, {d(0.5, 1.2, 0.3), 2}, {d(), 1}};
    }

    @Differentiable
    static double nested(double x, int a, int b) {
        double r = x;
        switch (a) {
            case 0:
                switch (b) {
                    case 0:
                        r = r * 2;
                        break;
                    case 1:
                        return r * r;
                    default:
                        r = -r;
                }
                r += 1;
                break;
            case 1:
                r = Math.sqrt(r);
                break;
            default:
                break;
        }
        return r * x;
    }

    static Object[][] nestedArgs() {
        return new Object[][] {{0.7, 0, 0}, {0.7, 0, 1}, {0.7, 0, 2}, {0.7, 1, 0}, {0.7, 2, 0}};
    }

    @Differentiable
    static double localsInCases(double x, int mode) {
        double r;
        switch (mode) {
            case 0:
                double t = x * x;
                r = t + 1;
                break;
            case 1:
                t = x + 2;
                r = t * t;
                break;
            default:
                t = 1;
                r = x * t;
        }
        return r;
    }

    static Object[][] localsInCasesArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 1}, {0.7, 2}};
    }

    @Differentiable
    @SuppressWarnings("fallthrough")
    static double selectorWithEffects(double x, int n) {
        int k = n;
        double r = 1;
        switch (k++ % 3) {
            case 0:
                r = x * k;
            case 1:
                r = r * x + k++;
            default:
                r += x * k;
        }
        return r * k;
    }

    static Object[][] selectorWithEffectsArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 1}, {0.7, 2}};
    }
}
