package dev.pullback.processor.rules;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Operator;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the derivative of each operator is: the one entry to the rule table. */
public final class Rules {

    private static final String MATH = "java.lang.Math";
    private static final String STRICT_MATH = "java.lang.StrictMath";

    private static final Set<String> ROOTS = Set.of("sqrt", "cbrt", "pow", "asin", "acos");

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
        if (node.operands().stream().noneMatch(operand -> operand.type().differentiable())) {
            return Kind.ZERO;
        } else if (node.is(Primitive.CAST)) {
            return node.result().type().differentiable() ? Kind.DIFFERENTIABLE : Kind.ZERO;
        } else if (rule(node).isPresent()) {
            return Kind.DIFFERENTIABLE;
        }
        boolean constant = node.operator() instanceof Intrinsic function
                ? NonDifferentiable.isConstant(function)
                : node.operator() instanceof Primitive operator && operator.isComparison();
        return constant ? Kind.ZERO : Kind.UNKNOWN;
    }

    private static Optional<Rule> rule(Node.Op node) {
        return MathRules.find(node.operator(), node.operands().size());
    }

    /**
     * Appends the code of {@code d result / d operand[index] * direction} and returns its value, of the operand's type in reverse mode and of
     * the result's in forward mode (they differ for casts only). Of an operator whose operands are one value, {@code x * x}, the first index
     * contributes for both, and the second a literal zero.
     *
     * @param direction the tangent of that operand (forward mode) or the cotangent of the result (reverse mode); the outcome is linear in it,
     *     and exactly zero where it is exactly zero, singular points included
     */
    public static Value contribution(Block block, Node.Op node, int index, Value direction) {
        return contribution(block, node, index, direction, Direction.FINITE);
    }

    /** What is known of a direction. */
    public enum Direction {
        FINITE,
        /** It may be infinite, and a partial derivative of exactly zero contributes exactly zero all the same. */
        MAY_BE_INFINITE
    }

    /** As above, for a direction that may be infinite. */
    public static Value contribution(Block block, Node.Op node, int index, Value direction, Direction size) {
        Scalar type = typeOfContribution(node, index, direction);
        if (block.isZero(direction)) {
            return block.zero(type);
        } else if (node.is(Primitive.CAST)) {
            return cast(block, type, direction);
        }
        Rule rule = rule(node).orElseThrow(() -> new IllegalArgumentException("no rule: " + node));
        Formula partial = partial(block, rule, node, index);
        if (partial.isLiteral(0)) {
            return block.zero(type);
        }
        Map<String, Value> names = new HashMap<>();
        for (int i = 0; i < node.operands().size(); i++) {
            names.put(rule.arguments().get(i), node.operands().get(i));
        }
        names.put(Instantiation.RESULT, node.result());
        return Instantiation.of(block, partial, ownerOfFunctions(node), names, direction, size);
    }

    /** {@code max} or {@code min} as it is where the first operand stays at a tie. */
    public static Operator keepingAtTies(Node.Op extreme) {
        return new Intrinsic(MathRules.KEEPING_AT_TIES, ((Intrinsic) extreme.operator()).name());
    }

    /** Whether the function has an infinite derivative where it has a finite value: a root at zero. */
    public static boolean isRoot(Node.Op node, int index) {
        if (!(node.operator() instanceof Intrinsic function) || index != 0) {
            return false;
        }
        return ROOTS.contains(function.name());
    }

    /** The operand's type for a cotangent, the result's for a tangent. */
    private static Scalar typeOfContribution(Node.Op node, int index, Value direction) {
        Scalar operand = node.operands().get(index).scalar();
        Scalar result = node.result().scalar();
        return direction.type() == operand ? result : operand;
    }

    private static Value cast(Block block, Scalar type, Value direction) {
        return block.literalOf(direction) instanceof Number number
                ? block.number(type, number.doubleValue())
                : block.cast(type, direction);
    }

    private static Formula partial(Block block, Rule rule, Node.Op node, int index) {
        List<Value> operands = node.operands();
        if (rule.ofEqual().isPresent() && operands.get(0) == operands.get(1)) {
            return index == 0 ? rule.ofEqual().get() : new Formula.Literal(0);
        }
        for (int i = 1; index == 0 && i < operands.size(); i++) {
            if (block.literalOf(operands.get(i)) instanceof Number number) {
                Optional<Formula> special = rule.partialFor(rule.arguments().get(i), number.doubleValue());
                if (special.isPresent()) {
                    return special.get();
                }
            }
        }
        return rule.partials().get(index).formula();
    }

    /** Derivatives of {@code StrictMath} are as reproducible as its functions. */
    private static String ownerOfFunctions(Node.Op node) {
        return node.operator() instanceof Intrinsic function && function.owner().equals(STRICT_MATH)
                ? STRICT_MATH
                : MATH;
    }

    /** For messages: {@code Math.ulp}. */
    public static String name(Operator operator) {
        if (operator instanceof Intrinsic function) {
            return function.owner().substring(function.owner().lastIndexOf('.') + 1) + "." + function.name();
        }
        return ((Primitive) operator).symbol();
    }
}
