package dev.pullback.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** A class whose methods are differentiated, and so a companion class: its annotated methods first, then the helpers that they need. */
final class Unit {

    final TypeElement owner;
    final CalleeResolver callees;
    final List<Candidate> candidates = new ArrayList<>();

    Unit(TypeElement owner, CalleeResolver callees) {
        this.owner = owner;
        this.callees = callees;
    }

    List<Candidate> sound() {
        return candidates.stream().filter(Candidate::isSound).toList();
    }
}
