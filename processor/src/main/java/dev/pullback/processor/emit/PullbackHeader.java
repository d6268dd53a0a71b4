package dev.pullback.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** The declarations of a pullback's members, without their bodies. */
final class PullbackHeader {

    private final Surface surface;
    private final PullbackNames names;

    PullbackHeader(Surface surface, PullbackNames names) {
        this.surface = surface;
        this.names = names;
    }

    TypeSpec.Builder type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(surface.pullback())
                .addModifiers(surface.visibility().toArray(Modifier[]::new))
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        doc(
                                "The pullback of PRIMAL at one point. It can be applied any number of times, from any thread."));
        functionalInterface().ifPresent(type::addSuperinterface);
        return type;
    }

    /** {@code T value()}. */
    MethodSpec.Builder value() {
        return method("value").addJavadoc(doc("The result of PRIMAL.")).returns(surface.result());
    }

    /** {@code G apply(seeds)}. */
    MethodSpec.Builder apply() {
        MethodSpec.Builder apply = overload();
        if (functionalInterface().isPresent() && !isDoubleOperator()) {
            apply.addAnnotation(Override.class);
            if (!surface.visibility().contains(Modifier.PUBLIC)) {
                apply.addModifiers(Modifier.PUBLIC);
            }
        }
        return apply;
    }

    /** The same beside one that implements the interface. */
    MethodSpec.Builder overload() {
        MethodSpec.Builder apply = method("apply").returns(surface.cotangent());
        if (!surface.active().isEmpty()) {
            String fresh = switch (surface.activeArrays().size()) {
                case 0 -> ".";
                case 1 -> ", in a new array.";
                default -> ", in new arrays.";
            };
            apply.addJavadoc(doc("The " + cotangentsOf(surface.active()) + fresh));
        }
        tags(apply, seedTags());
        if (surface.activeResult()) {
            apply.addParameter(surface.resultTangent(), names.resultBar());
        }
        surface.writtenActive().forEach(i -> apply.addParameter(surface.typeName(i), names.bar(i)));
        return apply;
    }

    /** {@code double applyAsDouble(double)} beside {@code apply}, if that takes and returns a double. */
    Optional<MethodSpec> applyAsDouble() {
        return isDoubleOperator()
                ? Optional.of(MethodSpec.methodBuilder("applyAsDouble")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(TypeName.DOUBLE)
                        .addParameter(TypeName.DOUBLE, names.resultBar())
                        .addStatement("return apply($L)", names.resultBar())
                        .build())
                : Optional.empty();
    }

    /** {@code S applyInto(seed, shadows)}. */
    MethodSpec.Builder applyInto() {
        MethodSpec.Builder applyInto = method("applyInto").returns(surface.scalarCotangent());
        List<Integer> read = surface.activeArrays().stream()
                .filter(i -> !surface.written().contains(i))
                .toList();
        List<String> bars = read.stream().map(names::bar).toList();
        applyInto.addJavadoc(doc(
                read.isEmpty()
                        ? "Takes cotangents back through PRIMAL, in place."
                        : "Adds the " + cotangentsOf(read) + " to " + Javadocs.list(bars) + "."));
        List<String> tags = new ArrayList<>();
        if (surface.activeResult()) {
            tags.add("@param " + names.resultBar() + " the cotangent of the result"
                    + (surface.signature().result().isArray() ? "; only read" : ""));
        }
        for (int i : surface.writtenActive()) {
            tags.add("@param " + names.bar(i) + " in: the cotangent of the final content of `" + surface.name(i)
                    + "`; out: of its initial content");
        }
        if (!surface.activeScalars().isEmpty()) {
            tags.add("@return the " + cotangentsOf(surface.activeScalars()));
        }
        tags(applyInto, tags);
        if (surface.activeResult()) {
            applyInto.addParameter(surface.resultTangent(), names.resultBar());
        }
        surface.activeArrays().forEach(i -> applyInto.addParameter(surface.typeName(i), names.bar(i)));
        return applyInto;
    }

    private List<String> seedTags() {
        List<String> tags = new ArrayList<>();
        boolean array = surface.signature().result().isArray();
        if (surface.activeResult()) {
            tags.add("@param " + names.resultBar() + " the cotangent of the result" + (array ? "; only read" : ""));
        }
        for (int i : surface.writtenActive()) {
            tags.add("@param " + names.bar(i) + " the cotangent of the final content of `" + surface.name(i)
                    + "`; only read");
        }
        if ((array && surface.activeResult()) || !surface.writtenActive().isEmpty()) {
            tags.add(
                    "@throws IllegalArgumentException if an array has another length than what it is the cotangent of");
        }
        return tags;
    }

    private String cotangentsOf(List<Integer> parameters) {
        List<String> of = parameters.stream().map(surface::name).toList();
        return (of.size() == 1 ? "cotangent of " : "cotangents of ") + Javadocs.list(of);
    }

    private MethodSpec.Builder method(String name) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name);
        return surface.onDemand()
                ? method
                : method.addModifiers(surface.visibility().toArray(Modifier[]::new));
    }

    private void tags(MethodSpec.Builder method, List<String> tags) {
        for (int i = 0; i < tags.size(); i++) {
            method.addJavadoc(i == 0 ? "\n$L" : "$L", doc(tags.get(i)));
        }
    }

    private CodeBlock doc(String text) {
        return Javadocs.of(surface, text);
    }

    /** The interface of {@code java.util.function} that {@code apply} fits, if one does. */
    private Optional<TypeName> functionalInterface() {
        List<TypeName> seeds = new ArrayList<>();
        if (surface.activeResult()) {
            seeds.add(surface.resultTangent());
        }
        surface.writtenActive().forEach(i -> seeds.add(surface.typeName(i)));
        TypeName back = surface.cotangent();
        if (surface.onDemand() || seeds.size() != 1 || back.equals(TypeName.VOID)) {
            return Optional.empty();
        }
        TypeName seed = seeds.get(0);
        if (seed.equals(TypeName.DOUBLE) && back.equals(TypeName.DOUBLE)) {
            return Optional.of(ClassName.get(DoubleUnaryOperator.class));
        }
        if (back.isPrimitive() || (seed.isPrimitive() && !seed.equals(TypeName.DOUBLE))) {
            return Optional.empty();
        }
        return Optional.of(
                seed.isPrimitive()
                        ? ParameterizedTypeName.get(ClassName.get(DoubleFunction.class), back)
                        : ParameterizedTypeName.get(ClassName.get(Function.class), seed, back));
    }

    private boolean isDoubleOperator() {
        return functionalInterface()
                .filter(ClassName.get(DoubleUnaryOperator.class)::equals)
                .isPresent();
    }
}
