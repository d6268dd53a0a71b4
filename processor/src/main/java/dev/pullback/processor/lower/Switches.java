package dev.pullback.processor.lower;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lowers both kinds of switch into a chain of {@code If}s. Groups that fall into each other form a run, which is one link of the chain; within
 * it each group is guarded by "entered here or further up".
 *
 * <pre>
 * switch (k) {                       if k == 1 | k == 2 {
 *   case 1: a();                       if k == 1 { a() }
 *   case 2: b(); break;                b()
 *   default: c();                    } else { c() }
 * }
 * </pre>
 *
 * <p>A switch expression over an enum without a default takes its last case for the rest: other constants than those that were known to the
 * compiler are not expected.
 */
final class Switches {

    private final Context context;
    private final Statements statements;

    Switches(Context context) {
        this.context = context;
        this.statements = new Statements(context);
    }

    /** Labels that lead to the same place, and what is done there. */
    private record Group(
            List<TreePath> labels,
            boolean isDefault,
            @Nullable Rest body,
            boolean falls) {}

    /** Groups of which each but the last can fall into the next. */
    private record Run(List<Group> groups) {
        boolean hasDefault() {
            return groups.stream().anyMatch(Group::isDefault);
        }
    }

    /** In the tree API a pattern looks like a default, but for how it prints. */
    static boolean isDefault(CaseTree tree) {
        return tree.getExpressions().isEmpty() && tree.toString().stripLeading().startsWith("default");
    }

    void statement(TreePath path, SwitchTree tree, String label, Set<Jump> arriving) {
        context.startStatement(context.sources().header(path));
        int inScope = context.scope().size();
        Jump leave = Jump.of("left", label, inScope);
        context.targets().push(new Jump.Target(label, true, leave, null));
        lower(
                path,
                Context.child(path, tree.getExpression()),
                tree.getCases(),
                Statements.with(arriving, leave),
                false);
        context.targets().pop();
        context.code().arriveAt(Set.of(leave));
        context.scope().leaveTo(inScope);
    }

    Value expression(TreePath path, SwitchExpressionTree tree) {
        Origin statement = context.statement();
        int inScope = context.scope().size();
        Type type = context.type(path);
        Local variable = context.scope().declare("", type);
        Jump end = new Jump("yielded", context.scope().size());
        context.yieldings().push(new Jump.Yielding(end, variable, type));
        lower(path, Context.child(path, tree.getExpression()), tree.getCases(), Set.of(end), true);
        context.yieldings().pop();
        context.code().arriveAt(Set.of(end));
        Value value = context.read(variable);
        context.scope().leaveTo(inScope);
        context.startStatement(statement);
        return value;
    }

    private void lower(
            TreePath path, TreePath selected, List<? extends CaseTree> cases, Set<Jump> arriving, boolean exhaustive) {
        Value selector = new Expressions(context).lower(selected);
        Scalar primitive = Conversions.unboxed(selector.type());
        if (primitive != null) {
            selector = new Conversions(context).convert(selector, primitive, selected);
            selector = new Conversions(context).number(selector, Scalar.INT, selected);
        } else {
            notNull(selector, selected);
        }
        List<Run> runs = runs(groups(path, cases));
        chain(selector, runs, exhaustive, arriving, path);
    }

    /** A switch over a reference fails on null before anything else. */
    private void notNull(Value selector, TreePath at) {
        context.block(at)
                .append(new Node.Opaque(
                        null,
                        List.of("java.util.Objects.requireNonNull(", ")"),
                        List.of(selector),
                        context.origin(at)));
    }

    // --- structure

    private List<Group> groups(TreePath path, List<? extends CaseTree> cases) {
        List<Group> groups = new ArrayList<>();
        List<TreePath> labels = new ArrayList<>();
        boolean isDefault = false;
        for (int i = 0; i < cases.size(); i++) {
            CaseTree one = cases.get(i);
            TreePath at = Context.child(path, one);
            labels(at, one, labels);
            isDefault |= isDefault(one);
            boolean last = i == cases.size() - 1;
            if (one.getCaseKind() == CaseTree.CaseKind.RULE) {
                groups.add(new Group(List.copyOf(labels), isDefault, rule(Context.child(at, one.getBody())), false));
            } else if (!one.getStatements().isEmpty() || last) {
                List<? extends StatementTree> body = one.getStatements();
                boolean falls = !last && context.completion().isNormal(at, body);
                groups.add(new Group(List.copyOf(labels), isDefault, statements.rest(at, body, null), falls));
            } else {
                continue;
            }
            labels.clear();
            isDefault = false;
        }
        return groups;
    }

    private void labels(TreePath at, CaseTree tree, List<TreePath> into) {
        boolean known = !tree.getExpressions().isEmpty() || isDefault(tree);
        for (ExpressionTree label : tree.getExpressions()) {
            known &= label.getKind() != Tree.Kind.NULL_LITERAL;
            into.add(Context.child(at, label));
        }
        if (!known) {
            context.refuse(Fence.PATTERN_SWITCH, at);
        }
    }

    private Rest rule(TreePath body) {
        if (body.getLeaf() instanceof ExpressionTree) {
            return Rest.of(() -> {
                context.startStatement(context.sources().statement(body));
                statements.yielded(body);
            });
        }
        return statements.rest(body);
    }

    /** The run with the default goes last: the tests exclude each other, so their order does not matter. */
    private static List<Run> runs(List<Group> groups) {
        List<Run> runs = new ArrayList<>();
        List<Group> current = new ArrayList<>();
        Run fallback = null;
        for (Group group : groups) {
            current.add(group);
            if (!group.falls()) {
                Run run = new Run(List.copyOf(current));
                current.clear();
                if (run.hasDefault()) {
                    fallback = run;
                } else {
                    runs.add(run);
                }
            }
        }
        if (fallback != null) {
            runs.add(fallback);
        }
        return runs;
    }

    // --- code

    private void chain(Value selector, List<Run> runs, boolean exhaustive, Set<Jump> arriving, TreePath at) {
        if (runs.isEmpty()) {
            return;
        }
        Run run = runs.get(0);
        List<Run> others = runs.subList(1, runs.size());
        Origin header = context.statement();
        boolean certain = run.hasDefault() || (exhaustive && others.isEmpty());
        List<Value> entries = entries(selector, run, certain, at);
        if (certain) {
            execute(run, entries, arriving);
            return;
        }
        Value selected = any(entries, at);
        Branches.of(context, selected, () -> execute(run, entries, arriving), () -> {
            context.startStatement(header);
            chain(selector, others, exhaustive, arriving, at);
        });
    }

    /** For each group of the run, but the last where that is not asked, whether the selector leads there. */
    private List<Value> entries(Value selector, Run run, boolean certain, TreePath at) {
        int count = run.groups().size();
        List<@Nullable Value> tests = new ArrayList<>();
        List<Value> known = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Group group = run.groups().get(i);
            boolean needed = !group.isDefault() && !(certain && count == 1);
            Value test = needed ? matches(selector, group.labels(), at) : null;
            tests.add(test);
            if (test != null) {
                known.add(test);
            }
        }
        List<Value> entries = new ArrayList<>();
        for (Value test : tests) {
            if (test != null) {
                entries.add(test);
            } else if (count > 1) {
                entries.add(context.block(at).op(Primitive.NOT, any(known, at)));
            }
        }
        return entries;
    }

    private Value any(List<Value> tests, TreePath at) {
        Value any = null;
        for (Value test : tests) {
            any = any == null ? test : context.block(at).op(Primitive.OR, any, test);
        }
        return any == null ? context.block(at).constant(false) : any;
    }

    private Value matches(Value selector, List<TreePath> labels, TreePath at) {
        List<Value> tests = new ArrayList<>();
        for (TreePath label : labels) {
            tests.add(matches(selector, label));
        }
        return any(tests, at);
    }

    private Value matches(Value selector, TreePath label) {
        Value constant = new Expressions(context).lower(label);
        Block block = context.block(label);
        if (selector.type() instanceof Scalar scalar) {
            return block.op(Primitive.EQ, selector, new Conversions(context).number(constant, scalar, label));
        } else if (!selector.type().equals(ObjectType.STRING)) {
            return block.op(Primitive.EQ, selector, constant);
        }
        Value result = new Value(Scalar.BOOLEAN, "");
        PassiveText text =
                new PassiveText(context).value(selector).text(".equals(").value(constant);
        block.append(text.text(")").node(result, label));
        return result;
    }

    /** What is executed once the selector has led into the run. */
    private void execute(Run run, List<Value> entries, Set<Jump> arriving) {
        Rest rest = null;
        for (int i = run.groups().size() - 1; i >= 0; i--) {
            rest = new Rest(group(run, i, entries), rest);
        }
        statements.run(rest, arriving);
    }

    /** Whoever gets to the last group of a run in the normal way has entered it. */
    private Rest.Step group(Run run, int index, List<Value> entries) {
        Rest body = run.groups().get(index).body();
        boolean last = index == run.groups().size() - 1;
        return (next, arriving) -> {
            Set<Jump> inside = next == null ? arriving : Set.of();
            if (last) {
                statements.run(body, inside);
            } else {
                Value entered = entries.get(0);
                for (int i = 1; i <= index; i++) {
                    entered = context.code().block().op(Primitive.OR, entered, entries.get(i));
                }
                Branches.of(context, entered, () -> statements.run(body, inside), () -> {});
            }
            return next;
        };
    }
}
