package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.IdentityHashMap;
import java.util.Map;

/** How often each value is read in a region and in those that its nodes own: as an operand or as a yield. */
public final class Uses {

    private final Map<Value, Integer> counts = new IdentityHashMap<>();

    private Uses() {}

    public static Uses of(Region region) {
        Uses uses = new Uses();
        region.yields().forEach(uses::add);
        for (Node node : Node.all(region)) {
            node.operands().forEach(uses::add);
            node.regions().forEach(inner -> inner.yields().forEach(uses::add));
        }
        return uses;
    }

    public int count(Value value) {
        return counts.getOrDefault(value, 0);
    }

    private void add(Value value) {
        counts.merge(value, 1, Integer::sum);
    }
}
