package rejections;

import dev.pullback.DerivativesOf;
import dev.pullback.Differentiable;
import dev.pullback.Partial;
import dev.pullback.UseDerivatives;
import dev.pullback.Wrt;

@UseDerivatives(Library.class)
final class NoRules { // ERROR [Pullback/NoRules] at class

    @Differentiable
    @UseDerivatives({Library.Curve.class, Rules.class})
    static double uses(double x, Library.Curve curve, Library.Line line) { // ERROR [Pullback/NoRules] at uses
        return Library.cube(x) // ERROR [Pullback/NoDerivativeRule] at Library.cube
                + curve.at(x) // ERROR [Pullback/NoDerivativeRule] at curve.at
                + line.at(x);
    }

    /** Of lines, not of all curves. */
    @DerivativesOf(Library.Line.class)
    static final class Rules {
        @Partial("at")
        static double at(Library.Line line, @Wrt double x) {
            return 1;
        }
    }

    /** Rules that nobody names. */
    @DerivativesOf(Library.class)
    static final class Unused {
        @Partial("cube")
        static double cube(@Wrt double x) {
            return 3 * x * x;
        }
    }
}
