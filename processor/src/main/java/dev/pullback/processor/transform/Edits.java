package dev.pullback.processor.transform;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What is to be added to a sweep so that a later one finds what it needs; collected first, applied in one walk. */
final class Edits {

    /** One more result of a branch: a value that one of its regions carries out, or one of each. */
    private static final class CarriedOut {
        final Map<Integer, Value> values = new TreeMap<>();
        Value result;

        CarriedOut(int region, Value value) {
            values.put(region, value);
            result = value.fresh();
        }

        boolean fits(CarriedOut other) {
            return result.type().equals(other.result.type())
                    && Collections.disjoint(values.keySet(), other.values.keySet());
        }

        void add(CarriedOut other) {
            values.putAll(other.values);
            if (!result.name().equals(other.result.name())) {
                result = new Value(result.type(), "");
            }
        }
    }

    /** If more is carried out of a branch, values of different names share results. */
    private static final int FEW = 4;

    /** One more variable of a loop. */
    record Variable(Value result, Value init, Value param, Value next) {}

    private final Map<Node, List<Node>> before = new IdentityHashMap<>();
    private final Map<Value, List<Node>> after = new IdentityHashMap<>();
    private final Map<Region, List<Node>> start = new IdentityHashMap<>();
    private final Map<Region, List<Node>> end = new IdentityHashMap<>();
    private final Map<Node, List<CarriedOut>> carriedOut = new IdentityHashMap<>();
    private final Map<Node, List<Variable>> variables = new IdentityHashMap<>();

    void before(Node node, List<Node> nodes) {
        before.computeIfAbsent(node, n -> new ArrayList<>()).addAll(nodes);
    }

    /** Right after the definition of the value. */
    void after(Value value, List<Node> nodes) {
        after.computeIfAbsent(value, v -> new ArrayList<>()).addAll(nodes);
    }

    void start(Region region, List<Node> nodes) {
        start.computeIfAbsent(region, r -> new ArrayList<>()).addAll(nodes);
    }

    void end(Region region, List<Node> nodes) {
        end.computeIfAbsent(region, r -> new ArrayList<>()).addAll(nodes);
    }

    /**
     * Carries values out of the regions of a branch. Those of different regions that have one name share a result, and where there are many
     * all that can: only one of them exists at a time.
     *
     * @param values for each region
     * @return the result that each value comes out as
     */
    Map<Value, Value> carryOut(Node branch, List<List<Value>> values) {
        Map<Value, Value> results = new IdentityHashMap<>();
        List<CarriedOut> carriedOut = new ArrayList<>();
        for (int region = 0; region < values.size(); region++) {
            for (Value value : values.get(region)) {
                int yielded = branch.regions().get(region).yields().indexOf(value);
                if (branch instanceof Node.If && yielded >= 0) {
                    results.put(value, branch.results().get(yielded));
                } else {
                    carriedOut.add(new CarriedOut(region, value));
                }
            }
        }
        join(carriedOut, (one, other) -> one.name().equals(other.name()));
        if (carriedOut.size() > FEW) {
            join(
                    carriedOut,
                    (one, other) -> one.name().isEmpty() || other.name().isEmpty());
            join(carriedOut, (one, other) -> true);
        }
        for (CarriedOut carried : carriedOut) {
            carried.values.values().forEach(value -> results.put(value, carried.result));
        }
        this.carriedOut.put(branch, carriedOut);
        return results;
    }

    /** What comes out of the regions of a branch as the value, by region; null if that is no value that is carried out of it. */
    @Nullable
    Map<Integer, Value> carriedOut(Node branch, Value result) {
        for (CarriedOut carried : carriedOut.getOrDefault(branch, List.of())) {
            if (carried.result == result) {
                return carried.values;
            }
        }
        return null;
    }

    private static void join(List<CarriedOut> all, BiPredicate<Value, Value> matches) {
        for (int i = 0; i < all.size(); i++) {
            CarriedOut one = all.get(i);
            for (int k = i + 1; k < all.size() && one.values.size() == 1; k++) {
                CarriedOut other = all.get(k);
                if (one.fits(other) && matches.test(one.result, other.result)) {
                    one.add(other);
                    all.remove(k);
                }
            }
        }
    }

    void carry(Node loop, Variable variable) {
        variables.computeIfAbsent(loop, n -> new ArrayList<>()).add(variable);
    }

    List<Node> before(Node node) {
        return before.getOrDefault(node, List.of());
    }

    List<Node> after(Node node) {
        List<Node> added = new ArrayList<>();
        node.results().forEach(result -> added.addAll(after.getOrDefault(result, List.of())));
        return added;
    }

    List<Node> end(Region region) {
        return end.getOrDefault(region, List.of());
    }

    List<Node> start(Region region) {
        return start.getOrDefault(region, List.of());
    }

    /**
     * The node with what is added to its results and regions.
     *
     * @param regions what its regions have become
     * @param read what an operand is to be read as, given the original region it is read in (null for the node's own operands)
     */
    Node apply(Node node, List<Region> regions, BiFunction<Value, Integer, Value> read) {
        if (node instanceof Node.If n) {
            return branch(n, regions, read);
        }
        if (node instanceof Node.Protected n) {
            return guarded(n, regions, read);
        }
        return loop((Node.Loop) node, regions, read);
    }

    private Node branch(Node.If node, List<Region> regions, BiFunction<Value, Integer, Value> read) {
        List<CarriedOut> added = carriedOut.getOrDefault(node, List.of());
        List<Value> results = new ArrayList<>(node.results());
        added.forEach(carried -> results.add(carried.result));
        List<Region> branches = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Block defaults = new Block(dev.pullback.processor.ir.Origin.NONE);
            List<Value> yields = new ArrayList<>(regions.get(i).yields());
            for (CarriedOut carried : added) {
                Value value = carried.values.get(i);
                yields.add(value == null ? defaults.zero(carried.result.type()) : read.apply(value, i));
            }
            List<Node> nodes = new ArrayList<>(defaults.nodes());
            nodes.addAll(regions.get(i).nodes());
            branches.add(new Region(nodes, yields));
        }
        return new Node.If(results, read.apply(node.condition(), -1), branches.get(0), branches.get(1), node.origin());
    }

    /** Only the body is retraced, so only of the body is anything kept. */
    private Node guarded(Node.Protected node, List<Region> regions, BiFunction<Value, Integer, Value> read) {
        List<Value> results = new ArrayList<>(node.bodyResults());
        List<Value> yields = new ArrayList<>(regions.get(0).yields());
        for (CarriedOut carried : carriedOut.getOrDefault(node, List.of())) {
            carried.values.forEach((region, value) -> {
                results.add(carried.result);
                yields.add(read.apply(value, region));
            });
        }
        results.addAll(node.lastResults());
        Value lock = node.lock() == null ? null : read.apply(node.lock(), -1);
        Region body = new Region(regions.get(0).nodes(), yields);
        return new Node.Protected(results, lock, body, regions.get(1), node.origin());
    }

    private Node loop(Node.Loop loop, List<Region> regions, BiFunction<Value, Integer, Value> read) {
        List<Value> results = new ArrayList<>(loop.results());
        List<Value> inits = new ArrayList<>();
        loop.inits().forEach(init -> inits.add(read.apply(init, -1)));
        List<Value> params = new ArrayList<>(loop.params());
        List<Value> next = new ArrayList<>(regions.get(1).yields());
        for (Variable variable : variables.getOrDefault(loop, List.of())) {
            results.add(variable.result());
            inits.add(variable.init());
            params.add(variable.param());
            next.add(variable.next());
        }
        Region body = new Region(regions.get(1).nodes(), next);
        return new Node.Loop(results, inits, params, loop.counter(), loop.exits(), regions.get(0), body, loop.origin());
    }
}
