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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Where the adjoints of a region's nodes are wanted. What only one branch uses has an adjoint only if that branch was taken; elsewhere it
 * would be zero times a partial derivative, which is NaN where the value, though nobody used it, was infinite or NaN.
 *
 * <pre>
 * for (…) { s += …; if (s == before) return s; }     if (returned) {
 * return y;                                            for (…) …
 *                                                    }
 * </pre>
 *
 * <p>{@link dev.pullback.processor.optimise.Sinking} has moved single operations into their branch before; here are those that the condition
 * itself needs.
 */
final class Demand {

    /** One branch of an {@code if}. */
    record Branch(Value condition, int taken) {}

    private final Activity activity;
    private final Function<Node, Optional<Node.Call>> calls;
    private final Map<Node, List<Branch>> branches = new IdentityHashMap<>();
    /** Absent for what nobody has used yet. */
    private final Map<Value, List<Branch>> wanted = new IdentityHashMap<>();

    private Demand(Activity activity, Function<Node, Optional<Node.Call>> calls) {
        this.activity = activity;
        this.calls = calls;
    }

    /** @param calls the call that a node of the region stands for */
    static Demand of(Region region, Activity activity, Function<Node, Optional<Node.Call>> calls) {
        Demand demand = new Demand(activity, calls);
        region.yields().forEach(value -> demand.want(value, List.of()));
        for (int i = region.nodes().size() - 1; i >= 0; i--) {
            demand.node(region.nodes().get(i));
        }
        return demand;
    }

    /** The branches, outermost first, that must have been taken for the node to have an adjoint; none if it may always have one. */
    List<Branch> of(Node node) {
        return branches.getOrDefault(node, List.of());
    }

    private void node(Node node) {
        List<Branch> here = touchesArrays(node) ? List.of() : ofResults(node);
        branches.put(node, here);
        handedOn(node).forEach(operand -> want(operand, here));
        for (int i = 0; i < node.regions().size(); i++) {
            List<Branch> inside = here;
            if (node instanceof Node.If branch
                    && !Activities.alwaysThrows(branch.regions().get(1 - i))) {
                inside = new ArrayList<>(here);
                inside.add(new Branch(branch.condition(), i));
            }
            readIn(node, i, inside);
        }
    }

    private List<Branch> ofResults(Node node) {
        List<Branch> common = null;
        for (Value result : calls.apply(node).map(Node.Call::results).orElse(node.results())) {
            List<Branch> use = wanted.get(result);
            if (use != null && activity.isActive(result)) {
                common = common == null ? use : common(common, use);
            }
        }
        return common == null ? List.of() : common;
    }

    /** What the node itself hands on to an active value, directly or, as a call, by its derivative. */
    private List<Value> handedOn(Node node) {
        if (node instanceof Node.Op op && !activity.isActive(op.result())) {
            return List.of();
        } else if (node instanceof Node.Loop loop) {
            return handedOn(loop.inits(), loop.params());
        }
        return calls.apply(node).map(Node.Call::operands).orElse(node.operands());
    }

    private List<Value> handedOn(List<Value> values, List<Value> to) {
        return IntStream.range(0, to.size())
                .filter(i -> activity.isActive(to.get(i)))
                .mapToObj(values::get)
                .toList();
    }

    private List<Value> yielded(Node node, int region) {
        List<Value> yields = node.regions().get(region).yields();
        if (node instanceof Node.If branch) {
            return handedOn(yields, branch.results());
        } else if (node instanceof Node.Loop loop && region == 1) {
            int first = yields.size() - loop.params().size() + loop.carriedFrom();
            return handedOn(
                    yields.subList(first, yields.size()),
                    loop.params().subList(loop.carriedFrom(), loop.params().size()));
        }
        return yields;
    }

    private void readIn(Node node, int region, List<Branch> inside) {
        yielded(node, region).forEach(value -> want(value, inside));
        for (Node inner : Node.all(node.regions().get(region))) {
            handedOn(inner).forEach(operand -> want(operand, inside));
            for (int i = 0; i < inner.regions().size(); i++) {
                yielded(inner, i).forEach(value -> want(value, inside));
            }
        }
    }

    private void want(Value value, List<Branch> use) {
        if (value.type() instanceof Scalar && activity.isActive(value)) {
            wanted.merge(value, use, Demand::common);
        }
    }

    private static List<Branch> common(List<Branch> a, List<Branch> b) {
        int equal = 0;
        while (equal < Math.min(a.size(), b.size()) && a.get(equal).equals(b.get(equal))) {
            equal++;
        }
        return a.subList(0, equal);
    }

    /** Whether its adjoint is more than what its scalar results bring: cotangents wait in shadows, or shadows follow references. */
    private boolean touchesArrays(Node node) {
        if (node instanceof Node.Protected || Activities.movesReferences(node, activity)) {
            return true;
        }
        Set<Node> all = Collections.newSetFromMap(new IdentityHashMap<>());
        all.add(node);
        node.regions().forEach(region -> all.addAll(Node.all(region)));
        return all.stream().anyMatch(this::changesArrays);
    }

    private boolean changesArrays(Node node) {
        if (node instanceof Node.Store store) {
            return activity.isActive(store.array());
        }
        Optional<Node.Call> call = calls.apply(node);
        boolean writes = call.map(Node.Call::callee)
                .filter(callee -> !callee.effects().written().isEmpty())
                .isPresent();
        boolean makes = call.map(Node.Call::results).orElse(List.of()).stream()
                .anyMatch(value -> value.type() instanceof ArrayType);
        return writes || makes || node instanceof Node.Bulk || node instanceof Node.Protected;
    }
}
