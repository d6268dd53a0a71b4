package dev.pullback.processor.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pullback.processor.ir.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/**
 * The members of a method that could not be differentiated: the right signatures, and bodies that throw. Code that uses them
 * compiles, so that the user sees our error only.
 */
public final class Stub {

    /** With more active arrays than this only the two extremes are tried for what may be written. */
    private static final int SUBSETS_OF = 4;

    private Stub() {}

    /**
     * A companion class of stubs only.
     *
     * @param methods of one class, at least one
     * @param generatedAnnotationVisible whether the user's module can see {@code javax.annotation.processing.Generated}
     */
    public static JavaFile of(List<Signature> methods, boolean generatedAnnotationVisible) {
        return Companion.of(List.of(), methods, List.of(), generatedAnnotationVisible);
    }

    static void add(TypeSpec.Builder companion, Signature signature) {
        Surface surface = new Surface(signature, new TreeSet<>(), false);
        companion.addMethod(throwing(VjpMembers.header(surface), surface));
        companion.addType(pullback(surface));
        companion.addMethod(throwing(JvpMembers.header(surface), surface));
        if (surface.hasGradient()) {
            companion.addMethod(throwing(GradMembers.gradHeader(surface), surface));
            companion.addMethod(throwing(GradMembers.valueAndGradHeader(surface), surface));
        }
        if (surface.hasGradInto()) {
            companion.addMethod(throwing(GradMembers.gradIntoHeader(surface), surface));
        }
        if (JacobianMember.exists(surface)) {
            companion.addMethod(throwing(JacobianMember.header(surface), surface));
        }
        RecordTypes.of(surface).forEach(companion::addType);
    }

    /**
     * The pullback. Which seeds {@code apply} takes depends on which arrays are written, and that nobody knows of a method with an
     * error: there is one {@code apply} for each possibility.
     */
    private static TypeSpec pullback(Surface surface) {
        List<Surface> possible = possible(surface);
        Surface first = possible.get(0);
        PullbackHeader header = new PullbackHeader(first, new PullbackNames(first));
        TypeSpec.Builder type = header.type()
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        if (!surface.signature().returnsNothing()) {
            type.addMethod(throwing(header.value(), surface));
        }
        type.addMethod(throwing(header.apply(), surface));
        header.applyAsDouble().ifPresent(type::addMethod);
        for (Surface other : possible.subList(1, possible.size())) {
            MethodSpec.Builder overload = new PullbackHeader(other, new PullbackNames(other)).overload();
            type.addMethod(throwing(overload, surface));
        }
        if (!surface.activeArrays().isEmpty()) {
            type.addMethod(throwing(header.applyInto(), surface));
        }
        return type.build();
    }

    /** The surface with all sets of written arrays that lead to different parameters of {@code apply}, the smallest first. */
    private static List<Surface> possible(Surface surface) {
        List<Integer> arrays = surface.activeArrays();
        Map<List<TypeName>, Surface> bySeeds = new LinkedHashMap<>();
        for (List<Integer> written : subsets(arrays)) {
            if (surface.activeResult() || !written.isEmpty()) {
                List<TypeName> seeds = written.stream().map(surface::typeName).toList();
                bySeeds.putIfAbsent(seeds, surface.writing(written));
            }
        }
        return bySeeds.isEmpty() ? List.of(surface) : List.copyOf(bySeeds.values());
    }

    private static List<List<Integer>> subsets(List<Integer> all) {
        if (all.size() > SUBSETS_OF) {
            return List.of(List.of(), all);
        }
        List<List<Integer>> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << all.size(); bits++) {
            List<Integer> subset = new ArrayList<>();
            for (int k = 0; k < all.size(); k++) {
                if ((bits >> k & 1) == 1) {
                    subset.add(all.get(k));
                }
            }
            subsets.add(subset);
        }
        return subsets;
    }

    private static MethodSpec throwing(MethodSpec.Builder method, Surface surface) {
        return method.addStatement(
                        "throw new $T($S)",
                        UnsupportedOperationException.class,
                        surface.signature().name() + " could not be differentiated: see the compiler's message")
                .build();
    }
}
