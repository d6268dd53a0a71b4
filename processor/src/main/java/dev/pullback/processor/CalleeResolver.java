package dev.pullback.processor;

import com.sun.source.util.Trees;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Derivatives;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.GeneratedNames;
import dev.pullback.processor.ir.Layout;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.javac.Annotations;
import dev.pullback.processor.javac.Attributed;
import dev.pullback.processor.javac.Signatures;
import dev.pullback.processor.lower.Callees;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Says what a call becomes: annotated methods are reached through their companions, other static methods of the same top-level class are
 * differentiated on demand for the companion in hand, everything else is passive code.
 */
final class CalleeResolver implements Callees {

    private final Attributed source;
    private final Signatures signatures;
    private final TypeElement topLevel;
    private final String companion;
    private final Set<String> inHand;
    private final GeneratedMembers members;
    private final Observers observers;
    private final Map<ExecutableElement, Signature> helpers = new LinkedHashMap<>();
    private final Queue<ExecutableElement> pending = new ArrayDeque<>();
    private final Set<String> called = new LinkedHashSet<>();

    /**
     * The callees of the methods of one class.
     *
     * @param owner the class, as {@code source} knows it
     * @param members the members of its companion; those of helpers are added
     * @param inHand the classes whose methods are being differentiated together
     * @param observers the methods of other classes that only look at their arguments
     */
    CalleeResolver(
            Attributed source,
            TypeElement owner,
            String companion,
            GeneratedMembers members,
            Set<String> inHand,
            Observers observers) {
        this.source = source;
        this.signatures = new Signatures(source.trees());
        this.topLevel = Signatures.topLevel(owner);
        this.companion = companion;
        this.members = members;
        this.inHand = inHand;
        this.observers = observers;
    }

    /** A helper that some call asked for and that was not handed out yet. */
    @Nullable
    ExecutableElement nextHelper() {
        return pending.poll();
    }

    /** A helper as its companion knows it. */
    Signature signatureOf(ExecutableElement helper) {
        return helpers.computeIfAbsent(helper, this::helperSignature);
    }

    /** The classes of the methods that were called, so far, and of which something must be known. */
    Set<String> called() {
        return called;
    }

    @Override
    public @Nullable Callee find(ExecutableElement method) {
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            return null;
        }
        if (Annotations.has(method, Signatures.DIFFERENTIABLE)) {
            Signature signature = signatures.of(method);
            called.add(Signatures.ownerOf(signature));
            return callee(signature, GeneratedNames.companion(signature), effectsOf(signature));
        }
        if (!Signatures.topLevel(method).equals(topLevel) || !isHelper(method)) {
            return null;
        }
        if (!helpers.containsKey(method)) {
            pending.add(method);
        }
        return callee(signatureOf(method), companion, nothing());
    }

    @Override
    public boolean onlyLooks(ExecutableElement method) {
        if (!Observers.mayBeOne(method) || Signatures.topLevel(method).equals(topLevel)) {
            return false;
        }
        called.add(Signatures.ownerOf(method).getQualifiedName().toString());
        return observers.areKnown(method, source.elements());
    }

    private boolean isHelper(ExecutableElement method) {
        Trees trees = source.trees();
        if (trees.getPath(method) == null
                || !method.getTypeParameters().isEmpty()
                || method.getModifiers().contains(Modifier.NATIVE)
                || method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
            return false;
        }
        Signature signature = signatures.of(method);
        return signature.activeResults().contains(true)
                || signature.parameters().stream().anyMatch(p -> p.type().differentiable())
                || method.getModifiers().contains(Modifier.PRIVATE);
    }

    private Signature helperSignature(ExecutableElement method) {
        Signature plain = signatures.of(method);
        boolean alone = ElementFilter.methodsIn(Signatures.ownerOf(method).getEnclosedElements()).stream()
                .noneMatch(
                        other -> !other.equals(method) && other.getSimpleName().equals(method.getSimpleName()));
        Signature signature = named(plain, plain.name(), !alone);
        for (int i = 2; members.clash(signature).isPresent(); i++) {
            signature = named(plain, plain.name() + i, !alone);
        }
        members.add(signature);
        return signature;
    }

    private static Signature named(Signature signature, String name, boolean overloaded) {
        return new Signature(
                signature.packageName(),
                signature.classNames(),
                name,
                signature.visibility(),
                signature.parameters(),
                signature.result(),
                signature.thrown(),
                signature.varargs(),
                signature.order(),
                overloaded,
                signature.origin());
    }

    private Callee callee(Signature signature, String companion, Effects effects) {
        List<Signature.Parameter> parameters = signature.parameters();
        return new Callee(
                Signatures.ownerOf(signature),
                signature.name(),
                parameters.stream().map(Signature.Parameter::type).toList(),
                parameters.stream().map(Signature.Parameter::active).toList(),
                signature.result(),
                new Derivatives.Companion(
                        Derivatives.Author.PROCESSOR,
                        companion,
                        GeneratedNames.vjpMethod(signature),
                        GeneratedNames.jvpMethod(signature),
                        new ObjectType(companion + "." + GeneratedNames.vjpType(signature)),
                        new ObjectType(companion + "." + GeneratedNames.jvpType(signature)),
                        cotangents(signature, companion),
                        accessors(signature, companion)),
                effects);
    }

    /** The names of parameters may be lost in class files; those of the components that stand for them are not. */
    private List<String> accessors(Signature signature, String companion) {
        List<String> accessors = new ArrayList<>(GeneratedNames.accessors(signature));
        TypeElement record = inHand.contains(Signatures.ownerOf(signature))
                ? null
                : source.elements().getTypeElement(companion + "." + GeneratedNames.cotangentsType(signature));
        if (record == null) {
            return accessors;
        }
        Iterator<? extends RecordComponentElement> components =
                record.getRecordComponents().iterator();
        for (int i = 0; i < accessors.size() && components.hasNext(); i++) {
            if (!accessors.get(i).isEmpty() && GeneratedNames.hasCotangentComponent(signature, i)) {
                accessors.set(i, components.next().getSimpleName().toString());
            }
        }
        return accessors;
    }

    private static ObjectType cotangents(Signature signature, String companion) {
        String nested = GeneratedNames.cotangentsType(signature);
        return nested.isEmpty()
                ? GeneratedNames.cotangents(signature).orElse(ObjectType.OBJECT)
                : new ObjectType(companion + "." + nested);
    }

    // --- effects

    /** For methods that are in hand a start for linking; for others what their companions say. */
    private Effects effectsOf(Signature signature) {
        if (inHand.contains(Signatures.ownerOf(signature))) {
            return nothing();
        }
        return pullback(GeneratedNames.companion(signature), GeneratedNames.vjpType(signature))
                .flatMap(type -> Annotations.find(type, Signatures.GENERATED_DERIVATIVE))
                .map(CalleeResolver::effects)
                .orElseGet(() -> worst(signature));
    }

    /** Whether the derivative of an annotated method exists or is being made. */
    boolean isGenerated(Callee callee) {
        return !callee.isDifferentiated()
                || inHand.contains(callee.owner())
                || callee.companion().type().equals(companion)
                || source.elements()
                                .getTypeElement(callee.companion().pullback().java())
                        != null;
    }

    private Optional<TypeElement> pullback(String companion, String vjpType) {
        return Optional.ofNullable(source.elements().getTypeElement(companion + "." + vjpType));
    }

    private static Effects nothing() {
        return new Effects(new TreeSet<>(), new TreeSet<>(), List.of(), false);
    }

    private static Effects effects(AnnotationMirror annotation) {
        TreeSet<Integer> written = new TreeSet<>();
        Annotations.values(annotation, "written").forEach(i -> written.add((Integer) i));
        TreeSet<Integer> readAgain = new TreeSet<>();
        Annotations.values(annotation, "readAgain").forEach(i -> readAgain.add((Integer) i));
        List<Integer> result = Annotations.values(annotation, "result").stream()
                .map(r -> (Integer) r)
                .toList();
        boolean movesRows = Annotations.value(annotation, "movesRows")
                .map(Boolean.TRUE::equals)
                .orElse(false);
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
        List<Integer> results =
                Collections.nCopies(Layout.flat(signature.result()).size(), Effects.UNKNOWN);
        return new Effects(arrays, arrays, results, true);
    }
}
