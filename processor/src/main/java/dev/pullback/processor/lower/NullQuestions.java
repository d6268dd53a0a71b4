package dev.pullback.processor.lower;

import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/** Finds out whether a method may ask whether something is null. */
final class NullQuestions extends TreeScanner<@Nullable Void, @Nullable Void> {

    private boolean found;

    private NullQuestions() {}

    /** Whether the method around a tree does. */
    static boolean areIn(TreePath path) {
        TreePath at = path;
        while (at.getParentPath() != null && !(at.getLeaf() instanceof MethodTree)) {
            at = at.getParentPath();
        }
        NullQuestions questions = new NullQuestions();
        questions.scan(at.getLeaf(), null);
        return questions.found;
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void unused) {
        found |= tree.getKind() == Tree.Kind.NULL_LITERAL;
        return null;
    }

    @Override
    public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void unused) {
        found = true;
        return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        found |= tree.getMethodSelect().toString().endsWith("requireNonNull");
        return super.visitMethodInvocation(tree, null);
    }
}
