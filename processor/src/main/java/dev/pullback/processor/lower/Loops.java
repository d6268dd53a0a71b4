package dev.pullback.processor.lower;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lowers {@code while}, {@code do} and {@code for}.
 *
 * <p>A condition that has effects, and that of a {@code do}, cannot be the condition of a node: it moves into the body, which carries its
 * outcome to the next check.
 *
 * <pre>
 * while (i++ &lt; n) { body }        loop (i, again = true) { yield again }
 *                                 { c = LT i, n; i2 = ADD i, 1; if c { body }; yield i2, c }
 * </pre>
 */
final class Loops {

    private final Context context;
    private final Statements statements;

    Loops(Context context) {
        this.context = context;
        this.statements = new Statements(context);
    }

    /** @param label empty for none */
    void lower(TreePath path, String label) {
        int inScope = context.scope().size();
        Tree tree = path.getLeaf();
        Origin header = context.sources().header(path);
        context.startStatement(header);
        if (tree instanceof WhileLoopTree loop) {
            Shape shape = new Shape(
                    path,
                    label,
                    header,
                    Context.child(path, loop.getCondition()),
                    Context.child(path, loop.getStatement()),
                    List.of());
            checkedFirst(shape, Optional.empty());
        } else if (tree instanceof ForLoopTree loop) {
            counting(path, loop, label, header);
        } else if (tree instanceof DoWhileLoopTree loop) {
            checkedLast(path, loop, label, header);
        } else {
            new ForEach(context).lower(path, (EnhancedForLoopTree) tree, label, header);
        }
        context.scope().leaveTo(inScope);
    }

    /** A loop whose condition is checked first; without a condition it is endless. */
    private record Shape(
            TreePath path,
            String label,
            Origin header,
            @Nullable TreePath condition,
            TreePath body,
            List<TreePath> updates) {}

    private void counting(TreePath path, ForLoopTree loop, String label, Origin header) {
        for (StatementTree initializer : loop.getInitializer()) {
            statements.simple(Context.child(path, initializer), initializer);
        }
        context.startStatement(header);
        TreePath condition = loop.getCondition() == null ? null : Context.child(path, loop.getCondition());
        // a counter also advances after the check that ends the loop, if that is part of the body
        Optional<Counters.Found> counter = condition == null || Conditions.arePure(context, condition)
                ? Counters.find(context, path, loop)
                : Optional.empty();
        List<TreePath> updates = new ArrayList<>();
        for (ExpressionStatementTree update : loop.getUpdate()) {
            if (counter.isEmpty() || counter.get().update() != update) {
                updates.add(Context.child(path, update));
            }
        }
        checkedFirst(
                new Shape(path, label, header, condition, Context.child(path, loop.getStatement()), updates), counter);
    }

    private void checkedFirst(Shape shape, Optional<Counters.Found> counter) {
        List<TreePath> written = new ArrayList<>(shape.updates());
        written.add(shape.body());
        TreePath condition = shape.condition();
        LoopBuilder loop = new LoopBuilder(context, shape.header(), shape.label());
        counter.ifPresent(found -> loop.count(found.variable(), found.step()));
        if (condition == null || Constants.isTrue(context.sources(), condition)) {
            loop.carry(Writes.in(context, written));
            loop.build(null, () -> iteration(shape, loop));
        } else if (Conditions.arePure(context, condition)) {
            loop.carry(Writes.in(context, written));
            loop.build(() -> new Expressions(context).condition(condition), () -> iteration(shape, loop));
        } else {
            written.add(condition);
            List<Local> carried = new ArrayList<>(Writes.in(context, written));
            Local again = again(carried);
            loop.carry(carried);
            loop.build(() -> context.read(again), () -> {
                Value checked = new Expressions(context).condition(condition);
                context.code().set(again, checked);
                Branches.of(context, checked, () -> iteration(shape, loop), () -> {});
            });
        }
    }

    private Local again(List<Local> carried) {
        Local again = context.scope().declare("again", Scalar.BOOLEAN);
        context.code().set(again, context.code().block().constant(true));
        carried.add(again);
        return again;
    }

    private void iteration(Shape shape, LoopBuilder loop) {
        statements.run(statements.rest(shape.body()), Set.of(loop.continues()));
        Rest updates = null;
        for (int i = shape.updates().size() - 1; i >= 0; i--) {
            TreePath update = shape.updates().get(i);
            updates = new Rest(
                    Rest.of(() -> statements.simple(update, update.getLeaf())).step(), updates);
        }
        statements.run(updates, Set.of());
    }

    private void checkedLast(TreePath path, DoWhileLoopTree tree, String label, Origin header) {
        TreePath condition = Context.child(path, tree.getCondition());
        TreePath body = Context.child(path, tree.getStatement());
        LoopBuilder loop = new LoopBuilder(context, header, label);
        if (Constants.isTrue(context.sources(), condition)) {
            loop.carry(Writes.in(context, List.of(body)));
            loop.build(null, () -> statements.run(statements.rest(body), Set.of(loop.continues())));
            return;
        }
        List<Local> carried = new ArrayList<>(Writes.in(context, List.of(body, condition)));
        Local again = again(carried);
        loop.carry(carried);
        Rest check = Rest.of(() -> {
            context.startStatement(header);
            context.code().set(again, new Expressions(context).condition(condition));
        });
        loop.build(() -> context.read(again), () -> {
            statements.run(statements.rest(body), Set.of(loop.continues()));
            statements.run(check, Set.of());
        });
    }
}
