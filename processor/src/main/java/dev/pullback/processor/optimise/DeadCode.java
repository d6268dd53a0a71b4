package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Removes what nobody reads: nodes, results of branches, and variables of loops that feed only themselves.
 *
 * <p>What has an effect stays, and so does, in the primal, what can throw; see {@link Liveness}.
 */
public final class DeadCode {

    private final Liveness live;

    private DeadCode(Liveness live) {
        this.live = live;
    }

    /** @param keep values of the region that somebody else reads, besides what it yields */
    public static Region of(Region region, Set<Value> keep, Policy policy) {
        return new DeadCode(Liveness.of(region, keep, policy)).region(region, region.yields());
    }

    private Region region(Region region, List<Value> yields) {
        return new Region(
                region.nodes().stream().filter(live::isLive).map(this::node).toList(), yields);
    }

    private Node node(Node node) {
        if (node instanceof Node.If branch) {
            return branch(branch);
        } else if (node instanceof Node.Protected guarded) {
            return guarded(guarded);
        }
        return node instanceof Node.Loop loop ? loop(loop) : node;
    }

    private Node branch(Node.If node) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < node.results().size(); i++) {
            if (live.isLive(node.results().get(i))) {
                kept.add(i);
            }
        }
        return new Node.If(
                pick(node.results(), kept),
                node.condition(),
                region(node.then(), pick(node.then().yields(), kept)),
                region(node.otherwise(), pick(node.otherwise().yields(), kept)),
                node.origin());
    }

    private Node guarded(Node.Protected node) {
        ProtectedResults kept = new ProtectedResults(node);
        for (int i = 0; i < node.results().size(); i++) {
            if (live.isLive(node.results().get(i))) {
                kept.add(i);
            }
        }
        return kept.with(region(node.body(), kept.body()), region(node.last(), kept.last()));
    }

    private Node loop(Node.Loop node) {
        List<Integer> kept = new ArrayList<>();
        List<Value> yields = new ArrayList<>();
        if (node.exits()) {
            yields.add(node.exit());
        }
        for (int i = 0; i < node.params().size(); i++) {
            boolean counter = i < node.carriedFrom();
            if (counter
                    || live.isLive(node.params().get(i))
                    || live.isLive(node.results().get(i))) {
                kept.add(i);
                if (!counter) {
                    yields.add(node.next(i));
                }
            }
        }
        return new Node.Loop(
                pick(node.results(), kept),
                pick(node.inits(), kept),
                pick(node.params(), kept),
                node.counter(),
                node.exits(),
                region(node.condition(), node.condition().yields()),
                region(node.body(), yields),
                node.origin());
    }

    private static List<Value> pick(List<Value> values, List<Integer> indices) {
        return indices.stream().map(values::get).toList();
    }
}
