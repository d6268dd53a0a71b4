package dev.pullback.processor.transform;

import dev.pullback.processor.analysis.Activity;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Questions about whole regions that the reverse mode asks. */
final class Activities {

    private Activities() {}

    /** Whether the node, or anything in its regions, has an adjoint to propagate. */
    static boolean inside(Node node, Activity activity) {
        if (node.results().stream().anyMatch(v -> v.type() instanceof Scalar && activity.isActive(v))) {
            return true;
        }
        if (node instanceof Node.Store n) {
            return activity.isActive(n.array());
        }
        if (node instanceof Node.Bulk || node instanceof Node.Call) {
            return node.operands().stream().anyMatch(activity::isActive)
                    || node.results().stream().anyMatch(activity::isActive);
        }
        if (node instanceof Node.Invoke) {
            // the pullback of a call
            return activity.takenBy(node).stream().anyMatch(activity::isActive);
        }
        if (node instanceof Node.Loop loop && loop.params().stream().anyMatch(activity::isActive)) {
            return true;
        }
        return node.regions().stream().anyMatch(region -> inside(region, activity));
    }

    static boolean inside(Region region, Activity activity) {
        return region.nodes().stream().anyMatch(node -> inside(node, activity));
    }

    /**
     * Whether the node, a loop or branch, moves references of active arrays in a way that outlives it, through its results or into other
     * arrays, or reads references that are moved somewhere: then it has to be retraced where it stands.
     */
    static boolean movesReferences(Node node, Activity activity) {
        if (node.regions().isEmpty()) {
            return false;
        }
        if (node.results().stream().anyMatch(v -> v.type() instanceof ArrayType && activity.isActive(v))) {
            return true;
        }
        return node.regions().stream().anyMatch(region -> dependsOnMoves(region, activity));
    }

    private static boolean dependsOnMoves(Region region, Activity activity) {
        return region.nodes().stream()
                .anyMatch(node -> storesReference(node, activity)
                        || readsMovedReference(node, activity)
                        || node.regions().stream().anyMatch(inner -> dependsOnMoves(inner, activity)));
    }

    /** Whether the node reads a row of an active array of arrays whose rows are replaced at some time. */
    private static boolean readsMovedReference(Node node, Activity activity) {
        if (node instanceof Node.Load n) {
            return n.result().type() instanceof ArrayType
                    && activity.isActive(n.array())
                    && activity.memory().isWritten(activity.memory().classOf(n.array()));
        }
        if (node instanceof Node.Bulk n && n.result() != null) {
            Value source = n.operands().get(0);
            return ((ArrayType) source.type()).element() instanceof ArrayType
                    && activity.isActive(source)
                    && activity.memory().isWritten(activity.memory().classOf(source));
        }
        return false;
    }

    /** Whether the node itself puts a row into an active array of arrays that exists already. */
    static boolean storesReference(Node node, Activity activity) {
        if (node instanceof Node.Store n) {
            return n.value().type() instanceof ArrayType && activity.isActive(n.array());
        }
        if (node instanceof Node.Bulk n && n.result() == null) {
            boolean copies = n.kind() == Node.BulkKind.ARRAYCOPY;
            Value target = n.operands().get(copies ? 2 : 0);
            return ((ArrayType) target.type()).element() instanceof ArrayType && activity.isActive(target);
        }
        return false;
    }

    /** The active scalars that a loop's body reads from outside of the loop, in the order of first use. */
    static List<Value> readFromOutside(Node.Loop loop, Activity activity) {
        Set<Value> defined = Collections.newSetFromMap(new IdentityHashMap<>());
        defined.addAll(loop.params());
        Set<Value> read = new LinkedHashSet<>();
        collect(loop.body(), activity, defined, read);
        List<Value> found = new ArrayList<>(read);
        found.removeIf(v -> defined.contains(v) || !(v.type() instanceof Scalar) || !activity.isActive(v));
        return found;
    }

    private static void collect(Region region, Activity activity, Set<Value> defined, Set<Value> read) {
        for (Node node : region.nodes()) {
            read.addAll(activity.takenBy(node));
            defined.addAll(node.results());
            if (node instanceof Node.Loop loop) {
                defined.addAll(loop.params());
            }
            node.regions().forEach(inner -> collect(inner, activity, defined, read));
        }
        read.addAll(region.yields());
    }

    /** Whether the region always ends by throwing, so that a reverse sweep never retraces it. */
    static boolean alwaysThrows(Region region) {
        if (region.nodes().isEmpty()) {
            return false;
        }
        Node last = region.nodes().get(region.nodes().size() - 1);
        return last instanceof Node.Throw
                || (last instanceof Node.Protected guarded && alwaysThrows(guarded.body()))
                || (last instanceof Node.If branch && alwaysThrows(branch.then()) && alwaysThrows(branch.otherwise()));
    }
}
