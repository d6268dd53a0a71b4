package dev.pullback.processor;

import com.palantir.javapoet.JavaFile;
import dev.pullback.processor.custom.Uses;
import dev.pullback.processor.emit.Derived;
import dev.pullback.processor.ir.GeneratedNames;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.javac.Attribution;
import dev.pullback.processor.javac.Declarations;
import dev.pullback.processor.javac.JavacEnvironment;
import dev.pullback.processor.javac.MissingTypes;
import dev.pullback.processor.javac.Reporter;
import dev.pullback.processor.javac.Signatures;
import dev.pullback.processor.lower.Records;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** One round of annotation processing: what is annotated, or has waited, becomes companion classes or goes on waiting. */
final class Round {

    private final JavacEnvironment javac;
    private final Filer filer;
    private final Options options;
    private final Reporter reporter;
    private final Collection<TypeElement> roots;
    private final Map<String, String> generated;

    /**
     * A round.
     *
     * @param roots all classes that are being compiled
     * @param generated all companions of earlier rounds, and for which class they are; those of this one are added
     */
    Round(
            JavacEnvironment javac,
            Filer filer,
            Options options,
            Reporter reporter,
            Collection<TypeElement> roots,
            Map<String, String> generated) {
        this.javac = javac;
        this.filer = filer;
        this.options = options;
        this.reporter = reporter;
        this.roots = roots;
        this.generated = generated;
    }

    /**
     * Generates what can be generated.
     *
     * @param last whether nobody will generate anything any more
     * @return the classes that have to wait for a later round
     */
    Set<String> run(Set<Element> annotated, boolean last) {
        Map<TypeElement, List<ExecutableElement>> methods = byClass(annotated);
        List<TypeElement> records = records(annotated);
        Set<String> companions = methods.keySet().stream()
                .map(type -> GeneratedNames.companionName(Signatures.classNames(type)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        records.forEach(record -> companions.add(GeneratedNames.tangentName(Signatures.classNames(record))));
        Set<String> waiting = new LinkedHashSet<>();
        new TangentRecords(javac, reporter, options.strictness(), generated, this::save).run(records, last, waiting);
        MissingTypes missing = new MissingTypes(companions);
        methods.forEach((owner, own) -> own.removeIf(method -> needsItself(method, owner)));
        if (last) {
            methods.forEach((owner, own) -> own.removeIf(method -> isLost(method, missing)));
        } else {
            defer(
                    methods,
                    waiting,
                    owner -> methods.getOrDefault(owner, List.of()).stream()
                            .anyMatch(method -> missing.isIn(method) || Uses.areIncomplete(method)));
        }
        methods.values().removeIf(List::isEmpty);
        Attribution attribution = Attribution.of(topLevels(methods), roots, javac, companions, last);
        if (!last) {
            defer(
                    methods,
                    waiting,
                    owner -> attribution.unresolved(Signatures.topLevel(owner)).missing());
        }
        generate(methods, attribution, companions, waiting);
        return waiting;
    }

    private Map<TypeElement, List<ExecutableElement>> byClass(Set<Element> annotated) {
        Map<TypeElement, List<ExecutableElement>> methods = new LinkedHashMap<>();
        for (Element element : annotated) {
            if (element instanceof ExecutableElement method) {
                methods.computeIfAbsent((TypeElement) method.getEnclosingElement(), owner -> new ArrayList<>())
                        .add(method);
            } else if (!Records.isAnnotated(element)) {
                reporter.print(element, Declarations.ofType());
            }
        }
        return methods;
    }

    private static List<TypeElement> records(Set<Element> annotated) {
        return annotated.stream()
                .filter(Records::isAnnotated)
                .map(TypeElement.class::cast)
                .toList();
    }

    private static Set<TypeElement> topLevels(Map<TypeElement, List<ExecutableElement>> methods) {
        return methods.keySet().stream().map(Signatures::topLevel).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    // --- waiting

    private static void defer(
            Map<TypeElement, List<ExecutableElement>> methods, Set<String> waiting, Predicate<TypeElement> must) {
        for (TypeElement owner : List.copyOf(methods.keySet())) {
            if (must.test(owner)) {
                methods.remove(owner);
                waiting.add(owner.getQualifiedName().toString());
            }
        }
    }

    /** A method whose signature needs the companion that is made of it. */
    private boolean needsItself(ExecutableElement method, TypeElement owner) {
        return isGeneratedIn(method, Set.of(GeneratedNames.companionName(Signatures.classNames(owner))));
    }

    /** A method whose signature cannot be understood: javac says so, unless it is because of a companion that only comes now. */
    private boolean isLost(ExecutableElement method, MissingTypes missing) {
        return isGeneratedIn(method, missing.companions()) || missing.isIn(method);
    }

    private boolean isGeneratedIn(ExecutableElement method, Set<String> companions) {
        boolean generated = new MissingTypes(companions).areGeneratedIn(method);
        if (generated) {
            Object[] arguments = {
                "A method with a generated class in its signature",
                "That class can be generated only after this method is known. Pass what is in it."
            };
            reporter.print(method, new Problems.Report(Problem.UNSUPPORTED, Origin.NONE, List.of(arguments)));
        }
        return generated;
    }

    // --- generating

    private void generate(
            Map<TypeElement, List<ExecutableElement>> methods,
            Attribution attribution,
            Set<String> companions,
            Set<String> waiting) {
        Set<String> classes = methods.keySet().stream()
                .map(type -> type.getQualifiedName().toString())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Front front = new Front(javac, attribution, new Batch(classes, companions, generated, roots), options.dump());
        List<Unit> units = new ArrayList<>();
        methods.forEach((owner, own) -> units.add(front.lowered(owner, own)));
        while (units.removeIf(unit -> unit.callees.called().stream().anyMatch(waiting::contains)
                && waiting.add(unit.owner.getQualifiedName().toString()))) {
            // those that call what now waits have to wait too
        }
        Map<Candidate, Derived> derived = DeepStack.call(() -> Pipeline.derivatives(units, options));
        Emission emission = new Emission(derived, javac.environment().getElementUtils(), options.strictness());
        Map<Unit, JavaFile> files = DeepStack.call(() -> emission.companions(units));
        for (Unit unit : units) {
            for (Candidate candidate : unit.candidates) {
                reporter.print(
                        candidate.method, unit.source, Messages.of(candidate, unit.source, options.strictness()));
            }
            JavaFile file = files.get(unit);
            if (file != null) {
                write(file, unit.owner);
            }
        }
    }

    private void write(JavaFile file, TypeElement owner) {
        JavaFile withOrigin = JavaFile.builder(
                        file.packageName(),
                        file.typeSpec().toBuilder()
                                .addOriginatingElement(Signatures.topLevel(owner))
                                .build())
                .indent("  ")
                .skipJavaLangImports(true)
                .build();
        save(withOrigin, owner);
    }

    private void save(JavaFile file, TypeElement owner) {
        try {
            file.writeTo(filer);
        } catch (IOException | RuntimeException e) {
            // build tools have file managers of their own, with failures of their own
            reporter.print(owner, new Problems.Report(Problem.NOT_WRITTEN, Origin.NONE, List.of(e.toString())));
        }
    }
}
