package dev.pullback.processor.lower;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Which conditions can be the condition of a loop node: those that assign nothing, make no array and call nothing differentiable. */
final class Conditions extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Context context;
    private boolean pure = true;

    private Conditions(Context context) {
        this.context = context;
    }

    static boolean arePure(Context context, TreePath condition) {
        Conditions conditions = new Conditions(context);
        conditions.scan(condition, null);
        return conditions.pure && !Writes.areIn(condition);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        pure &= context.sources().element(getCurrentPath()) instanceof ExecutableElement method
                && (Intrinsics.isOne(method)
                        || readsRecord(tree, method)
                        || new Calls(context).isPassive(getCurrentPath(), tree, method));
        return super.visitMethodInvocation(tree, null);
    }

    /** In a method that asks whether a record is null, a read is a statement, which says when there is none. */
    private boolean readsRecord(MethodInvocationTree tree, ExecutableElement method) {
        return RecordUse.isRead(tree, method) && !NullQuestions.areIn(getCurrentPath());
    }

    @Override
    public @Nullable Void visitNewArray(NewArrayTree tree, @Nullable Void unused) {
        pure = false;
        return null;
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
        pure = false;
        return null;
    }

    @Override
    public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void unused) {
        pure = false;
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        return null;
    }
}
