package dev.pullback.processor.transform;

import dev.pullback.processor.analysis.Activity;
import dev.pullback.processor.analysis.FewElements;
import dev.pullback.processor.analysis.Linking;
import dev.pullback.processor.analysis.Memory;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.optimise.DeadCode;
import dev.pullback.processor.optimise.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reverse mode: the forward sweep, then {@link ShadowSweep} and {@link ReverseSweep}, tied together by {@link Availability}. Both shapes come
 * from it: two sweeps that meet in the fields of a pullback, or one body.
 */
public final class Reverse {

    private final Function primal;
    private final Memory memory;
    private final Activity activity;
    private final ForwardSweep forward;
    private final List<Value> shadowParams = new ArrayList<>();
    private final Mirror top;
    private final Block block = new Block(Origin.NONE);

    private Reverse(Function primal) {
        this.primal = primal;
        this.memory = Memory.of(primal);
        this.activity = Activity.of(primal, memory);
        this.forward = ForwardSweep.of(primal, memory, activity);
        this.top = new Mirror().region(forward.region());
    }

    /** The two sweeps of a pullback. */
    public static ReverseDerivative of(Function primal) {
        return unnested(Unnesting.of(primal));
    }

    private static ReverseDerivative unnested(Function primal) {
        Reverse reverse = new Reverse(primal);
        Map<Integer, Value> seeds = reverse.seeds();
        Region sweep = reverse.sweep(seeds, MovedRows.IN_AND_OUT);
        List<Value> given = new ArrayList<>(reverse.shadowParams);
        given.addAll(seeds.values());
        Availability.Result result = Availability.of(
                primal.params(),
                reverse.forward,
                given,
                sweep,
                reverse.top,
                reverse.memory,
                Optional.of(FewElements.of(primal, reverse.memory)));
        return Assembly.of(
                primal,
                result.forward(),
                List.copyOf(seeds.values()),
                reverse.shadowParams,
                result.reverse(),
                result.crossing(),
                reverse.effects(result.crossing()));
    }

    /** Value and gradient of a method whose result is a {@code double} or a {@code float}. */
    public static FusedDerivative fused(Function primal) {
        return unnestedFused(Unnesting.of(primal));
    }

    private static FusedDerivative unnestedFused(Function primal) {
        Reverse reverse = new Reverse(primal);
        Value one = reverse.block.number((Scalar) primal.signature().result(), 1);
        Region sweep = reverse.sweep(Map.of(0, one), MovedRows.OUT);
        Availability.Result result = Availability.of(
                primal.params(),
                reverse.forward,
                reverse.shadowParams,
                sweep,
                reverse.top,
                reverse.memory,
                Optional.empty());
        List<Node> nodes = new ArrayList<>(result.forward().nodes());
        nodes.addAll(result.reverse().nodes());
        List<Value> yields = new ArrayList<>(result.forward().yields());
        yields.addAll(result.reverse().yields());
        return Assembly.of(
                new FusedDerivative(primal, primal.params(), reverse.shadowParams, new Region(nodes, yields)));
    }

    /** The cotangents of what the function yields, by index. */
    private Map<Integer, Value> seeds() {
        Map<Integer, Value> seeds = new LinkedHashMap<>();
        Signature signature = primal.signature();
        List<Boolean> active = signature.activeResults();
        for (int k = 0; k < active.size(); k++) {
            if (active.get(k)) {
                List<String> path = signature.result() instanceof RecordType record
                        ? record.leaves().get(k - 1).path()
                        : List.of();
                Value result = primal.body().yields().get(k);
                seeds.put(k, new Value(result.type(), ShadowSweep.bar(RecordType.leafName("result", path))));
            }
        }
        return seeds;
    }

    /** What is done with the shadow of a parameter whose rows the method moves. */
    private enum MovedRows {
        /** It comes in with the final rows and goes out with the initial ones. */
        IN_AND_OUT,
        /** It is zero and has the initial rows all the time. */
        OUT
    }

    private Region sweep(Map<Integer, Value> seeds, MovedRows movedRows) {
        for (Node node : Node.all(forward.region())) {
            if (node instanceof Node.Const constant && constant.literal() != null) {
                // pow(x, 2) is differentiated as a product
                block.know(constant.result(), constant.literal());
            }
        }
        ShadowSweep shadows = new ShadowSweep(activity, forward);
        List<Moved> moved = new ArrayList<>();
        List<Value> scalars = new ArrayList<>();
        for (int i = 0; i < primal.params().size(); i++) {
            Value param = primal.params().get(i);
            Signature.Parameter parameter = primal.signature().parameters().get(i);
            if (parameter.active() && param.type() instanceof ArrayType) {
                Value shadow = new Value(param.type(), ShadowSweep.bar(parameter.name()));
                shadowParams.add(shadow);
                shadows.give(param, forward.shapeOf(param).isPresent() ? moved(param, shadow, moved) : shadow);
            } else if (parameter.active()) {
                scalars.add(param);
            } else if (param.type() instanceof ArrayType && activity.isActive(param)) {
                Value shape = forward.shapeOf(param).orElse(param);
                shadows.give(param, Shadows.zerosLike(block, ShadowSweep.bar(param.name()), shape));
            }
        }
        ReverseSweep reverse = new ReverseSweep(activity, forward, shadows);
        ReverseSweep.Bars bars = new ReverseSweep.Bars();
        shadows.replay(forward.region(), block);
        if (movedRows == MovedRows.IN_AND_OUT) {
            moved.forEach(m -> Shadows.add(block, m.inside(), m.shadow()));
        }
        seeds.forEach((k, bar) -> plant(forward.region().yields().get(k), bar, shadows, reverse, bars));
        reverse.retrace(forward.region(), block, bars, top.sources(0));
        block.at(Origin.NONE);
        for (Moved m : moved) {
            if (movedRows == MovedRows.IN_AND_OUT) {
                Shadows.replaceRows(block, m.shadow(), m.initial());
            } else {
                Shadows.add(block, m.shadow(), m.initial());
            }
        }
        List<Value> cotangents =
                scalars.stream().map(param -> bars.take(param, block)).toList();
        // what nobody reads must not make the forward sweep keep anything
        return DeadCode.of(block.yielding(cotangents), Set.of(), Policy.DERIVATIVE);
    }

    /**
     * A parameter whose rows the method moves.
     *
     * @param shadow as the caller sees it
     * @param inside the shadow that follows what the method does
     * @param initial the rows of that, as they were on entry
     */
    private record Moved(Value shadow, Value inside, Value initial) {}

    private Value moved(Value param, Value shadow, List<Moved> moved) {
        Value inside = Shadows.zerosLike(
                block, param.name() + "Shadow", forward.shapeOf(param).orElseThrow());
        moved.add(new Moved(shadow, inside, Shadows.sameRows(block, param.name() + "Initial", inside)));
        return inside;
    }

    private void plant(Value result, Value seed, ShadowSweep shadows, ReverseSweep reverse, ReverseSweep.Bars bars) {
        if (!activity.isActive(result)) {
            return;
        }
        if (result.type() instanceof ArrayType) {
            Shadows.add(block, shadows.of(result), seed);
        } else {
            reverse.accumulate(result, seed, block, bars);
        }
    }

    private Effects effects(List<Value> crossing) {
        Effects known = Linking.effectsOf(primal);
        TreeSet<Integer> readAgain = new TreeSet<>();
        for (int i : known.readAgain()) {
            if (crossing.contains(primal.params().get(i))) {
                readAgain.add(i);
            }
        }
        return new Effects(known.written(), readAgain, known.resultAliases(), known.movesRows());
    }
}
