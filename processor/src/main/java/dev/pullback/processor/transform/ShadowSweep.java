package dev.pullback.processor.transform;

import dev.pullback.processor.analysis.Activity;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The part of the forward sweep that makes and moves references, run again on shadows: where the forward sweep allocates an active array, its
 * shadow is allocated; where it copies, swaps, selects or stores a reference, so are the shadows. Afterwards every active array of the
 * forward sweep has its shadow, whatever the references did.
 *
 * <p>A loop or branch that moves no reference out of itself is left out here; the reverse sweep makes the shadows of one iteration when it
 * gets there.
 */
final class ShadowSweep {

    private final Activity activity;
    private final ForwardSweep forward;
    private final Map<Value, Value> shadows = new IdentityHashMap<>();
    private final Map<Node, Mirror> replayed = new IdentityHashMap<>();

    ShadowSweep(Activity activity, ForwardSweep forward) {
        this.activity = activity;
        this.forward = forward;
    }

    static String bar(String name) {
        return name.isEmpty() ? "" : name + "Bar";
    }

    void give(Value array, Value shadow) {
        shadows.put(array, shadow);
    }

    boolean has(Value array) {
        return shadows.containsKey(forward.of(array));
    }

    Value of(Value array) {
        Value shadow = shadows.get(forward.of(array));
        if (shadow == null) {
            throw new IllegalStateException("no shadow of " + array);
        }
        return shadow;
    }

    /** The replay of a loop or branch, if it was replayed where it stands. */
    Optional<Mirror> replayOf(Node node) {
        return Optional.ofNullable(replayed.get(node));
    }

    /** Appends the replay of a region of the forward sweep. */
    void replay(Region region, Block block) {
        for (Node node : region.nodes()) {
            node(node, block);
        }
    }

    private boolean isActiveArray(Value value) {
        return value.type() instanceof ArrayType && activity.isActive(value);
    }

    private void node(Node node, Block block) {
        if (node instanceof Node.If n) {
            if (Activities.movesReferences(n, activity)) {
                branch(n, block);
            }
        } else if (node instanceof Node.Protected n) {
            if (Activities.movesReferences(n, activity)) {
                guarded(n, block);
            }
        } else if (node instanceof Node.Loop n) {
            if (Activities.movesReferences(n, activity)) {
                loop(n, block);
            }
        } else if (Activities.storesReference(node, activity)) {
            storeReference(node, block);
        } else if (node.results().size() == 1 && isActiveArray(node.results().get(0))) {
            give(node.results().get(0), define(node, node.results().get(0), block));
        }
    }

    private Value define(Node node, Value array, Block block) {
        String name = bar(array.name());
        if (node instanceof Node.Load n) {
            return block.load(name, of(n.array()), n.index());
        } else if (node instanceof Node.NewArray n) {
            return block.newArray(name, array.type(), n.dimensions());
        } else if (node instanceof Node.Const) {
            return block.zero(array.type());
        } else if (node instanceof Node.Bulk n) {
            return copy(n, array, block);
        }
        // the result of a call: something new, or the argument that it turned out to be
        return select(
                array, block, inside -> Shadows.zerosLike(inside, name, array), (inside, argument) -> of(argument));
    }

    /** The choice that belongs to the result of a call: one value if it is something new, another for each argument that it may be. */
    Value select(Value array, Block block, Function<Block, Value> isNew, BiFunction<Block, Value, Value> isArgument) {
        Map<Value, Value> arguments = forward.argumentsLike(array);
        if (arguments.isEmpty()) {
            return isNew.apply(block);
        }
        Value shadow = null;
        Block first = block.child();
        Value otherwise = isNew.apply(first);
        List<Map.Entry<Value, Value>> entries = new ArrayList<>(arguments.entrySet());
        Region rest = first.yielding(List.of(otherwise));
        for (int i = entries.size() - 1; i >= 0; i--) {
            shadow = new Value(array.type(), bar(array.name()));
            Block side = block.child();
            Region taken =
                    side.yielding(List.of(isArgument.apply(side, entries.get(i).getKey())));
            Node choice = new Node.If(
                    List.of(shadow),
                    entries.get(i).getValue(),
                    taken,
                    rest,
                    new Mirror().region().region().origin());
            if (i == 0) {
                block.append(choice);
            } else {
                rest = new Region(List.of(choice), List.of(shadow));
            }
        }
        if (shadow == null) {
            throw new IllegalStateException("no choice");
        }
        return shadow;
    }

    /** A copy of scalars starts with a shadow of zeros; a copy of references refers to the same rows, in the shadow too. */
    private Value copy(Node.Bulk node, Value array, Block block) {
        Value source = node.operands().get(0);
        if (Shadows.isRankOne(array)) {
            return switch (node.kind()) {
                case COPY_OF ->
                    block.newArray(
                            bar(array.name()),
                            array.type(),
                            List.of(node.operands().get(1)));
                case COPY_OF_RANGE ->
                    block.newArray(
                            bar(array.name()),
                            array.type(),
                            List.of(block.op(
                                    Primitive.SUB,
                                    node.operands().get(2),
                                    node.operands().get(1))));
                // a source that nothing active was ever put into has no shadow
                default ->
                    has(source)
                            ? Shadows.zerosLike(block, bar(array.name()), of(source))
                            : block.newArray(bar(array.name()), array.type(), List.of(block.length(source)));
            };
        }
        List<Value> operands = new ArrayList<>(node.operands());
        operands.set(0, of(source));
        Value result = new Value(array.type(), bar(array.name()));
        block.append(new Node.Bulk(result, node.kind(), operands, block.origin()));
        return result;
    }

    private void storeReference(Node node, Block block) {
        if (node instanceof Node.Store n) {
            block.store(of(n.array()), n.index(), of(n.value()));
        } else if (node instanceof Node.Bulk n) {
            List<Value> operands = new ArrayList<>();
            for (Value operand : n.operands()) {
                operands.add(operand.type() instanceof ArrayType ? of(operand) : operand);
            }
            block.append(new Node.Bulk(null, n.kind(), operands, block.origin()));
        }
    }

    private void branch(Node.If node, Block block) {
        Mirror mirror = new Mirror().region(node.then()).region(node.otherwise());
        List<Integer> moved = indices(node.results(), 0);
        Region then = branchRegion(node.then(), moved, block);
        Region otherwise = branchRegion(node.otherwise(), moved, block);
        List<Value> results = new ArrayList<>();
        for (int i : moved) {
            Value array = node.results().get(i);
            Value shadow = new Value(array.type(), bar(array.name()));
            give(array, shadow);
            results.add(shadow);
        }
        replayed.put(node, mirror);
        block.append(new Node.If(results, forward.of(node.condition()), then, otherwise, mirror.origin()));
    }

    /** Whoever gets here has come out of the body as usual: its replay is a branch that is always taken. */
    private void guarded(Node.Protected node, Block block) {
        Mirror mirror = new Mirror().region(node.body()).region();
        List<Integer> moved = indices(node.bodyResults(), 0);
        Region body = branchRegion(node.body(), moved, block);
        List<Value> results = new ArrayList<>();
        Block never = block.child();
        List<Value> nothing = new ArrayList<>();
        for (int i : moved) {
            Value array = node.results().get(i);
            Value shadow = new Value(array.type(), bar(array.name()));
            give(array, shadow);
            results.add(shadow);
            nothing.add(never.zero(array.type()));
        }
        replayed.put(node, mirror);
        Value always = block.constant(true);
        block.append(new Node.If(results, always, body, never.yielding(nothing), mirror.origin()));
    }

    private Region branchRegion(Region region, List<Integer> moved, Block block) {
        Block inside = block.child();
        if (Activities.alwaysThrows(region)) {
            return inside.yielding(moved.stream()
                    .map(i -> inside.zero(region.yields().get(i).type()))
                    .toList());
        }
        replay(region, inside);
        return inside.yielding(
                moved.stream().map(i -> of(region.yields().get(i))).toList());
    }

    private List<Integer> indices(List<Value> values, int from) {
        List<Integer> found = new ArrayList<>();
        for (int i = from; i < values.size(); i++) {
            if (isActiveArray(values.get(i))) {
                found.add(i);
            }
        }
        return found;
    }

    private void loop(Node.Loop loop, Block block) {
        Trips trips = forward.trips(loop);
        String counter = loop.counter().isPresent() ? loop.counterParam().name() : "";
        Trips.Header header = Trips.header(trips, false, counter, block);
        Mirror mirror = new Mirror().region().region(loop.body()).counting(header.counter(), trips);
        List<Integer> moved = indices(loop.params(), loop.carriedFrom());
        List<Value> params = new ArrayList<>();
        List<Value> inits = new ArrayList<>();
        List<Value> results = new ArrayList<>();
        for (int i : moved) {
            Value array = loop.params().get(i);
            Value param = new Value(array.type(), bar(array.name()));
            Value result = param.fresh();
            inits.add(of(loop.inits().get(i)));
            params.add(param);
            results.add(result);
            give(array, param);
            give(loop.results().get(i), result);
        }
        Block inside = block.child();
        replay(loop.body(), inside);
        List<Value> next = moved.stream().map(i -> of(loop.next(i))).toList();
        replayed.put(loop, mirror);
        block.append(header.loop(results, inits, params, inside, next, mirror));
    }
}
