package dev.pullback.examples.customrules;

import dev.pullback.Constant;
import dev.pullback.DerivativesOf;
import dev.pullback.Partial;
import dev.pullback.Result;
import dev.pullback.Wrt;
import org.hipparchus.special.BesselJ;

/** Bessel functions of the first kind, of a constant order (DLMF 10.6). */
@DerivativesOf(BesselJ.class)
public final class BesselRules {

    private BesselRules() {}

    @Partial("value")
    public static double value(@Constant double order, @Wrt double x, @Result double y) {
        if (order >= 1) {
            return (BesselJ.value(order - 1, x) - BesselJ.value(order + 1, x)) / 2;
        }
        double next = BesselJ.value(order + 1, x);
        return order == 0 ? -next : order / x * y - next;
    }
}
