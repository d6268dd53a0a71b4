package dev.pullback.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is differentiated together, in one round.
 *
 * @param classes qualified names of the classes
 * @param companions simple names of all classes that are still to be generated, in later rounds too
 * @param generated qualified names of all companions so far, and for which class they are
 */
record Batch(Set<String> classes, Set<String> companions, Map<String, String> generated) {

    Batch(Set<String> classes, Set<String> companions) {
        this(classes, companions, new HashMap<>());
    }

    /** @return whether nobody else has the name */
    boolean claim(String companion, String owner) {
        String other = generated.putIfAbsent(companion, owner);
        return other == null || other.equals(owner);
    }
}
