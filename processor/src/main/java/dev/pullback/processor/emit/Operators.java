package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.List;

/** Writes the operators of the language. */
final class Operators {

    private final Expressions expressions;

    Operators(Expressions expressions) {
        this.expressions = expressions;
    }

    Expression of(Node.Op op) {
        Primitive operator = (Primitive) op.operator();
        Value first = op.operands().get(0);
        return switch (operator) {
            case CAST -> cast(op, first);
            case NOT -> not(first);
            case NEG, COMPLEMENT -> unary(operator, first);
            default -> binary(operator, first, op.operands().get(1));
        };
    }

    private Expression cast(Node.Op op, Value operand) {
        if (operand.type() == op.result().type()) {
            return expressions.of(operand);
        }
        return new Expression(
                CodeBlock.of(
                        "($L) $L",
                        op.result().type().java(),
                        expressions.of(operand).binding(Expression.UNARY)),
                Expression.UNARY);
    }

    private Expression unary(Primitive operator, Value operand) {
        Expression inner = expressions.of(operand);
        // - -x and --x are not the same
        int least = operator == Primitive.NEG && startsWithSign(inner) ? Expression.PRIMARY : Expression.UNARY;
        return new Expression(CodeBlock.of("$L$L", operator.symbol(), inner.binding(least)), Expression.UNARY);
    }

    private static boolean startsWithSign(Expression expression) {
        return expression.precedence() == Expression.UNARY
                && expression.code().toString().startsWith("-");
    }

    // --- two operands

    private Expression binary(Primitive operator, Value left, Value right) {
        int precedence = precedence(operator);
        Expression first;
        Expression second;
        if (isShift(operator)) {
            first = expressions.of(left);
            second = expressions.widened(right);
        } else if (left.type() == Scalar.INT) {
            // bytes, shorts and chars become ints without a partner
            first = expressions.widened(left);
            second = expressions.widened(right);
        } else {
            boolean both = expressions.isWidened(left) && expressions.isWidened(right);
            boolean keepRight = both && expressions.inlined(right) instanceof Node.Const;
            first = both && !keepRight ? expressions.of(left) : expressions.widened(left);
            second = keepRight ? expressions.of(right) : expressions.widened(right);
        }
        boolean nested = isBoolean(operator, left) && operator.isComparison();
        boolean sign = (operator == Primitive.ADD || operator == Primitive.SUB) && startsWithSign(second);
        CodeBlock code = CodeBlock.of(
                "$L$W$L $L",
                first.binding(nested ? Expression.UNARY : precedence),
                operator.symbol(),
                second.binding(sign ? Expression.PRIMARY : nested ? Expression.UNARY : precedence + 1));
        return new Expression(code, precedence);
    }

    private static boolean isShift(Primitive operator) {
        return operator == Primitive.SHL || operator == Primitive.SHR || operator == Primitive.USHR;
    }

    private static boolean isBoolean(Primitive operator, Value operand) {
        return operand.type() == Scalar.BOOLEAN && operator != Primitive.NOT;
    }

    private static int precedence(Primitive operator) {
        return switch (operator) {
            case MUL, DIV, REM -> Expression.MULTIPLICATIVE;
            case ADD, SUB -> Expression.ADDITIVE;
            case SHL, SHR, USHR -> Expression.SHIFT;
            case LT, LE, GT, GE -> Expression.RELATIONAL;
            case EQ, NE -> Expression.EQUALITY;
            case AND -> Expression.BIT_AND;
            case XOR -> Expression.BIT_XOR;
            case OR -> Expression.BIT_OR;
            case NEG, COMPLEMENT, NOT, CAST -> Expression.UNARY;
        };
    }

    // --- conditions

    /** {@code !c}; a comparison is turned round only where this cannot change what it says of NaN. */
    Expression not(Value condition) {
        Node node = expressions.inlined(condition);
        if (node instanceof Node.Op op && op.operator() instanceof Primitive operator) {
            boolean exact = !Expressions.isFloating(op.operands().get(0));
            if (operator == Primitive.NOT) {
                return expressions.of(op.operands().get(0));
            } else if (operator == Primitive.EQ || operator == Primitive.NE || operator.isComparison() && exact) {
                return binary(
                        opposite(operator), op.operands().get(0), op.operands().get(1));
            }
        } else if (node instanceof Node.Const constant && constant.literal() instanceof Boolean value) {
            return Expression.primary("$L", !value);
        }
        return new Expression(
                CodeBlock.of("!$L", expressions.of(condition).binding(Expression.UNARY)), Expression.UNARY);
    }

    private static Primitive opposite(Primitive comparison) {
        return switch (comparison) {
            case LT -> Primitive.GE;
            case LE -> Primitive.GT;
            case GT -> Primitive.LE;
            case GE -> Primitive.LT;
            case EQ -> Primitive.NE;
            default -> Primitive.EQ;
        };
    }

    /** {@code c ? a : b}, or what says the same of booleans. */
    Expression conditional(Node.If node) {
        Value then = node.then().yields().get(0);
        Value otherwise = node.otherwise().yields().get(0);
        if (then.type() == Scalar.BOOLEAN) {
            Object first = literal(then);
            Object second = literal(otherwise);
            if (first instanceof Boolean a && second instanceof Boolean b && !a.equals(b)) {
                return a ? expressions.of(node.condition()) : not(node.condition());
            } else if (first instanceof Boolean a) {
                return a
                        ? logical("||", Expression.OR, expressions.of(node.condition()), expressions.of(otherwise))
                        : logical("&&", Expression.AND, not(node.condition()), expressions.of(otherwise));
            } else if (second instanceof Boolean b) {
                return b
                        ? logical("||", Expression.OR, not(node.condition()), expressions.of(then))
                        : logical("&&", Expression.AND, expressions.of(node.condition()), expressions.of(then));
            }
        }
        CodeBlock code = CodeBlock.of(
                "$L$W? $L$W: $L",
                expressions.of(node.condition()).binding(Expression.OR),
                expressions.of(then).binding(Expression.OR),
                expressions.of(otherwise).binding(Expression.CONDITIONAL));
        return new Expression(code, Expression.CONDITIONAL);
    }

    private Object literal(Value value) {
        return expressions.inlined(value) instanceof Node.Const constant && constant.literal() != null
                ? constant.literal()
                : List.of();
    }

    private static Expression logical(String symbol, int precedence, Expression left, Expression right) {
        CodeBlock code = CodeBlock.of("$L$W$L $L", left.binding(precedence), symbol, right.binding(precedence));
        return new Expression(code, precedence);
    }
}
