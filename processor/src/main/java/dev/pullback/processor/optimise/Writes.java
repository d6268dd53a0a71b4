package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Which memory nodes may write: a bit for the elements of each primitive type, and one for all references, as an {@code Object[]} and a
 * {@code double[][]} may be one array.
 */
final class Writes {

    static final int KINDS = Scalar.values().length + 1;

    private static final int ANY = (1 << KINDS) - 1;

    private final Map<Node, Integer> byOwner = new IdentityHashMap<>();

    private Writes() {}

    static Writes of(Region region) {
        Writes writes = new Writes();
        writes.collect(region);
        return writes;
    }

    /** What the node writes, with all that its regions do. */
    int of(Node node) {
        return byOwner.getOrDefault(node, own(node));
    }

    /** The kind of memory that holds elements of the type. */
    static int kind(Type element) {
        return element instanceof Scalar scalar ? scalar.ordinal() : KINDS - 1;
    }

    private int collect(Region region) {
        int mask = 0;
        for (Node node : region.nodes()) {
            int of = own(node);
            if (!node.regions().isEmpty()) {
                for (Region inner : node.regions()) {
                    of |= collect(inner);
                }
                byOwner.put(node, of);
            }
            mask |= of;
        }
        return mask;
    }

    private static int own(Node node) {
        if (node instanceof Node.Store store) {
            return elements(store.array());
        } else if (node instanceof Node.Bulk bulk) {
            return ofBulk(bulk);
        } else if (node instanceof Node.Invoke invoke) {
            return invoke.pure() ? 0 : ANY;
        } else if (node instanceof Node.Op) {
            return Traits.isPure(node) ? 0 : ANY;
        }
        boolean opaque = node instanceof Node.Opaque o && !o.isNullCheck();
        return opaque || node instanceof Node.Call ? ANY : 0;
    }

    private static int ofBulk(Node.Bulk bulk) {
        return switch (bulk.kind()) {
            case CLONE, COPY_OF, COPY_OF_RANGE -> 0;
            case ARRAYCOPY -> elements(bulk.operands().get(2));
            case FILL, FILL_RANGE -> elements(bulk.operands().get(0));
        };
    }

    private static int elements(Value array) {
        return array.type() instanceof ArrayType type ? 1 << kind(type.element()) : ANY;
    }
}
