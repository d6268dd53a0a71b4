package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.IdentityHashMap;
import java.util.Map;

/** What a reader would call a value that the user did not give a name: {@code wLength}, {@code exp}. */
final class NameHints {

    private final Map<Value, Node> definitions = new IdentityHashMap<>();

    NameHints(Region region) {
        region.nodes().forEach(node -> node.results().forEach(result -> definitions.put(result, node)));
    }

    String of(Value value) {
        if (!value.name().isEmpty()) {
            return value.name();
        }
        Node node = definitions.get(value);
        if (node instanceof Node.Length length && !length.array().name().isEmpty()) {
            return length.array().name() + "Length";
        } else if (node instanceof Node.Op op && op.operator() instanceof Intrinsic function) {
            return function.name();
        }
        return value.type() == Scalar.BOOLEAN ? "taken" : value.type().isArray() ? "array" : "kept";
    }
}
