package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates what is known before the program runs, and takes the branches that are.
 *
 * <pre>
 * if (2 &lt; 3) { y = x + 0 } else { y = g(x) }      y = x
 * n = new double[k]; m = n.length                  m = k
 * while (c) { flag = false; ... }   (flag was false)   no loop variable flag
 * </pre>
 *
 * <p>The results of the primal keep every bit, see {@link Literals} and {@link Identities}.
 */
public final class Fold {

    private final Facts facts;
    private final Identities identities;
    private final Rewriter rewriter = new Rewriter();

    /** When each value was emitted, to tell what is visible outside of a branch; nothing for what the region reads from outside. */
    private final Map<Value, Integer> emitted = new IdentityHashMap<>();

    private Fold(Region region, Policy policy) {
        facts = new Facts(Definitions.of(region));
        identities = new Identities(facts, policy);
    }

    public static Region of(Region region, Policy policy) {
        return new Fold(region, policy).region(region);
    }

    private Region region(Region region) {
        Steps out = new Steps();
        region.nodes().forEach(node -> node(node, out));
        return out.yielding(rewriter.of(region.yields()));
    }

    private void node(Node node, Steps out) {
        if (node instanceof Node.If branch) {
            branch(branch, out);
        } else if (node instanceof Node.Loop loop) {
            loop(loop, out);
        } else if (node instanceof Node.Protected guarded) {
            guarded(guarded, out);
        } else if (node instanceof Node.Op op) {
            op((Node.Op) rewriter.rewrite(op), out);
        } else if (node instanceof Node.Length length) {
            length((Node.Length) rewriter.rewrite(length), out);
        } else {
            emit(rewriter.rewrite(node), out);
        }
    }

    private void emit(Node node, Steps out) {
        facts.definitions().add(node);
        node.results().forEach(this::emitted);
        out.add(node);
    }

    private void emitted(Value value) {
        emitted.put(value, emitted.size());
    }

    private void op(Node.Op op, Steps out) {
        Optional<Object> literal = identities.literal(op);
        Optional<Value> operand = literal.isPresent() ? Optional.empty() : identities.operand(op);
        if (literal.isPresent()) {
            emit(new Node.Const(op.result(), literal.get(), op.origin()), out);
        } else if (operand.isPresent()) {
            rewriter.replace(op.result(), operand.get());
        } else {
            emit(identities.simpler(op), out);
        }
    }

    private void length(Node.Length length, Steps out) {
        Value known = lengthOf(facts.definitions().node(length.array()));
        if (known == null || known.type() != Scalar.INT) {
            emit(length, out);
        } else {
            rewriter.replace(length.result(), known);
        }
    }

    private static @Nullable Value lengthOf(@Nullable Node array) {
        if (array instanceof Node.NewArray made) {
            return made.dimensions().get(0);
        }
        return array instanceof Node.Bulk copy && copy.kind() == Node.BulkKind.COPY_OF
                ? copy.operands().get(1)
                : null;
    }

    // --- branches

    private void branch(Node.If node, Steps out) {
        Value condition = rewriter.of(node.condition());
        if (facts.is(condition, true)) {
            inline(node.then(), node.results(), out);
        } else if (facts.is(condition, false)) {
            inline(node.otherwise(), node.results(), out);
        } else {
            int before = emitted.size();
            Region then = assuming(condition, true, node.then());
            Region otherwise = assuming(condition, false, node.otherwise());
            join(new Node.If(node.results(), condition, then, otherwise, node.origin()), before, out);
        }
    }

    private void inline(Region taken, List<Value> results, Steps out) {
        taken.nodes().forEach(node -> node(node, out));
        for (int i = 0; i < results.size(); i++) {
            rewriter.replace(results.get(i), rewriter.of(taken.yields().get(i)));
        }
    }

    private Region assuming(Value condition, boolean truth, Region region) {
        int mark = facts.mark();
        facts.assume(condition, truth);
        Region folded = region(region);
        facts.forgetTo(mark);
        return folded;
    }

    /** Emits the branch without the results that do not depend on the way taken. */
    private void join(Node.If node, int before, Steps out) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < node.results().size(); i++) {
            Value result = node.results().get(i);
            Optional<Value> same = common(node, i, before);
            if (same.isPresent()) {
                rewriter.replace(result, same.get());
            } else if (!restated(node, i, out)) {
                kept.add(i);
            }
        }
        emit(
                new Node.If(
                        pick(node.results(), kept),
                        node.condition(),
                        new Region(node.then().nodes(), pick(node.then().yields(), kept)),
                        new Region(
                                node.otherwise().nodes(), pick(node.otherwise().yields(), kept)),
                        node.origin()),
                out);
    }

    /** The value, defined before the branch, that a result has on every way that does not end in a {@code throw}. */
    private Optional<Value> common(Node.If node, int index, int before) {
        Value a = node.then().yields().get(index);
        Value b = node.otherwise().yields().get(index);
        boolean thenReturns = !Steps.endsInThrow(node.then());
        boolean otherwiseReturns = !Steps.endsInThrow(node.otherwise());
        if (a == b || (thenReturns && !otherwiseReturns && isVisible(a, before))) {
            return Optional.of(a);
        }
        return otherwiseReturns && !thenReturns && isVisible(b, before) ? Optional.of(b) : Optional.empty();
    }

    private boolean isVisible(Value value, int before) {
        return emitted.getOrDefault(value, -1) < before;
    }

    /** Emits a result before the branch if it is one literal on both ways, or the condition or its opposite. */
    private boolean restated(Node.If node, int index, Steps out) {
        Value result = node.results().get(index);
        Value a = node.then().yields().get(index);
        Value b = node.otherwise().yields().get(index);
        if (facts.definitions().sameLiteral(a, b)) {
            emit(new Node.Const(result, facts.definitions().literal(a), node.origin()), out);
        } else if (facts.is(a, true) && facts.is(b, false)) {
            rewriter.replace(result, node.condition());
        } else if (facts.is(a, false) && facts.is(b, true)) {
            op(new Node.Op(result, Primitive.NOT, List.of(node.condition()), node.origin()), out);
        } else {
            return false;
        }
        return true;
    }

    /** What the body yields need not be a result if it is known outside. */
    private void guarded(Node.Protected node, Steps out) {
        int before = emitted.size();
        Region body = region(node.body());
        Region last = region(node.last());
        Node.Protected folded = new Node.Protected(
                node.results(), node.lock() == null ? null : rewriter.of(node.lock()), body, last, node.origin());
        ProtectedResults kept = new ProtectedResults(folded);
        for (int i = 0; i < node.results().size(); i++) {
            if (isVisible(folded.yielded(i), before)) {
                rewriter.replace(node.results().get(i), folded.yielded(i));
            } else {
                kept.add(i);
            }
        }
        emit(kept.node(), out);
    }

    // --- loops

    private void loop(Node.Loop node, Steps out) {
        List<Value> inits = rewriter.of(node.inits());
        List<Integer> carried = new ArrayList<>();
        for (int i = 0; i < inits.size(); i++) {
            if (i >= node.carriedFrom() && isConstant(node, i, inits.get(i))) {
                rewriter.replace(node.params().get(i), inits.get(i));
                rewriter.replace(node.results().get(i), inits.get(i));
            } else {
                carried.add(i);
                emitted(node.params().get(i));
            }
        }
        Region condition = region(node.condition());
        if (facts.is(condition.yields().get(0), false)) {
            skip(node, inits, condition, out);
        } else {
            int mark = facts.mark();
            facts.assume(condition.yields().get(0), true);
            Region body = region(node.body());
            facts.forgetTo(mark);
            emit(loop(node, inits, carried, condition, body), out);
        }
    }

    /** Whether each iteration leaves the parameter as it was on entry. */
    private boolean isConstant(Node.Loop node, int index, Value init) {
        Value next = rewriter.of(node.next(index));
        return next == node.params().get(index)
                || next == init
                || facts.definitions().sameLiteral(next, init);
    }

    /** The loop never runs: what is left is one evaluation of its condition. */
    private void skip(Node.Loop node, List<Value> inits, Region condition, Steps out) {
        for (int i = 0; i < inits.size(); i++) {
            rewriter.replace(node.params().get(i), inits.get(i));
            rewriter.replace(node.results().get(i), inits.get(i));
        }
        condition.nodes().forEach(inner -> emit(rewriter.rewrite(inner), out));
    }

    private Node.Loop loop(Node.Loop node, List<Value> inits, List<Integer> kept, Region condition, Region body) {
        List<Value> yields = new ArrayList<>();
        boolean exits = node.exits() && !facts.is(body.yields().get(0), false);
        if (exits) {
            yields.add(body.yields().get(0));
        }
        int offset = (node.exits() ? 1 : 0) - node.carriedFrom();
        kept.stream()
                .filter(i -> i >= node.carriedFrom())
                .map(i -> body.yields().get(i + offset))
                .forEach(yields::add);
        return new Node.Loop(
                pick(node.results(), kept),
                pick(inits, kept),
                pick(node.params(), kept),
                node.counter(),
                exits,
                condition,
                new Region(body.nodes(), yields),
                node.origin());
    }

    private static List<Value> pick(List<Value> values, List<Integer> indices) {
        return indices.stream().map(values::get).toList();
    }
}
