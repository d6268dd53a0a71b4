package rejections;

import dev.pullback.DerivativesOf;
import dev.pullback.Differentiable;
import dev.pullback.Partial;
import dev.pullback.UseDerivatives;
import dev.pullback.Wrt;

@UseDerivatives({RuleAmbiguous.Some.class, RuleAmbiguous.Others.class, RuleAmbiguous.OfCurves.class, RuleAmbiguous.OfLines.class})
final class RuleAmbiguous {

    @Differentiable
    static double both(double x) {
        return Library.cube(x); // ERROR [Pullback/RuleAmbiguous] at Library.cube
    }

    /** What is nearer, or more special, is meant. */
    @Differentiable
    @UseDerivatives(Some.class)
    static double one(double x, Library.Line line) {
        return Library.cube(x) * line.at(x);
    }

    @DerivativesOf(Library.class)
    static final class Some {
        @Partial("cube")
        static double cube(@Wrt double x) {
            return 3 * x * x;
        }
    }

    @DerivativesOf(Library.class)
    static final class Others {
        @Partial("cube")
        static double cube(@Wrt double x) {
            return 3 * x * x;
        }
    }

    @DerivativesOf(Library.Curve.class)
    static final class OfCurves {
        @Partial("at")
        static double at(Library.Curve curve, @Wrt double x) {
            return 1;
        }
    }

    @DerivativesOf(Library.Line.class)
    static final class OfLines {
        @Partial("at")
        static double at(Library.Line line, @Wrt double x) {
            return 1;
        }
    }
}
