package dev.pullback.processor.lower;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lowers unary and binary operators; numeric promotion (JLS 5.6) becomes casts, {@code &&} and {@code ||} become branches. */
final class Operators {

    private final Context context;
    private final Conversions conversions;

    Operators(Context context) {
        this.context = context;
        this.conversions = new Conversions(context);
    }

    /** The operator of a binary expression or of a compound assignment; null for {@code &&} and {@code ||}. */
    static @Nullable Primitive primitive(Tree.Kind kind) {
        return switch (kind) {
            case PLUS, PLUS_ASSIGNMENT -> Primitive.ADD;
            case MINUS, MINUS_ASSIGNMENT -> Primitive.SUB;
            case MULTIPLY, MULTIPLY_ASSIGNMENT -> Primitive.MUL;
            case DIVIDE, DIVIDE_ASSIGNMENT -> Primitive.DIV;
            case REMAINDER, REMAINDER_ASSIGNMENT -> Primitive.REM;
            case AND, AND_ASSIGNMENT -> Primitive.AND;
            case OR, OR_ASSIGNMENT -> Primitive.OR;
            case XOR, XOR_ASSIGNMENT -> Primitive.XOR;
            case LEFT_SHIFT, LEFT_SHIFT_ASSIGNMENT -> Primitive.SHL;
            case RIGHT_SHIFT, RIGHT_SHIFT_ASSIGNMENT -> Primitive.SHR;
            case UNSIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> Primitive.USHR;
            case LESS_THAN -> Primitive.LT;
            case LESS_THAN_EQUAL -> Primitive.LE;
            case GREATER_THAN -> Primitive.GT;
            case GREATER_THAN_EQUAL -> Primitive.GE;
            case EQUAL_TO -> Primitive.EQ;
            case NOT_EQUAL_TO -> Primitive.NE;
            default -> null;
        };
    }

    /** The operator as Java writes it. */
    static String symbol(Tree.Kind kind) {
        Primitive operator = primitive(kind);
        if (operator != null) {
            return operator.symbol();
        }
        return switch (kind) {
            case CONDITIONAL_AND -> "&&";
            case CONDITIONAL_OR -> "||";
            case UNARY_MINUS -> "-";
            case UNARY_PLUS -> "+";
            case BITWISE_COMPLEMENT -> "~";
            case LOGICAL_COMPLEMENT -> "!";
            default -> throw new IllegalArgumentException("no operator: " + kind);
        };
    }

    Value unary(TreePath path, UnaryTree tree) {
        TreePath operand = Context.child(path, tree.getExpression());
        Object constant = Constants.of(context.sources(), path);
        if (constant != null) {
            return context.block(path).constant(context.type(path), constant);
        }
        Value value = conversions.unbox(new Expressions(context).lower(operand), path);
        if (!(value.type() instanceof Scalar)) {
            return context.unfit(path, context.type(path));
        }
        if (tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
            return context.block(path).op(Primitive.NOT, value);
        }
        Value promoted = conversions.number(value, promoted(value.scalar()), path);
        return switch (tree.getKind()) {
            case UNARY_PLUS -> promoted;
            case UNARY_MINUS -> context.block(path).op(Primitive.NEG, promoted);
            case BITWISE_COMPLEMENT -> context.block(path).op(Primitive.COMPLEMENT, promoted);
            default -> {
                context.refuse(Fence.CONSTRUCT, path);
                yield promoted;
            }
        };
    }

    Value binary(TreePath path, BinaryTree tree) {
        TreePath left = Context.child(path, tree.getLeftOperand());
        TreePath right = Context.child(path, tree.getRightOperand());
        Primitive operator = primitive(tree.getKind());
        if (operator == null) {
            return shortCircuit(path, tree, left, right);
        } else if (operator == Primitive.ADD && Conversions.isString(context.type(path))) {
            return new Opaques(context).lower(path);
        } else if (comparesReferences(operator, context.type(left), context.type(right))) {
            Value a = new Expressions(context).lower(left);
            Value b = new Expressions(context).lower(right);
            boolean nullTest = context.isNull(a) || context.isNull(b);
            if (!nullTest && (a.type() instanceof RecordType || b.type() instanceof RecordType)) {
                context.refuse(Fence.RECORD_IDENTITY, path);
            }
            return context.block(path).op(operator, likeOther(a, b, left), likeOther(b, a, right));
        }
        return chain(path);
    }

    /** {@code a + b - c ...}, which nests on the left: a loop, since sums can be longer than the stack is deep. */
    private Value chain(TreePath path) {
        Deque<TreePath> chain = new ArrayDeque<>();
        for (TreePath at = path; at != null; at = further(Sources.bare(left(at)))) {
            chain.push(at);
        }
        Value value = null;
        for (TreePath at : chain) {
            Primitive operator = Objects.requireNonNull(primitive(at.getLeaf().getKind()));
            TreePath left = left(at);
            TreePath right = Context.child(at, ((BinaryTree) at.getLeaf()).getRightOperand());
            Value a = value == null ? operand(left, operator, context.type(right)) : value;
            Value b = operand(right, operator, context.type(left));
            value = arithmetic(operator, a, b, at);
        }
        return Objects.requireNonNull(value);
    }

    private static TreePath left(TreePath binary) {
        return Context.child(binary, ((BinaryTree) binary.getLeaf()).getLeftOperand());
    }

    /** The path itself if it is an operator on numbers too. */
    private @Nullable TreePath further(TreePath path) {
        Primitive operator = path.getLeaf() instanceof BinaryTree tree ? primitive(tree.getKind()) : null;
        boolean arithmetic = operator != null && !operator.isComparison() && context.type(path) instanceof Scalar;
        return arithmetic ? path : null;
    }

    /** An operand as a primitive; a literal at once as one of the type that it will be promoted to. */
    Value operand(TreePath path, Primitive operator, Type other) {
        Scalar own = Conversions.unboxed(context.type(path));
        Scalar partner = Conversions.unboxed(other);
        Object constant = Constants.of(context.sources(), path);
        if (constant == null || own == null || partner == null || isShift(operator)) {
            return conversions.unbox(new Expressions(context).lower(path), path);
        }
        Scalar common = common(promoted(own), promoted(partner));
        return context.block(path).constant(common, Constants.convert(constant, common));
    }

    private static boolean comparesReferences(Primitive operator, Type left, Type right) {
        return (operator == Primitive.EQ || operator == Primitive.NE)
                && !(left instanceof Scalar)
                && !(right instanceof Scalar);
    }

    /** Null gets the type of what it is compared with. */
    private Value likeOther(Value value, Value other, TreePath at) {
        return context.isNull(value) && !context.isNull(other) ? conversions.convert(value, other.type(), at) : value;
    }

    private Value shortCircuit(TreePath path, BinaryTree tree, TreePath left, TreePath right) {
        Expressions expressions = new Expressions(context);
        Value condition = expressions.condition(left);
        context.block(path);
        if (tree.getKind() == Tree.Kind.CONDITIONAL_AND) {
            return Branches.select(
                    context,
                    condition,
                    Scalar.BOOLEAN,
                    () -> expressions.condition(right),
                    () -> context.block(path).constant(false));
        }
        return Branches.select(
                context,
                condition,
                Scalar.BOOLEAN,
                () -> context.block(path).constant(true),
                () -> expressions.condition(right));
    }

    /** An operator on primitive values that are not promoted yet. */
    Value arithmetic(Primitive operator, Value a, Value b, TreePath at) {
        if (!(a.type() instanceof Scalar) || !(b.type() instanceof Scalar)) {
            return context.unfit(at, context.type(at));
        }
        Scalar left = promoted(a.scalar());
        Scalar right = promoted(b.scalar());
        boolean shift = isShift(operator);
        Scalar common = common(left, right);
        Value x = conversions.number(a, shift ? left : common, at);
        Value y = conversions.number(b, shift ? right : common, at);
        Block block = context.block(at);
        return block.op("", operator, operator.isComparison() ? Scalar.BOOLEAN : x.type(), List.of(x, y));
    }

    private static boolean isShift(Primitive operator) {
        return operator == Primitive.SHL || operator == Primitive.SHR || operator == Primitive.USHR;
    }

    /** Unary numeric promotion: what is smaller than an int becomes one. */
    private static Scalar promoted(Scalar type) {
        return switch (type) {
            case BYTE, SHORT, CHAR -> Scalar.INT;
            default -> type;
        };
    }

    /** Binary numeric promotion of promoted types. */
    private static Scalar common(Scalar a, Scalar b) {
        return a.ordinal() > b.ordinal() ? a : b;
    }
}
