package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Type;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/**
 * Writes the record of the tangents and cotangents of a user's record: its active components, under their names.
 *
 * <pre>
 * record Quote(double spot, int n, Point nested) {}     record QuoteTangent(double spot, PointTangent nested) {}
 * </pre>
 */
public final class TangentRecord {

    private TangentRecord() {}

    /**
     * The file.
     *
     * @param origin what the file depends on
     * @param visibility public or none
     * @param generatedAnnotationVisible whether the user's module can see {@code javax.annotation.processing.Generated}
     */
    public static JavaFile of(
            RecordType record,
            Element origin,
            String packageName,
            List<Modifier> visibility,
            boolean generatedAnnotationVisible) {
        String name =
                packageName.isEmpty() ? record.tangent() : record.tangent().substring(packageName.length() + 1);
        List<ParameterSpec> components = record.activeComponents().stream()
                .map(component -> ParameterSpec.builder(TypeNames.of(tangent(component.type())), component.name())
                        .build())
                .toList();
        TypeSpec.Builder type = TypeSpec.recordBuilder(name)
                .addJavadoc(CodeBlock.of(
                        "Tangents, or cotangents, of the active components of {@link $L}.\n", record.java()))
                .addOriginatingElement(origin)
                .addModifiers(visibility.toArray(Modifier[]::new))
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameters(components)
                        .build());
        if (generatedAnnotationVisible) {
            type.addAnnotation(GeneratedAnnotations.generated());
        }
        return JavaFile.builder(packageName, type.build())
                .indent("  ")
                .skipJavaLangImports(true)
                .build();
    }

    private static Type tangent(Type type) {
        return type instanceof RecordType record ? record.tangentType() : type;
    }
}
