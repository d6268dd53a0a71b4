package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Target;
import dev.pullback.processor.ir.Value;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many bytes of bytecode a body will take, roughly and rather too many. What has no name and is read once stays on the operand stack; all else
 * is put into a variable, and taken from there each time it is read.
 */
final class CodeSize {

    /** More variables do not have indices of one byte any more. */
    private static final int SHORT_INDICES = 100;

    private static final int CALL = 3;

    /** To load a value from a frame, or to store it there. */
    static final int FRAMED = 10;

    private final Map<Node, Integer> known = new IdentityHashMap<>();
    private final Map<Value, Integer> uses = new IdentityHashMap<>();
    private final Set<Value> literals = Anywhere.identitySet();
    private final int move;

    /** @param body what is about to become one method */
    CodeSize(Region body) {
        Set<String> names = new HashSet<>();
        int temporaries = 0;
        body.yields().forEach(this::use);
        for (Node node : Node.all(body)) {
            node.operands().forEach(this::use);
            node.regions().forEach(region -> region.yields().forEach(this::use));
            node.results().forEach(result -> names.add(result.name()));
            if (node instanceof Node.Const constant) {
                literals.add(constant.result());
            }
        }
        for (Value value : uses.keySet()) {
            temporaries += value.name().isEmpty() && isInVariable(value) ? 1 : 0;
        }
        move = names.size() + temporaries > SHORT_INDICES ? 4 : 2;
    }

    private void use(Value value) {
        uses.merge(value, 1, Integer::sum);
    }

    private boolean isInVariable(Value value) {
        return !literals.contains(value) && !(value.name().isEmpty() && uses.getOrDefault(value, 2) == 1);
    }

    /** The same, and what it takes to load what the region reads of frames, were that all of it. */
    int withFrames(Region region) {
        int size = of(region);
        Set<Value> read = Run.read(region.nodes());
        read.removeAll(literals);
        return size + FRAMED * read.size();
    }

    int withFrames(Node node) {
        return withFrames(new Region(List.of(node), List.of()));
    }

    int of(Region region) {
        int size = 0;
        for (Node node : region.nodes()) {
            size += of(node);
        }
        return size;
    }

    int of(Node node) {
        if (node instanceof Node.Const constant) {
            literals.add(constant.result());
            return 0;
        }
        Integer size = known.get(node);
        if (size == null) {
            size = own(node) + read(node);
            for (Value result : node.results()) {
                size += isInVariable(result) ? move : 0;
            }
            for (Region region : node.regions()) {
                size += of(region);
            }
            if (node instanceof Node.Protected guarded) {
                // once for each way out of the body
                size += 2 * of(guarded.last());
            }
            known.put(node, size);
        }
        return size;
    }

    private int read(Node node) {
        int size = 0;
        for (Value operand : node.operands()) {
            size += literals.contains(operand) ? 3 : isInVariable(operand) ? move : 0;
        }
        return size;
    }

    private int own(Node node) {
        if (node instanceof Node.Op op) {
            boolean test = op.result().type() == Scalar.BOOLEAN;
            return op.operator() instanceof Primitive ? test ? 8 : 1 : CALL;
        } else if (node instanceof Node.If branch) {
            return 6 + 2 * move * branch.results().size();
        } else if (node instanceof Node.Loop loop) {
            return 12 + 2 * move * loop.params().size();
        } else if (node instanceof Node.Protected) {
            return 24;
        } else if (node instanceof Node.Opaque opaque) {
            return 8 + String.join("", opaque.pieces()).length();
        } else if (node instanceof Node.Bulk) {
            return 8;
        } else if (node instanceof Node.NewArray) {
            return 4;
        } else if (node instanceof Node.Invoke invoke) {
            return invoke.target().kind() == Target.Kind.CONSTRUCTOR ? CALL + 4 : CALL;
        } else if (node instanceof Node.Call) {
            return CALL;
        }
        return 1;
    }
}
