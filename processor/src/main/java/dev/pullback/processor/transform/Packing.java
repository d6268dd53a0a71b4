package dev.pullback.processor.transform;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Naming;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets values of one type share an array where so many are kept that a constructor could not take them (JVMS 4.3.3: 255 slots).
 *
 * <pre>
 * s1 = …; s2 = …                    doubles = new double[300]
 * kept: s1, s2, …                   doubles[0] = s1 = …; doubles[1] = s2 = …
 *                                   kept: doubles
 * </pre>
 */
public final class Packing {

    /** So many slots are left to fields of their own. */
    private static final int SLOTS = 200;

    /** The same with one for each array parameter, whose length may be kept besides. */
    private static final int SLOTS_AND_LENGTHS = 240;

    private final ReverseDerivative derivative;
    private final Map<Value, Value> arrays = new IdentityHashMap<>();
    private final Map<Value, Integer> indices = new IdentityHashMap<>();
    private final Map<Value, String> names = new IdentityHashMap<>();
    private final List<Value> crossing = new ArrayList<>();
    private final Block allocation = new Block(Origin.NONE);

    private Packing(ReverseDerivative derivative) {
        this.derivative = derivative;
    }

    public static ReverseDerivative of(ReverseDerivative derivative) {
        int slots = derivative.crossing().stream().mapToInt(Packing::slots).sum();
        long arrays = derivative.params().stream()
                .filter(param -> param.type() instanceof ArrayType)
                .count();
        boolean fits = slots <= SLOTS && slots + arrays <= SLOTS_AND_LENGTHS;
        return fits ? derivative : new Packing(derivative).packed();
    }

    private static int slots(Value value) {
        return value.type() == Scalar.DOUBLE || value.type() == Scalar.LONG ? 2 : 1;
    }

    private ReverseDerivative packed() {
        choose();
        return new ReverseDerivative(
                derivative.primal(),
                derivative.params(),
                storing(),
                derivative.seed(),
                derivative.shadows(),
                loading(),
                crossing,
                derivative.effects());
    }

    private void choose() {
        Set<Value> own = identitySet();
        own.addAll(derivative.forward().yields());
        derivative.params().stream()
                .filter(param -> !(param.type() instanceof Scalar))
                .forEach(own::add);
        Map<Type, List<Value>> sharing = new LinkedHashMap<>();
        for (Value value : inOrder()) {
            if (own.contains(value) || value.type().java().contains("<")) {
                crossing.add(value);
            } else {
                sharing.computeIfAbsent(value.type(), type -> new ArrayList<>()).add(value);
            }
        }
        sharing.forEach((type, values) -> {
            Value array = allocation.newArray(
                    nameFor(type), new ArrayType(type), List.of(allocation.constant(values.size())));
            crossing.add(array);
            int before = indices.size();
            for (Value value : values) {
                indices.put(value, indices.size() - before);
                arrays.put(value, array);
            }
        });
    }

    /** What crosses, in the order in which it is computed. */
    private List<Value> inOrder() {
        Set<Value> left = identitySet();
        left.addAll(derivative.crossing());
        List<Value> ordered = new ArrayList<>();
        derivative.params().stream().filter(left::remove).forEach(ordered::add);
        for (Node node : derivative.forward().nodes()) {
            for (Value result : node.results()) {
                if (left.remove(result)) {
                    ordered.add(result);
                    names.put(result, result.name().isEmpty() ? Naming.of(node) : result.name());
                }
            }
        }
        return ordered;
    }

    private static String nameFor(Type type) {
        if (type instanceof ArrayType array) {
            return array.leaf() instanceof Scalar scalar ? scalar.java() + "Arrays" : "arrays";
        }
        return type instanceof Scalar scalar ? scalar.java() + "s" : "pullbacks";
    }

    private Region storing() {
        Block block = new Block(Origin.NONE);
        allocation.nodes().forEach(block::append);
        derivative.params().forEach(param -> store(param, block));
        for (Node node : derivative.forward().nodes()) {
            block.append(node);
            if (!(node instanceof Node.Throw)) {
                node.results().forEach(result -> store(result, block));
            }
        }
        return block.yielding(derivative.forward().yields());
    }

    private void store(Value value, Block block) {
        Value array = arrays.get(value);
        Integer index = indices.get(value);
        if (array != null && index != null) {
            block.store(array, block.constant(index), value);
        }
    }

    private Region loading() {
        Block block = new Block(Origin.NONE);
        Rewriter loaded = new Rewriter();
        Set<Value> known = identitySet();
        for (Node node : derivative.reverse().nodes()) {
            load(node, known, loaded, block);
            block.append(loaded.rewrite(node));
        }
        derivative.reverse().yields().forEach(value -> load(value, known, loaded, block));
        return block.yielding(loaded.of(derivative.reverse().yields()));
    }

    private void load(Node node, Set<Value> known, Rewriter loaded, Block block) {
        node.operands().forEach(operand -> load(operand, known, loaded, block));
        for (Region region : node.regions()) {
            region.nodes().forEach(inner -> load(inner, known, loaded, block));
            region.yields().forEach(value -> load(value, known, loaded, block));
        }
    }

    private void load(Value value, Set<Value> known, Rewriter loaded, Block block) {
        Value array = arrays.get(value);
        Integer index = indices.get(value);
        if (array != null && index != null && known.add(value)) {
            loaded.replace(value, block.load(names.getOrDefault(value, value.name()), array, block.constant(index)));
        }
    }

    private static Set<Value> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
