package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Casts that Java makes by itself (JLS 5.1.2, 5.6), so that they need not be written. */
final class Widening {

    /** Methods of Math without another method of the same name. */
    private static final Set<String> OF_DOUBLES_ONLY = Set.of(
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "atan",
            "atan2",
            "sinh",
            "cosh",
            "tanh",
            "exp",
            "expm1",
            "log",
            "log10",
            "log1p",
            "pow",
            "sqrt",
            "cbrt",
            "hypot",
            "ceil",
            "floor",
            "rint",
            "IEEEremainder",
            "toRadians",
            "toDegrees");

    private Widening() {}

    /** Whether every value of one type becomes one of the other without a cast. */
    static boolean widens(Scalar from, Scalar to) {
        if (from == to || from == Scalar.BOOLEAN || to == Scalar.BOOLEAN || to == Scalar.CHAR) {
            return false;
        }
        return from == Scalar.CHAR ? to.ordinal() >= Scalar.INT.ordinal() : from.ordinal() < to.ordinal();
    }

    /** The operand of a cast that widens, or null. */
    static @Nullable Value castOperand(@Nullable Node node) {
        if (node instanceof Node.Op op && op.is(Primitive.CAST)) {
            Value operand = op.operands().get(0);
            return widens(operand.scalar(), op.result().scalar()) ? operand : null;
        }
        return null;
    }

    /** Whether a method takes doubles only, so that an int for an argument cannot mean another method. */
    static boolean takesDoublesOnly(String owner, String name) {
        return (owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath"))
                && OF_DOUBLES_ONLY.contains(name);
    }
}
