package dev.pullback.processor.custom;

import dev.pullback.processor.javac.Annotations;
import dev.pullback.processor.javac.MissingTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Which classes of rules a declaration names, and those around it. */
public final class Uses {

    private Uses() {}

    /** The classes that are named at a method, then those at its class and the classes around that, then those at its package. */
    public static List<List<TypeElement>> scopes(ExecutableElement method) {
        List<List<TypeElement>> scopes = new ArrayList<>();
        for (Element at = method; at != null; at = at.getEnclosingElement()) {
            List<TypeElement> named = at(at);
            if (!named.isEmpty()) {
                scopes.add(named);
            }
        }
        return scopes;
    }

    /** The classes that are named at a declaration itself, as far as they exist. */
    public static List<TypeElement> at(Element declaration) {
        List<TypeElement> named = new ArrayList<>();
        for (Object value : values(declaration)) {
            if (isKnown(value) && value instanceof DeclaredType type) {
                TypeElement rules = (TypeElement) type.asElement();
                if (!named.contains(rules)) {
                    named.add(rules);
                }
            }
        }
        return named;
    }

    private static boolean isKnown(Object value) {
        return value instanceof DeclaredType type && type.getKind() != TypeKind.ERROR;
    }

    private static List<Object> values(Element declaration) {
        return Annotations.find(declaration, RuleAnnotations.USE_DERIVATIVES)
                .map(annotation -> Annotations.values(annotation, "value"))
                .orElse(List.of());
    }

    /** Whether a method may use rules that are still to be generated, in whole or in part. */
    public static boolean areIncomplete(ExecutableElement method) {
        for (Element at = method; at != null; at = at.getEnclosingElement()) {
            boolean unknown = values(at).stream().anyMatch(value -> !isKnown(value));
            if (unknown || at(at).stream().anyMatch(Uses::isIncomplete)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a class of rules has types in its signatures that do not exist, or not yet. */
    public static boolean isIncomplete(TypeElement rules) {
        MissingTypes missing = new MissingTypes(Set.of());
        return ElementFilter.methodsIn(rules.getEnclosedElements()).stream().anyMatch(missing::isIn);
    }
}
