package dev.pullback.processor.transform;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Target;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Reads the leaves of a record, or their tangents from a record of those, and puts tangents into such a record. */
final class RecordValues {

    /** What is read of a record that is null. */
    enum Null {
        /** Nothing: whoever gives null is told so. */
        THROWS,
        /** Zeros, since the method itself decides what to do. */
        IS_ZEROS
    }

    private final Block block;
    private final RecordType shape;
    private final Value root;
    private final Null mode;
    private final Map<List<String>, Value> objects = new HashMap<>();

    /**
     * Reads of one record.
     *
     * @param block where they go
     * @param root a record of that shape, or the record of its tangents
     */
    RecordValues(Block block, RecordType shape, Value root, Null mode) {
        this.block = block;
        this.shape = shape;
        this.root = root;
        this.mode = mode;
    }

    /** Defines a value as a leaf, or its tangent. */
    void read(Value result, List<String> path) {
        int last = path.size() - 1;
        Value object = object(path.subList(0, last));
        Target accessor = Target.instance(path.get(last));
        if (mode == Null.THROWS) {
            block.append(new Node.Invoke(result, accessor, List.of(object), true, block.origin()));
            return;
        }
        Value isNull = block.op(Primitive.EQ, object, block.constant(object.type(), null));
        Block none = block.child();
        Region nothing = none.yielding(List.of(none.zero(result.type())));
        Block some = block.child();
        Value read = some.invoke("", result.type(), accessor, true, List.of(object));
        block.append(new Node.If(List.of(result), isNull, nothing, some.yielding(List.of(read)), block.origin()));
    }

    /** A record in the record. */
    private Value object(List<String> path) {
        if (path.isEmpty()) {
            return root;
        }
        Value known = objects.get(path);
        if (known == null) {
            Type type = root.type().equals(shape) ? nested(path) : nested(path).tangentType();
            known = new Value(type, root.name().isEmpty() ? "" : RecordType.leafName(root.name(), path));
            objects.put(path, known);
            read(known, path);
        }
        return known;
    }

    private RecordType nested(List<String> path) {
        RecordType at = shape;
        for (String name : path) {
            at = at.components().stream()
                    .filter(component -> component.name().equals(name))
                    .map(component -> (RecordType) component.type())
                    .findFirst()
                    .orElseThrow();
        }
        return at;
    }

    /**
     * Makes a record of tangents or cotangents.
     *
     * @param active those of the active leaves, in order
     */
    static Value tangent(Block block, String name, RecordType record, List<Value> active) {
        return tangent(block, name, record, active.iterator());
    }

    private static Value tangent(Block block, String name, RecordType record, Iterator<Value> active) {
        List<Value> arguments = new ArrayList<>();
        for (RecordType.Component component : record.activeComponents()) {
            arguments.add(
                    component.type() instanceof RecordType inner ? tangent(block, "", inner, active) : active.next());
        }
        return block.invoke(name, record.tangentType(), Target.constructor(record.tangent()), true, arguments);
    }
}
