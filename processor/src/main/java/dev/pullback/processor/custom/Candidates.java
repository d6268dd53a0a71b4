package dev.pullback.processor.custom;

import dev.pullback.processor.javac.Attributed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** The methods of a class that have a name: one of them is what a rule is for. */
final class Candidates {

    private final TypeElement type;
    private final String name;
    private final List<ExecutableElement> methods;
    private final Types types;

    private Candidates(TypeElement type, String name, List<ExecutableElement> methods, Types types) {
        this.type = type;
        this.name = name;
        this.methods = methods;
        this.types = types;
    }

    static Candidates of(TypeElement type, String name, Attributed source) {
        List<ExecutableElement> methods = new ArrayList<>();
        for (Element member : source.elements().getAllMembers(type)) {
            if (member instanceof ExecutableElement method
                    && method.getSimpleName().contentEquals(name)
                    && !method.getModifiers().contains(Modifier.PRIVATE)
                    && method.getTypeParameters().isEmpty()) {
                methods.add(method);
            }
        }
        return new Candidates(type, name, ElementFilter.methodsIn(methods), source.types());
    }

    List<ExecutableElement> methods() {
        return methods;
    }

    /** What a rule for a method has as parameters: those of the method, and the object first if it has one. */
    List<TypeMirror> parameters(ExecutableElement method) {
        List<TypeMirror> parameters = new ArrayList<>();
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            parameters.add(type.asType());
        }
        parameters.addAll(seen(method).getParameterTypes());
        return parameters;
    }

    TypeMirror result(ExecutableElement method) {
        return seen(method).getReturnType();
    }

    private ExecutableType seen(ExecutableElement method) {
        return (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
    }

    /** The method whose parameters a rule has. */
    Optional<ExecutableElement> fitting(List<? extends VariableElement> given) {
        return methods.stream().filter(method -> fit(parameters(method), given)).findFirst();
    }

    private boolean fit(List<TypeMirror> expected, List<? extends VariableElement> given) {
        if (expected.size() != given.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!fits(expected.get(i), given.get(i).asType())) {
                return false;
            }
        }
        return true;
    }

    /** The same type but for type arguments, which may be wider. */
    private boolean fits(TypeMirror expected, TypeMirror given) {
        return expected.getKind().isPrimitive() || given.getKind().isPrimitive()
                ? types.isSameType(expected, given)
                : isSame(expected, given) && types.isAssignable(expected, given);
    }

    /** Whether two types are the same but for their type arguments. */
    boolean isSame(TypeMirror a, TypeMirror b) {
        return types.isSameType(types.erasure(a), types.erasure(b));
    }

    /** For messages: {@code erf(double, double)}. */
    static String describe(ExecutableElement method) {
        return method.getSimpleName()
                + method.getParameters().stream()
                        .map(parameter -> simple(parameter.asType()))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** For messages: {@code erf of Erf}. */
    String target() {
        return name + " of " + type.getSimpleName();
    }

    /** For messages: a type without its packages. */
    static String simple(TypeMirror type) {
        return type.toString().replaceAll("\\b[a-z]\\w*\\.", "");
    }
}
