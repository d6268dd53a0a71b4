package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where in the steps values are assigned, and which values are assigned to which: candidates for sharing a variable. */
final class Definitions {

    /** A list of steps that becomes a Java block. */
    record Place(@Nullable Place outer, int depth) {

        /** Around the steps. */
        static final Place OUTSIDE = new Place(null, -1);

        Place inside() {
            return new Place(this, depth + 1);
        }

        boolean encloses(Place other) {
            Place at = other;
            while (at != null && at.depth > depth) {
                at = at.outer;
            }
            return at == this;
        }

        static Place common(Place a, Place b) {
            Place at = a;
            while (!at.encloses(b) && at.outer != null) {
                at = at.outer;
            }
            return at;
        }
    }

    /** One value is assigned to the other; the deeper in loops, the more it matters that this is no assignment. */
    record Copy(Value target, Value source, int loops) {}

    private final Trees trees;
    private final Liveness liveness;
    private final Map<Value, Place> places = new IdentityHashMap<>();
    private final List<Value> order = new ArrayList<>();
    private final List<Copy> copies = new ArrayList<>();

    private Definitions(Trees trees, Liveness liveness) {
        this.trees = trees;
        this.liveness = liveness;
    }

    static Definitions of(List<Step> steps, Trees trees, Liveness liveness) {
        Definitions definitions = new Definitions(trees, liveness);
        definitions.walk(steps, Place.OUTSIDE.inside(), 0);
        return definitions;
    }

    /** The values that are assigned and read, in order of their first assignment. */
    List<Value> inOrder() {
        return order;
    }

    List<Copy> copies() {
        return copies;
    }

    /** The innermost place that holds all assignments of a value. */
    Place place(Value value) {
        Place place = places.get(value);
        if (place == null) {
            throw new IllegalStateException("nothing assigns " + value);
        }
        return place;
    }

    private void walk(List<Step> steps, Place place, int loops) {
        for (Step step : steps) {
            if (step instanceof Step.Evaluate evaluate) {
                evaluate.node.results().stream()
                        .filter(result -> liveness.isLiveAfter(step, result))
                        .forEach(result -> define(result, place));
            } else if (step instanceof Step.Move move) {
                move(move, place, loops);
            } else if (step instanceof Step.Branch branch) {
                walk(branch.then, place.inside(), loops);
                walk(branch.otherwise, place.inside(), loops);
            } else if (step instanceof Step.Protect guarded) {
                walk(guarded.body, place.inside(), loops);
                walk(guarded.last, place.inside(), loops);
            } else if (step instanceof Step.Repeat repeat) {
                Place inside = place.inside();
                if (repeat.header == Step.Header.FOR) {
                    counter(repeat.loop, inside, loops);
                }
                walk(repeat.body, inside, loops + 1);
            }
        }
    }

    private void move(Step.Move move, Place place, int loops) {
        for (int i = 0; i < move.targets.size(); i++) {
            Value target = move.targets.get(i);
            Value source = move.sources.get(i);
            if (liveness.isLiveAfter(move, target)) {
                define(target, place);
                if (!trees.isInline(source)) {
                    copies.add(new Copy(target, source, loops));
                }
            }
        }
    }

    private void counter(Node.Loop loop, Place inside, int loops) {
        Value counter = loop.counterParam();
        Value init = loop.inits().get(0);
        define(counter, inside);
        if (!trees.isInline(init) && init.name().equals(counter.name())) {
            copies.add(new Copy(counter, init, loops));
        }
    }

    private void define(Value value, Place place) {
        Place known = places.get(value);
        if (known == null) {
            order.add(value);
        }
        places.put(value, known == null ? place : Place.common(known, place));
    }
}
