package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which node defines which value. Parameters of functions and what a region reads from outside have no entry. */
public final class Definitions {

    /**
     * A definition.
     *
     * @param index which of the node's results (or of the loop's parameters) it is
     */
    record Definition(Node node, int index) {}

    private final Map<Value, Definition> definitions = new IdentityHashMap<>();

    /** The definitions in the region and in those that its nodes own. */
    public static Definitions of(Region region) {
        Definitions definitions = new Definitions();
        Node.all(region).forEach(definitions::add);
        return definitions;
    }

    /** Records what the node defines; a later node that defines the same value takes the place of the earlier. */
    void add(Node node) {
        add(node, node.results());
        if (node instanceof Node.Loop loop) {
            add(node, loop.params());
        }
    }

    private void add(Node node, List<Value> values) {
        for (int i = 0; i < values.size(); i++) {
            definitions.put(values.get(i), new Definition(node, i));
        }
    }

    @Nullable
    Definition definition(Value value) {
        return definitions.get(value);
    }

    /** The node that defines the value, as a result or as the parameter of a loop. */
    public @Nullable Node node(Value value) {
        Definition definition = definitions.get(value);
        return definition == null ? null : definition.node();
    }

    /** The literal that the value is, boxed; null if it is none, or the null reference. */
    public @Nullable Object literal(Value value) {
        return node(value) instanceof Node.Const constant ? constant.literal() : null;
    }

    /** Whether both are one literal, to the last bit. */
    boolean sameLiteral(Value a, Value b) {
        return node(a) instanceof Node.Const first
                && node(b) instanceof Node.Const second
                && first.result().type().equals(second.result().type())
                && Objects.equals(first.literal(), second.literal());
    }

    /** Whether the value is an integer literal other than zero. */
    boolean isNonZeroInteger(Value value) {
        Object literal = literal(value);
        return (literal instanceof Integer || literal instanceof Long) && ((Number) literal).longValue() != 0;
    }

    /** Whether the value is an array that was made here, so that it cannot be null. */
    boolean isFreshArray(Value value) {
        Node node = node(value);
        return node instanceof Node.NewArray
                || (node instanceof Node.Bulk && node.results().contains(value));
    }
}
