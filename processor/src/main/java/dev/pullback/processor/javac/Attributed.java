package dev.pullback.processor.javac;

import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What a compiler knows of the sources. There may be two of them ({@link Attribution}); the elements, types and trees of one mean nothing to
 * the other.
 */
public record Attributed(Trees trees, Elements elements, Types types) {

    /** The method as this compiler knows it. */
    public Optional<ExecutableElement> find(ExecutableElement method) {
        TypeElement owner = Signatures.ownerOf(method);
        TypeElement here = elements.getTypeElement(owner.getQualifiedName());
        if (here == null || here.equals(owner)) {
            return here == null ? Optional.empty() : Optional.of(method);
        }
        List<String> parameters = parameters(method);
        return ElementFilter.methodsIn(here.getEnclosedElements()).stream()
                .filter(other -> other.getSimpleName().contentEquals(method.getSimpleName()))
                .filter(other -> parameters(other).equals(parameters))
                .findFirst();
    }

    private static List<String> parameters(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> parameter.asType().toString())
                .toList();
    }
}
