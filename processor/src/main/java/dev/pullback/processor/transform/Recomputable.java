package dev.pullback.processor.transform;

import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import java.util.Set;

/** Which operators are cheap enough to be computed again rather than kept. */
final class Recomputable {

    private static final Set<String> CHEAP = Set.of(
            "abs",
            "min",
            "max",
            "signum",
            "rint",
            "floor",
            "ceil",
            "copySign",
            "toRadians",
            "toDegrees",
            "isNaN",
            "isInfinite",
            "isFinite",
            Intrinsic.STOP.name());

    private Recomputable() {}

    static boolean isCheap(Node.Op op) {
        return op.operator() instanceof Primitive
                || (op.operator() instanceof Intrinsic function && CHEAP.contains(function.name()));
    }

    static boolean mayThrow(Node.Op op) {
        boolean integer = op.result().type() == Scalar.INT || op.result().type() == Scalar.LONG;
        if (op.operator() instanceof Intrinsic function) {
            return integer
                    && (function.name().endsWith("Exact")
                            || function.name().contains("Div")
                            || function.name().contains("Mod")
                            || !function.owner().endsWith("Math"));
        }
        return integer && (op.is(Primitive.DIV) || op.is(Primitive.REM));
    }
}
