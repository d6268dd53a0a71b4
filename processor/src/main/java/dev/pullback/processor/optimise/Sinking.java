package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Computes in a branch what only that branch reads. Then a value that is infinite or NaN where the branch is not taken has no adjoint there,
 * which would be zero times infinity.
 *
 * <pre>
 * double d = y / x;                           if (x != 0) {
 * if (x != 0) {                                 double d = y / x;
 *   return d * y;                               return d * y;
 * }                                           }
 * </pre>
 *
 * <p>Moved are pure floating-point operations that cannot throw. What a comparison reads besides stays, and is computed once more in the
 * branch: a comparison has no use for an adjoint. Common subexpressions of the derivative are found later.
 */
public final class Sinking {

    /**
     * Where a value is read.
     *
     * @param node the index of a node in its region
     * @param branch which of its branches, or {@link #ITSELF}
     */
    private record Place(int node, int branch) {}

    private static final int ITSELF = -1;

    private final Definitions definitions;

    private Sinking(Region region) {
        this.definitions = Definitions.of(region);
    }

    public static Function of(Function function) {
        Region body = new Sinking(function.body()).region(function.body(), List.of());
        return new Function(function.signature(), function.params(), body);
    }

    /** @param sunk nodes that come from outside, in order */
    private Region region(Region region, List<Node> sunk) {
        List<Node> nodes = new ArrayList<>(sunk);
        nodes.addAll(region.nodes());
        Map<Value, Set<Place>> places = new IdentityHashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            addPlaces(nodes.get(i), i, places);
        }
        region.yields().forEach(value -> add(value, new Place(nodes.size(), ITSELF), places));
        Map<Place, Moved> moved = new HashMap<>();
        Set<Integer> gone = new HashSet<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            Optional<Place> branch = onlyBranch(node, nodes, places);
            if (branch.isEmpty()) {
                continue;
            }
            Moved into = moved.computeIfAbsent(branch.get(), place -> new Moved());
            Place before = new Place(i, ITSELF);
            boolean compared =
                    places.getOrDefault(node.results().get(0), Set.of()).size() > 1;
            if (compared) {
                into.copy((Node.Op) node);
            } else {
                into.lastFirst.add(node);
                gone.add(i);
            }
            node.operands().forEach(operand -> {
                if (!compared) {
                    places.getOrDefault(operand, Set.of()).remove(before);
                }
                add(operand, branch.get(), places);
            });
        }
        List<Node> kept = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (!gone.contains(i)) {
                kept.add(inside(nodes.get(i), i, moved));
            }
        }
        return new Region(kept, region.yields());
    }

    /** What comes into a branch from outside. */
    private static final class Moved {
        final List<Node> lastFirst = new ArrayList<>();
        private final Rewriter copies = new Rewriter();

        void copy(Node.Op node) {
            Value copy = node.result().fresh();
            copies.replace(node.result(), copy);
            lastFirst.add(new Node.Op(copy, node.operator(), node.operands(), node.origin()));
        }

        List<Node> inOrder() {
            List<Node> nodes = new ArrayList<>();
            lastFirst.forEach(node -> nodes.add(0, copies.rewrite(node)));
            return nodes;
        }
    }

    /** The branch that alone reads the result of a node that may be moved, comparisons apart. */
    private Optional<Place> onlyBranch(Node node, List<Node> nodes, Map<Value, Set<Place>> places) {
        boolean movable = node instanceof Node.Op op
                && Traits.isFloating(op.result())
                && Traits.isPure(op)
                && !Traits.canThrow(op, definitions);
        if (!movable) {
            return Optional.empty();
        }
        Set<Place> uses = places.getOrDefault(node.results().get(0), Set.of());
        List<Place> others =
                uses.stream().filter(place -> !isComparison(place, nodes)).toList();
        return others.size() == 1 && others.get(0).branch != ITSELF ? Optional.of(others.get(0)) : Optional.empty();
    }

    private static boolean isComparison(Place place, List<Node> nodes) {
        return place.branch == ITSELF
                && place.node < nodes.size()
                && nodes.get(place.node) instanceof Node.Op op
                && op.result().type() == Scalar.BOOLEAN;
    }

    private static void addPlaces(Node node, int index, Map<Value, Set<Place>> places) {
        node.operands().forEach(operand -> add(operand, new Place(index, ITSELF), places));
        for (int k = 0; k < node.regions().size(); k++) {
            Place place = new Place(index, node instanceof Node.If ? k : ITSELF);
            readIn(node.regions().get(k)).forEach(value -> add(value, place, places));
        }
    }

    private static List<Value> readIn(Region region) {
        List<Value> read = new ArrayList<>(region.yields());
        for (Node node : Node.all(region)) {
            read.addAll(node.operands());
            node.regions().forEach(inner -> read.addAll(inner.yields()));
        }
        return read;
    }

    private static void add(Value value, Place place, Map<Value, Set<Place>> places) {
        places.computeIfAbsent(value, unread -> new HashSet<>()).add(place);
    }

    private Node inside(Node node, int index, Map<Place, Moved> moved) {
        if (node.regions().isEmpty()) {
            return node;
        }
        List<Region> regions = new ArrayList<>();
        for (int k = 0; k < node.regions().size(); k++) {
            Moved sunk = moved.getOrDefault(new Place(index, k), new Moved());
            regions.add(region(sunk.copies.rewrite(node.regions().get(k)), sunk.inOrder()));
        }
        return new Rewriter().with(node, regions);
    }
}
