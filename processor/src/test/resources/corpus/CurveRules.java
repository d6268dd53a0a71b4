package corpus;

import dev.pullback.DerivativesOf;
import dev.pullback.Partial;
import dev.pullback.Wrt;
import java.util.List;

/** Rules for the objects of {@link Special}. */
final class CurveRules {
    private CurveRules() {}

    /** For every curve. */
    @DerivativesOf(Special.Curve.class)
    interface OfAll {
        @Partial("at")
        static double at(Special.Curve curve, @Wrt double x) {
            return curve.slope(x);
        }
    }

    /** For parabolas. */
    @DerivativesOf(Special.Parabola.class)
    static final class OfParabolas {
        private OfParabolas() {}

        @Partial("between")
        static double byLow(Special.Parabola curve, @Wrt double low, double high) {
            return -curve.slope(low);
        }

        @Partial("between")
        static double byHigh(Special.Parabola curve, double low, @Wrt double high) {
            return curve.slope(high);
        }
    }

    /** For boxes of anything. */
    @DerivativesOf(Special.Box.class)
    static final class OfBoxes {
        private OfBoxes() {}

        @Partial("dot")
        static double dot(Special.Box<? extends List<Double>> box, @Wrt double x) {
            return box.slope(x);
        }
    }
}
