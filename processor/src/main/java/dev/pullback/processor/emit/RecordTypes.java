package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.pullback.processor.ir.GeneratedNames;
import dev.pullback.processor.ir.Signature;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The records in which generated members return several things at once. */
final class RecordTypes {

    private RecordTypes() {}

    /** All records that the members of one method need. */
    static List<TypeSpec> of(Surface surface) {
        Signature signature = surface.signature();
        List<TypeSpec> types = new ArrayList<>();
        if (surface.activeResult()) {
            types.add(record(
                    surface,
                    GeneratedNames.jvpType(signature),
                    Javadocs.of(surface, "Value of PRIMAL and its derivative along the given tangents."),
                    List.of(
                            ParameterSpec.builder(surface.result(), "value").build(),
                            ParameterSpec.builder(surface.resultTangent(), "tangent")
                                    .build())));
        }
        boolean arrays = !surface.activeArrays().isEmpty();
        if (surface.active().size() > 1 && !(surface.onDemand() && arrays)) {
            types.add(record(
                    surface,
                    GeneratedNames.gradientType(signature),
                    Javadocs.of(surface, "A cotangent of each active parameter of PRIMAL."),
                    components(surface, surface.active())));
        }
        if (surface.activeScalars().size() > 1 && arrays) {
            types.add(record(
                    surface,
                    GeneratedNames.cotangentsType(signature),
                    Javadocs.of(surface, "The cotangents of those active parameters of PRIMAL that are not arrays."),
                    components(surface, surface.activeScalars())));
        }
        if (surface.hasGradient() && !surface.onDemand()) {
            types.add(record(
                    surface,
                    GeneratedNames.valueAndGradType(signature),
                    Javadocs.of(surface, "Value and gradient of PRIMAL."),
                    List.of(
                            ParameterSpec.builder(surface.result(), "value").build(),
                            ParameterSpec.builder(surface.cotangent(), "grad").build())));
        }
        return types;
    }

    private static List<ParameterSpec> components(Surface surface, List<Integer> parameters) {
        return parameters.stream()
                .map(i -> ParameterSpec.builder(surface.tangentName(i), surface.component(i))
                        .build())
                .toList();
    }

    private static TypeSpec record(Surface surface, String name, CodeBlock javadoc, List<ParameterSpec> components) {
        return TypeSpec.recordBuilder(name)
                .addJavadoc(javadoc)
                .addModifiers(surface.visibility().toArray(Modifier[]::new))
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameters(components)
                        .build())
                .build();
    }
}
