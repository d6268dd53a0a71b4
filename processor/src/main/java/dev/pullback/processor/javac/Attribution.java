package dev.pullback.processor.javac;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import org.jspecify.annotations.Nullable;

/**
 * Makes javac attribute method bodies before it would by itself, with the public tree API only: asking for the element of an identifier
 * inside of an unattributed body attributes the class around it. From then on the types of all expressions are known, even
 * where classes that are still to be generated do not exist yet.
 */
public final class Attribution {

    private Attribution() {}

    /** Attributes the class that declares a method. */
    public static void of(TreePath method, Trees trees) {
        BlockTree body = ((MethodTree) method.getLeaf()).getBody();
        if (body != null) {
            new FirstIdentifier(trees).scan(new TreePath(method, body), null);
        }
    }

    private static final class FirstIdentifier extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Trees trees;
        private boolean done;

        FirstIdentifier(Trees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
            if (!done) {
                done = true;
                trees.getElement(getCurrentPath());
            }
            return null;
        }
    }
}
