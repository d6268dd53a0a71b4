package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes before a loop what is the same in each of its iterations.
 *
 * <pre>
 * for (int i = 0; i &lt; x.length; i++) {        int n = x.length;
 *   s += Math.exp(a) * x[i];                    double e = Math.exp(a);
 * }                                             for (int i = 0; i &lt; n; i++) { s += e * x[i]; }
 * </pre>
 *
 * <p>Moved are pure floating-point operations and calls that cannot throw, though the loop may run zero times, out of the body and the
 * condition, but not out of branches. What is cheap (integers, booleans, literals, casts, signs) goes along where it is needed and
 * stays otherwise: {@code x[i * n + j]} is better read in place. The length of an array, which throws if the array is null, is moved
 * only out of the condition, and only from its beginning, so that it is the first thing the loop does anyway.
 */
public final class LoopInvariants {

    private final Definitions definitions;

    /** In how many loops each value is defined; nothing for those that the region reads from outside. */
    private final Map<Value, Integer> depths = new IdentityHashMap<>();

    private int depth;

    private LoopInvariants(Region region) {
        definitions = Definitions.of(region);
    }

    public static Region of(Region region) {
        return new LoopInvariants(region).region(region);
    }

    private Region region(Region region) {
        List<Node> out = new ArrayList<>();
        region.nodes().forEach(node -> node(node, out));
        return new Region(out, region.yields());
    }

    private void node(Node node, List<Node> out) {
        Node now = node;
        if (node instanceof Node.Loop loop) {
            now = loop(loop, out);
        } else if (node instanceof Node.If branch) {
            now = new Node.If(
                    branch.results(),
                    branch.condition(),
                    region(branch.then()),
                    region(branch.otherwise()),
                    branch.origin());
        } else if (node instanceof Node.Protected guarded) {
            now = new Node.Protected(
                    guarded.results(),
                    guarded.lock(),
                    region(guarded.body()),
                    region(guarded.last()),
                    guarded.origin());
        }
        define(now.results());
        out.add(now);
    }

    private void define(List<Value> values) {
        values.forEach(value -> depths.put(value, depth));
    }

    private Node loop(Node.Loop loop, List<Node> out) {
        depth++;
        define(loop.params());
        Region condition = region(loop.condition());
        Region body = region(loop.body());
        Set<Node> moved = Collections.newSetFromMap(new IdentityHashMap<>());
        moveLeadingLengths(condition, moved);
        moveInvariants(condition, moved);
        moveInvariants(body, moved);
        depth--;
        condition.nodes().stream().filter(moved::contains).forEach(out::add);
        body.nodes().stream().filter(moved::contains).forEach(out::add);
        return new Node.Loop(
                loop.results(),
                loop.inits(),
                loop.params(),
                loop.counter(),
                loop.exits(),
                without(moved, condition),
                without(moved, body),
                loop.origin());
    }

    private static Region without(Set<Node> moved, Region region) {
        List<Node> rest =
                region.nodes().stream().filter(node -> !moved.contains(node)).toList();
        return new Region(rest, region.yields());
    }

    /** The lengths that the condition reads before anything else could throw. */
    private void moveLeadingLengths(Region condition, Set<Node> moved) {
        for (Node node : condition.nodes()) {
            if (node instanceof Node.Length length && isOuter(length.array())) {
                move(node, moved);
            } else if (!isSafe(node)) {
                return;
            }
        }
    }

    private void moveInvariants(Region region, Set<Node> moved) {
        Map<Value, Node> movable = new IdentityHashMap<>();
        for (Node node : region.nodes()) {
            if (isSafe(node) && node.operands().stream().allMatch(v -> isOuter(v) || movable.containsKey(v))) {
                node.results().forEach(result -> movable.put(result, node));
                if (isWorthMoving(node)) {
                    moveWithNeeds(node, movable, moved);
                }
            }
        }
    }

    private void moveWithNeeds(Node node, Map<Value, Node> movable, Set<Node> moved) {
        Deque<Node> pending = new ArrayDeque<>(List.of(node));
        while (!pending.isEmpty()) {
            Node next = pending.remove();
            move(next, moved);
            for (Value operand : next.operands()) {
                Node needed = isOuter(operand) ? null : movable.get(operand);
                if (needed != null) {
                    pending.add(needed);
                }
            }
        }
    }

    private void move(Node node, Set<Node> moved) {
        moved.add(node);
        node.results().forEach(value -> depths.put(value, depth - 1));
    }

    private boolean isOuter(Value value) {
        return depths.getOrDefault(value, 0) < depth;
    }

    private boolean isSafe(Node node) {
        return Traits.isPure(node) && !Traits.canThrow(node, definitions);
    }

    private static boolean isWorthMoving(Node node) {
        if (node instanceof Node.Op op) {
            return Traits.isFloating(op.result()) && !op.is(Primitive.CAST) && !op.is(Primitive.NEG);
        }
        return node instanceof Node.Invoke;
    }
}
