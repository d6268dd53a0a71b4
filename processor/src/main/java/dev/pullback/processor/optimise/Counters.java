package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises loops that count, so that their number of iterations is known on entry.
 *
 * <pre>
 * while (i &lt; n) { ...; i++; }       for (; i &lt; n; i++) { ... }
 * </pre>
 *
 * <p>The counter is a variable that each iteration changes by one constant and that the condition reads. A loop that leaves in the middle
 * keeps its form: there the variable is ahead of the counter.
 */
public final class Counters {

    private final Definitions definitions;

    private Counters(Region region) {
        definitions = Definitions.of(region);
    }

    public static Region of(Region region) {
        return new Counters(region).region(region);
    }

    private Region region(Region region) {
        return new Region(region.nodes().stream().map(this::node).toList(), region.yields());
    }

    private Node node(Node node) {
        if (node.regions().isEmpty()) {
            return node;
        }
        Node now = new Rewriter()
                .with(node, node.regions().stream().map(this::region).toList());
        return now instanceof Node.Loop loop && loop.counter().isEmpty() && !loop.exits() ? counted(loop) : now;
    }

    private Node counted(Node.Loop loop) {
        Set<Value> read = Collections.newSetFromMap(new IdentityHashMap<>());
        Node.all(loop.condition()).forEach(node -> read.addAll(node.operands()));
        for (int i = 0; i < loop.params().size(); i++) {
            Optional<Node.Counter> counter = read.contains(loop.params().get(i)) ? step(loop, i) : Optional.empty();
            if (counter.isPresent()) {
                return withCounter(loop, i, counter);
            }
        }
        return loop;
    }

    private Optional<Node.Counter> step(Node.Loop loop, int index) {
        Value param = loop.params().get(index);
        if (!Traits.isInteger(param) || !(definitions.node(loop.next(index)) instanceof Node.Op op)) {
            return Optional.empty();
        }
        return op.operands().size() == 2 ? step(op, param) : Optional.empty();
    }

    private Optional<Node.Counter> step(Node.Op op, Value param) {
        Value a = op.operands().get(0);
        Value b = op.operands().get(1);
        if (op.is(Primitive.ADD)) {
            return a == param ? literal(b) : b == param ? literal(a) : Optional.empty();
        }
        return op.is(Primitive.SUB) && a == param
                ? literal(b).map(counter -> new Node.Counter(-counter.step()))
                : Optional.empty();
    }

    private Optional<Node.Counter> literal(Value step) {
        return definitions.isNonZeroInteger(step) && definitions.literal(step) instanceof Number number
                ? Optional.of(new Node.Counter(number.longValue()))
                : Optional.empty();
    }

    private static Node withCounter(Node.Loop loop, int index, Optional<Node.Counter> counter) {
        List<Value> yields = new ArrayList<>(loop.body().yields());
        yields.remove(index);
        return new Node.Loop(
                first(index, loop.results()),
                first(index, loop.inits()),
                first(index, loop.params()),
                counter,
                false,
                loop.condition(),
                new Region(loop.body().nodes(), yields),
                loop.origin());
    }

    private static List<Value> first(int index, List<Value> values) {
        List<Value> reordered = new ArrayList<>(values);
        reordered.add(0, reordered.remove(index));
        return reordered;
    }
}
