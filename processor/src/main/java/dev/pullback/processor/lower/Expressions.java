package dev.pullback.processor.lower;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Lowers expressions, operand by operand in Java's order of evaluation; what the IR has no node for becomes {@link Opaques opaque}. */
final class Expressions {

    private final Context context;

    Expressions(Context context) {
        this.context = context;
    }

    /** The value of an expression, converted to the type of the variable that it is assigned to, and named after it. */
    Value lower(TreePath path, Type type, String name) {
        TreePath bare = Sources.bare(path);
        Object constant = type instanceof Scalar ? Constants.of(context.sources(), bare) : null;
        if (constant != null && type instanceof Scalar scalar) {
            return context.block(bare).constant(scalar, Constants.convert(constant, scalar));
        }
        Value own = bare.getLeaf() instanceof NewArrayTree ? new Arrays(context).create(bare, name) : lower(bare);
        if (type instanceof RecordType && context.isNull(own) && bare.getLeaf().getKind() == Tree.Kind.NULL_LITERAL) {
            context.refuse(Fence.NULL_RECORD, bare);
        }
        Value value = new Conversions(context).convert(own, type, bare);
        return context.code().block().named(name, value);
    }

    /** A condition as a boolean. */
    Value condition(TreePath path) {
        return lower(path, Scalar.BOOLEAN, "");
    }

    /** An expression statement. */
    void discard(TreePath path) {
        TreePath bare = Sources.bare(path);
        switch (bare.getLeaf().getKind()) {
            case METHOD_INVOCATION -> new Calls(context).lower(bare, false);
            case NEW_CLASS -> {
                if (RecordUse.isCreation(context, bare)) {
                    lower(bare);
                } else {
                    new Opaques(context).discard(bare);
                }
            }
            default -> lower(bare);
        }
    }

    /** The value of an expression, of the expression's own type. */
    Value lower(TreePath wrapped) {
        TreePath path = Sources.bare(wrapped);
        Tree tree = path.getLeaf();
        if (tree instanceof LiteralTree literal) {
            return literal(path, literal);
        } else if (tree instanceof UnaryTree unary) {
            return Writes.isStep(unary)
                    ? new Assignments(context).step(path, unary)
                    : operators().unary(path, unary);
        } else if (tree instanceof CompoundAssignmentTree compound) {
            return new Assignments(context).compound(path, compound);
        }
        return switch (tree.getKind()) {
            case IDENTIFIER -> identifier(path);
            case MEMBER_SELECT -> select(path, (MemberSelectTree) tree);
            case ASSIGNMENT -> new Assignments(context).assign(path, (AssignmentTree) tree);
            case CONDITIONAL_EXPRESSION -> conditional(path, (ConditionalExpressionTree) tree);
            case ARRAY_ACCESS -> new Arrays(context).load(path, (ArrayAccessTree) tree);
            case NEW_ARRAY -> new Arrays(context).create(path, "");
            case TYPE_CAST -> cast(path, (TypeCastTree) tree);
            case INSTANCE_OF -> new Patterns(context).instanceOf(path, (InstanceOfTree) tree);
            case METHOD_INVOCATION -> invocation(path);
            case SWITCH_EXPRESSION -> new Switches(context).expression(path, (SwitchExpressionTree) tree);
            case NEW_CLASS ->
                RecordUse.isCreation(context, path)
                        ? new RecordUse(context).create(path)
                        : new Opaques(context).lower(path);
            case LAMBDA_EXPRESSION, MEMBER_REFERENCE -> new Opaques(context).lower(path);
            default -> {
                if (tree instanceof BinaryTree binary) {
                    yield operators().binary(path, binary);
                }
                context.refuse(Fence.CONSTRUCT, path);
                yield context.placeholder(context.type(path));
            }
        };
    }

    private Operators operators() {
        return new Operators(context);
    }

    private Value literal(TreePath path, LiteralTree tree) {
        if (tree.getKind() == Tree.Kind.NULL_LITERAL) {
            context.block(path);
            return context.nullOf(ObjectType.OBJECT);
        }
        return context.block(path).constant(context.type(path), tree.getValue());
    }

    private Value identifier(TreePath path) {
        Element element = context.sources().element(path);
        Local variable = element == null ? null : context.scope().find(element);
        if (variable != null) {
            context.block(path);
            return context.read(variable);
        }
        return field(path, element);
    }

    private Value select(TreePath path, MemberSelectTree tree) {
        Element element = context.sources().element(path);
        TreePath owner = Context.child(path, tree.getExpression());
        if (tree.getIdentifier().contentEquals("length") && isArray(owner)) {
            Value array = lower(owner);
            return context.block(path).length(array);
        }
        return field(path, element);
    }

    private boolean isArray(TreePath owner) {
        Element element = context.sources().element(owner);
        boolean isName = element != null
                && (element.getKind().isClass()
                        || element.getKind().isInterface()
                        || element.getKind() == ElementKind.PACKAGE);
        return !isName && context.type(owner) instanceof ArrayType;
    }

    /** A field, a class literal, or a local that is not in scope because of an earlier error. */
    private Value field(TreePath path, @Nullable Element element) {
        if (!(element instanceof VariableElement variable)) {
            return new Opaques(context).lower(path);
        }
        Type type = context.type(path);
        if (variable.getConstantValue() != null) {
            return context.block(path).constant(type, variable.getConstantValue());
        } else if (!element.getKind().isField()) {
            return context.unfit(path, type);
        } else if (element.getModifiers().contains(Modifier.STATIC)
                && (element.getModifiers().contains(Modifier.FINAL) || Tables.mayBeOne(variable))
                && !context.access().isVisible(element)) {
            return new Tables(context).read(variable, path);
        }
        return new Opaques(context).lower(path);
    }

    private Value conditional(TreePath path, ConditionalExpressionTree tree) {
        Type type = context.type(path);
        Value condition = condition(Context.child(path, tree.getCondition()));
        context.block(path);
        return Branches.select(
                context,
                condition,
                type,
                () -> lower(Context.child(path, tree.getTrueExpression()), type, ""),
                () -> lower(Context.child(path, tree.getFalseExpression()), type, ""));
    }

    private Value cast(TreePath path, TypeCastTree tree) {
        Value operand = lower(Context.child(path, tree.getExpression()));
        if (context.isNull(operand) && context.type(path) instanceof RecordType) {
            context.refuse(Fence.NULL_RECORD, path);
        }
        return new Conversions(context).cast(operand, context.type(path), path);
    }

    private Value invocation(TreePath path) {
        Value result = new Calls(context).lower(path, true);
        return result == null ? context.unfit(path, context.type(path)) : result;
    }
}
