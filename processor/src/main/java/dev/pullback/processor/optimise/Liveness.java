package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What matters: the nodes that may not be removed, what is yielded, and everything that those depend on, by data or because it decides
 * whether and how often they are executed.
 *
 * <p>A node may be removed if nobody reads it and it has no effect. What can throw counts as an effect in the primal only; a loop that
 * may not end counts as one everywhere. Writes of an array that was made here and is never read count only once it is read.
 */
final class Liveness {

    private final Policy policy;
    private final Definitions definitions;
    private final LocalArrays arrays;
    private final Map<Node, Node> owners = new IdentityHashMap<>();
    private final Set<Node> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Value> values = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Value> read = new ArrayDeque<>();
    private final Deque<Node> written = new ArrayDeque<>();

    private Liveness(Region region, Set<Value> keep, Policy policy) {
        this.policy = policy;
        definitions = Definitions.of(region);
        arrays = LocalArrays.of(region, keep, policy);
    }

    static Liveness of(Region region, Set<Value> keep, Policy policy) {
        Liveness live = new Liveness(region, keep, policy);
        live.collectOwners(region);
        region.yields().forEach(live::read);
        keep.forEach(live::read);
        Node.all(region).stream().filter(node -> !live.isRemovable(node)).forEach(live::execute);
        live.propagate();
        return live;
    }

    boolean isLive(Node node) {
        return nodes.contains(node);
    }

    boolean isLive(Value value) {
        return values.contains(value);
    }

    private void collectOwners(Region region) {
        for (Node node : region.nodes()) {
            for (Region inner : node.regions()) {
                inner.nodes().forEach(owned -> owners.put(owned, node));
                collectOwners(inner);
            }
        }
    }

    private boolean isRemovable(Node node) {
        if (node instanceof Node.Loop loop) {
            return Termination.isCertain(loop, definitions, policy);
        } else if (node instanceof Node.If || node instanceof Node.Const) {
            return true;
        } else if (node instanceof Node.Protected guarded) {
            return guarded.lock() == null;
        } else if (node instanceof Node.Invoke invoke) {
            return invoke.pure();
        } else if (node instanceof Node.Op || node instanceof Node.Length) {
            return Traits.isPure(node) && (isLoose(node) || !Traits.canThrow(node, definitions));
        } else if (node instanceof Node.Load || node instanceof Node.NewArray) {
            return isLoose(node);
        }
        return arrays.isDeferred(node) || (node instanceof Node.Bulk bulk && bulk.result() != null && isLoose(node));
    }

    private boolean isLoose(Node node) {
        return !policy.exact(node.results().get(0));
    }

    private void read(Value value) {
        if (values.add(value)) {
            read.add(value);
        }
    }

    private void execute(Node node) {
        for (Node at = node; at != null && nodes.add(at); at = owners.get(at)) {
            if (at instanceof Node.Loop loop) {
                decide(loop);
            } else {
                at.operands().forEach(this::read);
                written.addAll(arrays.writesSeenBy(at));
            }
        }
    }

    /** What decides how often the body is executed. */
    private void decide(Node.Loop loop) {
        loop.condition().yields().forEach(this::read);
        if (loop.exits()) {
            read(loop.exit());
        }
        if (loop.counter().isPresent()) {
            read(loop.inits().get(0));
        }
    }

    private void propagate() {
        while (!read.isEmpty() || !written.isEmpty()) {
            if (read.isEmpty()) {
                execute(written.remove());
            } else {
                define(read.remove());
            }
        }
    }

    private void define(Value value) {
        Definitions.Definition definition = definitions.definition(value);
        if (definition != null) {
            execute(definition.node());
            definingRegionsYield(definition.node(), definition.index());
        }
    }

    private void definingRegionsYield(Node node, int index) {
        if (node instanceof Node.If) {
            node.regions().forEach(region -> read(region.yields().get(index)));
        } else if (node instanceof Node.Protected guarded) {
            read(guarded.yielded(index));
        } else if (node instanceof Node.Loop loop) {
            read(loop.inits().get(index));
            if (index >= loop.carriedFrom()) {
                read(loop.next(index));
            }
        }
    }
}
