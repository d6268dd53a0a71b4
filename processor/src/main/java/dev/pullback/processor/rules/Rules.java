package dev.pullback.processor.rules;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Operator;
import dev.pullback.processor.ir.Value;

/** What the derivative of each operator is: the one entry to the rule table. */
public final class Rules {

    /** How an operator behaves under differentiation. */
    public enum Kind {
        /** There is a partial derivative for each floating-point operand. */
        DIFFERENTIABLE,
        /** Piecewise constant: its derivative is zero wherever there is one (rounding, integer arithmetic, comparisons, integer casts). */
        ZERO,
        /** Nothing is known: an active operand is an error. */
        UNKNOWN
    }

    private Rules() {}

    /** How {@code operator} with the given node's types behaves. */
    public static Kind kind(Node.Op node) {
        throw new IllegalStateException("not written yet: " + node);
    }

    /**
     * Appends the code of {@code d result / d operand[index] * direction} and returns its value, of the operand's type in reverse mode and of
     * the result's in forward mode (they differ for casts only).
     *
     * @param direction the tangent of that operand (forward mode) or the cotangent of the result (reverse mode); the outcome is linear in it,
     *     and exactly zero where it is exactly zero
     */
    public static Value contribution(Block block, Node.Op node, int index, Value direction) {
        throw new IllegalStateException("not written yet: " + node);
    }

    /** For messages: {@code Math.ulp}. */
    public static String name(Operator operator) {
        return operator.toString();
    }
}
