package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.rules.Rules;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Maxima and minima that a loop keeps in a variable, {@code m = Math.max(m, x[i])}. At a tie the variable stays what it was, as if an
 * {@code if} had been written: the element that set it has the whole derivative.
 */
public final class RunningExtremes {

    private final Map<Value, Node> definitions = new IdentityHashMap<>();
    private final Map<Node.Op, Node.Op> running = new IdentityHashMap<>();

    private RunningExtremes() {}

    public static RunningExtremes of(Region region) {
        RunningExtremes extremes = new RunningExtremes();
        List<Node> all = Node.all(region);
        all.forEach(node -> node.results().forEach(result -> extremes.definitions.put(result, node)));
        for (Node node : all) {
            if (node instanceof Node.Loop loop) {
                for (int k = loop.carriedFrom(); k < loop.params().size(); k++) {
                    extremes.variable(loop.params().get(k), loop.next(k));
                }
            }
        }
        return extremes;
    }

    /** The operation as the rule table is to see it: itself, or one that keeps its first operand at a tie. */
    public Node.Op seen(Node.Op op) {
        return running.getOrDefault(op, op);
    }

    private void variable(Value variable, Value next) {
        Map<Node.Op, Node.Op> steps = new IdentityHashMap<>();
        Set<Value> others = Collections.newSetFromMap(new IdentityHashMap<>());
        if (comesFrom(next, variable, steps, others)) {
            running.putAll(steps);
        }
    }

    /**
     * Whether a value is the variable as it was, or an extreme of that and others, whichever way was taken.
     *
     * @param steps the extremes on the way
     * @param others values of which the answer is no
     */
    private boolean comesFrom(Value value, Value variable, Map<Node.Op, Node.Op> steps, Set<Value> others) {
        if (value == variable) {
            return true;
        } else if (others.contains(value)) {
            return false;
        }
        Node node = definitions.get(value);
        boolean found = false;
        if (node instanceof Node.If branch) {
            int k = branch.results().indexOf(value);
            found = comesFrom(branch.then().yields().get(k), variable, steps, others)
                    && comesFrom(branch.otherwise().yields().get(k), variable, steps, others);
        } else if (node instanceof Node.Op op && isExtreme(op)) {
            for (int i = 0; i < 2 && !found; i++) {
                found = comesFrom(op.operands().get(i), variable, steps, others);
                if (found) {
                    List<Value> kept =
                            List.of(op.operands().get(i), op.operands().get(1 - i));
                    steps.put(op, new Node.Op(op.result(), Rules.keepingAtTies(op), kept, op.origin()));
                }
            }
        }
        if (!found) {
            others.add(value);
        }
        return found;
    }

    private static boolean isExtreme(Node.Op op) {
        return op.operator() instanceof Intrinsic function
                && function.isMath()
                && op.operands().size() == 2
                && (function.name().equals("max") || function.name().equals("min"));
    }
}
