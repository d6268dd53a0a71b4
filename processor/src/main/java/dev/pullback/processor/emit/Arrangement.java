package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Moves nodes that do nothing but compute to where Java needs fewer variables. */
final class Arrangement {

    private Arrangement() {}

    /**
     * A new version of a variable after the last use of an earlier one, so that both can share it:
     *
     * <pre>
     * s' = a * s; sDot' = a * sDot + s * aDot     sDot = a * sDot + s * aDot; s = a * s
     * </pre>
     */
    static Region sunk(Region region, Body body) {
        List<Node> nodes = new ArrayList<>(region.nodes());
        Map<Value, Integer> lastUse = lastUses(nodes, body);
        Map<String, List<Value>> versions = new HashMap<>();
        lastUse.keySet()
                .forEach(value -> versions.computeIfAbsent(value.name(), name -> new ArrayList<>())
                        .add(value));
        List<Node> moved = new ArrayList<>();
        Map<Node, Node> after = new IdentityHashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node instanceof Node.Op op && !op.result().name().isEmpty() && isPure(op, body)) {
                int use = -1;
                for (Value version : versions.getOrDefault(op.result().name(), List.of())) {
                    use = version == op.result() ? use : Math.max(use, lastUse.getOrDefault(version, -1));
                }
                int place = use > i ? place(op, i, nodes) : -1;
                if (place >= use && place > i) {
                    moved.add(op);
                    after.put(op, nodes.get(place));
                }
            }
        }
        return moved.isEmpty() ? region : new Region(reordered(nodes, moved, after), region.yields());
    }

    /** For each value with a name the last node that reads it, if all temporaries are folded into who reads them. */
    private static Map<Value, Integer> lastUses(List<Node> nodes, Body body) {
        int[] places = new int[nodes.size()];
        Map<Value, Integer> readers = new IdentityHashMap<>();
        Map<Value, Integer> uses = new LinkedHashMap<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            boolean folds = node.regions().isEmpty()
                    && node.results().size() == 1
                    && node.results().get(0).name().isEmpty()
                    && body.uses(node.results().get(0)) == 1;
            places[i] = folds ? readers.getOrDefault(node.results().get(0), i) : i;
            for (Value operand : node.operands()) {
                readers.put(operand, places[i]);
                if (!operand.name().isEmpty()) {
                    uses.merge(operand, places[i], Math::max);
                }
            }
        }
        return uses;
    }

    /** The last node that the operator can be moved behind. */
    private static int place(Node.Op op, int from, List<Node> nodes) {
        int place = from;
        for (int k = from + 1; k < nodes.size(); k++) {
            Node next = nodes.get(k);
            if (!next.regions().isEmpty()
                    || next instanceof Node.Throw
                    || next.operands().contains(op.result())) {
                break;
            }
            place = k;
        }
        return place;
    }

    private static List<Node> reordered(List<Node> nodes, List<Node> moved, Map<Node, Node> after) {
        List<Node> order = new ArrayList<>();
        for (Node node : nodes) {
            if (!after.containsKey(node)) {
                order.add(node);
            }
            follow(node, moved, after, order);
        }
        return order;
    }

    private static void follow(Node node, List<Node> moved, Map<Node, Node> after, List<Node> order) {
        for (Node each : moved) {
            if (after.get(each) == node && !order.contains(each)) {
                order.add(each);
            }
        }
    }

    /** With the last If at the end, if only such nodes come after it that have nothing to do with it. */
    static Region withIfLast(Region region, Body body) {
        List<Node> after = new ArrayList<>();
        for (int i = region.nodes().size() - 1; i >= 0; i--) {
            Node node = region.nodes().get(i);
            if (node instanceof Node.If) {
                boolean separate = after.stream()
                        .noneMatch(each -> each.operands().stream().anyMatch(node.results()::contains));
                if (!separate || after.isEmpty()) {
                    return region;
                }
                List<Node> nodes = new ArrayList<>(region.nodes().subList(0, i));
                nodes.addAll(after);
                nodes.add(node);
                return new Region(nodes, region.yields());
            } else if (!isPure(node, body)) {
                return region;
            }
            after.add(0, node);
        }
        return region;
    }

    private static boolean isPure(Node node, Body body) {
        return node instanceof Node.Const
                || node instanceof Node.Op && body.impact(node).equals(Impact.NONE);
    }
}
