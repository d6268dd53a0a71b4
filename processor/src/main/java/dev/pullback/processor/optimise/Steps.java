package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the nodes of a region. What would follow a {@code throw} is never executed and is left out. */
final class Steps {

    private final List<Node> nodes = new ArrayList<>();
    private Node.@Nullable Throw end;
    private boolean truncated;

    void add(Node node) {
        if (end != null) {
            truncated = true;
        } else if (node instanceof Node.Throw last) {
            end = last;
        } else {
            nodes.add(node);
        }
    }

    /** The region; if something was left out it yields default values, which nobody reads. */
    Region yielding(List<Value> yields) {
        List<Value> reached = truncated ? yields.stream().map(this::standIn).toList() : yields;
        if (end != null) {
            nodes.add(end);
        }
        return new Region(nodes, reached);
    }

    private Value standIn(Value unreached) {
        Value result = unreached.fresh();
        Type type = unreached.type();
        nodes.add(new Node.Const(result, type instanceof Scalar scalar ? scalar.zero() : null, endOrigin()));
        return result;
    }

    private Origin endOrigin() {
        return end == null ? Origin.NONE : end.origin();
    }

    static boolean endsInThrow(Region region) {
        int size = region.nodes().size();
        return size > 0 && region.nodes().get(size - 1) instanceof Node.Throw;
    }
}
