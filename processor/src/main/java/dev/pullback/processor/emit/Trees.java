package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which values are written where they are read, instead of being kept in a variable, and the expression trees that this makes. */
final class Trees {

    /** {@code a[i] op= operand} in place of a store. */
    record Accumulation(Primitive operator, Value load, Value operand) {}

    private final Map<Value, Node> inline = new IdentityHashMap<>();
    private final Map<Node, List<Value>> initialisers = new IdentityHashMap<>();
    private final Map<Node, Accumulation> accumulations = new IdentityHashMap<>();

    void inline(Value value, Node node) {
        inline.put(value, node);
    }

    void initialiser(Node array, List<Value> elements) {
        initialisers.put(array, elements);
    }

    void accumulation(Node store, Accumulation accumulation) {
        accumulations.put(store, accumulation);
    }

    void addAll(Trees other) {
        inline.putAll(other.inline);
        initialisers.putAll(other.initialisers);
        accumulations.putAll(other.accumulations);
    }

    boolean isInline(Value value) {
        return inline.containsKey(value);
    }

    /** The node that is written where the value is read, or null if it has a variable. */
    @Nullable
    Node inlined(Value value) {
        return inline.get(value);
    }

    @Nullable
    Accumulation accumulation(Node store) {
        return accumulations.get(store);
    }

    /** The elements of an array that is created with them, or null. */
    @Nullable
    List<Value> initialiser(Node array) {
        return initialisers.get(array);
    }

    /** What is written inside of a node, in the order in which Java evaluates it. */
    List<Value> children(Node node) {
        Accumulation accumulation = accumulations.get(node);
        if (accumulation != null && node instanceof Node.Store store) {
            return List.of(store.array(), store.index(), accumulation.operand());
        }
        List<Value> elements = initialisers.get(node);
        if (elements != null) {
            return elements;
        }
        List<Value> children = new ArrayList<>(node.operands());
        if (node instanceof Node.If) {
            for (Region branch : node.regions()) {
                children.addAll(branch.yields());
            }
        }
        return children;
    }

    /** The variables that are read where a value is read. */
    void leaves(Value value, Consumer<Value> reader) {
        Node node = inline.get(value);
        if (node == null) {
            reader.accept(value);
        } else {
            children(node).forEach(child -> leaves(child, reader));
        }
    }

    /** Columns that a value takes, roughly. */
    int width(Value value) {
        Node node = inline.get(value);
        if (node == null) {
            return value.name().isEmpty() ? 5 : value.name().length();
        }
        return width(node);
    }

    /** Columns that a node takes, roughly. */
    int width(Node node) {
        int own = ownWidth(node);
        for (Value child : children(node)) {
            own += width(child);
        }
        return own;
    }

    /** The same without what is written inside of it. */
    static int ownWidth(Node node) {
        if (node instanceof Node.Const constant) {
            return Math.min(20, String.valueOf(constant.literal()).length());
        } else if (node instanceof Node.Op op) {
            return op.operator() instanceof Intrinsic function
                    ? function.name().length() + 7 + 2 * op.operands().size()
                    : op.is(Primitive.CAST) ? 2 : 3 * op.operands().size() - 2;
        } else if (node instanceof Node.Invoke invoke) {
            return invoke.target().owner().length() / 2
                    + invoke.target().name().length()
                    + 2 * invoke.operands().size();
        } else if (node instanceof Node.Opaque opaque) {
            return String.join("", opaque.pieces()).length();
        } else if (node instanceof Node.Bulk) {
            return 16;
        } else if (node instanceof Node.Length || node instanceof Node.If) {
            return 7;
        }
        return node instanceof Node.NewArray array ? 12 + 2 * array.dimensions().size() : 4;
    }
}
