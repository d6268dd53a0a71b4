package dev.pullback.processor.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Finds the tree of one compiler that stands at the same place as one of another. */
final class Places extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Attributed there;
    private final Tree.Kind kind;
    private final long start;
    private final int depth;
    private @Nullable TreePath found;

    private Places(Attributed there, Tree.Kind kind, long start, int depth) {
        this.there = there;
        this.kind = kind;
        this.start = start;
        this.depth = depth;
    }

    /** @return nothing if the other compiler's sources are not the same */
    static Optional<TreePath> of(TreePath path, Attributed here, Attributed there) {
        if (here.equals(there)) {
            return Optional.of(path);
        }
        CompilationUnitTree unit = unit(path, here, there);
        if (unit == null) {
            return Optional.empty();
        }
        long start = here.trees().getSourcePositions().getStartPosition(path.getCompilationUnit(), path.getLeaf());
        Places places = new Places(there, path.getLeaf().getKind(), start, depth(path));
        places.scan(new TreePath(unit), null);
        return Optional.ofNullable(places.found);
    }

    private static @Nullable CompilationUnitTree unit(TreePath path, Attributed here, Attributed there) {
        TreePath type = path;
        while (type.getParentPath() != null && type.getParentPath().getParentPath() != null) {
            type = type.getParentPath();
        }
        if (!(here.trees().getElement(type) instanceof TypeElement topLevel)) {
            return null;
        }
        TypeElement same = there.elements().getTypeElement(topLevel.getQualifiedName());
        TreePath found = same == null ? null : there.trees().getPath(same);
        return found == null ? null : found.getCompilationUnit();
    }

    private static int depth(@Nullable TreePath path) {
        int depth = 0;
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            depth++;
        }
        return depth;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        if (tree == null || found != null) {
            return null;
        }
        TreePath path = new TreePath(getCurrentPath(), tree);
        if (tree.getKind() == kind && depth(path) == depth && isAtStart(path)) {
            found = path;
            return null;
        }
        return super.scan(tree, null);
    }

    private boolean isAtStart(TreePath path) {
        return there.trees().getSourcePositions().getStartPosition(path.getCompilationUnit(), path.getLeaf()) == start;
    }
}
