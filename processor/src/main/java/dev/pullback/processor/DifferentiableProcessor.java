package dev.pullback.processor;

import com.google.auto.service.AutoService;
import dev.pullback.processor.custom.RuleAnnotations;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.javac.Annotations;
import dev.pullback.processor.javac.JavacEnvironment;
import dev.pullback.processor.javac.Reporter;
import dev.pullback.processor.javac.Signatures;
import dev.pullback.processor.lower.Records;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Writes the derivatives of static methods that are annotated with {@code dev.pullback.Differentiable}.
 *
 * <p>Options: {@code pullback.unsupported=warn}, {@code pullback.dump=DIR}, {@code pullback.optimise=off}.
 */
@AutoService(Processor.class)
public final class DifferentiableProcessor extends AbstractProcessor {

    /** Classes that wait for what other processors may generate. */
    private final Set<String> waiting = new LinkedHashSet<>();

    /** All classes that are being compiled, so far. */
    private final Set<String> roots = new LinkedHashSet<>();

    /** All companions so far, and for which class they are. */
    private final Map<String, String> generated = new HashMap<>();

    private final RuleChecks rules = new RuleChecks();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        // all that users write and that is generated: javac warns of annotations that nobody claims
        Set<String> all = new LinkedHashSet<>(RuleAnnotations.ALL);
        all.add(Signatures.DIFFERENTIABLE);
        all.add(Signatures.CONSTANT);
        all.add(Signatures.GENERATED_DERIVATIVE);
        all.add(Signatures.GENERATED_OBSERVERS);
        all.add("javax.annotation.processing.Generated");
        return all;
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Options.NAMES;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        for (String complaint : Options.of(environment.getOptions()).complaints()) {
            environment
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.WARNING,
                            problem(Problem.OPTION, complaint).text());
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        round.getRootElements().stream()
                .filter(TypeElement.class::isInstance)
                .forEach(type ->
                        roots.add(((TypeElement) type).getQualifiedName().toString()));
        Set<Element> annotated = annotated(round);
        Optional<JavacEnvironment> javac = JavacEnvironment.of(processingEnv);
        Options options = Options.of(processingEnv.getOptions());
        Reporter reporter = new Reporter(
                javac.map(JavacEnvironment::declarations).orElse(null),
                processingEnv.getMessager(),
                options.strictness());
        if (javac.isEmpty()) {
            annotated.forEach(element -> reporter.print(element, problem(Problem.NO_TREES)));
            return true;
        }
        try {
            rules.run(round, javac.get().declarations(), reporter);
            Round now = new Round(javac.get(), processingEnv.getFiler(), options, reporter, types(roots), generated);
            waiting.addAll(now.run(annotated, round.processingOver()));
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            annotated.stream()
                    .findFirst()
                    .ifPresent(first ->
                            reporter.print(first, Guard.failure(named(first, annotated.size() - 1), Origin.NONE, e)));
        }
        return true;
    }

    private static String named(Element first, int others) {
        return others == 0
                ? first.getSimpleName().toString()
                : first.getSimpleName() + " or on one of " + others + " more";
    }

    private static Problems.Report problem(Problem problem, Object... arguments) {
        return new Problems.Report(problem, Origin.NONE, List.of(arguments));
    }

    private Set<Element> annotated(RoundEnvironment round) {
        Set<Element> annotated = new LinkedHashSet<>();
        for (TypeElement type : types(waiting)) {
            if (Records.isAnnotated(type)) {
                annotated.add(type);
            }
            type.getEnclosedElements().stream()
                    .filter(element -> Annotations.has(element, Signatures.DIFFERENTIABLE))
                    .forEach(annotated::add);
        }
        waiting.clear();
        TypeElement annotation = processingEnv.getElementUtils().getTypeElement(Signatures.DIFFERENTIABLE);
        if (annotation != null) {
            annotated.addAll(round.getElementsAnnotatedWith(annotation));
        }
        return annotated;
    }

    private Set<TypeElement> types(Set<String> names) {
        Set<TypeElement> types = new LinkedHashSet<>();
        for (String name : names) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            if (type != null) {
                types.add(type);
            }
        }
        return types;
    }
}
