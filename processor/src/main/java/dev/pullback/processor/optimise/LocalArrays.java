package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arrays of scalars in derivative code that are made in the region and known to nobody else: they are only written, read and measured
 * under their one name. Their writes matter only if something reads them.
 */
final class LocalArrays {

    /** The nodes that write each of the arrays. */
    private final Map<Value, List<Node>> writes = new IdentityHashMap<>();

    private LocalArrays() {}

    static LocalArrays of(Region region, Set<Value> keep, Policy policy) {
        LocalArrays arrays = new LocalArrays();
        List<Node> all = Node.all(region);
        all.forEach(node -> arrays.make(node, policy));
        if (!arrays.writes.isEmpty()) {
            region.yields().forEach(arrays.writes::remove);
            keep.forEach(arrays.writes::remove);
            all.forEach(arrays::use);
        }
        return arrays;
    }

    /** Whether the node only writes such an array. */
    boolean isDeferred(Node node) {
        int target = target(node);
        return target >= 0 && writes.containsKey(node.operands().get(target));
    }

    /** The writes that matter once the node is executed. */
    List<Node> writesSeenBy(Node node) {
        int source = source(node);
        return source < 0 ? List.of() : writes.getOrDefault(node.operands().get(source), List.of());
    }

    private void make(Node node, Policy policy) {
        if (!(node instanceof Node.NewArray || node instanceof Node.Bulk)
                || node.results().isEmpty()) {
            return;
        }
        Value array = node.results().get(0);
        if (!policy.exact(array) && array.type() instanceof ArrayType type && type.element() instanceof Scalar) {
            writes.put(array, new ArrayList<>());
        }
    }

    private void use(Node node) {
        int target = target(node);
        for (int i = 0; i < node.operands().size(); i++) {
            Value operand = node.operands().get(i);
            if (i == target) {
                writes.computeIfPresent(operand, (array, nodes) -> with(nodes, node));
            } else if (i != source(node) && !(node instanceof Node.Length)) {
                writes.remove(operand);
            }
        }
        node.regions().forEach(inner -> inner.yields().forEach(writes::remove));
    }

    private static List<Node> with(List<Node> nodes, Node node) {
        nodes.add(node);
        return nodes;
    }

    /** The index of the operand that the node writes and does nothing else with; -1 if there is none. */
    private static int target(Node node) {
        if (node instanceof Node.Store) {
            return 0;
        } else if (node instanceof Node.Bulk bulk && bulk.result() == null) {
            return bulk.kind() == Node.BulkKind.ARRAYCOPY ? 2 : 0;
        }
        return -1;
    }

    /** The index of the operand whose elements the node reads; -1 if there is none. */
    private static int source(Node node) {
        if (node instanceof Node.Load) {
            return 0;
        } else if (node instanceof Node.Bulk bulk) {
            return bulk.result() != null || bulk.kind() == Node.BulkKind.ARRAYCOPY ? 0 : -1;
        }
        return -1;
    }
}
