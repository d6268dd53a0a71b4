package dev.pullback.processor;

import com.palantir.javapoet.JavaFile;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.pullback.processor.analysis.ActiveEscapes;
import dev.pullback.processor.analysis.Linking;
import dev.pullback.processor.emit.Companion;
import dev.pullback.processor.emit.Derived;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.javac.Attribution;
import dev.pullback.processor.javac.Declarations;
import dev.pullback.processor.javac.Signatures;
import dev.pullback.processor.lower.Lowering;
import dev.pullback.processor.lower.MethodSource;
import dev.pullback.processor.optimise.Optimiser;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.transform.Forward;
import dev.pullback.processor.transform.ForwardDerivative;
import dev.pullback.processor.transform.FusedDerivative;
import dev.pullback.processor.transform.Optimised;
import dev.pullback.processor.transform.Reverse;
import dev.pullback.processor.transform.ReverseDerivative;
import dev.pullback.processor.transform.Unsupported;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The program: from annotated methods to companion classes.
 *
 * <pre>
 * declarations -> lower, with the helpers that are called -> optimise -> link effects -> check
 *   -> Forward, Reverse -> optimise -> emit
 * </pre>
 */
final class Pipeline {

    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final Signatures signatures;
    private final Options options;

    Pipeline(Trees trees, Elements elements, Types types, Options options) {
        this.trees = trees;
        this.elements = elements;
        this.types = types;
        this.options = options;
        this.signatures = new Signatures(trees);
    }

    /** What became of one class. */
    record Outcome(Unit unit, Optional<JavaFile> companion) {}

    /** All classes of a round together: what one method does to its arguments matters to its callers in other classes. */
    List<Outcome> run(Map<TypeElement, List<ExecutableElement>> methods) {
        List<Unit> units = new ArrayList<>();
        methods.forEach((owner, annotated) -> units.add(lowered(owner, annotated)));
        units.forEach(this::optimise);
        link(units);
        units.forEach(unit -> unit.sound().forEach(this::check));
        Map<Candidate, Derived> derived = new LinkedHashMap<>();
        for (Unit unit : units) {
            unit.sound().forEach(candidate -> guarded(candidate, () -> derived.put(candidate, derive(candidate))));
        }
        Failures.spread(units, options.strictness());
        return units.stream().map(unit -> emit(unit, derived)).toList();
    }

    Signatures signatures() {
        return signatures;
    }

    // --- lowering

    private Unit lowered(TypeElement owner, List<ExecutableElement> annotated) {
        Signature first = signatures.of(annotated.get(0));
        CalleeResolver callees = new CalleeResolver(trees, elements, signatures, Signatures.topLevel(owner), first);
        Unit unit = new Unit(owner, callees);
        for (ExecutableElement method : annotated) {
            Candidate candidate = new Candidate(method, signatures.of(method), false);
            unit.candidates.add(candidate);
            Declarations.check(method, candidate.signature, candidate.problems);
        }
        NameClashes.check(unit, elements);
        unit.candidates.forEach(candidate -> lower(candidate, unit));
        for (ExecutableElement helper = callees.nextHelper(); helper != null; helper = callees.nextHelper()) {
            if (!annotated.contains(helper)) {
                Candidate candidate = new Candidate(helper, callees.helper(helper), true);
                unit.candidates.add(candidate);
                lower(candidate, unit);
            }
        }
        return unit;
    }

    private void lower(Candidate candidate, Unit unit) {
        TreePath path = trees.getPath(candidate.method);
        if (path == null || candidate.problems.hasErrors()) {
            return;
        }
        guarded(candidate, () -> {
            Attribution.of(path, trees);
            MethodSource source = new MethodSource(path, candidate.method, candidate.signature);
            Function function = Lowering.of(source, trees, elements, types, unit.callees, candidate.problems);
            if (!candidate.problems.hasErrors()) {
                candidate.function = function;
                options.dump().write(function, "1-lowered");
            }
        });
    }

    // --- optimising, linking, checking

    private void optimise(Unit unit) {
        if (!options.optimise()) {
            return;
        }
        List<Candidate> sound = unit.sound();
        List<Function> functions = Optimiser.primal(functions(sound));
        for (int i = 0; i < sound.size(); i++) {
            sound.get(i).function = functions.get(i);
            options.dump().write(functions.get(i), "2-optimised");
        }
        Failures.dropUncalledHelpers(unit);
    }

    private static void link(List<Unit> units) {
        List<Candidate> sound = units.stream().flatMap(unit -> unit.sound().stream()).toList();
        List<Function> linked = Linking.of(functions(sound));
        for (int i = 0; i < sound.size(); i++) {
            sound.get(i).function = linked.get(i);
        }
    }

    private static List<Function> functions(List<Candidate> sound) {
        return sound.stream().map(Pipeline::function).toList();
    }

    private static Function function(Candidate candidate) {
        Function function = candidate.function;
        if (function == null) {
            throw new IllegalStateException("not lowered: " + candidate.method);
        }
        return function;
    }

    private void check(Candidate candidate) {
        guarded(candidate, () -> {
            ActiveEscapes.check(function(candidate), candidate.problems);
            for (Node node : Node.all(function(candidate).body())) {
                if (node instanceof Node.Call call && !isGenerated(call)) {
                    candidate.problems.report(
                            Problem.NO_COMPANION, call.origin(), call.callee().owner(), call.callee().companion());
                }
            }
        });
    }

    /** Whether the companion of a callee exists already or is being made. */
    private boolean isGenerated(Node.Call call) {
        TypeElement owner = elements.getTypeElement(call.callee().owner());
        boolean inHand = owner != null && trees.getPath(owner) != null;
        return inHand || elements.getTypeElement(call.callee().companion()) != null;
    }

    // --- differentiating

    private Derived derive(Candidate candidate) {
        Function function = function(candidate);
        ForwardDerivative forward = Forward.of(function);
        ReverseDerivative reverse = Reverse.of(function);
        FusedDerivative fused = hasGradient(candidate) ? Reverse.fused(function) : null;
        if (options.optimise()) {
            forward = Optimised.of(forward);
            reverse = Optimised.of(reverse);
            fused = fused == null ? null : Optimised.of(fused);
        }
        options.dump().write(function, "3-forward", forward.body());
        options.dump().write(function, "4-forward-sweep", reverse.forward());
        options.dump().write(function, "5-reverse-sweep", reverse.reverse());
        if (fused != null) {
            options.dump().write(function, "6-gradient", fused.body());
        }
        return new Derived(function, candidate.onDemand, forward, reverse, fused);
    }

    private static boolean hasGradient(Candidate candidate) {
        return !candidate.onDemand
                && candidate.signature.result() instanceof Scalar scalar
                && scalar.differentiable();
    }

    // --- emitting

    private Outcome emit(Unit unit, Map<Candidate, Derived> derived) {
        List<Derived> written = new ArrayList<>();
        List<Signature> stubs = new ArrayList<>();
        for (Candidate candidate : unit.candidates) {
            Derived ready = candidate.isSound() ? derived.get(candidate) : null;
            if (ready != null) {
                written.add(ready);
            } else if (!candidate.onDemand && Failures.wantsStub(candidate, options.strictness())) {
                stubs.add(candidate.signature);
            }
        }
        boolean anything = written.stream().anyMatch(d -> !d.onDemand()) || !stubs.isEmpty();
        if (!anything) {
            return new Outcome(unit, Optional.empty());
        }
        try {
            return new Outcome(unit, Optional.of(Companion.of(written, stubs, generatedIsVisible(unit))));
        } catch (RuntimeException | StackOverflowError e) {
            return emitOneByOne(unit, derived, stubs, e);
        }
    }

    /** One method that cannot be written must not take the others with it. */
    private Outcome emitOneByOne(Unit unit, Map<Candidate, Derived> derived, List<Signature> stubs, Throwable first) {
        List<Signature> left = new ArrayList<>(stubs);
        for (Candidate candidate : unit.candidates) {
            Derived ready = candidate.isSound() ? derived.get(candidate) : null;
            if (ready != null && !candidate.onDemand) {
                try {
                    Companion.of(List.of(ready), List.of(), false);
                } catch (RuntimeException | StackOverflowError e) {
                    internal(candidate, e);
                }
            }
        }
        boolean found = unit.candidates.stream().anyMatch(c -> c.problems.reports().stream()
                .anyMatch(report -> report.problem() == Problem.INTERNAL));
        if (!found) {
            unit.candidates.forEach(candidate -> internal(candidate, first));
        }
        Failures.spread(List.of(unit), options.strictness());
        List<Derived> written = new ArrayList<>();
        for (Candidate candidate : unit.candidates) {
            Derived ready = candidate.isSound() ? derived.get(candidate) : null;
            if (ready != null) {
                written.add(ready);
            } else if (!candidate.onDemand
                    && Failures.wantsStub(candidate, options.strictness())
                    && !left.contains(candidate.signature)) {
                left.add(candidate.signature);
            }
        }
        boolean anything = written.stream().anyMatch(d -> !d.onDemand()) || !left.isEmpty();
        return new Outcome(
                unit,
                anything ? Optional.of(Companion.of(written, left, generatedIsVisible(unit))) : Optional.empty());
    }

    private boolean generatedIsVisible(Unit unit) {
        ModuleElement module = elements.getModuleOf(unit.owner);
        String name = "javax.annotation.processing.Generated";
        return module == null || module.isUnnamed()
                ? elements.getTypeElement(name) != null
                : elements.getTypeElement(module, name) != null;
    }

    // --- trouble

    private interface Step {
        void run();
    }

    /** Whatever goes wrong inside becomes a message about this method. */
    private static void guarded(Candidate candidate, Step step) {
        try {
            step.run();
        } catch (Unsupported e) {
            candidate.problems.report(e.problem(), e.origin(), e.arguments().toArray());
        } catch (RuntimeException | StackOverflowError e) {
            internal(candidate, e);
        }
    }

    private static void internal(Candidate candidate, Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        candidate.problems.report(Problem.INTERNAL, candidate.signature.origin(), candidate.signature.name(), e + place);
    }
}
