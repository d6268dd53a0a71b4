package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Nesting;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns regions into steps: which nodes stand by themselves, how loops and branches are written, where the method ends.
 *
 * <pre>
 * ex, r = If(c) { yield true, s } else { yield false, 0 }       if (c) {
 * yield ex, r                                                     r = s;
 *                                                                 break;
 *                                                               }
 * </pre>
 */
final class Planner {

    /** What is written as one expression at the end of a region, and not as two ends, is at most so wide. */
    private static final int SHORT = 60;

    /** Where branches that end an iteration are nested deeper, the shorter ones end with {@code continue}. */
    private static final int DEEPEST = 8;

    /** The steps of a method, what is folded into them, and the values that need a variable of their own. */
    record Plan(List<Step> steps, Trees trees, Set<Value> pinned) {}

    private final Body body;
    private final Trees trees;
    private final Folding folding;
    private final Nesting nesting = new Nesting();
    private final Set<Value> pinned = Anywhere.identitySet();

    private Planner(Body body) {
        this.body = body;
        Trees anywhere = Anywhere.of(body);
        this.folding = new Folding(body, anywhere);
        this.trees = new Trees();
        trees.addAll(anywhere);
    }

    static Plan of(Body body) {
        Planner planner = new Planner(body);
        List<Step> steps = planner.plan(body.region(), new End.Method());
        return new Plan(steps, planner.trees, planner.pinned);
    }

    private List<Step> plan(Region original, End end) {
        Region region = arranged(original, end);
        Node.If tail = tail(region, end);
        Optional<End.Escape> escape = escape(region, tail, end);
        List<Value> last = tail == null ? end.readAtOnce(region.yields()) : List.of();
        Folding.Folded folded = folding.statements(region, last, tail);
        trees.addAll(folded.trees());
        List<Step> steps = new ArrayList<>();
        for (Folding.Root root : folded.roots()) {
            if (Step.endAbruptly(steps)) {
                return steps;
            }
            if (root.node instanceof Node.If branch) {
                if (branch == tail) {
                    if (escape.isPresent()) {
                        steps.addAll(plan(branch.otherwise(), through(end, region, branch, false)));
                    } else {
                        End then = through(end, region, branch, true);
                        branch(branch, then, through(end, region, branch, false), steps);
                    }
                } else if (root.isExpression()) {
                    steps.add(new Step.Evaluate(branch, root.isOptional()));
                } else {
                    End assign = new End.Assign(branch.results());
                    branch(branch, assign, assign, steps);
                }
            } else if (root.node instanceof Node.Protected guarded) {
                List<Step> inside = plan(guarded.body(), new End.Assign(guarded.bodyResults()));
                List<Step> afterwards = plan(guarded.last(), new End.Assign(guarded.lastResults()));
                steps.add(new Step.Protect(guarded, inside, afterwards));
            } else if (root.node instanceof Node.Loop loop) {
                loop(loop, escape.filter(way -> way.loop() == loop), steps);
            } else if (root.node != null) {
                steps.add(evaluate(root.node, root.isOptional(), steps));
            }
        }
        if (tail == null && !Step.endAbruptly(steps)) {
            end.append(region.yields(), trees, steps);
        }
        return steps;
    }

    // --- ends of regions

    /** In the order in which it is written best. */
    private Region arranged(Region region, End end) {
        Region sunk = Arrangement.sunk(region, body);
        Region now = Arrangement.withIfLast(sunk, body);
        return tail(now, end) == null ? sunk : now;
    }

    /** The end of a branch of the If that the region ends with; there it is known what the condition is. */
    private End.Through through(End end, Region region, Node.If tail, boolean condition) {
        List<Value> yields = End.replaced(
                region.yields(),
                List.of(tail.condition()),
                List.of(body.known(condition).result()));
        return new End.Through(end, yields, tail.results());
    }

    /** The If at the end of the region whose branches end as the region does, or null. */
    private Node.@Nullable If tail(Region region, End end) {
        if (!(last(region.nodes()) instanceof Node.If branch)
                || !end.goesInto(branch, region.yields()) && !continues(branch, end)) {
            return null;
        }
        Folding.Folded expression = folding.expression(branch);
        return expression != null && expression.width() <= SHORT ? null : branch;
    }

    private boolean continues(Node.If branch, End end) {
        return end.repeats() && nesting.depth(branch) > DEEPEST;
    }

    private static @Nullable Node last(List<Node> nodes) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (!(nodes.get(i) instanceof Node.Const)) {
                return nodes.get(i);
            }
        }
        return null;
    }

    /** What the region ends with for each way to get to its end. */
    private List<List<Value>> endings(Region original, End end) {
        Region region = arranged(original, end);
        Node.If tail = tail(region, end);
        if (tail == null) {
            return List.of(region.yields());
        }
        List<List<Value>> all = new ArrayList<>();
        for (boolean condition : new boolean[] {true, false}) {
            End.Through inside = through(end, region, tail, condition);
            for (List<Value> yields : endings(condition ? tail.then() : tail.otherwise(), inside)) {
                all.add(End.replaced(inside.outerYields(), tail.results(), yields));
            }
        }
        return all;
    }

    /** Recognises a loop with {@code if (returned) return x;} behind it, at the end of the region. */
    private Optional<End.Escape> escape(Region region, Node.@Nullable If tail, End end) {
        if (tail == null || tail.then().nodes().stream().anyMatch(node -> !(node instanceof Node.Const))) {
            return Optional.empty();
        }
        Node before = last(region.nodes().subList(0, region.nodes().indexOf(tail)));
        if (!(before instanceof Node.Loop loop)
                || !loop.exits()
                || !loop.results().contains(tail.condition())
                || body.uses(tail.condition()) != 1 + Collections.frequency(region.yields(), tail.condition())) {
            return Optional.empty();
        }
        int flag = loop.results().indexOf(tail.condition());
        End.Escape escape = new End.Escape(loop, tail, flag, end, region.yields());
        return flag >= loop.carriedFrom() && alwaysEscapes(escape) ? Optional.of(escape) : Optional.empty();
    }

    private boolean alwaysEscapes(End.Escape escape) {
        Node.Loop loop = escape.loop();
        Value param = loop.params().get(escape.flag());
        End.Iteration end = new End.Iteration(body, loop, doWhile(loop), Set.of(), Optional.of(escape));
        return Boolean.FALSE.equals(body.literal(loop.inits().get(escape.flag())))
                && endings(loop.body(), end).stream().allMatch(yields -> {
                    Value next = end.results(yields).get(escape.flag());
                    return next == param
                            || Boolean.FALSE.equals(body.literal(next))
                            || end.finish(yields).isPresent();
                });
    }

    // --- branches

    private void branch(Node.If node, End thenEnd, End otherwiseEnd, List<Step> steps) {
        if (body.literal(node.condition()) instanceof Boolean taken) {
            steps.addAll(taken ? plan(node.then(), thenEnd) : plan(node.otherwise(), otherwiseEnd));
            return;
        }
        List<Step> then = plan(node.then(), thenEnd);
        List<Step> otherwise = plan(node.otherwise(), otherwiseEnd);
        if (continues(node, thenEnd) && !Step.endAbruptly(then) && !Step.endAbruptly(otherwise)) {
            (nesting.deeper(node) == 0 ? otherwise : then).add(new Step.Again());
        }
        if (Step.endAbruptly(then)) {
            steps.add(new Step.Branch(node.condition(), then, List.of(), node.origin()));
            steps.addAll(otherwise);
        } else if (Step.endAbruptly(otherwise)) {
            steps.add(new Step.Branch(node.condition(), List.of(), otherwise, node.origin()));
            steps.addAll(then);
        } else {
            steps.add(new Step.Branch(node.condition(), then, otherwise, node.origin()));
        }
    }

    // --- loops

    private void loop(Node.Loop loop, Optional<End.Escape> escape, List<Step> steps) {
        Folding.Folded condition = folding.expression(loop.condition());
        Object known = condition == null
                ? null
                : body.literal(loop.condition().yields().get(0));
        if (Boolean.FALSE.equals(known)) {
            steps.add(new Step.Move(loop.results(), loop.inits()));
            return;
        }
        Optional<Value> test = doWhile(loop);
        End.Iteration end = new End.Iteration(body, loop, test, steady(loop, test), escape);
        steps.add(move(loop.params(), loop.inits(), loop.carriedFrom(), test));
        List<Step> inside = new ArrayList<>();
        if (condition == null) {
            inside.addAll(plan(loop.condition(), new End.Condition(body)));
        } else {
            trees.addAll(condition.trees());
        }
        if (!Step.endAbruptly(inside)) {
            inside.addAll(plan(loop.body(), end));
        }
        steps.add(new Step.Repeat(loop, header(loop, test), condition(loop, condition, test, end), inside));
        if (!Step.endAbruptly(steps)) {
            steps.add(move(loop.results(), loop.params(), 0, test));
        }
    }

    private static Step.Move move(List<Value> targets, List<Value> sources, int from, Optional<Value> test) {
        List<Value> moved = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (int i = from; i < targets.size(); i++) {
            if (test.isEmpty() || targets.get(i) != test.get() && sources.get(i) != test.get()) {
                moved.add(targets.get(i));
                values.add(sources.get(i));
            }
        }
        return new Step.Move(moved, values);
    }

    private static Step.Header header(Node.Loop loop, Optional<Value> test) {
        if (test.isPresent()) {
            return Step.Header.DO;
        }
        return loop.counter().isPresent() ? Step.Header.FOR : Step.Header.WHILE;
    }

    /** What is written in the header, or null. */
    private @Nullable Value condition(
            Node.Loop loop, Folding.@Nullable Folded expression, Optional<Value> test, End.Iteration end) {
        if (expression == null) {
            return null;
        }
        Value condition =
                test.isPresent() ? end.tested(trees) : loop.condition().yields().get(0);
        return Boolean.TRUE.equals(body.literal(condition)) ? null : condition;
    }

    /** The parameter that is nothing but the condition of a {@code do … while} loop. */
    private Optional<Value> doWhile(Node.Loop loop) {
        Value again = loop.condition().yields().get(0);
        int index = loop.params().indexOf(again);
        boolean matches = loop.counter().isEmpty()
                && loop.condition().nodes().isEmpty()
                && index >= 0
                && body.uses(again) == 1
                && body.uses(loop.results().get(index)) == 0
                && Boolean.TRUE.equals(body.literal(loop.inits().get(index)));
        return matches ? Optional.of(again) : Optional.empty();
    }

    /** Indices of parameters that only an iteration which leaves the loop changes: flags, mostly. */
    private Set<Integer> steady(Node.Loop loop, Optional<Value> test) {
        Set<Integer> steady = new LinkedHashSet<>();
        if (!loop.exits()) {
            return steady;
        }
        End.Iteration end = new End.Iteration(body, loop, test, Set.of(), Optional.empty());
        List<List<Value>> endings = endings(loop.body(), end);
        for (int i = loop.carriedFrom(); i < loop.params().size(); i++) {
            int index = i;
            Value param = loop.params().get(i);
            Object init = body.literal(loop.inits().get(i));
            boolean same = init != null
                    && endings.stream()
                            .filter(yields -> !Boolean.TRUE.equals(body.literal(yields.get(0))))
                            .map(yields -> end.results(yields).get(index))
                            .allMatch(next -> next == param || init.equals(body.literal(next)));
            if (same) {
                steady.add(i);
            }
        }
        return steady;
    }

    // --- nodes without regions

    /** Lambdas can only read variables that are assigned once. */
    private Step evaluate(Node node, boolean optional, List<Step> steps) {
        if (!(node instanceof Node.Opaque opaque) || !Body.mayCapture(opaque)) {
            return new Step.Evaluate(node, optional);
        }
        Rewriter rewriter = new Rewriter();
        for (Value operand : new LinkedHashSet<>(opaque.operands())) {
            Node definition = body.definition(operand);
            boolean changes = definition == null || !definition.regions().isEmpty() || trees.isInline(operand);
            if (!changes || body.isBound(operand)) {
                pinned.add(operand);
            } else if (!body.isLiteral(operand)) {
                Value copy = operand.fresh();
                pinned.add(copy);
                rewriter.replace(operand, copy);
                steps.add(new Step.Move(List.of(copy), List.of(operand)));
            }
        }
        return new Step.Evaluate(rewriter.rewrite(opaque), optional);
    }

    static Origin origin(Step step) {
        if (step instanceof Step.Evaluate evaluate) {
            return evaluate.node.origin();
        } else if (step instanceof Step.Branch branch) {
            return branch.origin;
        } else if (step instanceof Step.Protect guarded) {
            return guarded.node.origin();
        }
        return step instanceof Step.Repeat repeat ? repeat.loop.origin() : Origin.NONE;
    }
}
