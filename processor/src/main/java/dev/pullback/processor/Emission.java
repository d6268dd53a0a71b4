package dev.pullback.processor;

import com.palantir.javapoet.JavaFile;
import dev.pullback.processor.emit.Companion;
import dev.pullback.processor.emit.Derived;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.javac.Reporter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.Elements;

/** Companion classes: derivatives where there are any, stubs where something went wrong. */
final class Emission {

    private static final String GENERATED = "javax.annotation.processing.Generated";

    private final Map<Candidate, Derived> derived;
    private final Elements elements;
    private final Reporter.Strictness strictness;

    Emission(Map<Candidate, Derived> derived, Elements elements, Reporter.Strictness strictness) {
        this.derived = derived;
        this.elements = elements;
        this.strictness = strictness;
    }

    /** All of them together: a method that cannot be written takes those with it that call it, in other classes too. */
    Map<Unit, JavaFile> companions(List<Unit> units) {
        Map<Unit, JavaFile> files = new LinkedHashMap<>();
        boolean failed = false;
        for (Unit unit : units) {
            if (unit.namesake != null) {
                continue;
            }
            try {
                written(unit).ifPresent(file -> files.put(unit, file));
            } catch (RuntimeException | StackOverflowError e) {
                blame(unit, e);
                failed = true;
            }
        }
        if (!failed) {
            return files;
        }
        Failures.spread(units, strictness);
        return companions(units);
    }

    private Optional<JavaFile> written(Unit unit) {
        List<Derived> ready = new ArrayList<>();
        List<Signature> stubs = new ArrayList<>();
        for (Candidate candidate : unit.candidates) {
            Derived own = derived.get(candidate);
            if (own != null && candidate.isSound()) {
                ready.add(own);
            } else if (!candidate.onDemand && Failures.wantsStub(candidate, strictness)) {
                stubs.add(candidate.signature);
            }
        }
        boolean anything = ready.stream().anyMatch(d -> !d.onDemand()) || !stubs.isEmpty();
        return anything
                ? Optional.of(Companion.of(ready, stubs, unit.observers, seesGenerated(unit)))
                : Optional.empty();
    }

    /** One method that cannot be written must not take the others with it. */
    private void blame(Unit unit, Throwable e) {
        List<Candidate> sound = unit.sound();
        for (Candidate candidate : sound) {
            Derived own = derived.get(candidate);
            if (own != null) {
                Derived alone = new Derived(own.primal(), false, own.forward(), own.reverse(), own.fused());
                Guard.run(candidate, () -> Companion.of(List.of(alone), List.of(), List.of(), false));
            }
        }
        if (sound.stream().allMatch(Candidate::isSound)) {
            sound.forEach(candidate -> Guard.internal(candidate, e));
        }
    }

    private boolean seesGenerated(Unit unit) {
        ModuleElement module = elements.getModuleOf(unit.owner);
        return module == null || module.isUnnamed()
                ? elements.getTypeElement(GENERATED) != null
                : elements.getTypeElement(module, GENERATED) != null;
    }
}
