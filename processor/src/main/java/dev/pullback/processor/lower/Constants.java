package dev.pullback.processor.lower;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.Scalar;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** The literals of the source and the constant variables that stand for them. */
final class Constants {

    private Constants() {}

    /** The literal that an expression is or names, boxed, a negative number included; null for everything else. */
    static @Nullable Object of(Sources sources, TreePath expression) {
        TreePath path = Sources.bare(expression);
        Tree tree = path.getLeaf();
        return switch (tree.getKind()) {
            case IDENTIFIER, MEMBER_SELECT ->
                sources.element(path) instanceof VariableElement variable ? variable.getConstantValue() : null;
            case UNARY_MINUS -> negative(of(sources, operand(path)));
            default -> tree instanceof LiteralTree literal ? literal.getValue() : null;
        };
    }

    private static TreePath operand(TreePath path) {
        return Sources.child(path, ((UnaryTree) path.getLeaf()).getExpression());
    }

    private static @Nullable Object negative(@Nullable Object literal) {
        if (literal instanceof Integer number) {
            return -number;
        } else if (literal instanceof Long number) {
            return -number;
        } else if (literal instanceof Float number) {
            return -number;
        } else if (literal instanceof Double number) {
            return -number;
        }
        return null;
    }

    /** Whether a condition is the constant true, as far as that is plain. */
    static boolean isTrue(Sources sources, TreePath condition) {
        return Boolean.TRUE.equals(truth(sources, condition));
    }

    static boolean isFalse(Sources sources, TreePath condition) {
        return Boolean.FALSE.equals(truth(sources, condition));
    }

    private static @Nullable Boolean truth(Sources sources, TreePath condition) {
        TreePath path = Sources.bare(condition);
        Tree tree = path.getLeaf();
        if (tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
            Boolean operand = truth(sources, operand(path));
            return operand == null ? null : Boolean.valueOf(!operand);
        } else if (tree instanceof BinaryTree binary) {
            return truth(sources, path, binary);
        }
        return of(sources, path) instanceof Boolean literal ? literal : null;
    }

    private static @Nullable Boolean truth(Sources sources, TreePath path, BinaryTree tree) {
        boolean and = tree.getKind() == Tree.Kind.CONDITIONAL_AND;
        if (!and && tree.getKind() != Tree.Kind.CONDITIONAL_OR) {
            return null;
        }
        Boolean left = truth(sources, Sources.child(path, tree.getLeftOperand()));
        Boolean right = truth(sources, Sources.child(path, tree.getRightOperand()));
        if (left == null || right == null) {
            return null;
        }
        return and ? Boolean.valueOf(left && right) : Boolean.valueOf(left || right);
    }

    /** A primitive literal as a literal of another primitive type, by Java's own conversion. */
    static Object convert(Object literal, Scalar to) {
        if (literal instanceof Boolean) {
            return literal;
        }
        Number number = literal instanceof Character c ? Integer.valueOf(c) : (Number) literal;
        return switch (to) {
            case BOOLEAN -> throw new IllegalArgumentException("no boolean: " + literal);
            case BYTE -> number.byteValue();
            case SHORT -> number.shortValue();
            case CHAR -> (char) number.intValue();
            case INT -> number.intValue();
            case LONG -> number.longValue();
            case FLOAT -> number.floatValue();
            case DOUBLE -> number.doubleValue();
        };
    }
}
