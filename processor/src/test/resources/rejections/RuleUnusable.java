package rejections;

import dev.pullback.Constant;
import dev.pullback.DerivativesOf;
import dev.pullback.Differentiable;
import dev.pullback.Jvp;
import dev.pullback.Partial;
import dev.pullback.Result;
import dev.pullback.UseDerivatives;
import dev.pullback.Vjp;
import dev.pullback.Written;
import dev.pullback.Wrt;
import java.io.IOException;

@UseDerivatives({RuleUnusable.Shapes.class, RuleUnusable.NotStatic.class})
final class RuleUnusable {

    @Differentiable
    static double uses(double x, double[] y) {
        return Library.power(x, x) // ERROR [Pullback/NoDerivativeRule] at Library.power
                + Library.sum(y); // ERROR [Pullback/NoDerivativeRule] at Library.sum
    }

    @Partial("cube")
    static double nowhere(@Wrt double x) { // ERROR [Pullback/RuleUnusable] at nowhere
        return x;
    }

    @DerivativesOf(Library.class)
    private static final class Hidden { // ERROR [Pullback/RuleUnusable] at class
        @Partial("cube")
        static double cube(@Wrt double x) {
            return 3 * x * x;
        }
    }

    @DerivativesOf(int.class)
    static final class OfNothing {} // ERROR [Pullback/RuleUnusable] at class

    @DerivativesOf(Library.class)
    static final class NotStatic {
        @Partial("cube")
        double cube(@Wrt double x) { // ERROR [Pullback/RuleUnusable] at cube
            return 3 * x * x;
        }

        @Partial("power")
        private static double power(@Wrt double x, int n) { // ERROR [Pullback/RuleUnusable] at power
            return n;
        }

        @Partial("power")
        static <T> float power(@Wrt float x, int n) { // ERROR [Pullback/RuleUnusable] at power
            return n;
        }

        @Partial("power")
        static double checked(@Wrt double x, @Constant double y) throws IOException { // ERROR [Pullback/RuleUnusable] at checked
            throw new IOException();
        }
    }

    @DerivativesOf(Library.class)
    static final class Respects {
        @Partial("cube")
        static double ofNothing(double x) { // ERROR [Pullback/RuleUnusable] at ofNothing
            return x;
        }

        @Partial("power")
        static double ofAnInteger(double x, @Wrt int n) { // ERROR [Pullback/RuleUnusable] at ofAnInteger
            return x;
        }

        @Partial("power")
        static double ofBoth(@Wrt double x, @Wrt double y) { // ERROR [Pullback/RuleUnusable] at ofBoth
            return x;
        }

        @Partial("power")
        static float otherResult(@Wrt float x, int n, @Result double y) { // ERROR [Pullback/RuleUnusable] at otherResult
            return n;
        }

        @Partial("power")
        static float resultNotLast(@Result float x, int n) { // ERROR [Pullback/RuleUnusable] at resultNotLast
            return n;
        }
    }

    @DerivativesOf(Library.class)
    static final class Missing {
        @Partial("power")
        static double onlyOne(@Wrt double x, double y) { // ERROR [Pullback/RuleUnusable] at onlyOne
            return x;
        }

        @Partial("cube")
        static double once(@Wrt double x) {
            return x;
        }

        @Partial("cube")
        static double again(@Wrt double x) { // ERROR [Pullback/RuleUnusable] at again
            return x;
        }
    }

    @DerivativesOf(Library.class)
    static final class Contradiction {
        @Partial("power")
        static double byX(@Wrt double x, @Constant double y) { // ERROR [Pullback/RuleUnusable] at byX
            return x;
        }

        @Partial("power")
        static double byY(double x, @Wrt double y) {
            return x;
        }
    }

    @DerivativesOf(Library.class)
    static final class Halves {
        @Vjp("sum")
        static Object alone(double[] x) { // ERROR [Pullback/RuleUnusable] at alone
            return x;
        }

        @Jvp("scale")
        static void alsoAlone(double[] x, double factor, double[] xDot, double factorDot) {} // ERROR [Pullback/RuleUnusable] at alsoAlone
    }

    @DerivativesOf(Library.class)
    static final class Shapes {
        record Dual(double value, float tangent) {}

        record NoValue() {
            void applyInto(double seed, double[] xBar) {}
        }

        record NoCotangent() {
            void applyInto(double[] xBar) {}
        }

        record Right() {
            double applyInto(double[] xBar) {
                return 0;
            }
        }

        record Whole(double value, double tangent) {}

        @Vjp("sum")
        static NoValue sum(double[] x) {
            return new NoValue();
        }

        @Jvp("sum")
        static Dual sum(double[] x, double[] xDot) { // ERROR [Pullback/RuleUnusable] at sum
            return new Dual(0, 0);
        }

        @Vjp("scale")
        static NoCotangent scale(@Written double[] x, double factor) { // ERROR [Pullback/RuleUnusable] at scale
            return new NoCotangent();
        }

        @Jvp("scale")
        static void scale(@Written double[] x, double factor, double[] xDot, double factorDot) {}

        @Vjp("cube")
        static NoValue cube(double x) { // ERROR [Pullback/RuleUnusable] at cube
            return new NoValue();
        }

        @Jvp("cube")
        static Whole cube(double x, double xDot) {
            return new Whole(0, 0);
        }
    }

    @DerivativesOf(Library.class)
    static final class Unlike {
        @Vjp("scale")
        static Shapes.Right scale(@Written double[] x, double factor) {
            return new Shapes.Right();
        }

        @Jvp("scale")
        static void scale(double[] x, double factor, double[] xDot, double factorDot) {} // ERROR [Pullback/RuleUnusable] at scale
    }

    @DerivativesOf(Library.class)
    static final class Pointless {
        @Vjp("scale")
        static Shapes.Right scale(double[] x, double factor) { // ERROR [Pullback/RuleUnusable] at scale
            return new Shapes.Right();
        }

        @Jvp("scale")
        static void scale(double[] x, double factor, double[] xDot, double factorDot) {}

        @Vjp("sum")
        static Object sum(@Constant double[] x) { // ERROR [Pullback/RuleUnusable] at sum
            return x;
        }

        @Jvp("sum")
        static Shapes.Whole along(@Constant double[] x) {
            return new Shapes.Whole(0, 0);
        }

        @Vjp("fill")
        static Shapes.Right fill(@Written double[][] m, double x) { // ERROR [Pullback/RuleUnusable] at fill
            return new Shapes.Right();
        }

        @Jvp("fill")
        static void fill(@Written double[][] m, double x, double[][] mDot, double xDot) {}
    }

    @DerivativesOf(Library.class)
    static final class Twice {
        @Partial("cube")
        static double cube(@Wrt double x) {
            return x;
        }

        @Vjp("cube")
        static Cube pullback(double x) { // ERROR [Pullback/RuleUnusable] at pullback
            return new Cube(x);
        }

        record Cube(double value) {
            double apply(double seed) {
                return seed;
            }
        }

        @Jvp("cube")
        static Shapes.Whole along(double x, double xDot) {
            return new Shapes.Whole(x, xDot);
        }
    }
}
