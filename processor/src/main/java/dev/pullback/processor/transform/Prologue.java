package dev.pullback.processor.transform;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a region of a reverse sweep gets back what it needs of an earlier sweep: at its start if that is little, and otherwise each value right
 * before it is first read.
 *
 * <pre>
 * u = a * b; v = tape[i]; …         v = tape[i]
 * vBar = v * …                      vBar = v * …
 * uBar = u * …                      u = a * b
 *                                   uBar = u * …
 * </pre>
 *
 * <p>What is computed again depends on nothing that the reverse sweep changes, so it may stand anywhere. Of a long region, few values are then
 * alive at a time; a method that holds it can be split there.
 */
final class Prologue {

    /** So many values are still easy to look through at the start of a region. */
    private static final int FEW = 60;

    private final Map<Value, Node> restoring = new IdentityHashMap<>();
    private final Set<Node> placed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Node> all = new ArrayList<>();

    private Prologue() {}

    /** The nodes of the region with those that restore what they read. */
    static List<Node> before(List<Node> nodes, List<Node> restoring) {
        if (restoring.size() <= FEW) {
            List<Node> all = new ArrayList<>(restoring);
            all.addAll(nodes);
            return all;
        }
        Prologue prologue = new Prologue();
        restoring.forEach(node -> node.results().forEach(result -> prologue.restoring.put(result, node)));
        for (Node node : nodes) {
            prologue.restoreReadIn(node);
            prologue.all.add(node);
        }
        // what only the region's owner reads
        restoring.forEach(prologue::place);
        return prologue.all;
    }

    private void restoreReadIn(Node node) {
        node.operands().forEach(this::restore);
        for (Region region : node.regions()) {
            region.nodes().forEach(this::restoreReadIn);
            region.yields().forEach(this::restore);
        }
    }

    private void restore(Value value) {
        Node node = restoring.get(value);
        if (node != null) {
            place(node);
        }
    }

    private void place(Node node) {
        if (placed.add(node)) {
            restoreReadIn(node);
            all.add(node);
        }
    }
}
