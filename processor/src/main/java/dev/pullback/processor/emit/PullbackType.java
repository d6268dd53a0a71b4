package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.transform.ReverseDerivative;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Writes the class of a pullback: fields for what the reverse sweep needs, {@code value()}, {@code apply} and {@code applyInto}.
 *
 * <p>The reverse sweep stands in {@code applyInto}, which {@code apply} calls with fresh arrays; without an active array parameter there is
 * no {@code applyInto} and it stands in {@code apply}.
 */
final class PullbackType {

    private final Surface surface;
    private final ReverseDerivative reverse;
    private final PullbackNames names;
    private final PullbackFields fields;
    private final Shapes shapes;
    private final PullbackHeader header;
    private final Parts parts;

    private PullbackType(
            Surface surface,
            ReverseDerivative reverse,
            PullbackNames names,
            PullbackFields fields,
            Shapes shapes,
            Parts parts) {
        this.parts = parts;
        this.surface = surface;
        this.reverse = reverse;
        this.names = names;
        this.fields = fields;
        this.shapes = shapes;
        this.header = new PullbackHeader(surface, names);
    }

    static TypeSpec of(
            Surface surface,
            ReverseDerivative reverse,
            PullbackNames names,
            PullbackFields fields,
            Shapes shapes,
            Parts parts) {
        return new PullbackType(surface, reverse, names, fields, shapes, parts).type();
    }

    private TypeSpec type() {
        TypeSpec.Builder type = header.type();
        if (!surface.onDemand()) {
            type.addAnnotation(GeneratedAnnotations.derivative(surface, reverse.effects()));
        }
        fields.fields().forEach(field -> type.addField(field.type(), field.name(), Modifier.PRIVATE, Modifier.FINAL));
        type.addMethod(constructor());
        if (!surface.signature().returnsNothing()) {
            type.addMethod(header.value().addStatement("return value").build());
        }
        if (surface.activeArrays().isEmpty()) {
            type.addMethod(
                    header.apply().addCode(lengthChecks()).addCode(sweep()).build());
            header.applyAsDouble().ifPresent(type::addMethod);
        } else {
            if (!surface.onDemand()) {
                type.addMethod(header.apply().addCode(allocateAndApply()).build());
            }
            type.addMethod(header.applyInto().addCode(guards()).addCode(sweep()).build());
        }
        return type.build();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        for (PullbackFields.Field field : fields.fields()) {
            constructor.addParameter(field.type(), field.name());
            constructor.addStatement("this.$L = $L", field.name(), field.name());
        }
        return constructor.build();
    }

    /** The body of {@code apply} where there is an {@code applyInto}. */
    private CodeBlock allocateAndApply() {
        NameScope locals = names.locals();
        CodeBlock.Builder code = CodeBlock.builder().add(lengthChecks());
        Map<Integer, CodeBlock> cotangents = new LinkedHashMap<>();
        for (int i : surface.activeArrays()) {
            boolean written = surface.written().contains(i);
            String shadow = written ? locals.fresh(surface.name(i) + "Shadow") : names.bar(i);
            CodeBlock initial = written ? RuntimeCalls.copyOf(names.bar(i)) : shapes.zerosFor(i);
            code.addStatement("$T $L = $L", surface.typeName(i), shadow, initial);
            cotangents.put(i, CodeBlock.of("$L", shadow));
        }
        List<CodeBlock> arguments = new ArrayList<>(cotangents.values());
        if (surface.activeResult()) {
            arguments.add(0, CodeBlock.of("$L", names.resultBar()));
        }
        CodeBlock call = CodeBlock.of("applyInto($L)", CodeBlock.join(arguments, ",$W"));
        ScalarCotangents.receive(surface, call, locals, code, cotangents);
        return code.addStatement("return $L", surface.cotangent(cotangents)).build();
    }

    private CodeBlock lengthChecks() {
        CodeBlock.Builder checks = CodeBlock.builder();
        if (surface.activeResult() && surface.signature().result().isArray()) {
            checks.add(RuntimeCalls.requireLength(names.resultBar(), shapes.lengthOfResult()));
        }
        surface.writtenActive().forEach(i -> checks.add(RuntimeCalls.requireLength(names.bar(i), shapes.lengthOf(i))));
        return checks.build();
    }

    /**
     * Refuses one array for a seed that is only read and a shadow, or for two shadows of which one is written. Only for arrays of
     * numbers: looking for common rows would cost more than a call of the method may.
     */
    private CodeBlock guards() {
        CodeBlock.Builder guards = CodeBlock.builder();
        List<Integer> shadows = surface.activeArrays();
        for (int i : shadows) {
            if (surface.activeResult() && surface.result().equals(surface.typeName(i)) && isRankOne(i)) {
                guards.add(RuntimeCalls.requireDistinct(names.resultBar(), names.bar(i)));
            }
        }
        for (int k = 0; k < shadows.size(); k++) {
            for (int j : shadows.subList(k + 1, shadows.size())) {
                int i = shadows.get(k);
                boolean oneWritten =
                        surface.written().contains(i) || surface.written().contains(j);
                if (oneWritten && surface.typeName(i).equals(surface.typeName(j)) && isRankOne(i)) {
                    guards.add(RuntimeCalls.requireDistinct(names.bar(i), names.bar(j)));
                }
            }
        }
        return guards.build();
    }

    private boolean isRankOne(int i) {
        return surface.type(i) instanceof ArrayType array && !array.element().isArray();
    }

    private CodeBlock sweep() {
        Map<Value, String> bound = fields.bound();
        reverse.seed().ifPresent(seed -> bound.put(seed, names.resultBar()));
        List<Integer> arrays = surface.activeArrays();
        for (int k = 0; k < arrays.size(); k++) {
            bound.put(reverse.shadows().get(k), names.bar(arrays.get(k)));
        }
        CodeBlock body = BodyWriter.write(
                parts.split(reverse.reverse(), List.of()),
                bound,
                names.locals(),
                Commentary.SOURCE_LINES,
                List.of(),
                this::returning);
        return Sweeps.labelled("reverse", body);
    }

    private CodeBlock returning(List<CodeBlock> cotangents) {
        if (cotangents.isEmpty()) {
            return CodeBlock.of("");
        }
        return CodeBlock.builder()
                .addStatement("return $L", together(cotangents))
                .build();
    }

    /** What {@code applyInto} or, without it, {@code apply} returns. */
    private CodeBlock together(List<CodeBlock> cotangents) {
        if (surface.activeArrays().isEmpty()) {
            Map<Integer, CodeBlock> each = new LinkedHashMap<>();
            for (int k = 0; k < cotangents.size(); k++) {
                each.put(surface.activeScalars().get(k), cotangents.get(k));
            }
            return surface.cotangent(each);
        }
        return cotangents.size() == 1 ? cotangents.get(0) : Surface.construct(surface.scalarCotangent(), cotangents);
    }
}
