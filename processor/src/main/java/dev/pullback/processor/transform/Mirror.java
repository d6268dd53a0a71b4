package dev.pullback.processor.transform;

import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which regions of earlier sweeps a node of a later sweep retraces: the body of a reversed loop retraces one iteration of the loop's body, a
 * branch retraces the branch that was taken. Inside such a region every value of the retraced region means its value in that iteration or
 * branch; {@link Availability} turns that meaning into code.
 *
 * <p>It travels in the {@link Origin} of its node, so that rewriting the sweep does not lose it.
 */
final class Mirror {

    /** Stands for the region itself when a still later sweep retraces it. */
    private final List<Object> selves = new ArrayList<>();

    private final List<List<Object>> sources = new ArrayList<>();
    private @Nullable Value index;
    private @Nullable Trips trips;

    /** Adds a region of the node, in order. */
    Mirror region(Object... retraced) {
        selves.add(new Object());
        sources.add(new ArrayList<>(List.of(retraced)));
        return this;
    }

    /** For a loop: the parameter that counts, and how it counts. */
    Mirror counting(Value counter, Trips how) {
        index = counter;
        trips = how;
        return this;
    }

    Object self(int region) {
        return selves.get(region);
    }

    /** What the region retraces; can be added to. */
    List<Object> sources(int region) {
        return sources.get(region);
    }

    Value index() {
        if (index == null) {
            throw new IllegalStateException("not the mirror of a loop");
        }
        return index;
    }

    Trips trips() {
        if (trips == null) {
            throw new IllegalStateException("not the mirror of a loop");
        }
        return trips;
    }

    Origin origin() {
        return new Origin("", 0, "", this);
    }

    static @Nullable Mirror of(Origin origin) {
        return origin.handle() instanceof Mirror mirror ? mirror : null;
    }
}
