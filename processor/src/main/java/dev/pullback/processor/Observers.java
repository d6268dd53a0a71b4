package dev.pullback.processor;

import com.sun.source.util.TreePath;
import dev.pullback.processor.analysis.ActiveEscapes;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.GeneratedNames;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.javac.Annotations;
import dev.pullback.processor.javac.Attributed;
import dev.pullback.processor.javac.Attribution;
import dev.pullback.processor.javac.JavacEnvironment;
import dev.pullback.processor.javac.Signatures;
import dev.pullback.processor.lower.Callees;
import dev.pullback.processor.lower.Lowering;
import dev.pullback.processor.lower.MethodSource;
import dev.pullback.processor.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Static methods, which nobody annotated, that do no more with the numbers that they are given than to compare them, as
 * {@code static boolean isLarge(double x)} does. Callers in other classes may give them active values: no derivative is lost.
 *
 * <p>A companion depends on one source file only, so the companion of the class that declares such methods names them. Where both are
 * compiled together, it is known already what that companion will say.
 */
final class Observers {

    private final JavacEnvironment environment;
    private final Attribution attribution;
    private final Set<String> inHand;
    private final Map<String, Set<String>> known = new HashMap<>();

    /** @param inHand qualified names of the classes whose companions are being made */
    Observers(JavacEnvironment environment, Attribution attribution, Set<String> inHand) {
        this.environment = environment;
        this.attribution = attribution;
        this.inHand = inHand;
    }

    /** Whether a method looks as if it could be one: it is given numbers only, and returns none with a derivative. */
    static boolean mayBeOne(ExecutableElement method) {
        TypeKind result = method.getReturnType().getKind();
        return method.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.PRIVATE)
                && !method.getModifiers().contains(Modifier.NATIVE)
                && !Annotations.has(method, Signatures.DIFFERENTIABLE)
                && (result == TypeKind.VOID || (result.isPrimitive() && !isFloating(method.getReturnType())))
                && method.getParameters().stream()
                        .allMatch(parameter -> parameter.asType().getKind().isPrimitive()
                                && !Annotations.has(parameter, Signatures.CONSTANT))
                && method.getParameters().stream().anyMatch(parameter -> isFloating(parameter.asType()));
    }

    private static boolean isFloating(TypeMirror type) {
        return type.getKind() == TypeKind.DOUBLE || type.getKind() == TypeKind.FLOAT;
    }

    /** Whether a method that may be one is one, as far as its class says or is about to say. */
    boolean areKnown(ExecutableElement method, Elements elements) {
        TypeElement owner = Signatures.ownerOf(method);
        String name = owner.getQualifiedName().toString();
        Set<String> found = known.get(name);
        if (found == null) {
            TypeElement here = inHand.contains(name) ? elementNamed(name) : null;
            found = here == null ? published(owner, elements) : proved(here);
            known.put(name, found);
        }
        return found.contains(described(method));
    }

    private @Nullable TypeElement elementNamed(String name) {
        return environment.environment().getElementUtils().getTypeElement(name);
    }

    /** Those of a class whose companion is being made, in the order of the alphabet. */
    List<String> of(TypeElement owner) {
        String name = owner.getQualifiedName().toString();
        Set<String> found = known.get(name);
        if (found == null) {
            found = proved(owner);
            known.put(name, found);
        }
        return List.copyOf(found);
    }

    private static String described(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> parameter.asType().getKind().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(",", method.getSimpleName() + "(", ")"));
    }

    private static Set<String> published(TypeElement owner, Elements elements) {
        String packageName = Signatures.packageOf(owner).getQualifiedName().toString();
        String companion = GeneratedNames.companionName(Signatures.classNames(owner));
        return Optional.ofNullable(
                        elements.getTypeElement(packageName.isEmpty() ? companion : packageName + "." + companion))
                .flatMap(type -> Annotations.find(type, Signatures.GENERATED_OBSERVERS))
                .map(annotation -> Annotations.values(annotation, "value"))
                .orElse(List.of())
                .stream()
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    // --- proofs

    private Set<String> proved(TypeElement owner) {
        Attributed source = attribution.of(Signatures.topLevel(owner));
        TypeElement here = source.elements().getTypeElement(owner.getQualifiedName());
        List<ExecutableElement> open = here == null
                ? List.of()
                : ElementFilter.methodsIn(here.getEnclosedElements()).stream()
                        .filter(Observers::mayBeOne)
                        .toList();
        Set<String> proved = new TreeSet<>();
        boolean changed = true;
        while (changed) {
            // one may call another one
            changed = open.stream()
                            .filter(method -> !proved.contains(described(method))
                                    && onlyLooks(method, source, Set.copyOf(proved)))
                            .map(method -> proved.add(described(method)))
                            .count()
                    > 0;
        }
        return proved;
    }

    private static boolean onlyLooks(ExecutableElement method, Attributed source, Set<String> proved) {
        TreePath path = source.trees().getPath(method);
        if (path == null) {
            return false;
        }
        Signature signature = new Signatures(source.trees()).of(method);
        Problems problems = new Problems();
        try {
            MethodSource body = new MethodSource(path, method, signature);
            Callees callees = new SameClass(method, proved);
            ActiveEscapes.check(
                    Lowering.of(body, source.trees(), source.elements(), source.types(), callees, problems), problems);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            return false; // what is not understood may do anything
        }
        return !problems.hasErrors();
    }

    /** Nothing is looked into but the method itself. */
    private record SameClass(ExecutableElement caller, Set<String> proved) implements Callees {
        @Override
        public @Nullable Callee find(ExecutableElement method) {
            return null;
        }

        @Override
        public boolean onlyLooks(ExecutableElement method) {
            return mayBeOne(method)
                    && Signatures.ownerOf(method).equals(Signatures.ownerOf(caller))
                    && proved.contains(described(method));
        }
    }
}
