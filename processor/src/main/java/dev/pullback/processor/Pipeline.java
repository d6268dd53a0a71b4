package dev.pullback.processor;

import dev.pullback.processor.analysis.ActiveEscapes;
import dev.pullback.processor.analysis.Linking;
import dev.pullback.processor.analysis.Memory;
import dev.pullback.processor.emit.Derived;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.optimise.Optimiser;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.transform.Forward;
import dev.pullback.processor.transform.ForwardDerivative;
import dev.pullback.processor.transform.FusedDerivative;
import dev.pullback.processor.transform.Optimised;
import dev.pullback.processor.transform.Packing;
import dev.pullback.processor.transform.Reverse;
import dev.pullback.processor.transform.ReverseDerivative;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The program: from lowered methods to their derivatives.
 *
 * <pre>
 * lowered, with the helpers that are called -> optimise -> link effects -> check -> Forward, Reverse -> optimise
 * </pre>
 */
final class Pipeline {

    private final Options options;
    private final Dump dump;

    private Pipeline(Options options) {
        this.options = options;
        this.dump = options.dump();
    }

    /** All classes together: what one method does to its arguments matters to its callers in other classes. */
    static Map<Candidate, Derived> derivatives(List<Unit> units, Options options) {
        Pipeline pipeline = new Pipeline(options);
        units.forEach(pipeline::optimise);
        pipeline.link(units);
        units.forEach(unit -> unit.candidates.forEach(candidate -> pipeline.check(candidate, unit.callees)));
        Map<Candidate, Derived> derived = new LinkedHashMap<>();
        for (Unit unit : units) {
            for (Candidate candidate : unit.sound()) {
                Guard.run(candidate, () -> derived.put(candidate, pipeline.derive(candidate)));
            }
        }
        Failures.spread(units, options.strictness());
        units.forEach(Failures::dropOrphans);
        return derived;
    }

    private void optimise(Unit unit) {
        Guard.together(unit.candidates, this::optimised);
        Failures.dropInlined(unit);
        dump("2-optimised", unit.sound());
    }

    private List<Function> optimised(List<Function> functions) {
        return options.optimise() ? Optimiser.primal(functions) : Optimiser.inlined(functions);
    }

    private void link(List<Unit> units) {
        List<Candidate> all =
                units.stream().flatMap(unit -> unit.candidates.stream()).toList();
        Guard.together(all, Linking::of);
        dump("3-linked", all.stream().filter(Candidate::isSound).toList());
    }

    /** A method that was refused already is looked at too, as far as it goes: the user sees all that is wrong with it at once. */
    private void check(Candidate candidate, CalleeResolver callees) {
        if (candidate.function == null) {
            return;
        }
        Guard.run(candidate, () -> {
            Function own = Guard.function(candidate);
            Function function =
                    candidate.isSound() ? own : optimised(List.of(own)).get(0);
            if (!candidate.onDemand) {
                nothingToDifferentiate(candidate, function);
            }
            ActiveEscapes.check(function, candidate.problems);
            for (Node node : Node.all(function.body())) {
                if (node instanceof Node.Call call && !callees.isGenerated(call.callee())) {
                    candidate.problems.report(
                            Problem.NO_COMPANION,
                            call.origin(),
                            call.callee().owner() + "." + call.callee().name(),
                            call.callee().companion().pullback().java());
                }
            }
        });
    }

    /** Whether it writes an array that it is given is known only now. */
    private static void nothingToDifferentiate(Candidate candidate, Function function) {
        Memory memory = Memory.of(function);
        List<Signature.Parameter> parameters = candidate.signature.parameters();
        boolean input = parameters.stream().anyMatch(Signature.Parameter::active);
        boolean output = candidate.signature.activeResults().contains(true);
        for (int i = 0; i < parameters.size(); i++) {
            Value param = function.params().get(i);
            output |= parameters.get(i).active() && param.type().isArray() && memory.isWrittenAnywhere(param);
        }
        if (input && !output) {
            candidate.problems.report(
                    Problem.NOTHING_TO_DIFFERENTIATE, candidate.signature.origin(), candidate.signature.name());
        }
    }

    private Derived derive(Candidate candidate) {
        Function function = Guard.function(candidate);
        ForwardDerivative forward = Forward.of(function);
        dump("4-forward", forward);
        ReverseDerivative reverse = Reverse.of(function);
        dump("5-reverse", reverse);
        FusedDerivative fused = hasGradient(candidate) ? Reverse.fused(function) : null;
        if (options.optimise()) {
            forward = Optimised.of(forward);
            dump("6-forward-optimised", forward);
            reverse = Optimised.of(reverse);
            dump("7-reverse-optimised", reverse);
            fused = fused == null ? null : Optimised.of(fused);
        }
        if (fused != null) {
            dump.after("8-gradient", function, together(fused.params(), fused.shadows()), fused.body());
        }
        return new Derived(function, candidate.onDemand, forward, Packing.of(reverse), fused);
    }

    private static boolean hasGradient(Candidate candidate) {
        return !candidate.onDemand && candidate.signature.result() instanceof Scalar scalar && scalar.differentiable();
    }

    // --- after every stage

    private void dump(String stage, List<Candidate> candidates) {
        candidates.forEach(candidate -> Guard.run(candidate, () -> dump.after(stage, Guard.function(candidate))));
    }

    private void dump(String stage, ForwardDerivative forward) {
        dump.after(stage, forward.primal(), together(forward.params(), forward.tangents()), forward.body());
    }

    private void dump(String stage, ReverseDerivative derivative) {
        dump.after(stage + "-forward-sweep", derivative.primal(), derivative.params(), derivative.forward());
        List<Value> inScope = together(derivative.params(), derivative.shadows());
        derivative.seed().ifPresent(inScope::add);
        inScope.addAll(definedIn(derivative.forward()));
        dump.after(stage + "-reverse-sweep", derivative.primal(), inScope, derivative.reverse());
    }

    private static List<Value> definedIn(Region region) {
        return region.nodes().stream().flatMap(node -> node.results().stream()).toList();
    }

    private static List<Value> together(List<Value> some, List<Value> more) {
        List<Value> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
