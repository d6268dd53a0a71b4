package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives each value a variable. Versions of one variable of the user's share one Java local wherever they are not alive at the same time:
 * first those that are assigned to each other, in the innermost loops first, then those that only have the name in common.
 */
final class Coalescing {

    /** Values that share a variable. */
    private static final class Group {
        private final List<Value> values = new ArrayList<>();
        private final BitSet numbers = new BitSet();
        private final BitSet interferences = new BitSet();
        private final boolean alone;
        private @Nullable Variable given;
        private boolean counts;
        private String name;
        private Definitions.Place place;

        Group(Value value, Liveness liveness, Definitions.Place place, boolean alone) {
            this.values.add(value);
            this.numbers.set(liveness.number(value));
            this.interferences.or(liveness.interferences(value));
            this.alone = alone;
            this.name = value.name();
            this.place = place;
        }

        boolean fits(Group other) {
            return other != this
                    && !alone
                    && !other.alone
                    && (given == null || other.given == null)
                    && values.get(0).type().equals(other.values.get(0).type())
                    && (name.isEmpty() || other.name.isEmpty() || name.equals(other.name))
                    && !interferences.intersects(other.numbers);
        }

        void add(Group other) {
            values.addAll(other.values);
            numbers.or(other.numbers);
            interferences.or(other.interferences);
            given = given == null ? other.given : given;
            counts |= other.counts;
            name = name.isEmpty() ? other.name : name;
            place = Definitions.Place.common(place, other.place);
        }
    }

    private final Definitions definitions;
    private final Liveness liveness;
    private final Map<Value, Group> groups = new LinkedHashMap<>();

    private Coalescing(Definitions definitions, Liveness liveness) {
        this.definitions = definitions;
        this.liveness = liveness;
    }

    /**
     * Returns the variables of all values that are in variables.
     *
     * @param given what values that are defined outside are called
     * @param assignable those of them whose variable can be used for other values
     */
    static Map<Value, Variable> of(
            Planner.Plan plan, Map<Value, String> given, Set<Value> assignable, Liveness liveness, Hints hints) {
        Definitions definitions = Definitions.of(plan.steps(), plan.trees(), liveness);
        Coalescing coalescing = new Coalescing(definitions, liveness);
        coalescing.start(plan, given, assignable);
        coalescing.join();
        return coalescing.variables(hints);
    }

    private void start(Planner.Plan plan, Map<Value, String> given, Set<Value> assignable) {
        given.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> {
            Value value = entry.getKey();
            boolean alone = !assignable.contains(value) || plan.pinned().contains(value);
            Group group = new Group(value, liveness, Definitions.Place.OUTSIDE, alone);
            group.given = new Variable(value.type(), entry.getValue(), true);
            group.given.call(entry.getValue());
            group.name = entry.getValue();
            groups.put(value, group);
        });
        for (Value value : definitions.inOrder()) {
            Definitions.Place place = definitions.place(value);
            groups.put(value, new Group(value, liveness, place, plan.pinned().contains(value)));
        }
        counters(plan.steps());
    }

    private void counters(List<Step> steps) {
        for (Step step : steps) {
            if (step instanceof Step.Branch branch) {
                counters(branch.then);
                counters(branch.otherwise);
            } else if (step instanceof Step.Protect guarded) {
                counters(guarded.body);
                counters(guarded.last);
            } else if (step instanceof Step.Repeat repeat) {
                if (repeat.header == Step.Header.FOR) {
                    group(repeat.loop.counterParam()).counts = true;
                }
                counters(repeat.body);
            }
        }
    }

    private Group group(Value value) {
        Group group = groups.get(value);
        if (group == null) {
            throw new IllegalStateException("nothing assigns " + value);
        }
        return group;
    }

    private void join() {
        List<Definitions.Copy> copies = new ArrayList<>(definitions.copies());
        copies.sort(Comparator.comparingInt(Definitions.Copy::loops).reversed());
        for (boolean sameName : new boolean[] {true, false}) {
            for (Definitions.Copy copy : copies) {
                if (sameName == copy.target().name().equals(copy.source().name())) {
                    join(group(copy.target()), group(copy.source()));
                }
            }
        }
        Map<String, List<Value>> named = new LinkedHashMap<>();
        for (Value value : groups.keySet()) {
            if (!value.name().isEmpty()) {
                joinWithEarlier(value, named.computeIfAbsent(value.name(), name -> new ArrayList<>()));
            }
        }
    }

    /** A variable that is still visible is used again. */
    private void joinWithEarlier(Value value, List<Value> earlier) {
        Group group = group(value);
        for (int i = earlier.size() - 1; i >= 0 && !group.counts; i--) {
            Group before = group(earlier.get(i));
            if (!before.counts && before.place.encloses(group.place) && before.name.equals(group.name)) {
                join(before, group);
            }
        }
        earlier.add(value);
    }

    private void join(Group into, Group other) {
        if (into.fits(other)) {
            into.add(other);
            other.values.forEach(value -> groups.put(value, into));
        }
    }

    private Map<Value, Variable> variables(Hints hints) {
        Map<Group, Variable> made = new IdentityHashMap<>();
        Map<Value, Variable> variables = new IdentityHashMap<>();
        groups.forEach((value, group) -> variables.put(value, made.computeIfAbsent(group, g -> variable(g, hints))));
        return variables;
    }

    private static Variable variable(Group group, Hints hints) {
        if (group.given != null) {
            return group.given;
        }
        Value first = group.values.get(0);
        return group.name.isEmpty()
                ? new Variable(first.type(), hints.of(group.values), false)
                : new Variable(first.type(), group.name, true);
    }
}
