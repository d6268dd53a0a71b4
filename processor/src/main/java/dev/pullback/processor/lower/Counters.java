package dev.pullback.processor.lower;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.pullback.processor.ir.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Finds the variable of a {@code for} that the update, and nothing else in the loop, changes by a constant. */
final class Counters {

    private final Context context;
    private final TreePath path;
    private final ForLoopTree loop;

    private Counters(Context context, TreePath path, ForLoopTree loop) {
        this.context = context;
        this.path = path;
        this.loop = loop;
    }

    record Found(Local variable, long step, ExpressionStatementTree update) {}

    static Optional<Found> find(Context context, TreePath path, ForLoopTree loop) {
        Counters counters = new Counters(context, path, loop);
        return loop.getUpdate().stream()
                .flatMap(update -> counters.find(update).stream())
                .findFirst();
    }

    private Optional<Found> find(ExpressionStatementTree update) {
        TreePath statement = Context.child(path, update);
        TreePath expression = Sources.bare(Context.child(statement, update.getExpression()));
        Local variable = assigned(expression);
        Long step = variable == null ? null : step(expression, variable);
        if (variable == null || step == null || step == 0 || !isWhole(variable) || isUsedElsewhere(variable, update)) {
            return Optional.empty();
        }
        return Optional.of(new Found(variable, step, update));
    }

    private static boolean isWhole(Local variable) {
        return variable.type() == Scalar.INT || variable.type() == Scalar.LONG;
    }

    /** Whether anything but its update assigns the variable, or another update, which may come later, reads it. */
    private boolean isUsedElsewhere(Local variable, ExpressionStatementTree own) {
        List<TreePath> others = new ArrayList<>();
        others.add(Context.child(path, loop.getStatement()));
        if (loop.getCondition() != null) {
            others.add(Context.child(path, loop.getCondition()));
        }
        for (ExpressionStatementTree update : loop.getUpdate()) {
            if (update != own) {
                TreePath other = Context.child(path, update);
                others.add(other);
                if (mentions(other, variable)) {
                    return true;
                }
            }
        }
        return Writes.in(context, others).contains(variable);
    }

    private boolean mentions(TreePath where, Local variable) {
        boolean[] found = new boolean[1];
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
                found[0] |= local(getCurrentPath()) == variable;
                return null;
            }
        }.scan(where, null);
        return found[0];
    }

    private @Nullable Local local(TreePath expression) {
        TreePath bare = Sources.bare(expression);
        Element element =
                bare.getLeaf() instanceof IdentifierTree ? context.sources().element(bare) : null;
        return element == null ? null : context.scope().find(element);
    }

    private @Nullable Local assigned(TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof UnaryTree unary && Writes.isStep(unary)) {
            return local(Context.child(path, unary.getExpression()));
        } else if (tree instanceof CompoundAssignmentTree compound) {
            return local(Context.child(path, compound.getVariable()));
        } else if (tree instanceof AssignmentTree assignment) {
            return local(Context.child(path, assignment.getVariable()));
        }
        return null;
    }

    /** How much is added; null where that is not a constant. */
    private @Nullable Long step(TreePath path, Local variable) {
        Tree tree = path.getLeaf();
        return switch (tree.getKind()) {
            case PREFIX_INCREMENT, POSTFIX_INCREMENT -> 1L;
            case PREFIX_DECREMENT, POSTFIX_DECREMENT -> -1L;
            case PLUS_ASSIGNMENT -> constant(path, ((CompoundAssignmentTree) tree).getExpression(), 1);
            case MINUS_ASSIGNMENT -> constant(path, ((CompoundAssignmentTree) tree).getExpression(), -1);
            case ASSIGNMENT ->
                sum(Sources.bare(Context.child(path, ((AssignmentTree) tree).getExpression())), variable);
            default -> null;
        };
    }

    private @Nullable Long sum(TreePath path, Local variable) {
        if (!(path.getLeaf() instanceof BinaryTree tree)
                || local(Context.child(path, tree.getLeftOperand())) != variable) {
            return null;
        }
        return switch (tree.getKind()) {
            case PLUS -> constant(path, tree.getRightOperand(), 1);
            case MINUS -> constant(path, tree.getRightOperand(), -1);
            default -> null;
        };
    }

    private @Nullable Long constant(TreePath parent, ExpressionTree tree, int sign) {
        Object literal = Constants.of(context.sources(), Context.child(parent, tree));
        return literal instanceof Integer number && number != Integer.MIN_VALUE
                ? Long.valueOf(sign * number.longValue())
                : null;
    }
}
