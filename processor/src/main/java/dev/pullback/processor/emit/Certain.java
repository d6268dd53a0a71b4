package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.List;
import java.util.Optional;

/** What holds for an array once a region has run to its end. */
final class Certain {

    private Certain() {}

    /** Whether it is not null: every run either dereferences or makes it. */
    static boolean notNull(Region region, Value array) {
        return region.nodes().stream().anyMatch(node -> dereferences(node, array) || makes(node, array));
    }

    private static boolean dereferences(Node node, Value array) {
        if (node instanceof Node.Load load) {
            return load.array() == array;
        } else if (node instanceof Node.Store store) {
            return store.array() == array;
        } else if (node instanceof Node.Length length) {
            return length.array() == array;
        } else if (node instanceof Node.Bulk bulk) {
            return dereferenced(bulk).contains(array);
        }
        // a loop's condition is evaluated at least once
        return node instanceof Node.Loop loop && notNull(loop.condition(), array);
    }

    private static List<Value> dereferenced(Node.Bulk bulk) {
        return switch (bulk.kind()) {
            case CLONE, COPY_OF, COPY_OF_RANGE, FILL, FILL_RANGE ->
                bulk.operands().subList(0, 1);
            case ARRAYCOPY -> List.of(bulk.operands().get(0), bulk.operands().get(2));
        };
    }

    private static boolean makes(Node node, Value array) {
        return (node instanceof Node.NewArray || node instanceof Node.Bulk)
                && node.results().contains(array);
    }

    /** A value among the given ones that is the array's length. */
    static Optional<Value> length(Region region, Value array, List<Value> among) {
        return region.nodes().stream()
                .filter(node -> node instanceof Node.Length length && length.array() == array)
                .flatMap(node -> node.results().stream())
                .filter(among::contains)
                .findFirst();
    }
}
