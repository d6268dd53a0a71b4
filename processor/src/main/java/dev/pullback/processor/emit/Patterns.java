package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several nodes of a region that Java says in one:
 *
 * <pre>
 * v = a[i]; w = v + e; a[i] = w          a[i] += e
 * a = new double[2]; a[0] = x; a[1] = y  a = new double[] {x, y}
 * </pre>
 */
final class Patterns {

    private static final int MOST_ELEMENTS = 64;

    private final Body body;
    private final Region region;
    private final Map<Value, Integer> spared = new IdentityHashMap<>();
    private final Map<Node, Trees.Accumulation> accumulations = new IdentityHashMap<>();
    private final Map<Node, Node.NewArray> closing = new IdentityHashMap<>();
    private final Map<Node, List<Value>> initialisers = new IdentityHashMap<>();
    private final Set<Node> absorbed = Collections.newSetFromMap(new IdentityHashMap<>());

    private Patterns(Body body, Region region) {
        this.body = body;
        this.region = region;
    }

    /**
     * @param plain stores that are to stay stores
     * @param tail an If at the end of the region, each of whose branches knows what the region yields in place of its condition
     */
    static Patterns of(Body body, Region region, Set<Node> plain, Node.@Nullable If tail) {
        Patterns patterns = new Patterns(body, region);
        if (tail != null) {
            patterns.spare(tail.condition(), Collections.frequency(region.yields(), tail.condition()));
        }
        patterns.findInitialisers();
        Map<Value, Node> local = new LinkedHashMap<>();
        for (Node node : region.nodes()) {
            node.results().forEach(result -> local.put(result, node));
            if (node instanceof Node.Store store && !plain.contains(store)) {
                patterns.accumulation(store, local);
            }
        }
        return patterns;
    }

    /** How often the value is read in the text. */
    int uses(Value value) {
        return body.uses(value) - spared.getOrDefault(value, 0);
    }

    /** Whether the node is a part of a pattern that is written elsewhere. */
    boolean isAbsorbed(Node node) {
        return absorbed.contains(node);
    }

    Map<Node, Trees.Accumulation> accumulations() {
        return accumulations;
    }

    /** The array that is complete with this store, or the node itself. */
    Node closed(Node store) {
        Node.NewArray array = closing.get(store);
        return array == null ? store : array;
    }

    Map<Node, List<Value>> initialisers() {
        return initialisers;
    }

    private void spare(Value value, int uses) {
        spared.merge(value, uses, Integer::sum);
    }

    // --- a[i] += e

    private void accumulation(Node.Store store, Map<Value, Node> local) {
        if (absorbed.contains(store)
                || closing.containsKey(store)
                || !(local.get(store.value()) instanceof Node.Op op)
                || !isTemporary(op.result())) {
            return;
        }
        boolean sum = op.is(Primitive.ADD) || op.is(Primitive.MUL);
        if (!sum && !op.is(Primitive.SUB) && !op.is(Primitive.DIV)) {
            return;
        }
        Value left = op.operands().get(0);
        Value right = op.operands().get(1);
        if (isElement(left, store, local)) {
            accumulation(store, op, left, right);
        } else if (sum && isElement(right, store, local)) {
            accumulation(store, op, right, left);
        }
    }

    private void accumulation(Node.Store store, Node.Op op, Value load, Value operand) {
        accumulations.put(store, new Trees.Accumulation((Primitive) op.operator(), load, operand));
        absorbed.add(op);
        spare(store.array(), 1);
        spare(store.index(), 1);
    }

    private boolean isElement(Value value, Node.Store store, Map<Value, Node> local) {
        return local.get(value) instanceof Node.Load load
                && isTemporary(value)
                && load.array() == store.array()
                && load.index() == store.index();
    }

    private boolean isTemporary(Value value) {
        return value.name().isEmpty() && body.uses(value) == 1 && !body.isCaptured(value);
    }

    // --- new double[] {x, y}

    private void findInitialisers() {
        List<Node> nodes = region.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Node.NewArray array
                    && array.dimensions().size() == 1
                    && body.literal(array.dimensions().get(0)) instanceof Integer length
                    && length > 0
                    && length <= MOST_ELEMENTS) {
                initialiser(array, length, nodes.subList(i + 1, nodes.size()));
            }
        }
    }

    private void initialiser(Node.NewArray array, int length, List<Node> after) {
        List<Node.Store> stores = new ArrayList<>();
        for (Node node : after) {
            if (stores.size() == length) {
                break;
            } else if (node instanceof Node.Store store
                    && store.array() == array.result()
                    && store.value() != array.result()
                    && Integer.valueOf(stores.size()).equals(body.literal(store.index()))) {
                stores.add(store);
            } else if (reads(node, array.result())) {
                return;
            }
        }
        if (stores.size() < length) {
            return;
        }
        absorbed.add(array);
        absorbed.addAll(stores.subList(0, length - 1));
        closing.put(stores.get(length - 1), array);
        initialisers.put(array, stores.stream().map(Node.Store::value).toList());
        spare(array.result(), length);
    }

    private static boolean reads(Node node, Value value) {
        if (node.operands().contains(value)) {
            return true;
        }
        for (Region inner : node.regions()) {
            if (inner.yields().contains(value) || inner.nodes().stream().anyMatch(n -> reads(n, value))) {
                return true;
            }
        }
        return false;
    }
}
