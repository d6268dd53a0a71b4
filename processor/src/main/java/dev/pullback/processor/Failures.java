package dev.pullback.processor;

import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.javac.Reporter;
import dev.pullback.processor.javac.Signatures;
import dev.pullback.processor.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a method that cannot be differentiated means for those that call it. */
final class Failures {

    private record Key(String owner, String name, List<Type> parameters) {}

    private Failures() {}

    /**
     * Marks the callers of failed methods as failed. A failed helper leaves nothing behind that its callers could call; an annotated
     * method leaves a stub, unless what is wrong with it is only a warning.
     */
    static void spread(List<Unit> units, Reporter.Strictness strictness) {
        boolean changed = true;
        while (changed) {
            Set<Key> missing = missing(units, strictness);
            changed = false;
            for (Unit unit : units) {
                for (Candidate candidate : unit.sound()) {
                    Optional<Node.Call> call = firstCall(candidate, missing);
                    if (call.isPresent()) {
                        candidate.failed = true;
                        candidate.problems.report(
                                Problem.CALLS_UNSUPPORTED,
                                call.get().origin(),
                                call.get().callee().name());
                        changed = true;
                    }
                }
            }
        }
    }

    private static Set<Key> missing(List<Unit> units, Reporter.Strictness strictness) {
        Set<Key> missing = new LinkedHashSet<>();
        for (Unit unit : units) {
            for (Candidate candidate : unit.candidates) {
                boolean gone = candidate.onDemand || strictness == Reporter.Strictness.WARNINGS;
                if (!candidate.isSound() && gone) {
                    missing.add(key(candidate));
                }
            }
        }
        return missing;
    }

    private static Optional<Node.Call> firstCall(Candidate candidate, Set<Key> missing) {
        if (candidate.function == null) {
            return Optional.empty();
        }
        return Node.all(candidate.function.body()).stream()
                .filter(Node.Call.class::isInstance)
                .map(Node.Call.class::cast)
                .filter(call -> missing.contains(key(call.callee())))
                .findFirst();
    }

    private static Key key(Callee callee) {
        return new Key(callee.owner(), callee.name(), callee.parameters());
    }

    /** Removes the sound helpers that have been inlined wherever they were called. */
    static void dropUncalledHelpers(Unit unit) {
        Set<Key> called = new LinkedHashSet<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Candidate candidate : unit.candidates) {
                if (candidate.function == null || (candidate.onDemand && !called.contains(key(candidate)))) {
                    continue;
                }
                for (Node node : Node.all(candidate.function.body())) {
                    changed |= node instanceof Node.Call call && called.add(key(call.callee()));
                }
            }
        }
        unit.candidates.removeIf(
                candidate -> candidate.onDemand && candidate.isSound() && !called.contains(key(candidate)));
    }

    private static Key key(Candidate candidate) {
        Signature signature = candidate.signature;
        return new Key(
                Signatures.ownerOf(signature),
                signature.name(),
                signature.parameters().stream().map(Signature.Parameter::type).toList());
    }

    /** With errors the companion keeps all its members, so that nothing else fails; with warnings the method is left out. */
    static boolean wantsStub(Candidate candidate, Reporter.Strictness strictness) {
        boolean hasType = candidate.signature.parameters().stream().anyMatch(Signature.Parameter::active);
        return strictness == Reporter.Strictness.ERRORS && hasType;
    }
}
