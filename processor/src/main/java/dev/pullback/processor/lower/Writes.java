package dev.pullback.processor.lower;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Which variables a piece of source assigns, looked up before it is lowered: what a loop has to carry. */
final class Writes extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Context context;
    private final Set<Local> found = new LinkedHashSet<>();
    private int switchExpressions;

    private Writes(Context context) {
        this.context = context;
    }

    /** The variables in scope here that the source assigns, in the order of their declarations. */
    static List<Local> in(Context context, List<TreePath> sources) {
        Writes writes = new Writes(context);
        sources.forEach(path -> writes.scan(path, null));
        List<Local> found = new ArrayList<>(writes.found);
        found.sort(Comparator.comparingInt(Local::index));
        return found;
    }

    /** Whether an expression assigns anything, a variable, a field or an element. */
    static boolean areIn(TreePath expression) {
        boolean[] found = new boolean[1];
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void scan(Tree tree, @Nullable Void unused) {
                found[0] |= tree instanceof AssignmentTree
                        || tree instanceof CompoundAssignmentTree
                        || (tree instanceof UnaryTree unary && isStep(unary));
                return super.scan(tree, null);
            }
        }.scan(expression.getLeaf(), null);
        return found[0];
    }

    /** Whether it is {@code ++} or {@code --}. */
    static boolean isStep(UnaryTree tree) {
        return switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    private void assigned(ExpressionTree target) {
        TreePath path = Sources.bare(Sources.child(getCurrentPath(), target));
        if (path.getLeaf() instanceof IdentifierTree) {
            assigned(context.sources().element(path));
        }
    }

    private void assigned(@Nullable Element element) {
        Local variable = element == null ? null : context.scope().find(element);
        if (variable != null) {
            found.add(variable);
        }
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        assigned(tree.getVariable());
        return super.visitAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
        assigned(tree.getVariable());
        return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
        if (isStep(tree)) {
            assigned(tree.getExpression());
        }
        return super.visitUnary(tree, null);
    }

    @Override
    public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void unused) {
        assigned(context.sources().element(Sources.child(getCurrentPath(), tree.getVariable())));
        return null;
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
        if (tree.getExpression() != null) {
            found.add(context.result());
        }
        return super.visitReturn(tree, null);
    }

    @Override
    public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
        Jump.Yielding around = context.yieldings().peek();
        if (switchExpressions == 0 && around != null) {
            found.add(around.variable());
        }
        return super.visitYield(tree, null);
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
        switchExpressions++;
        super.visitSwitchExpression(tree, null);
        switchExpressions--;
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        return null;
    }
}
