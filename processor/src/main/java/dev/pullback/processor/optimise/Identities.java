package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The algebra of single operators.
 *
 * <p>On integers and booleans it is exact. On floating-point numbers {@code x + 0.0} is not {@code x} where x is {@code -0.0}, nor {@code
 * 0.0 * x} zero where x is not finite, so that those hold in derivative code only.
 */
final class Identities {

    private final Facts facts;
    private final Policy policy;

    Identities(Facts facts, Policy policy) {
        this.facts = facts;
        this.policy = policy;
    }

    /** The literal that the operator always computes. */
    Optional<Object> literal(Node.Op op) {
        if (!(op.operator() instanceof Primitive operator) || !(op.result().type() instanceof Scalar type)) {
            return Optional.empty();
        }
        List<Object> literals = new ArrayList<>();
        for (Value operand : op.operands()) {
            Object literal = facts.literal(operand);
            if (literal == null) {
                return Optional.ofNullable(annihilated(op, operator, type));
            }
            literals.add(literal);
        }
        return Optional.ofNullable(Literals.evaluate(operator, type, literals));
    }

    private @Nullable Object annihilated(Node.Op op, Primitive operator, Scalar type) {
        if (op.operands().size() == 1) {
            return null;
        }
        Value a = op.operands().get(0);
        Value b = op.operands().get(1);
        if (a == b && !Traits.isFloating(a)) {
            return ofEquals(operator, type);
        }
        return switch (operator) {
            case AND -> isZero(a) || isZero(b) ? type.zero() : null;
            case OR -> facts.is(a, true) || facts.is(b, true) ? true : null;
            case MUL -> (isZero(a) || isZero(b)) && isLoose(op) ? type.zero() : null;
            case DIV -> isZero(a) && Traits.isFloating(a) && isLoose(op) ? type.zero() : null;
            default -> null;
        };
    }

    /** What {@code x op x} is, where x is no floating-point number (which could be NaN). */
    private static @Nullable Object ofEquals(Primitive operator, Scalar type) {
        return switch (operator) {
            case EQ, LE, GE -> true;
            case NE, LT, GT -> false;
            case SUB, XOR -> type.zero();
            default -> null;
        };
    }

    /** The operand that the operator always returns. */
    Optional<Value> operand(Node.Op op) {
        if (!(op.operator() instanceof Primitive operator)) {
            return Optional.empty();
        }
        Value a = op.operands().get(0);
        return Optional.ofNullable(
                op.operands().size() == 1
                        ? ofOne(op, operator, a)
                        : ofTwo(op, operator, a, op.operands().get(1)));
    }

    private @Nullable Value ofOne(Node.Op op, Primitive operator, Value a) {
        return switch (operator) {
            case CAST -> a.type() == op.result().type() ? a : null;
            case NOT, COMPLEMENT -> under(operator, a);
            case NEG -> isLoose(op) ? under(operator, a) : null;
            default -> null;
        };
    }

    private @Nullable Value ofTwo(Node.Op op, Primitive operator, Value a, Value b) {
        return switch (operator) {
            case ADD -> isLoose(op) ? other(a, b, 0) : null;
            case SUB -> isLoose(op) && facts.is(b, 0) ? a : null;
            case MUL -> isLoose(op) ? other(a, b, 1) : null;
            case DIV -> isLoose(op) && facts.is(b, 1) ? a : null;
            case AND -> a == b ? a : isBoolean(a) ? other(a, b, true) : other(a, b, -1);
            case OR -> a == b ? a : isBoolean(a) ? other(a, b, false) : other(a, b, 0);
            case XOR -> isBoolean(a) ? other(a, b, false) : other(a, b, 0);
            case EQ -> isBoolean(a) ? other(a, b, true) : null;
            case NE -> isBoolean(a) ? other(a, b, false) : null;
            case SHL, SHR, USHR -> facts.is(b, 0) ? a : null;
            default -> null;
        };
    }

    private @Nullable Value other(Value a, Value b, double neutral) {
        return facts.is(a, neutral) ? b : facts.is(b, neutral) ? a : null;
    }

    private @Nullable Value other(Value a, Value b, boolean neutral) {
        return facts.is(a, neutral) ? b : facts.is(b, neutral) ? a : null;
    }

    /** A simpler operator of the same value and the same result, or the operator itself. */
    Node.Op simpler(Node.Op op) {
        if (op.operands().size() != 2) {
            return op;
        }
        Value a = op.operands().get(0);
        Value b = op.operands().get(1);
        if (isBoolean(a) && complements(op, a, b)) {
            return with(op, Primitive.NOT, facts.literal(a) == null ? a : b);
        } else if (!isLoose(op)) {
            return op;
        } else if (op.is(Primitive.MUL) && (facts.is(a, -1) || facts.is(b, -1))) {
            return with(op, Primitive.NEG, facts.is(a, -1) ? b : a);
        } else if (op.is(Primitive.SUB) && facts.is(a, 0)) {
            return with(op, Primitive.NEG, b);
        }
        return signed(op, a, b);
    }

    /** {@code a + -b} as {@code a - b}, {@code -a + b} as {@code b - a}, {@code a - -b} as {@code a + b}. */
    private Node.Op signed(Node.Op op, Value a, Value b) {
        Value belowA = under(Primitive.NEG, a);
        Value belowB = under(Primitive.NEG, b);
        if (op.is(Primitive.ADD) && belowB != null) {
            return with(op, Primitive.SUB, a, belowB);
        } else if (op.is(Primitive.ADD) && belowA != null) {
            return with(op, Primitive.SUB, b, belowA);
        } else if (op.is(Primitive.SUB) && belowB != null) {
            return with(op, Primitive.ADD, a, belowB);
        }
        return op;
    }

    private boolean complements(Node.Op op, Value a, Value b) {
        boolean odd = op.is(Primitive.XOR) || op.is(Primitive.NE);
        return odd
                ? facts.is(a, true) || facts.is(b, true)
                : op.is(Primitive.EQ) && (facts.is(a, false) || facts.is(b, false));
    }

    private static Node.Op with(Node.Op op, Primitive operator, Value... operands) {
        return new Node.Op(op.result(), operator, List.of(operands), op.origin());
    }

    /** What the value is the given unary operator of, if it is. */
    private @Nullable Value under(Primitive operator, Value value) {
        return facts.definitions().node(value) instanceof Node.Op op && op.is(operator)
                ? op.operands().get(0)
                : null;
    }

    /** Whether the identities of real numbers may be used. */
    private boolean isLoose(Node.Op op) {
        return Traits.isInteger(op.result()) || (Traits.isFloating(op.result()) && !policy.exact(op.result()));
    }

    private boolean isZero(Value value) {
        return facts.is(value, false) || facts.is(value, 0);
    }

    private static boolean isBoolean(Value value) {
        return value.type() == Scalar.BOOLEAN;
    }
}
