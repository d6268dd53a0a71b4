package dev.pullback.processor.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.pullback.processor.ir.GeneratedNames;
import dev.pullback.processor.ir.Signature;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the companion class of a user's class: the derivatives of its methods.
 *
 * <pre>
 * final class Model { @Differentiable static double loss(double[] w) { ... } }
 *
 * final class ModelGrad {
 *   static LossVjp lossVjp(double[] w) { ... }
 *   static LossJvp lossJvp(double[] w, double[] wDot) { ... }
 *   static double[] lossGrad(double[] w) { ... }
 *   ...
 *   static final class LossVjp implements DoubleFunction&lt;double[]&gt; { ... }
 *   record LossJvp(double value, double tangent) {}
 * }
 * </pre>
 */
public final class Companion {

    private Companion() {}

    /** A companion class without stubs. */
    public static JavaFile of(List<Derived> methods, boolean generatedAnnotationVisible) {
        return of(methods, List.of(), List.of(), generatedAnnotationVisible);
    }

    /**
     * A companion class.
     *
     * @param methods of one class, and the helpers that are differentiated on demand for it, in the order in which they are written
     * @param stubs methods of that class that could not be differentiated
     * @param observers methods of that class that only look at their arguments, as {@code isLarge(double)}
     * @param generatedAnnotationVisible whether the user's module can see {@code javax.annotation.processing.Generated}
     */
    public static JavaFile of(
            List<Derived> methods, List<Signature> stubs, List<String> observers, boolean generatedAnnotationVisible) {
        List<Signature> annotated = Stream.concat(
                        methods.stream()
                                .filter(m -> !m.onDemand())
                                .map(m -> m.primal().signature()),
                        stubs.stream())
                .toList();
        Signature some = annotated.get(0);
        TypeSpec.Builder companion =
                TypeSpec.classBuilder(GeneratedNames.companionName(some)).addJavadoc(Javadocs.companion(some));
        if (generatedAnnotationVisible) {
            companion.addAnnotation(GeneratedAnnotations.generated());
        }
        if (!observers.isEmpty()) {
            companion.addAnnotation(GeneratedAnnotations.observers(observers));
        }
        if (annotated.stream().anyMatch(s -> s.visibility() == Signature.Visibility.PUBLIC)) {
            companion.addModifiers(Modifier.PUBLIC);
        }
        companion.addModifiers(Modifier.FINAL);
        companion.alwaysQualify(Obscured.names(methods));
        companion.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        methods.forEach(method -> add(companion, method));
        stubs.forEach(stub -> Stub.add(companion, stub));
        return JavaFile.builder(some.packageName(), companion.build())
                .indent("  ")
                .skipJavaLangImports(true)
                .build();
    }

    private static void add(TypeSpec.Builder companion, Derived method) {
        Surface surface = Surface.of(method);
        Slots.require(surface);
        VjpMembers.add(companion, surface, method.reverse());
        JvpMembers.add(companion, surface, method.forward());
        if (!surface.onDemand()) {
            GradMembers.add(companion, surface, method.fused());
            JacobianMember.add(companion, surface);
        }
        RecordTypes.of(surface).forEach(companion::addType);
    }
}
