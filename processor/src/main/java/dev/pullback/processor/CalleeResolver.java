package dev.pullback.processor;

import com.sun.source.util.Trees;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.GeneratedNames;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.javac.Annotations;
import dev.pullback.processor.javac.Signatures;
import dev.pullback.processor.lower.Callees;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Says what a call becomes: annotated methods are reached through their companions, other static methods of the same top-level class are
 * differentiated on demand for the companion in hand, everything else is passive code.
 */
final class CalleeResolver implements Callees {

    private final Trees trees;
    private final Elements elements;
    private final Signatures signatures;
    private final TypeElement topLevel;
    private final List<String> unitClass;
    private final String companion;
    private final Set<ExecutableElement> demanded = new LinkedHashSet<>();
    private final Queue<ExecutableElement> pending = new ArrayDeque<>();

    CalleeResolver(Trees trees, Elements elements, Signatures signatures, TypeElement topLevel, Signature unit) {
        this.trees = trees;
        this.elements = elements;
        this.signatures = signatures;
        this.topLevel = topLevel;
        this.unitClass = unit.classNames();
        this.companion = GeneratedNames.companion(unit);
    }

    /** A helper that some call asked for and that was not handed out yet. */
    @Nullable ExecutableElement nextHelper() {
        return pending.poll();
    }

    @Override
    public @Nullable Callee find(ExecutableElement method) {
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            return null;
        }
        if (Annotations.has(method, Signatures.DIFFERENTIABLE)) {
            Signature signature = signatures.of(method);
            return callee(signature, GeneratedNames.companion(signature), effectsOf(method, signature));
        }
        if (!Signatures.topLevel(method).equals(topLevel) || !isHelper(method)) {
            return null;
        }
        if (demanded.add(method)) {
            pending.add(method);
        }
        return callee(helper(method), companion, nothing());
    }

    /**
     * A helper as a member of the companion in hand: with its class in its name if that is another one, and always with the types of its
     * parameters in the names of its types, as it may have overloads.
     */
    Signature helper(ExecutableElement method) {
        Signature own = signatures.of(method);
        String name = own.name();
        if (!own.classNames().equals(unitClass)) {
            String declaring = own.classNames().get(own.classNames().size() - 1);
            name = Character.toLowerCase(declaring.charAt(0)) + declaring.substring(1)
                    + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }
        return new Signature(
                own.packageName(),
                unitClass,
                name,
                own.visibility(),
                own.parameters(),
                own.result(),
                own.thrown(),
                own.varargs(),
                own.order(),
                true,
                own.origin());
    }

    private boolean isHelper(ExecutableElement method) {
        if (trees.getPath(method) == null
                || !method.getTypeParameters().isEmpty()
                || method.getModifiers().contains(Modifier.NATIVE)
                || method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
            return false;
        }
        Signature signature = signatures.of(method);
        return signature.result().differentiable()
                || signature.parameters().stream().anyMatch(p -> p.type().differentiable())
                || method.getModifiers().contains(Modifier.PRIVATE);
    }

    private static Callee callee(Signature signature, String companion, Effects effects) {
        List<Signature.Parameter> parameters = signature.parameters();
        return new Callee(
                Signatures.ownerOf(signature),
                companion,
                signature.name(),
                parameters.stream().map(Signature.Parameter::type).toList(),
                parameters.stream().map(Signature.Parameter::active).toList(),
                signature.result(),
                GeneratedNames.vjpType(signature),
                GeneratedNames.jvpType(signature),
                GeneratedNames.cotangentsType(signature),
                GeneratedNames.componentNames(signature),
                effects);
    }

    private static Effects nothing() {
        return new Effects(new TreeSet<>(), new TreeSet<>(), Effects.FRESH);
    }

    /** What a companion that was compiled earlier says of a method; for methods that are being compiled, a start for linking. */
    private Effects effectsOf(ExecutableElement method, Signature signature) {
        if (trees.getPath(method) != null) {
            return nothing();
        }
        TypeElement type = elements.getTypeElement(GeneratedNames.companion(signature));
        if (type == null) {
            return worst(signature);
        }
        return ElementFilter.typesIn(type.getEnclosedElements()).stream()
                .filter(nested -> nested.getSimpleName().contentEquals(GeneratedNames.vjpType(signature)))
                .map(nested -> Annotations.find(nested, Signatures.GENERATED_DERIVATIVE))
                .flatMap(Optional::stream)
                .map(CalleeResolver::effects)
                .findFirst()
                .orElseGet(() -> worst(signature));
    }

    private static Effects effects(AnnotationMirror annotation) {
        TreeSet<Integer> written = new TreeSet<>();
        Annotations.values(annotation, "written").forEach(i -> written.add((Integer) i));
        TreeSet<Integer> readAgain = new TreeSet<>();
        Annotations.values(annotation, "readAgain").forEach(i -> readAgain.add((Integer) i));
        int result = Annotations.value(annotation, "result").map(r -> (Integer) r).orElse(Effects.UNKNOWN);
        boolean movesRows = Annotations.value(annotation, "movesRows").map(Boolean.TRUE::equals).orElse(false);
        return new Effects(written, readAgain, result, movesRows);
    }

    /** Without any knowledge: nothing that could be silently wrong. */
    private static Effects worst(Signature signature) {
        TreeSet<Integer> arrays = new TreeSet<>();
        for (int i = 0; i < signature.parameters().size(); i++) {
            if (signature.parameters().get(i).type().isArray()) {
                arrays.add(i);
            }
        }
        return new Effects(arrays, arrays, Effects.UNKNOWN, true);
    }
}
