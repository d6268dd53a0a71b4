package dev.pullback.processor.lower;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.IntersectionType;
import org.jspecify.annotations.Nullable;

/**
 * Lowers statements, one after the other, with what comes after them at hand.
 *
 * <p>Where one branch of an {@code if} cannot complete normally, all that follows moves into the other one. Everywhere else a jump raises a
 * flag, and what follows is guarded by it. Either way each statement is lowered once.
 *
 * <pre>
 * if (c) return x;       if c { yield x }          if (a) { if (b) break; s = 1; }     (s1, broke) = if a { if b ... }
 * y = f(x);              else { y = f(x); yield y }  t = s;                              if broke { } else { t = s1 }
 * return y;
 * </pre>
 */
final class Statements {

    private final Context context;

    Statements(Context context) {
        this.context = context;
    }

    /** A single statement as something to do. */
    Rest rest(TreePath statement) {
        return new Rest((next, arriving) -> lower(statement, next, arriving), null);
    }

    /** Statements, children of {@code parent}, and what comes after them. */
    @Nullable
    Rest rest(TreePath parent, List<? extends StatementTree> statements, @Nullable Rest next) {
        Rest rest = next;
        for (int i = statements.size() - 1; i >= 0; i--) {
            rest = new Rest(rest(Context.child(parent, statements.get(i))).step(), rest);
        }
        return rest;
    }

    /**
     * Lowers all of that in the current code.
     *
     * @param arriving the jumps that lead to its end
     */
    void run(@Nullable Rest all, Set<Jump> arriving) {
        Rest rest = all;
        while (rest != null && context.code().live()) {
            if (context.code().raised().isEmpty()) {
                rest = rest.step().lower(rest.next(), arriving);
            } else {
                Rest guarded = rest;
                Branches.guarded(context, () -> run(guarded, arriving), arriving);
                rest = null;
            }
        }
        context.code().arriveAt(arriving);
    }

    private @Nullable Rest lower(TreePath path, @Nullable Rest next, Set<Jump> arriving) {
        Tree tree = path.getLeaf();
        switch (tree.getKind()) {
            case BLOCK -> {
                return rest(path, ((BlockTree) tree).getStatements(), next);
            }
            case IF -> {
                return branches(path, (IfTree) tree, next, arriving);
            }
            case LABELED_STATEMENT -> labeled(path, (LabeledStatementTree) tree, join(next, arriving));
            case SWITCH -> new Switches(context).statement(path, (SwitchTree) tree, "", join(next, arriving));
            case WHILE_LOOP, DO_WHILE_LOOP, FOR_LOOP, ENHANCED_FOR_LOOP -> new Loops(context).lower(path, "");
            case TRY -> new Guarded(context).lower(path, (TryTree) tree);
            case SYNCHRONIZED -> new Guarded(context).lower(path, (SynchronizedTree) tree);
            default -> simple(path, tree);
        }
        return next;
    }

    /** The jumps that lead to the end of a statement before {@code next}. */
    private static Set<Jump> join(@Nullable Rest next, Set<Jump> arriving) {
        return next == null ? arriving : Set.of();
    }

    /** A statement that has no others in it. */
    void simple(TreePath path, Tree tree) {
        context.startStatement(context.sources().statement(path));
        switch (tree.getKind()) {
            case VARIABLE -> variable(path, (VariableTree) tree);
            case EXPRESSION_STATEMENT ->
                new Expressions(context).discard(Context.child(path, ((ExpressionStatementTree) tree).getExpression()));
            case RETURN -> returned(path, (ReturnTree) tree);
            case YIELD -> yielded(Context.child(path, ((YieldTree) tree).getValue()));
            case BREAK -> {
                BreakTree leave = (BreakTree) tree;
                jump(
                        path,
                        context.target(
                                leave.getLabel() == null ? "" : leave.getLabel().toString(), false),
                        false);
            }
            case CONTINUE -> {
                ContinueTree again = (ContinueTree) tree;
                jump(
                        path,
                        context.target(
                                again.getLabel() == null ? "" : again.getLabel().toString(), true),
                        true);
            }
            case THROW -> {
                TreePath thrown = Context.child(path, ((ThrowTree) tree).getExpression());
                Value exception = new Expressions(context).lower(thrown);
                context.block(thrown).append(new Node.Throw(exception, context.origin(thrown)));
                context.code().thrown();
            }
            case ASSERT -> {
                // off unless somebody asks for it, and then for the user's class, not for the generated one
                if (Writes.areIn(Context.child(path, ((AssertTree) tree).getCondition()))) {
                    context.refuse(Fence.ASSERTION, path);
                }
            }
            case EMPTY_STATEMENT -> {}
            case CLASS, INTERFACE, ENUM, RECORD -> context.refuse(Fence.LOCAL_CLASS, path);
            default -> context.refuse(Fence.CONSTRUCT, path);
        }
    }

    /** The declaration of a local variable. */
    Local variable(TreePath path, VariableTree tree) {
        Element element = context.sources().element(path);
        Type type = element == null ? context.type(path) : context.type(element.asType(), path);
        if (element != null && element.asType() instanceof IntersectionType) {
            context.refuse(Fence.UNNAMEABLE_TYPE, path);
        }
        Local variable = element == null
                ? context.scope().declare(tree.getName().toString(), type)
                : context.scope().declare(element, type);
        if (tree.getInitializer() != null) {
            TreePath initializer = Context.child(path, tree.getInitializer());
            context.code().set(variable, new Expressions(context).lower(initializer, type, variable.name()));
        }
        return variable;
    }

    private void returned(TreePath path, ReturnTree tree) {
        if (tree.getExpression() != null) {
            TreePath expression = Context.child(path, tree.getExpression());
            Local result = context.result();
            context.code().set(result, new Expressions(context).lower(expression, result.type(), ""));
        }
        context.code().jump(context.returns());
    }

    private void jump(TreePath path, Jump.@Nullable Target target, boolean again) {
        Jump to = target == null ? null : again ? target.continues() : target.breaks();
        if (to == null) {
            context.refuse(Fence.CONSTRUCT, path);
        } else {
            context.code().jump(to);
        }
    }

    /** Gives its value to the switch expression around. */
    void yielded(TreePath value) {
        Jump.Yielding target = context.yieldings().peek();
        if (target != null) {
            context.code().set(target.variable(), new Expressions(context).lower(value, target.type(), ""));
            context.code().jump(target.jump());
        }
    }

    private @Nullable Rest branches(TreePath path, IfTree tree, @Nullable Rest next, Set<Jump> arriving) {
        context.startStatement(context.sources().header(path));
        TreePath then = Context.child(path, tree.getThenStatement());
        TreePath otherwise = tree.getElseStatement() == null ? null : Context.child(path, tree.getElseStatement());
        boolean thenCompletes = context.completion().isNormal(then);
        boolean otherwiseCompletes = otherwise == null || context.completion().isNormal(otherwise);
        boolean moved = thenCompletes != otherwiseCompletes;
        Set<Jump> inside = moved ? arriving : join(next, arriving);
        Rest afterThen = moved && thenCompletes ? next : null;
        Rest afterOtherwise = moved && otherwiseCompletes ? next : null;
        Value condition = new Expressions(context).condition(Context.child(path, tree.getCondition()));
        context.code().block().at(context.statement());
        Branches.of(
                context,
                condition,
                () -> run(new Rest(rest(then).step(), afterThen), inside),
                () -> run(
                        otherwise == null
                                ? afterOtherwise
                                : new Rest(rest(otherwise).step(), afterOtherwise),
                        inside));
        return moved ? null : next;
    }

    private void labeled(TreePath path, LabeledStatementTree tree, Set<Jump> arriving) {
        TreePath body = Context.child(path, tree.getStatement());
        String label = tree.getLabel().toString();
        switch (tree.getStatement().getKind()) {
            case WHILE_LOOP, DO_WHILE_LOOP, FOR_LOOP, ENHANCED_FOR_LOOP -> new Loops(context).lower(body, label);
            case SWITCH -> new Switches(context).statement(body, (SwitchTree) tree.getStatement(), label, arriving);
            default -> {
                Jump leave = Jump.of("left", label, context.scope().size());
                context.targets().push(new Jump.Target(label, false, leave, null));
                run(rest(body), with(arriving, leave));
                context.targets().pop();
            }
        }
    }

    static Set<Jump> with(Set<Jump> jumps, Jump another) {
        Set<Jump> all = new HashSet<>(jumps);
        all.add(another);
        return all;
    }
}
