package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import java.util.IdentityHashMap;
import java.util.Map;

/** How many bytes of bytecode something will take, roughly and rather too many. */
final class CodeSize {

    /** To load a value from a variable or to put it there, as the index of the variable may be large. */
    private static final int MOVE = 3;

    private final Map<Node, Integer> known = new IdentityHashMap<>();

    int of(Region region) {
        int size = 0;
        for (Node node : region.nodes()) {
            size += of(node);
        }
        return size;
    }

    int of(Node node) {
        Integer size = known.get(node);
        if (size == null) {
            size = own(node);
            for (Region region : node.regions()) {
                size += of(region);
            }
            known.put(node, size);
        }
        return size;
    }

    private static int own(Node node) {
        if (node instanceof Node.Const) {
            return 0;
        } else if (node instanceof Node.If branch) {
            return 8 + 3 * MOVE * branch.results().size();
        } else if (node instanceof Node.Loop loop) {
            return 16 + 4 * MOVE * loop.params().size();
        } else if (node instanceof Node.Opaque opaque) {
            return 8 + MOVE * opaque.operands().size()
                    + String.join("", opaque.pieces()).length();
        } else if (node instanceof Node.Bulk || node instanceof Node.NewArray || node instanceof Node.Protected) {
            return 24;
        }
        return 6 + MOVE * (node.operands().size() + node.results().size());
    }
}
