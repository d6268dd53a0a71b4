package corpus;

import static corpus.Args.d;

import dev.pullback.Differentiable;

/** Names that generated code would like to use itself. */
final class Names {
    static final double value = 0.5;
    static final double tape = 2;

    private Names() {}

    @Differentiable
    static double adjoints(double x, double xBar, double xDot, double xBar2) {
        double yBar = x * xBar;
        double y = yBar * xDot;
        double yDot = y + xBar2 * x;
        return yDot * y;
    }

    static Object[][] adjointsArgs() {
        return new Object[][] {{0.7, 0.4, 0.3, 1.1}};
    }

    @Differentiable
    static double members(double value, double tangent, double apply, double grad) {
        double result = value * tangent;
        double resultBar = result + apply;
        return resultBar * grad * Names.value;
    }

    static Object[][] membersArgs() {
        return new Object[][] {{0.7, 0.4, 0.3, 1.1}};
    }

    @Differentiable
    static double tapes(double[] a, double[] aBar, int trips, int xTape) {
        double x = 1;
        int k = 0;
        for (int trip = 0; trip < trips; trip++) {
            x = Math.sin(x * a[k]) + aBar[k];
            k = (k + xTape) % a.length;
        }
        return x * tape;
    }

    static Object[][] tapesArgs() {
        return new Object[][] {{d(0.4, 0.9), d(0.7, 0.3), 3, 1}, {d(0.4), d(0.7), 0, 0}};
    }

    @Differentiable
    static double contextual(double var, double record, double yield, double sealed, double permits) {
        double module = var * record;
        double with = module / yield;
        return with * sealed + permits * permits;
    }

    static Object[][] contextualArgs() {
        return new Object[][] {{0.7, 0.4, 0.3, 1.1, 0.9}};
    }

    @Differentiable
    static double typeNames(double Math, double Arrays, double[] Override) {
        double Names = Math * Arrays;
        double System = java.lang.Math.exp(Names);
        double[] Tape = Override.clone();
        return System * Tape[0] + Names;
    }

    static Object[][] typeNamesArgs() {
        return new Object[][] {{0.7, 0.4, d(0.3)}};
    }

    @Differentiable
    static double shadowed(double x, int n) {
        double s = 0;
        for (int i = 0; i < n; i++) {
            double t = x * i;
            s += t;
        }
        for (int i = n; i > 0; i--) {
            float t = i;
            double u = t * x;
            s *= u;
        }
        {
            int t = 3;
            s += t * x;
        }
        return s;
    }

    static Object[][] shadowedArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 3}};
    }

    @Differentiable
    static double größe(double länge, double 幅) {
        double fläche = länge * 幅;
        return fläche * länge;
    }

    static Object[][] größeArgs() {
        return new Object[][] {{0.7, 0.4}};
    }

    @Differentiable
    static double dollars(double $x, double _y, double x$Bar) {
        double $ = $x * _y;
        return $ * x$Bar;
    }

    static Object[][] dollarsArgs() {
        return new Object[][] {{0.7, 0.4, 0.3}};
    }

    @Differentiable
    static double overloaded(double x, double y) {
        return x * y;
    }

    @Differentiable
    static double overloaded(double x, int n) {
        return overloaded(x, (double) n) * x;
    }

    @Differentiable
    static double overloaded(double[] a) {
        return overloaded(a[0], 3) + overloaded(a[0], 0.5);
    }

    static Object[][] overloadedArgs() {
        return new Object[][] {{0.7, 0.4}, {0.7, 3}, {d(0.7, 0.2)}};
    }
}
