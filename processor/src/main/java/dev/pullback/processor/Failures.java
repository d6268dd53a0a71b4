package dev.pullback.processor;

import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.javac.Declarations;
import dev.pullback.processor.javac.Reporter;
import dev.pullback.processor.javac.Signatures;
import dev.pullback.processor.problem.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /** Forgets helpers that nobody calls any more, since they have been inlined. */
    static void dropInlined(Unit unit) {
        dropHelpers(unit, unit.candidates);
    }

    /** Forgets helpers that only methods without derivatives call. */
    static void dropOrphans(Unit unit) {
        dropHelpers(unit, unit.sound());
    }

    private static void dropHelpers(Unit unit, List<Candidate> callers) {
        Map<Key, Candidate> helpers = new LinkedHashMap<>();
        Deque<Candidate> used = new ArrayDeque<>();
        for (Candidate candidate : unit.candidates) {
            if (candidate.onDemand && candidate.isSound()) {
                helpers.put(key(candidate.signature), candidate);
            } else if (callers.contains(candidate)) {
                used.add(candidate);
            }
        }
        while (!used.isEmpty()) {
            for (Node.Call call : calls(used.remove())) {
                Candidate helper = helpers.remove(key(call.callee()));
                if (helper != null) {
                    used.add(helper);
                }
            }
        }
        unit.candidates.removeAll(helpers.values());
    }

    private static Set<Key> missing(List<Unit> units, Reporter.Strictness strictness) {
        Set<Key> missing = new LinkedHashSet<>();
        for (Unit unit : units) {
            for (Candidate candidate : unit.candidates) {
                boolean gone = candidate.onDemand || strictness == Reporter.Strictness.WARNINGS;
                if (!candidate.isSound() && gone) {
                    missing.add(key(candidate.signature));
                }
            }
        }
        return missing;
    }

    private static Optional<Node.Call> firstCall(Candidate candidate, Set<Key> missing) {
        return calls(candidate).stream()
                .filter(call -> missing.contains(key(call.callee())))
                .findFirst();
    }

    private static List<Node.Call> calls(Candidate candidate) {
        if (candidate.function == null) {
            return List.of();
        }
        return Node.all(candidate.function.body()).stream()
                .filter(Node.Call.class::isInstance)
                .map(Node.Call.class::cast)
                .filter(call -> call.callee().isDifferentiated())
                .toList();
    }

    private static Key key(Callee callee) {
        return new Key(callee.owner(), callee.name(), callee.parameters());
    }

    private static Key key(Signature signature) {
        return new Key(
                Signatures.ownerOf(signature),
                signature.name(),
                signature.parameters().stream().map(Signature.Parameter::type).toList());
    }

    /**
     * With errors the companion keeps all its members, so that nothing else fails, but for those that Java does not allow; with warnings the
     * method is left out.
     */
    static boolean wantsStub(Candidate candidate, Reporter.Strictness strictness) {
        boolean hasType = candidate.signature.parameters().stream().anyMatch(Signature.Parameter::active);
        boolean clashes = candidate.problems.reports().stream().anyMatch(r -> r.problem() == Problem.NAME_CLASH);
        return strictness == Reporter.Strictness.ERRORS
                && hasType
                && !clashes
                && Declarations.canBeStub(candidate.method, candidate.signature);
    }
}
