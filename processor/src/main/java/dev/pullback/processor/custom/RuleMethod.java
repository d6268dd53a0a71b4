package dev.pullback.processor.custom;

import dev.pullback.processor.ir.Target;
import dev.pullback.processor.javac.Annotations;
import dev.pullback.processor.javac.Attributed;
import dev.pullback.processor.javac.Signatures;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** What all methods of rules have in common. */
final class RuleMethod {

    private RuleMethod() {}

    /** What keeps generated code from calling a rule. */
    static Optional<Flaw> uncallable(ExecutableElement rule, List<? extends TypeMirror> allowed, Attributed source) {
        if (!rule.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of(Flaw.unusable(rule, "it is an instance method", "Make it static."));
        } else if (rule.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional.of(Flaw.unusable(rule, "it is private, and generated code calls it", "Drop \"private\"."));
        } else if (!rule.getTypeParameters().isEmpty()) {
            return Optional.of(Flaw.unusable(rule, "it is generic", "Write it for the types that the method has."));
        }
        for (TypeMirror thrown : rule.getThrownTypes()) {
            if (isChecked(thrown, source)
                    && allowed.stream().noneMatch(t -> source.types().isSubtype(thrown, t))) {
                String why = "it throws " + Candidates.simple(thrown) + ", which the method does not";
                return Optional.of(Flaw.unusable(rule, why, "Declare no checked exceptions but those of the method."));
            }
        }
        return Optional.empty();
    }

    private static boolean isChecked(TypeMirror thrown, Attributed source) {
        return List.of("java.lang.RuntimeException", "java.lang.Error").stream()
                .map(name -> source.elements().getTypeElement(name))
                .noneMatch(type -> type != null && source.types().isSubtype(thrown, type.asType()));
    }

    static Target target(ExecutableElement rule) {
        return Target.ofStatic(
                Signatures.ownerOf(rule).getQualifiedName().toString(),
                rule.getSimpleName().toString());
    }

    static boolean has(VariableElement parameter, String annotation) {
        return Annotations.has(parameter, annotation);
    }

    /** The index of the only parameter with an annotation; -1 if there is none, or more than one. */
    static int only(List<? extends VariableElement> parameters, String annotation) {
        int found = -1;
        for (int i = 0; i < parameters.size(); i++) {
            if (has(parameters.get(i), annotation)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    /** The element of the rule's annotation that says which method it is for. */
    static String nameOfTarget(ExecutableElement rule, String annotation) {
        return Annotations.find(rule, annotation)
                .flatMap(mirror -> Annotations.value(mirror, "value"))
                .map(Object::toString)
                .orElse("");
    }

    static boolean flag(ExecutableElement rule, String annotation, String element) {
        return Annotations.find(rule, annotation)
                .flatMap(mirror -> Annotations.value(mirror, element))
                .map(Boolean.TRUE::equals)
                .orElse(false);
    }
}
