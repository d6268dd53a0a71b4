package dev.pullback.processor.javac;

import dev.pullback.processor.lower.Records;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds types that do not exist in the signatures of methods.
 *
 * @param companions simple names of the classes that Pullback is about to generate
 */
public record MissingTypes(Set<String> companions) {

    public boolean isIn(ExecutableElement method) {
        return missing(method).findAny().isPresent();
    }

    /** Whether some of them are in companions. */
    public boolean areGeneratedIn(ExecutableElement method) {
        return missing(method)
                .flatMap(type -> Arrays.stream(type.toString().split("\\W+")))
                .anyMatch(companions::contains);
    }

    private static Stream<TypeMirror> missing(ExecutableElement method) {
        Stream<TypeMirror> parameters = method.getParameters().stream().map(VariableElement::asType);
        Stream<TypeMirror> out = Stream.concat(Stream.of(method.getReturnType()), method.getThrownTypes().stream());
        return Stream.concat(parameters, out).flatMap(MissingTypes::missing);
    }

    private static Stream<TypeMirror> missing(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return Stream.of(type);
        } else if (type instanceof ArrayType array) {
            return missing(array.getComponentType());
        } else if (type instanceof DeclaredType declared) {
            Stream<TypeMirror> components = Records.isAnnotated(declared.asElement())
                    ? Records.componentTypes((TypeElement) declared.asElement()).stream()
                    : Stream.empty();
            return Stream.concat(
                    declared.getTypeArguments().stream().flatMap(MissingTypes::missing),
                    components.filter(component -> component.getKind() == TypeKind.ERROR));
        }
        return Stream.empty();
    }
}
