package dev.pullback.processor.custom;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.javac.Attributed;
import dev.pullback.processor.javac.Signatures;
import dev.pullback.processor.lower.IrTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What the objects that a pair of rules returns have to have: the members of a generated pullback, and of the record of forward mode. */
final class PairShape {

    private final Attributed source;
    private final TypeMirror result;
    private final ExecutableElement vjp;
    private final List<TypeMirror> arrays = new ArrayList<>();
    private final List<Integer> scalars = new ArrayList<>();
    private final List<Element> mentioned = new ArrayList<>();

    PairShape(Attributed source, TypeMirror result, ExecutableElement vjp) {
        this.source = source;
        this.result = result;
        this.vjp = vjp;
        for (int i = 0; i < vjp.getParameters().size(); i++) {
            VariableElement parameter = vjp.getParameters().get(i);
            Type type = IrTypes.passive(parameter.asType());
            if (!type.differentiable() || RuleMethod.has(parameter, Signatures.CONSTANT)) {
                continue;
            } else if (type instanceof ArrayType) {
                arrays.add(parameter.asType());
            } else {
                scalars.add(i);
            }
        }
    }

    /** What the generated code uses of the objects; known once both have been looked at. */
    List<Element> mentioned() {
        return mentioned;
    }

    // --- forward mode

    Optional<Flaw> flawOfJvp(ExecutableElement jvp) {
        boolean both = IrTypes.passive(result).differentiable();
        boolean fits = both
                ? has(jvp.getReturnType(), "value", List.of(), result)
                        && has(jvp.getReturnType(), "tangent", List.of(), result)
                : source.types().isSameType(jvp.getReturnType(), result);
        if (fits) {
            return Optional.empty();
        }
        String name = Candidates.simple(result);
        return Optional.of(Flaw.unusable(
                jvp,
                "it returns " + Candidates.simple(jvp.getReturnType())
                        + (both ? ", which has not both a value and a tangent" : " and not what the method does"),
                both ? "Return a record (" + name + " value, " + name + " tangent)." : "Return " + name + "."));
    }

    // --- reverse mode

    Optional<Flaw> flawOfPullback() {
        TypeMirror pullback = vjp.getReturnType();
        boolean value = result.getKind() == TypeKind.VOID || has(pullback, "value", List.of(), result);
        String apply = arrays.isEmpty() ? "apply" : "applyInto";
        List<TypeMirror> seeds = new ArrayList<>();
        if (IrTypes.passive(result).differentiable()) {
            seeds.add(result);
        }
        seeds.addAll(arrays);
        Optional<ExecutableElement> found = member(pullback, apply, seeds);
        if (!value || found.isEmpty() || !returnsCotangents(pullback, found.get())) {
            return Optional.of(Flaw.unusable(
                    vjp,
                    "it returns " + Candidates.simple(pullback) + ", which is no pullback of the method",
                    "Return an object that has " + members(apply, seeds) + "."));
        }
        return Optional.empty();
    }

    private boolean returnsCotangents(TypeMirror pullback, ExecutableElement apply) {
        TypeMirror returned = seen(pullback, apply).getReturnType();
        return switch (scalars.size()) {
            case 0 -> returned.getKind() == TypeKind.VOID;
            case 1 -> source.types().isSameType(returned, scalar(0));
            default -> components(returned).map(this::areCotangents).orElse(false);
        };
    }

    private TypeMirror scalar(int k) {
        return vjp.getParameters().get(scalars.get(k)).asType();
    }

    private boolean areCotangents(List<ExecutableElement> accessors) {
        boolean fit = accessors.size() == scalars.size();
        for (int k = 0; fit && k < scalars.size(); k++) {
            fit = source.types().isSameType(accessors.get(k).getReturnType(), scalar(k));
        }
        return fit;
    }

    private static Optional<List<ExecutableElement>> components(TypeMirror record) {
        if (!(record instanceof DeclaredType declared)
                || declared.asElement().getKind() != ElementKind.RECORD
                || !(declared.asElement() instanceof TypeElement type)) {
            return Optional.empty();
        }
        return Optional.of(ElementFilter.recordComponentsIn(type.getEnclosedElements()).stream()
                .map(component -> component.getAccessor())
                .toList());
    }

    private String members(String apply, List<TypeMirror> seeds) {
        String value = result.getKind() == TypeKind.VOID ? "" : Candidates.simple(result) + " value() and ";
        String returned = scalars.isEmpty()
                ? "void"
                : scalars.size() == 1
                        ? scalar(0).toString()
                        : "a record of "
                                + scalars.stream()
                                        .map(i -> vjp.getParameters().get(i).asType() + " "
                                                + vjp.getParameters().get(i).getSimpleName())
                                        .collect(Collectors.joining(", "));
        return value + returned + " " + apply
                + seeds.stream().map(Candidates::simple).collect(Collectors.joining(", ", "(", ")"));
    }

    /** The record in which the pullback returns the cotangents of several scalars. */
    Optional<TypeMirror> cotangents() {
        if (scalars.size() < 2) {
            return Optional.empty();
        }
        String apply = arrays.isEmpty() ? "apply" : "applyInto";
        return mentioned.stream()
                .filter(member -> member.getSimpleName().contentEquals(apply))
                .map(member -> ((ExecutableElement) member).getReturnType())
                .findFirst();
    }

    /** For each parameter the accessor of its cotangent; empty for those without. */
    List<String> accessors() {
        List<String> accessors = new ArrayList<>();
        Optional<List<ExecutableElement>> components = cotangents().flatMap(PairShape::components);
        for (int i = 0; i < vjp.getParameters().size(); i++) {
            int k = scalars.indexOf(i);
            accessors.add(
                    k < 0 || components.isEmpty()
                            ? ""
                            : components.get().get(k).getSimpleName().toString());
        }
        return accessors;
    }

    // --- members

    private boolean has(TypeMirror object, String name, List<TypeMirror> parameters, TypeMirror returned) {
        return member(object, name, parameters)
                .filter(method -> source.types().isSameType(seen(object, method).getReturnType(), returned))
                .isPresent();
    }

    private Optional<ExecutableElement> member(TypeMirror object, String name, List<TypeMirror> parameters) {
        if (!(object instanceof DeclaredType declared) || !(declared.asElement() instanceof TypeElement type)) {
            return Optional.empty();
        }
        Optional<ExecutableElement> found = ElementFilter.methodsIn(
                        source.elements().getAllMembers(type))
                .stream()
                .filter(method -> method.getSimpleName().contentEquals(name))
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC)
                        && !method.getModifiers().contains(Modifier.PRIVATE)
                        && method.getThrownTypes().stream().noneMatch(t -> RuleMethod.isChecked(t, source)))
                .filter(method -> areSame(seen(object, method).getParameterTypes(), parameters))
                .findFirst();
        found.ifPresent(mentioned::add);
        return found;
    }

    private ExecutableType seen(TypeMirror object, ExecutableElement method) {
        return (ExecutableType) source.types().asMemberOf((DeclaredType) object, method);
    }

    private boolean areSame(List<? extends TypeMirror> some, List<TypeMirror> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < others.size(); i++) {
            same = source.types().isSameType(some.get(i), others.get(i));
        }
        return same;
    }
}
