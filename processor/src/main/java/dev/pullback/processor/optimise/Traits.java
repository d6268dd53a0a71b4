package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Target;
import dev.pullback.processor.ir.Value;
import java.util.List;
import java.util.Set;

/** What executing a single node, one that owns no regions, can do besides defining its results. */
final class Traits {

    private static final Set<String> INTEGER_DIVISIONS =
            Set.of("floorDiv", "floorMod", "ceilDiv", "ceilMod", "divideUnsigned", "remainderUnsigned");

    private static final Set<String> OWNERS =
            Set.of("Math", "StrictMath", "Double", "Float", "Long", "Integer", "Short", "Byte", "Character", "Boolean");

    private Traits() {}

    /** Whether the node's results depend on nothing but its operands, and computing them leaves no trace but, perhaps, an exception. */
    static boolean isPure(Node node) {
        if (node instanceof Node.Op op) {
            return op.operator() instanceof Primitive || isPure(op, (Intrinsic) op.operator());
        } else if (node instanceof Node.Invoke invoke) {
            return invoke.pure() && invoke.result() != null && onScalarsOnly(invoke.result(), invoke.operands());
        }
        return node instanceof Node.Const || node instanceof Node.Length;
    }

    private static boolean isPure(Node.Op op, Intrinsic function) {
        return isKnown(function) && !function.name().equals("random") && onScalarsOnly(op.result(), op.operands());
    }

    /** Whether the function is one of the JDK's on primitives, or of our runtime. */
    private static boolean isKnown(Intrinsic function) {
        String owner = function.owner();
        return owner.startsWith("dev.pullback.")
                || function.isMath()
                || (owner.startsWith("java.lang.") && OWNERS.contains(owner.substring("java.lang.".length())));
    }

    /** A call on references may read arrays, and a reference that is returned may be a new object each time. */
    private static boolean onScalarsOnly(Value result, List<Value> operands) {
        return result.type() instanceof Scalar
                && operands.stream().allMatch(operand -> operand.type() instanceof Scalar);
    }

    /** Whether a pure node can throw. */
    static boolean canThrow(Node node, Definitions definitions) {
        if (node instanceof Node.Op op) {
            return op.operator() instanceof Primitive primitive
                    ? canThrow(op, primitive, definitions)
                    : canThrow(op, (Intrinsic) op.operator(), definitions);
        } else if (node instanceof Node.Length length) {
            return !definitions.isFreshArray(length.array());
        }
        return !(node instanceof Node.Const || (node instanceof Node.Invoke invoke && !isOfUser(invoke)));
    }

    /** Whether it calls the partial derivative that a user wrote, and not our runtime or a pullback. */
    private static boolean isOfUser(Node.Invoke invoke) {
        return invoke.pure()
                && invoke.target().kind() == Target.Kind.STATIC
                && !invoke.target().owner().equals(Intrinsic.STOP.owner());
    }

    private static boolean canThrow(Node.Op op, Primitive operator, Definitions definitions) {
        boolean division = operator == Primitive.DIV || operator == Primitive.REM;
        return division
                && isInteger(op.result())
                && !definitions.isNonZeroInteger(op.operands().get(1));
    }

    private static boolean canThrow(Node.Op op, Intrinsic function, Definitions definitions) {
        if (!isKnown(function)
                || function.name().endsWith("Exact")
                || function.name().equals("clamp")) {
            return true;
        }
        List<Value> operands = op.operands();
        return INTEGER_DIVISIONS.contains(function.name())
                && !definitions.isNonZeroInteger(operands.get(operands.size() - 1));
    }

    static boolean isInteger(Value value) {
        return value.type() == Scalar.INT || value.type() == Scalar.LONG;
    }

    static boolean isFloating(Value value) {
        return value.type() == Scalar.DOUBLE || value.type() == Scalar.FLOAT;
    }
}
