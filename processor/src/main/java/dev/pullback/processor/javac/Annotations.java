package dev.pullback.processor.javac;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads annotations without having their classes. */
public final class Annotations {

    private Annotations() {}

    public static boolean has(Element element, String annotation) {
        return find(element, annotation).isPresent();
    }

    public static Optional<? extends AnnotationMirror> find(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(annotation))
                .findFirst();
    }

    /** The value that is given for an element of the annotation, if one is. */
    public static Optional<Object> value(AnnotationMirror annotation, String element) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                annotation.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(element)) {
                return Optional.of(entry.getValue().getValue());
            }
        }
        return Optional.empty();
    }

    /** A list that is given for an element of the annotation; empty if none is. */
    public static List<Object> values(AnnotationMirror annotation, String element) {
        return value(annotation, element)
                .filter(List.class::isInstance)
                .map(list -> ((List<?>) list)
                        .stream()
                                .map(item -> ((AnnotationValue) item).getValue())
                                .toList())
                .orElse(List.of());
    }

    static int order(ExecutableElement method) {
        return find(method, Signatures.DIFFERENTIABLE)
                .flatMap(annotation -> value(annotation, "order"))
                .map(order -> (Integer) order)
                .orElse(1);
    }

    /** Whether a warning is switched off at the element or around it. */
    public static boolean suppresses(Element element, String code) {
        for (Element at = element; at != null; at = at.getEnclosingElement()) {
            boolean off = find(at, "java.lang.SuppressWarnings")
                    .map(annotation -> values(annotation, "value"))
                    .orElse(List.of())
                    .stream()
                    .anyMatch(value -> value.equals("Pullback/" + code) || value.equals("pullback"));
            if (off) {
                return true;
            }
        }
        return false;
    }
}
