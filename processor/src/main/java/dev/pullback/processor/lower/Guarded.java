package dev.pullback.processor.lower;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.pullback.processor.ir.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Lowers {@code try} with {@code finally}, and {@code synchronized}. Jumps out of the block become flags, as they do elsewhere, so the block has
 * one end, and what is to be done there is written once.
 *
 * <pre>
 * lock.lock();                          opaque `$.lock()`
 * try { if (c) return x; s = y; }       returned, r, s = protected { ... yield returned, r, s }
 * finally { lock.unlock(); }                             { opaque `$.unlock()` }
 * </pre>
 */
final class Guarded {

    private final Context context;
    private final Statements statements;

    Guarded(Context context) {
        this.context = context;
        this.statements = new Statements(context);
    }

    void lower(TreePath path, TryTree tree) {
        context.startStatement(context.sources().header(path));
        if (!tree.getResources().isEmpty()) {
            context.refuse(Fence.RESOURCES, path);
        }
        TreePath block = Context.child(path, tree.getBlock());
        BlockTree last = tree.getFinallyBlock();
        if (last == null) {
            run(block);
            refuseCatches(path, tree);
            return;
        }
        TreePath lastPath = Context.child(path, last);
        Set<Local> assigned = new HashSet<>(Writes.in(context, List.of(block)));
        Code end = Branches.guarded(context, null, () -> run(block), () -> {
            refuseCatches(path, tree);
            refuseReads(lastPath, assigned);
            run(lastPath);
        });
        if (!end.live() || !end.raised().isEmpty()) {
            context.refuse(Fence.JUMP_IN_FINALLY, lastPath);
        }
    }

    void lower(TreePath path, SynchronizedTree tree) {
        context.startStatement(context.sources().header(path));
        Value lock = new Expressions(context).lower(Context.child(path, tree.getExpression()));
        context.code().block().at(context.statement());
        Branches.guarded(context, lock, () -> run(Context.child(path, tree.getBlock())), () -> {});
    }

    private void run(TreePath block) {
        statements.run(statements.rest(block), Set.of());
    }

    private void refuseCatches(TreePath path, TryTree tree) {
        for (CatchTree clause : tree.getCatches()) {
            TreePath clausePath = Context.child(path, clause);
            context.startStatement(context.sources().statement(clausePath));
            context.refuse(Fence.CATCH, clausePath);
        }
    }

    /** What the block has assigned when it is left in the middle is not known. */
    private void refuseReads(TreePath last, Set<Local> assigned) {
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
                Element element = context.sources().element(getCurrentPath());
                Local variable = element == null ? null : context.scope().find(element);
                if (variable != null && assigned.contains(variable)) {
                    context.refuse(Fence.READ_IN_FINALLY, getCurrentPath());
                }
                return null;
            }
        }.scan(last, null);
    }
}
