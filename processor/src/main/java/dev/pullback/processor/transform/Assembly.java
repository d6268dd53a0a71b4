package dev.pullback.processor.transform;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Layout;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts records together again where a derivative meets its caller: the leaves of parameters, tangents and seeds are read from the records at
 * the start, and the tangents of a result are put into one at the end. The cotangents that a reverse sweep yields stay apart.
 *
 * <pre>
 * jvp of (q, qSpot, qN), (qSpotDot)        jvp of (q), (qDot)
 *   y = MUL qSpot, qSpot                     qSpot = invoke q.spot(); qSpotDot = invoke qDot.spot()
 *   ...                                      y = MUL qSpot, qSpot
 * </pre>
 */
final class Assembly {

    private final Function primal;
    private final Signature signature;

    private Assembly(Function primal) {
        this.primal = primal;
        this.signature = primal.signature();
    }

    private boolean concernsRecords() {
        return signature.result() instanceof RecordType
                || signature.parameters().stream().anyMatch(parameter -> parameter.type() instanceof RecordType);
    }

    static ForwardDerivative of(ForwardDerivative forward) {
        Assembly assembly = new Assembly(forward.primal());
        return assembly.concernsRecords() ? assembly.assembled(forward) : forward;
    }

    static FusedDerivative of(FusedDerivative fused) {
        Assembly assembly = new Assembly(fused.primal());
        if (!assembly.concernsRecords()) {
            return fused;
        }
        Block entry = new Block(Origin.NONE);
        assembly.readParameters(entry, used(fused.body()));
        Region body = behind(entry, fused.body(), fused.body().yields());
        return new FusedDerivative(fused.primal(), assembly.given(), fused.shadows(), body);
    }

    /** @param seeds of the active results, in order */
    static ReverseDerivative of(
            Function primal,
            Region forward,
            List<Value> seeds,
            List<Value> shadows,
            Region reverse,
            List<Value> crossing,
            Effects effects) {
        Assembly assembly = new Assembly(primal);
        Optional<Value> seed = seeds.stream().findFirst();
        if (!assembly.concernsRecords()) {
            return new ReverseDerivative(primal, primal.params(), forward, seed, shadows, reverse, crossing, effects);
        }
        Block start = new Block(Origin.NONE);
        Set<Value> used = used(forward);
        used.addAll(crossing);
        assembly.readParameters(start, used);
        List<Value> yields = forward.yields().stream().limit(1).toList();
        Block back = new Block(Origin.NONE);
        if (primal.signature().result() instanceof RecordType record && !seeds.isEmpty()) {
            Value all = new Value(record.tangentType(), "resultBar");
            seed = Optional.of(all);
            assembly.readTangents(record, all, seeds, RecordValues.Null.THROWS, used(reverse), back);
        }
        return new ReverseDerivative(
                primal,
                assembly.given(),
                behind(start, forward, yields),
                seed,
                shadows,
                behind(back, reverse, reverse.yields()),
                crossing,
                effects);
    }

    private ForwardDerivative assembled(ForwardDerivative forward) {
        Block entry = new Block(Origin.NONE);
        Set<Value> used = used(forward.body());
        readParameters(entry, used);
        List<Value> tangents = new ArrayList<>();
        int next = 0;
        for (Layout.Group group : signature.groups()) {
            if (!signature.isActive(group)) {
                continue;
            }
            if (!(group.type() instanceof RecordType record)) {
                tangents.add(forward.tangents().get(next++));
                continue;
            }
            Value all = new Value(
                    record.tangentType(),
                    Forward.dot(signature.parameters().get(group.index()).name()));
            int count = (int)
                    record.leaves().stream().filter(RecordType.Leaf::active).count();
            List<Value> own = forward.tangents().subList(next, next + count);
            readTangents(record, all, own, mode(group), used, entry);
            tangents.add(all);
            next += count;
        }
        return new ForwardDerivative(primal, given(), tangents, withResult(entry, forward.body()));
    }

    private Region withResult(Block entry, Region body) {
        if (!(signature.result() instanceof RecordType record)) {
            return behind(entry, body, body.yields());
        }
        int leaves = record.leaves().size();
        entry.nodes().addAll(body.nodes());
        List<Value> active = body.yields().subList(1 + leaves, body.yields().size());
        List<Value> yields = new ArrayList<>(body.yields().subList(0, 1));
        if (!active.isEmpty()) {
            yields.add(RecordValues.tangent(entry, "", record, active));
        }
        return entry.yielding(yields);
    }

    private List<Value> given() {
        return signature.groups().stream()
                .map(group -> primal.params().get(group.index()))
                .toList();
    }

    // --- what is read

    private RecordValues.Null mode(Layout.Group group) {
        return signature.parameters().get(group.index()).mayBeNull()
                ? RecordValues.Null.IS_ZEROS
                : RecordValues.Null.THROWS;
    }

    private void readParameters(Block block, Set<Value> used) {
        for (Layout.Group group : signature.groups()) {
            if (group.type() instanceof RecordType record) {
                Value root = primal.params().get(group.index());
                RecordValues values = new RecordValues(block, record, root, mode(group));
                for (int i : group.leaves()) {
                    Value leaf = primal.params().get(i);
                    if (used.contains(leaf)) {
                        values.read(leaf, signature.parameters().get(i).path());
                    }
                }
            }
        }
    }

    private void readTangents(
            RecordType record, Value all, List<Value> own, RecordValues.Null mode, Set<Value> used, Block block) {
        RecordValues values = new RecordValues(block, record, all, mode);
        List<RecordType.Leaf> active =
                record.leaves().stream().filter(RecordType.Leaf::active).toList();
        for (int k = 0; k < own.size(); k++) {
            if (used.contains(own.get(k))) {
                values.read(own.get(k), active.get(k).path());
            }
        }
    }

    private static Set<Value> used(Region region) {
        Set<Value> used = Collections.newSetFromMap(new IdentityHashMap<>());
        used.addAll(region.yields());
        for (Node node : Node.all(region)) {
            used.addAll(node.operands());
            node.regions().forEach(inner -> used.addAll(inner.yields()));
        }
        return used;
    }

    private static Region behind(Block entry, Region region, List<Value> yields) {
        entry.nodes().addAll(region.nodes());
        return entry.yielding(yields);
    }
}
