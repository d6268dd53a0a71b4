package dev.pullback.processor.transform;

import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which values of one region are kept: a minimum cut between what cannot be computed again and what is needed. */
final class Cut {

    /** Above this, everything that is needed is kept: the cut would take too long. */
    private static final int LARGEST = 4_000;

    private final Availability availability;
    private final Scope scope;
    private final Map<Value, Boolean> free = new IdentityHashMap<>();
    private final Map<Value, Integer> vertices = new LinkedHashMap<>();

    private Cut(Availability availability, Scope scope) {
        this.availability = availability;
        this.scope = scope;
    }

    static Set<Value> of(Availability availability, Scope scope) {
        return new Cut(availability, scope).find();
    }

    private Set<Value> find() {
        Set<Value> saved = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Value> wanted =
                scope.needed.stream().filter(value -> !isFree(value)).toList();
        wanted.forEach(this::reach);
        if (vertices.size() > LARGEST) {
            saved.addAll(wanted);
            return saved;
        }
        MinimumCut cut = new MinimumCut(vertices.size());
        wanted.forEach(value -> cut.sink(vertex(value)));
        vertices.forEach((value, vertex) -> {
            if (availability.isRecomputable(value)) {
                costlyOperands(value).forEach(operand -> cut.edge(vertex(operand), vertex));
            } else {
                cut.source(vertex);
            }
        });
        boolean[] inCut = cut.cut();
        vertices.forEach((value, vertex) -> {
            if (inCut[vertex]) {
                saved.add(value);
            }
        });
        return saved;
    }

    private int vertex(Value value) {
        Integer known = vertices.get(value);
        if (known == null) {
            throw new IllegalStateException("not reached: " + value);
        }
        return known;
    }

    /** Numbers the value and everything that it could be computed from again. */
    private void reach(Value value) {
        List<Value> pending = new ArrayList<>(List.of(value));
        while (!pending.isEmpty()) {
            Value next = pending.remove(pending.size() - 1);
            if (vertices.putIfAbsent(next, vertices.size()) == null && availability.isRecomputable(next)) {
                pending.addAll(costlyOperands(next));
            }
        }
    }

    private List<Value> costlyOperands(Value value) {
        return availability.definition(value).operands().stream()
                .filter(operand -> availability.homeOf(operand) == scope && !isFree(operand))
                .toList();
    }

    /** Whether the value can be had again without keeping anything of this region. */
    private boolean isFree(Value value) {
        Boolean known = free.get(value);
        if (known != null) {
            return known;
        }
        boolean result = availability.isCounter(value, scope)
                || (availability.isRecomputable(value)
                        && availability.definition(value).operands().stream()
                                .allMatch(operand -> availability.homeOf(operand) != scope || isFree(operand)));
        free.put(value, result);
        return result;
    }
}
