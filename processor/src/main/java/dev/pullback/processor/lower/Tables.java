package dev.pullback.processor.lower;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * Reads of private constants, which the generated class cannot see: the initialiser is evaluated again in front of the method, if it is closed
 * (made of literals, {@code Math} and other such constants) and, for an array, nobody can have changed it.
 */
final class Tables {

    private final Context context;

    Tables(Context context) {
        this.context = context;
    }

    /** Whether a field, final or not, can be a table: who assigns another array to a private one is found as who writes into it is. */
    static boolean mayBeOne(VariableElement field) {
        return field.getModifiers().contains(Modifier.PRIVATE) && IrTypes.of(field.asType()) instanceof ArrayType;
    }

    /** The value of a static field that the generated class cannot see. */
    Value read(VariableElement field, TreePath use) {
        Value known = context.tables().get(field);
        if (known != null) {
            return known;
        }
        TreePath declaration = context.sources().declaration(field);
        ExpressionTree initializer = declaration != null && declaration.getLeaf() instanceof VariableTree tree
                ? tree.getInitializer()
                : null;
        Type type = IrTypes.of(field.asType());
        boolean array = type instanceof ArrayType;
        if (declaration == null
                || initializer == null
                || !(array ? isTable((ArrayType) type) : type instanceof Scalar)
                || !isClosed(Context.child(declaration, initializer), new HashSet<>(Set.of(field)))
                || (array && Leaks.leaks(context.sources(), field, declaration))) {
            context.access().of(field).ifPresent(hidden -> context.report(use, hidden.what(), hidden.advice()));
            return type instanceof ObjectType ? unseen(field, type, use) : context.placeholder(type);
        }
        Value value =
                evaluated(declaration, initializer, type, field.getSimpleName().toString());
        context.tables().put(field, value);
        return value;
    }

    /** An object that was refused, under its name, which further messages mention. */
    private Value unseen(VariableElement field, Type type, TreePath use) {
        String name = field.getSimpleName().toString();
        Value object = new Value(type, name);
        context.block(use).append(new PassiveText(context).text(name).node(object, use));
        return object;
    }

    private static boolean isTable(ArrayType type) {
        return type.leaf() instanceof Scalar;
    }

    private Value evaluated(TreePath declaration, ExpressionTree initializer, Type type, String name) {
        Code here = context.code();
        Origin statement = context.statement();
        context.goTo(context.entry());
        context.startStatement(context.sources().statement(declaration));
        Value value = new Expressions(context).lower(Context.child(declaration, initializer), type, name);
        context.goTo(here);
        context.startStatement(statement);
        return value;
    }

    // --- closed expressions

    /** @param pending constants whose initialisers are being looked at */
    private boolean isClosed(TreePath wrapped, Set<Element> pending) {
        TreePath path = Sources.bare(wrapped);
        Tree tree = path.getLeaf();
        if (context.sources().type(path) == null) {
            return false;
        } else if (tree instanceof LiteralTree) {
            return true;
        } else if (tree instanceof UnaryTree unary) {
            return !Writes.isStep(unary) && areClosed(path, List.of(unary.getExpression()), pending);
        } else if (tree instanceof BinaryTree binary) {
            return areClosed(path, List.of(binary.getLeftOperand(), binary.getRightOperand()), pending);
        } else if (tree instanceof TypeCastTree cast) {
            return areClosed(path, List.of(cast.getExpression()), pending);
        } else if (tree instanceof ConditionalExpressionTree c) {
            return areClosed(path, List.of(c.getCondition(), c.getTrueExpression(), c.getFalseExpression()), pending);
        } else if (tree instanceof NewArrayTree array) {
            return areClosed(path, array.getDimensions(), pending)
                    && (array.getInitializers() == null || areClosed(path, array.getInitializers(), pending));
        } else if (tree instanceof MethodInvocationTree call) {
            return context.sources().element(path) instanceof ExecutableElement method
                    && Intrinsics.isOne(method)
                    && areClosed(path, call.getArguments(), pending);
        }
        return context.sources().element(path) instanceof VariableElement constant && isClosed(constant, pending);
    }

    private boolean areClosed(TreePath parent, List<? extends Tree> trees, Set<Element> pending) {
        return trees.stream().allMatch(tree -> isClosed(Context.child(parent, tree), pending));
    }

    private boolean isClosed(VariableElement constant, Set<Element> pending) {
        if (constant.getConstantValue() != null) {
            return true;
        }
        boolean scalar = constant.getKind().isField()
                && constant.getModifiers().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL))
                && constant.asType().getKind().isPrimitive();
        if (!scalar || !pending.add(constant)) {
            return false;
        } else if (context.access().isVisible(constant)) {
            return true;
        }
        TreePath declaration = context.sources().declaration(constant);
        return declaration != null
                && declaration.getLeaf() instanceof VariableTree tree
                && tree.getInitializer() != null
                && isClosed(Context.child(declaration, tree.getInitializer()), pending);
    }
}
