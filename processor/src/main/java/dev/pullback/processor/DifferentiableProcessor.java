package dev.pullback.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.JavaFile;
import com.sun.source.util.Trees;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.javac.Annotations;
import dev.pullback.processor.javac.Declarations;
import dev.pullback.processor.javac.JavacTrees;
import dev.pullback.processor.javac.Reporter;
import dev.pullback.processor.javac.Signatures;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;

/**
 * Writes the derivatives of static methods that are annotated with {@code dev.pullback.Differentiable}.
 *
 * <p>Options: {@code pullback.unsupported=warn}, {@code pullback.dump=DIR}, {@code pullback.optimise=off}.
 */
@AutoService(Processor.class)
public final class DifferentiableProcessor extends AbstractProcessor {

    /** Classes with methods whose types another processor may still generate. */
    private final Set<String> deferred = new LinkedHashSet<>();

    /** Classes that have been deferred once. */
    private final Set<String> waited = new LinkedHashSet<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        // all that users write and that is generated: javac warns of annotations that nobody claims
        return Set.of(
                Signatures.DIFFERENTIABLE,
                Signatures.CONSTANT,
                Signatures.GENERATED_DERIVATIVE,
                "javax.annotation.processing.Generated");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Options.NAMES;
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        TypeElement annotation = processingEnv.getElementUtils().getTypeElement(Signatures.DIFFERENTIABLE);
        if (annotation == null) {
            return true;
        }
        Set<Element> annotated = new LinkedHashSet<>();
        for (String owner : List.copyOf(deferred)) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(owner);
            if (type != null) {
                type.getEnclosedElements().stream()
                        .filter(element -> Annotations.has(element, Signatures.DIFFERENTIABLE))
                        .forEach(annotated::add);
            }
        }
        deferred.clear();
        annotated.addAll(round.getElementsAnnotatedWith(annotation));
        if (round.processingOver() || annotated.isEmpty()) {
            return true;
        }
        Optional<Trees> trees = JavacTrees.of(processingEnv);
        if (trees.isEmpty()) {
            annotated.forEach(this::reportNoTrees);
            return true;
        }
        Options options = Options.of(processingEnv.getOptions());
        run(annotated, trees.get(), options);
        return true;
    }

    private void reportNoTrees(Element element) {
        processingEnv
                .getMessager()
                .printMessage(
                        Diagnostic.Kind.ERROR,
                        "[Pullback/" + Problem.NO_TREES.code() + "] " + Problem.NO_TREES.template(),
                        element);
    }

    private void run(Set<Element> annotated, Trees trees, Options options) {
        Pipeline pipeline =
                new Pipeline(trees, processingEnv.getElementUtils(), processingEnv.getTypeUtils(), options);
        Reporter reporter = new Reporter(trees, processingEnv.getMessager(), options.strictness());
        Map<TypeElement, List<ExecutableElement>> methods = new LinkedHashMap<>();
        for (Element element : annotated) {
            if (element instanceof ExecutableElement method) {
                methods.computeIfAbsent((TypeElement) method.getEnclosingElement(), owner -> new ArrayList<>())
                        .add(method);
            } else {
                reportType(element, trees);
            }
        }
        methods.entrySet().removeIf(entry -> isDeferred(entry.getKey(), entry.getValue()));
        for (Pipeline.Outcome outcome : pipeline.run(methods)) {
            for (Candidate candidate : outcome.unit().candidates) {
                reporter.print(candidate.method, Messages.of(candidate, pipeline.signatures()));
            }
            outcome.companion().ifPresent(file -> write(file, outcome.unit()));
        }
    }

    private void reportType(Element type, Trees trees) {
        Problems problems = new Problems();
        Declarations.checkType(
                type,
                new Origin("", 0, "", trees.getPath(type)),
                problems);
        problems.reports()
                .forEach(report -> processingEnv
                        .getMessager()
                        .printMessage(Diagnostic.Kind.ERROR, report.text(), type));
    }

    /** Waits a round for types that do not exist yet. In the round after, what is still missing is javac's to report. */
    private boolean isDeferred(TypeElement owner, List<ExecutableElement> methods) {
        String name = owner.getQualifiedName().toString();
        boolean missing = methods.stream().anyMatch(DifferentiableProcessor::hasMissingType);
        return missing && waited.add(name) && deferred.add(name);
    }

    private static boolean hasMissingType(ExecutableElement method) {
        return isMissing(method.getReturnType())
                || method.getParameters().stream().anyMatch(parameter -> isMissing(parameter.asType()));
    }

    private static boolean isMissing(TypeMirror type) {
        return type instanceof ArrayType array ? isMissing(array.getComponentType()) : type.getKind() == TypeKind.ERROR;
    }

    private void write(JavaFile file, Unit unit) {
        JavaFile withOrigin = JavaFile.builder(
                        file.packageName(),
                        file.typeSpec().toBuilder().addOriginatingElement(unit.owner).build())
                .indent("  ")
                .skipJavaLangImports(true)
                .build();
        try {
            withOrigin.writeTo(processingEnv.getFiler());
        } catch (IOException e) {
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.ERROR, "cannot write the derivatives: " + e.getMessage(), unit.owner);
        }
    }
}
