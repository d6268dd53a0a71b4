package dev.pullback.processor.emit;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arrays, one a type, in which the parts of one method find what other parts have computed. Each value has a place of its own. */
final class Frames {

    private final Map<Type, Value> arrays = new LinkedHashMap<>();
    private final Map<Type, Integer> lengths = new LinkedHashMap<>();
    private final Map<Value, Integer> indices = new IdentityHashMap<>();

    /** Whether there can be an array of such values. */
    static boolean canHold(Value value) {
        return !value.type().java().contains("<");
    }

    boolean isOne(Value array) {
        return arrays.containsValue(array);
    }

    /** The array with the place of a value, which it gets now if it has none. */
    Value arrayFor(Value value) {
        index(value);
        return arrays.computeIfAbsent(value.type(), type -> new Value(new ArrayType(type), name(type)));
    }

    private int index(Value value) {
        return indices.computeIfAbsent(value, v -> lengths.merge(v.type(), 1, Integer::sum) - 1);
    }

    private static String name(Type type) {
        if (type instanceof ArrayType array) {
            return array.leaf() instanceof Scalar scalar ? scalar.java() + "ArrayFrame" : "arrayFrame";
        }
        return type instanceof Scalar scalar ? scalar.java() + "Frame" : "frame";
    }

    /** @param here what the value is read as in the block */
    void store(Value value, Value here, Block block) {
        block.store(arrayFor(value), block.constant(index(value)), here);
    }

    Value load(Value value, Block block) {
        return block.load(value.name(), arrayFor(value), block.constant(index(value)));
    }

    /** What allocates them. */
    List<Node> allocation() {
        Block block = new Block(Origin.NONE);
        arrays.forEach((type, array) -> {
            Value length = block.constant(lengths.getOrDefault(type, 0));
            block.append(new Node.NewArray(array, List.of(length), Origin.NONE));
        });
        return block.nodes();
    }
}
