package dev.pullback.processor.javac;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds variables whose type was inferred from something that had no type yet, so that it may be wrong. */
final class Inferred extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Trees trees;
    private final List<TreePath> found = new ArrayList<>();

    private Inferred(Trees trees) {
        this.trees = trees;
    }

    /** The declarations of such variables in an attributed class. */
    static List<TreePath> fromUnknown(TreePath type, Trees trees) {
        Inferred inferred = new Inferred(trees);
        inferred.scan(type, null);
        return inferred.found;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        TreePath path = getCurrentPath();
        if (Traces.isInferred(tree, path, trees) && new Unknown(path).isIn(origin(path))) {
            found.add(path);
        }
        return super.visitVariable(tree, null);
    }

    /** What a variable's type is inferred from: everything around a lambda, as far as expressions go, counts for its parameters. */
    private static TreePath origin(TreePath variable) {
        TreePath around = variable.getParentPath();
        if (around.getLeaf() instanceof EnhancedForLoopTree loop && loop.getVariable() == variable.getLeaf()) {
            return new TreePath(around, loop.getExpression());
        }
        TreePath expression = variable;
        while (expression.getParentPath().getLeaf() instanceof ExpressionTree) {
            expression = expression.getParentPath();
        }
        return expression;
    }

    /** Looks for an expression without a type, but not where it cannot matter: in the body of the lambda that the variable belongs to. */
    private final class Unknown extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final @Nullable Tree body;
        private boolean unknown;

        Unknown(TreePath variable) {
            body = variable.getParentPath().getLeaf() instanceof LambdaExpressionTree lambda ? lambda.getBody() : null;
        }

        boolean isIn(TreePath path) {
            unknown = isUnknown(path);
            scan(path, null);
            return unknown;
        }

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
            if (tree == null || tree == body) {
                return null;
            }
            if (tree instanceof ExpressionTree && getCurrentPath() != null) {
                unknown |= isUnknown(new TreePath(getCurrentPath(), tree));
            }
            return super.scan(tree, null);
        }

        private boolean isUnknown(TreePath path) {
            TypeMirror type = trees.getTypeMirror(path);
            return type != null && type.getKind() == TypeKind.ERROR;
        }
    }
}
