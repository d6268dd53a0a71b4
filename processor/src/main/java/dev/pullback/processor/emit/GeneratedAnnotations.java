package dev.pullback.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.Signature;
import java.util.Collection;
import java.util.List;

/** The annotations of generated types. */
final class GeneratedAnnotations {

    private GeneratedAnnotations() {}

    /** {@code @Generated}: who wrote the file. */
    static AnnotationSpec generated() {
        return AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
                .addMember("value", "$S", "dev.pullback.processor.DifferentiableProcessor")
                .build();
    }

    /** {@code @GeneratedDerivative}: what callers in other files must know of the method. */
    static AnnotationSpec derivative(Surface surface, Effects effects) {
        Signature signature = surface.signature();
        AnnotationSpec.Builder derivative = AnnotationSpec.builder(ClassName.get("dev.pullback", "GeneratedDerivative"))
                .addMember("of", "$S", signature.name())
                .addMember(
                        "parameters",
                        array(signature.given().stream()
                                .map(parameter -> CodeBlock.of("$S", Javadocs.erased(parameter.type())))
                                .toList()))
                .addMember("written", indices(effects.written()))
                .addMember("readAgain", indices(effects.readAgain()))
                .addMember("result", results(effects));
        if (effects.movesRows()) {
            derivative.addMember("movesRows", "true");
        }
        return derivative.addMember("orders", indices(List.of(1))).build();
    }

    /** {@code @GeneratedObservers}: which methods callers in other files may give active values to. */
    static AnnotationSpec observers(List<String> methods) {
        return AnnotationSpec.builder(ClassName.get("dev.pullback", "GeneratedObservers"))
                .addMember(
                        "value",
                        array(methods.stream()
                                .map(method -> CodeBlock.of("$S", method))
                                .toList()))
                .build();
    }

    private static CodeBlock results(Effects effects) {
        List<Integer> results = effects.resultAliases();
        return results.isEmpty()
                ? CodeBlock.of("$L", Effects.FRESH)
                : results.size() == 1 ? CodeBlock.of("$L", results.get(0)) : indices(results);
    }

    private static CodeBlock indices(Collection<Integer> indices) {
        return array(indices.stream().map(i -> CodeBlock.of("$L", i)).toList());
    }

    private static CodeBlock array(Collection<CodeBlock> elements) {
        return CodeBlock.of("{$L}", CodeBlock.join(elements, ",$W"));
    }
}
