package dev.pullback.processor.lower;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** How a part of a passive expression can be put into its text without changing what is evaluated when. */
enum Shape {
    /** A literal or a variable: its value can be taken at any time. */
    TRIVIAL,
    /** Arithmetic on such, which can neither fail nor be observed: it may be computed earlier than its turn. */
    PURE,
    /** Passive itself: it can stay part of the text, where Java evaluates it in its turn. */
    TEXT,
    /** Everything else: it needs nodes of its own, in its turn. */
    ORDERED;

    static Shape of(Context context, TreePath wrapped) {
        TreePath path = Sources.bare(wrapped);
        Shape known = context.shapes().get(path.getLeaf());
        if (known == null) {
            known = find(context, path);
            context.shapes().put(path.getLeaf(), known);
        }
        return known;
    }

    private static Shape find(Context context, TreePath path) {
        Tree tree = path.getLeaf();
        if (Constants.of(context.sources(), path) != null || tree.getKind() == Tree.Kind.NULL_LITERAL) {
            return TRIVIAL;
        } else if (tree instanceof BinaryTree binary) {
            return binary(context, path, binary);
        } else if (tree instanceof UnaryTree unary) {
            return Writes.isStep(unary) ? ORDERED : arithmetic(context, path, List.of(unary.getExpression()));
        }
        return switch (tree.getKind()) {
            case IDENTIFIER -> variable(context, path);
            case MEMBER_SELECT -> select(context, path, (MemberSelectTree) tree);
            case CONDITIONAL_EXPRESSION -> {
                ConditionalExpressionTree c = (ConditionalExpressionTree) tree;
                yield arithmetic(
                        context, path, List.of(c.getCondition(), c.getTrueExpression(), c.getFalseExpression()));
            }
            case TYPE_CAST -> cast(context, path, (TypeCastTree) tree);
            case INSTANCE_OF -> {
                InstanceOfTree test = (InstanceOfTree) tree;
                yield test.getPattern() == null ? text(context, path, List.of(test.getExpression())) : ORDERED;
            }
            case METHOD_INVOCATION -> invocation(context, path, (MethodInvocationTree) tree);
            case NEW_CLASS ->
                RecordUse.isCreation(context, path)
                        ? ORDERED
                        : text(context, path, ((NewClassTree) tree).getArguments());
            case LAMBDA_EXPRESSION, MEMBER_REFERENCE -> TEXT;
            default -> ORDERED;
        };
    }

    /** Whether it may be evaluated before its turn. */
    boolean isEarly() {
        return this == TRIVIAL || this == PURE;
    }

    private static boolean isScalar(Context context, TreePath path) {
        Type type = context.type(path);
        return type instanceof Scalar;
    }

    private static Shape arithmetic(Context context, TreePath path, List<? extends ExpressionTree> operands) {
        boolean early = isScalar(context, path)
                && operands.stream()
                        .map(operand -> Sources.child(path, operand))
                        .allMatch(operand -> isScalar(context, operand)
                                && of(context, operand).isEarly());
        return early ? PURE : ORDERED;
    }

    private static Shape text(Context context, TreePath path, List<? extends ExpressionTree> parts) {
        boolean inPlace = parts.stream().allMatch(part -> of(context, Sources.child(path, part)) != ORDERED);
        return inPlace ? TEXT : ORDERED;
    }

    private static Shape binary(Context context, TreePath path, BinaryTree tree) {
        List<ExpressionTree> operands = List.of(tree.getLeftOperand(), tree.getRightOperand());
        Primitive operator = Operators.primitive(tree.getKind());
        if (operator == Primitive.ADD && Conversions.isString(context.type(path))) {
            return text(context, path, operands);
        }
        boolean division = operator == Primitive.DIV || operator == Primitive.REM;
        Type type = context.type(path);
        return division && !type.differentiable() ? ORDERED : arithmetic(context, path, operands);
    }

    private static Shape variable(Context context, TreePath path) {
        Element element = context.sources().element(path);
        if (element instanceof VariableElement && element.getKind().isField()) {
            return context.access().isVisible(element) ? TEXT : ORDERED;
        }
        return TRIVIAL;
    }

    private static Shape select(Context context, TreePath path, MemberSelectTree tree) {
        Element element = context.sources().element(path);
        boolean field = element != null && element.getKind().isField();
        TreePath owner = Sources.child(path, tree.getExpression());
        if (tree.getIdentifier().contentEquals("class")) {
            return TEXT;
        } else if (element == null || !field) {
            return ORDERED;
        } else if (Names.isType(context, owner)) {
            return context.access().isVisible(element) ? TEXT : ORDERED;
        }
        return context.type(owner) instanceof ArrayType ? ORDERED : text(context, path, List.of(tree.getExpression()));
    }

    private static Shape cast(Context context, TreePath path, TypeCastTree tree) {
        TreePath operand = Sources.child(path, tree.getExpression());
        boolean scalars = isScalar(context, path) && isScalar(context, operand);
        boolean references = !isScalar(context, path) && !isScalar(context, operand);
        if (scalars) {
            return arithmetic(context, path, List.of(tree.getExpression()));
        }
        return references ? text(context, path, List.of(tree.getExpression())) : ORDERED;
    }

    private static Shape invocation(Context context, TreePath path, MethodInvocationTree tree) {
        if (!(context.sources().element(path) instanceof ExecutableElement method)) {
            return ORDERED;
        }
        Calls calls = new Calls(context);
        if (Intrinsics.isOne(method)) {
            return Intrinsics.canThrow(method) ? ORDERED : arithmetic(context, path, tree.getArguments());
        } else if (!calls.isPassive(path, tree, method)) {
            return ORDERED;
        }
        Shape arguments = text(context, path, tree.getArguments());
        if (tree.getMethodSelect() instanceof MemberSelectTree select && arguments == TEXT) {
            TreePath selected = Sources.child(path, select);
            return Names.isType(context, Sources.child(selected, select.getExpression()))
                    ? TEXT
                    : text(context, selected, List.of(select.getExpression()));
        }
        return arguments;
    }
}
