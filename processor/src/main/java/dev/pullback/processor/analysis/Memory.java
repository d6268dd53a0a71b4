package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Derivatives;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which array references may name the same array: a partition of a function's array values into classes, found by unification (Steensgaard,
 * POPL 1996), and what is done to the arrays of each class. Different parameters start in different classes: where one of them is written,
 * a guard at the entry of the derivative makes sure that they are different arrays.
 */
public final class Memory {

    /** Arrays that may be one another. */
    public static final class ArrayClass {
        private @Nullable ArrayClass forward;
        private @Nullable ArrayClass rows;
        private boolean parameter;
        private boolean written;
        private boolean foreign;
        private boolean handedOut;
        private boolean moved;

        private ArrayClass() {}

        private ArrayClass find() {
            ArrayClass at = this;
            while (at.forward != null) {
                at = at.forward;
            }
            if (at != this) {
                forward = at;
            }
            return at;
        }
    }

    private final Map<Value, ArrayClass> classes = new IdentityHashMap<>();
    private final Set<Type> writtenParameterTypes = new HashSet<>();

    private Memory() {}

    public static Memory of(Function function) {
        Memory memory = new Memory();
        for (Value param : function.params()) {
            if (param.type() instanceof ArrayType) {
                memory.markParameter(memory.classOf(param), param.type());
            }
        }
        memory.region(function.body());
        function.body().yields().stream()
                .filter(value -> value.type() instanceof ArrayType)
                .forEach(value -> memory.levels(value).forEach(level -> level.handedOut = true));
        function.params().stream()
                .filter(param -> param.type() instanceof ArrayType)
                .forEach(memory::handOutMovedRows);
        memory.classes.forEach((array, at) -> {
            if (at.find().written && at.find().parameter) {
                memory.writtenParameterTypes.add(array.type());
            }
        });
        return memory;
    }

    /** The class of an array value. */
    public ArrayClass classOf(Value array) {
        return classes.computeIfAbsent(array, a -> new ArrayClass()).find();
    }

    /** The class of the rows of a class of arrays of arrays. */
    public ArrayClass rowsOf(ArrayClass array) {
        ArrayClass root = array.find();
        if (root.rows == null) {
            root.rows = new ArrayClass();
        }
        return root.rows.find();
    }

    /** The classes of an array, of its rows, of their rows and so on. */
    public List<ArrayClass> levels(Value array) {
        List<ArrayClass> levels = new ArrayList<>();
        ArrayClass at = classOf(array);
        levels.add(at);
        for (Type type = ((ArrayType) array.type()).element();
                type instanceof ArrayType inner;
                type = inner.element()) {
            at = rowsOf(at);
            levels.add(at);
        }
        return levels;
    }

    /** The class of the arrays that hold the scalars that the given array leads to. */
    public ArrayClass leafOf(Value array) {
        List<ArrayClass> levels = levels(array);
        return levels.get(levels.size() - 1);
    }

    /** Whether the function may assign an element of such an array, a row included. */
    public boolean isWritten(ArrayClass array) {
        return array.find().written;
    }

    /** Whether such an array may come from, or have been given to, code that is not looked into. */
    public boolean isForeign(ArrayClass array) {
        return array.find().foreign;
    }

    /** Whether such an array may be an argument, or a row of one. */
    public boolean isParameter(ArrayClass array) {
        return array.find().parameter;
    }

    /** Whether the function may write the array or anything that it leads to. */
    public boolean isWrittenAnywhere(Value array) {
        return levels(array).stream().anyMatch(level -> level.written);
    }

    /** Whether the function may replace rows of an array of arrays, at any depth. */
    public boolean movesRows(Value array) {
        List<ArrayClass> levels = levels(array);
        return levels.subList(0, levels.size() - 1).stream().anyMatch(level -> level.written);
    }

    /** Whether an element of the array, read once, reads the same at any later time before the caller gets control back. */
    public boolean neverChanges(Value array) {
        ArrayClass at = classOf(array);
        // the guards at the entry compare arrays that can be active; others may be one array, given twice
        boolean guarded = array.type().differentiable() || !writtenParameterTypes.contains(array.type());
        return !at.written && !at.foreign && at.parameter && guarded;
    }

    /** The same of any time after that: the caller owns what the method hands out, and may write it. */
    public boolean neverChangesLater(Value array) {
        return neverChanges(array) && !isHandedOut(classOf(array));
    }

    /** Whether the caller may get such an array: it is returned, or put into an array of arrays that is a parameter. */
    public boolean isHandedOut(ArrayClass array) {
        return array.find().handedOut;
    }

    // --- unification

    private void markParameter(ArrayClass array, Type type) {
        array.find().parameter = true;
        if (type instanceof ArrayType t && t.element() instanceof ArrayType inner) {
            markParameter(rowsOf(array), inner);
        }
    }

    /** Whether such an array may be a row of a parameter whose rows the function replaces. */
    public boolean isMoved(ArrayClass array) {
        return array.find().moved;
    }

    private void handOutMovedRows(Value param) {
        boolean moved = false;
        for (ArrayClass level : levels(param)) {
            level.moved |= moved;
            level.handedOut |= moved;
            moved |= level.written;
        }
    }

    private void markForeign(Value array) {
        levels(array).forEach(level -> level.foreign = true);
    }

    private void unify(ArrayClass a, ArrayClass b) {
        ArrayClass x = a.find();
        ArrayClass y = b.find();
        if (x == y) {
            return;
        }
        ArrayClass rowsX = x.rows;
        ArrayClass rowsY = y.rows;
        y.forward = x;
        x.parameter |= y.parameter;
        x.written |= y.written;
        x.foreign |= y.foreign;
        if (rowsX == null) {
            x.rows = rowsY;
        } else if (rowsY != null) {
            unify(rowsX, rowsY);
        }
    }

    private void unify(Value a, Value b) {
        if (a.type() instanceof ArrayType && b.type() instanceof ArrayType) {
            unify(classOf(a), classOf(b));
        }
    }

    private void region(Region region) {
        region.nodes().forEach(this::node);
    }

    private void node(Node node) {
        if (node instanceof Node.Load n && n.result().type() instanceof ArrayType) {
            unify(classOf(n.result()), rowsOf(classOf(n.array())));
        } else if (node instanceof Node.Store n) {
            classOf(n.array()).written = true;
            if (n.value().type() instanceof ArrayType) {
                unify(classOf(n.value()), rowsOf(classOf(n.array())));
            }
        } else if (node instanceof Node.Bulk n) {
            bulk(n);
        } else if (node instanceof Node.If n) {
            n.regions().forEach(this::region);
            for (int i = 0; i < n.results().size(); i++) {
                unify(n.results().get(i), n.then().yields().get(i));
                unify(n.results().get(i), n.otherwise().yields().get(i));
            }
        } else if (node instanceof Node.Protected n) {
            n.regions().forEach(this::region);
            for (int i = 0; i < n.results().size(); i++) {
                unify(n.results().get(i), n.yielded(i));
            }
        } else if (node instanceof Node.Loop n) {
            n.regions().forEach(this::region);
            for (int i = n.carriedFrom(); i < n.params().size(); i++) {
                unify(n.params().get(i), n.inits().get(i));
                unify(n.params().get(i), n.next(i));
                unify(n.params().get(i), n.results().get(i));
            }
        } else if (node instanceof Node.Call n) {
            call(n);
        } else if (node instanceof Node.Opaque n && n.isNullCheck()) {
            return;
        } else if (node instanceof Node.Invoke n
                && n.result() != null
                && n.result().type() instanceof RecordType) {
            // the arrays in a record are values of their own, and no code that is not looked into gets the object
            return;
        } else if (node instanceof Node.Opaque || node instanceof Node.Invoke) {
            List<Value> touched = new ArrayList<>(node.operands());
            touched.addAll(node.results());
            touched.stream().filter(v -> v.type() instanceof ArrayType).forEach(this::markForeign);
        }
    }

    private void bulk(Node.Bulk node) {
        Value first = node.operands().get(0);
        boolean rows = ((ArrayType) first.type()).element() instanceof ArrayType;
        switch (node.kind()) {
            case CLONE, COPY_OF, COPY_OF_RANGE -> {
                if (rows && node.result() != null) {
                    unify(rowsOf(classOf(node.result())), rowsOf(classOf(first)));
                }
            }
            case ARRAYCOPY -> {
                Value target = node.operands().get(2);
                classOf(target).written = true;
                if (rows) {
                    unify(rowsOf(classOf(target)), rowsOf(classOf(first)));
                }
            }
            case FILL, FILL_RANGE -> {
                classOf(first).written = true;
                if (rows) {
                    unify(classOf(node.operands().get(node.operands().size() - 1)), rowsOf(classOf(first)));
                }
            }
        }
    }

    private void call(Node.Call node) {
        if (node.callee().derivatives() instanceof Derivatives.Partials) {
            // what it does with arrays, all of them constants, nobody says
            node.operands().stream().filter(v -> v.type() instanceof ArrayType).forEach(this::markForeign);
        }
        Effects effects = node.callee().effects();
        for (int k : effects.written()) {
            Value argument = node.operands().get(k);
            ArrayClass at = classOf(argument);
            for (Type type = ((ArrayType) argument.type()).element();
                    type instanceof ArrayType inner;
                    type = inner.element()) {
                at.written |= effects.movesRows();
                at = rowsOf(at);
            }
            at.written = true;
        }
        for (int k = 0; k < node.results().size(); k++) {
            Value result = node.results().get(k);
            int alias = effects.resultAlias(k);
            if (!(result.type() instanceof ArrayType)) {
                continue;
            } else if (alias >= 0) {
                unify(result, node.operands().get(alias));
            } else if (alias == Effects.UNKNOWN) {
                node.operands().forEach(operand -> mayContain(operand, result));
            }
        }
    }

    /** The result may be the operand, or one of its rows. */
    private void mayContain(Value operand, Value result) {
        if (!(operand.type() instanceof ArrayType)) {
            return;
        }
        ArrayClass at = classOf(operand);
        for (Type type = operand.type(); type instanceof ArrayType inner; type = inner.element()) {
            if (type.equals(result.type())) {
                unify(at, classOf(result));
            }
            at = rowsOf(at);
        }
    }
}
