package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The order of the passes, before the transformations and after them. */
public final class Optimiser {

    /** How often each pass runs: what one has simplified, another can use. */
    private static final int ROUNDS = 3;

    /**
     * A region and what has become of values that somebody else reads.
     *
     * @param kept for each value that was to be kept, in order, the one to read instead: itself or an equal one
     */
    public record Kept(Region region, List<Value> kept) {

        public Kept {
            kept = List.copyOf(kept);
        }
    }

    private Optimiser() {}

    /** What is to be differentiated: the functions of one top-level class, as many and in the same order. */
    public static List<Function> primal(List<Function> functions) {
        return inlined(functions).stream()
                .map(function ->
                        new Function(function.signature(), function.params(), passes(function.body(), Policy.PRIMAL)))
                .map(Sinking::of)
                .toList();
    }

    /** No more than what derivatives need to be right: callees in place of calls, and what one branch reads in that branch. */
    public static List<Function> inlined(List<Function> functions) {
        return Inliner.of(functions).stream().map(Sinking::of).toList();
    }

    /** A forward sweep: the primal with additions. Everything in it is treated as the primal. */
    public static Kept forwardSweep(Region region, List<Value> keep) {
        return keeping(region, keep, Policy.PRIMAL);
    }

    /** Derivative code only, a reverse sweep. */
    public static Region derivative(Region region) {
        return passes(region, Policy.DERIVATIVE);
    }

    /** Derivative code only, of which somebody else reads more than it yields. */
    public static Kept derivative(Region region, List<Value> keep) {
        return keeping(region, keep, Policy.DERIVATIVE);
    }

    /**
     * Primal and derivative code in one region: the forward mode, or both sweeps of a gradient.
     *
     * @param primal the values that the primal's nodes define in the region
     */
    public static Region mixed(Region region, Iterable<Value> primal) {
        return passes(region, Policy.mixed(primal));
    }

    private static Kept keeping(Region region, List<Value> keep, Policy policy) {
        int own = region.yields().size();
        List<Value> yields = new ArrayList<>(region.yields());
        yields.addAll(keep);
        Region now = passes(new Region(region.nodes(), yields), policy);
        return new Kept(
                new Region(now.nodes(), now.yields().subList(0, own)),
                now.yields().subList(own, yields.size()));
    }

    private static Region passes(Region region, Policy policy) {
        Region now = region;
        for (int round = 0; round < ROUNDS; round++) {
            now = Fold.of(now, policy);
            now = CommonSubexpressions.of(now, policy);
            now = LoopInvariants.of(now);
            now = Counters.of(now);
            now = DeadCode.of(now, Set.of(), policy);
        }
        return now;
    }
}
