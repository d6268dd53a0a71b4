package dev.pullback.processor.lower;

import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the conversions explicit that Java makes by itself (JLS chapter 5): widening, narrowing, boxing and unboxing. */
final class Conversions {

    private static final Map<Scalar, String> BOXES = new LinkedHashMap<>();

    static {
        BOXES.put(Scalar.BOOLEAN, "java.lang.Boolean");
        BOXES.put(Scalar.BYTE, "java.lang.Byte");
        BOXES.put(Scalar.SHORT, "java.lang.Short");
        BOXES.put(Scalar.CHAR, "java.lang.Character");
        BOXES.put(Scalar.INT, "java.lang.Integer");
        BOXES.put(Scalar.LONG, "java.lang.Long");
        BOXES.put(Scalar.FLOAT, "java.lang.Float");
        BOXES.put(Scalar.DOUBLE, "java.lang.Double");
    }

    private final Context context;

    Conversions(Context context) {
        this.context = context;
    }

    /** The primitive type itself, or the one that a box holds; null for other types. */
    static @Nullable Scalar unboxed(Type type) {
        if (type instanceof Scalar scalar) {
            return scalar;
        }
        return BOXES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(type.java()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Converts as an assignment does. */
    Value convert(Value value, Type to, TreePath at) {
        if (value.type().equals(to)) {
            return value;
        } else if (to instanceof Scalar scalar) {
            return number(primitive(value, scalar, at), scalar, at);
        } else if (value.type() instanceof Scalar) {
            return box(value, to, at);
        } else if (context.isNull(value)) {
            context.block(at);
            return context.nullOf(to);
        }
        return retyped(value, to, at);
    }

    /** Converts as a cast does. */
    Value cast(Value value, Type to, TreePath at) {
        boolean references = !(to instanceof Scalar) && !(value.type() instanceof Scalar);
        if (references && !context.isNull(value) && !value.type().equals(to)) {
            return opaque("((" + to.java() + ") ", value, ")", to, at);
        }
        return convert(value, to, at);
    }

    /** The number in a box, or the number itself. */
    Value unbox(Value value, TreePath at) {
        Scalar scalar = unboxed(value.type());
        return scalar == null ? value : primitive(value, scalar, at);
    }

    private Value primitive(Value value, Scalar wanted, TreePath at) {
        if (value.type() instanceof Scalar) {
            return value;
        }
        Scalar held = unboxed(value.type());
        if (held != null) {
            return opaque("", value, "." + held.java() + "Value()", held, at);
        }
        return opaque("((" + BOXES.get(wanted) + ") ", value, ")." + wanted.java() + "Value()", wanted, at);
    }

    /** A conversion between primitive types; a literal is converted on the spot. */
    Value number(Value value, Scalar to, TreePath at) {
        if (value.type() == to || to == Scalar.BOOLEAN || value.type() == Scalar.BOOLEAN) {
            return value;
        }
        Block block = context.block(at);
        Object literal = block.literalOf(value);
        return literal == null ? block.cast(to, value) : block.constant(to, Constants.convert(literal, to));
    }

    private Value box(Value value, Type to, TreePath at) {
        Scalar wanted = unboxed(to);
        Value number = wanted == null ? value : number(value, wanted, at);
        return opaque(BOXES.get(number.scalar()) + ".valueOf(", number, ")", to, at);
    }

    private Value opaque(String before, Value operand, String after, Type type, TreePath at) {
        Value result = new Value(type, "");
        context.block(at).append(new Node.Opaque(result, List.of(before, after), List.of(operand), context.origin(at)));
        return result;
    }

    /**
     * A reference under another static type, which may choose other overloads later on. If it is what the last node computes, that node is
     * given the type, so that the target of the assignment still decides what is inferred.
     */
    private Value retyped(Value value, Type to, TreePath at) {
        Block block = context.block(at);
        List<Node> nodes = block.nodes();
        Node last = nodes.isEmpty() ? null : nodes.get(nodes.size() - 1);
        Value result = new Value(to, "");
        if (last instanceof Node.Opaque node
                && node.result() == value
                && value.name().isEmpty()) {
            nodes.set(
                    nodes.size() - 1,
                    new Node.Opaque(result, node.pieces(), node.operands(), node.onlyLooks(), node.origin()));
        } else {
            block.append(new Node.Opaque(result, List.of("", ""), List.of(value), context.origin(at)));
        }
        return result;
    }

    static boolean isString(Type type) {
        return type.equals(ObjectType.STRING);
    }
}
