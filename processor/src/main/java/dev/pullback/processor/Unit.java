package dev.pullback.processor;

import dev.pullback.processor.javac.Attributed;
import dev.pullback.processor.javac.Unresolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** A class whose methods are differentiated, and so a companion class: its annotated methods first, then the helpers that they need. */
final class Unit {

    /** As the compiler knows it that the user runs. */
    final TypeElement owner;

    /** Who knows the bodies. */
    final Attributed source;

    final CalleeResolver callees;
    final List<Candidate> candidates = new ArrayList<>();

    /** The methods of the class that only look at their arguments: what the companion says of them. */
    final List<String> observers = new ArrayList<>();

    private final Set<String> companions;

    /** What has the name that the companion would have; null if nothing has. */
    @Nullable
    String namesake;

    Unit(TypeElement owner, Attributed source, CalleeResolver callees, Set<String> companions) {
        this.owner = owner;
        this.source = source;
        this.callees = callees;
        this.companions = companions;
    }

    List<Candidate> sound() {
        return candidates.stream().filter(Candidate::isSound).toList();
    }

    /** Whether javac itself does not understand a method. */
    boolean isBroken(Candidate candidate) {
        return Unresolved.in(source.trees().getPath(candidate.method), source, companions)
                .broken();
    }
}
