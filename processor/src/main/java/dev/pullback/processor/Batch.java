package dev.pullback.processor;

import dev.pullback.processor.custom.RuleClass;
import dev.pullback.processor.javac.Signatures;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/**
 * What is differentiated together, in one round.
 *
 * @param classes qualified names of the classes
 * @param companions simple names of all classes that are still to be generated, in later rounds too
 * @param generated qualified names of all companions so far, and for which class they are
 * @param roots qualified names of all classes that are being compiled
 * @param rules the classes of users' rules that have been read
 */
record Batch(
        Set<String> classes,
        Set<String> companions,
        Map<String, String> generated,
        Set<String> roots,
        Map<TypeElement, RuleClass> rules) {

    /** @param roots all classes that are being compiled */
    Batch(Set<String> classes, Set<String> companions, Map<String, String> generated, Collection<TypeElement> roots) {
        this(
                classes,
                companions,
                generated,
                roots.stream().map(type -> type.getQualifiedName().toString()).collect(Collectors.toSet()),
                new HashMap<>());
    }

    /** Whether a class is being compiled now, so that what is wrong in it is said there. */
    boolean isCompiled(TypeElement type) {
        return roots.contains(Signatures.topLevel(type).getQualifiedName().toString());
    }

    /** @return whether nobody else has the name */
    boolean claim(String companion, String owner) {
        String other = generated.putIfAbsent(companion, owner);
        return other == null || other.equals(owner);
    }
}
