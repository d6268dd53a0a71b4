package dev.pullback.processor.transform;

import dev.pullback.processor.analysis.Activity;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adjoints of the operations that copy or fill arrays of scalars; those on arrays of references are replayed by {@link ShadowSweep}. */
final class BulkAdjoints {

    /** Adds to the adjoint of a scalar. */
    interface Accumulator {
        void add(Value scalar, Value term, Block block, ReverseSweep.Bars bars);
    }

    private final Activity activity;
    private final ShadowSweep shadows;
    private final Accumulator accumulator;

    BulkAdjoints(Activity activity, ShadowSweep shadows, Accumulator accumulator) {
        this.activity = activity;
        this.shadows = shadows;
        this.accumulator = accumulator;
    }

    void retrace(Node.Bulk node, Block block, ReverseSweep.Bars bars) {
        Value about = node.result() != null
                ? node.result()
                : node.operands().get(node.kind() == Node.BulkKind.ARRAYCOPY ? 2 : 0);
        if (!Shadows.isRankOne(about) || !activity.isActive(about)) {
            return;
        }
        switch (node.kind()) {
            case CLONE, COPY_OF, COPY_OF_RANGE -> copy(node, about, block);
            case ARRAYCOPY -> arraycopy(node, block);
            case FILL, FILL_RANGE -> fill(node, block, bars);
        }
    }

    private void copy(Node.Bulk node, Value result, Block block) {
        Value source = node.operands().get(0);
        if (!activity.isActive(source)) {
            return;
        }
        Value from = shadows.of(result);
        Value to = shadows.of(source);
        Value offset =
                node.kind() == Node.BulkKind.COPY_OF_RANGE ? node.operands().get(1) : block.constant(0);
        Value length = block.length(from);
        if (node.kind() != Node.BulkKind.CLONE) {
            // a copy may be longer than what is left of the source
            Value rest = node.kind() == Node.BulkKind.COPY_OF
                    ? block.length(to)
                    : block.op(Primitive.SUB, block.length(to), offset);
            length = block.math("min", length, rest);
        }
        block.countUp("i", block.constant(0), length, (inside, i) -> {
            Value at = node.kind() == Node.BulkKind.COPY_OF_RANGE ? inside.op(Primitive.ADD, offset, i) : i;
            inside.store(to, at, inside.plus(inside.load("", to, at), inside.load("", from, i)));
        });
    }

    /** The ranges may overlap, so what flows back is taken out first and added afterwards. */
    private void arraycopy(Node.Bulk node, Block block) {
        Value source = node.operands().get(0);
        Value sourceFrom = node.operands().get(1);
        Value to = shadows.of(node.operands().get(2));
        Value toFrom = node.operands().get(3);
        Value length = node.operands().get(4);
        Value toEnd = block.op(Primitive.ADD, toFrom, length);
        Value moved = new Value(to.type(), "moved");
        boolean active = activity.isActive(source);
        if (active) {
            block.append(new Node.Bulk(moved, Node.BulkKind.COPY_OF_RANGE, List.of(to, toFrom, toEnd), block.origin()));
        }
        Value zero = block.zero(((ArrayType) to.type()).element());
        block.append(new Node.Bulk(null, Node.BulkKind.FILL_RANGE, List.of(to, toFrom, toEnd, zero), block.origin()));
        if (active) {
            Value from = shadows.of(source);
            block.countUp("i", block.constant(0), length, (inside, i) -> {
                Value at = inside.op(Primitive.ADD, sourceFrom, i);
                inside.store(from, at, inside.plus(inside.load("", from, at), inside.load("", moved, i)));
            });
        }
    }

    private void fill(Node.Bulk node, Block block, ReverseSweep.Bars bars) {
        boolean range = node.kind() == Node.BulkKind.FILL_RANGE;
        Value shadow = shadows.of(node.operands().get(0));
        Value from = range ? node.operands().get(1) : block.constant(0);
        Value to = range ? node.operands().get(2) : block.length(shadow);
        Value value = node.operands().get(node.operands().size() - 1);
        if (activity.isActive(value)) {
            accumulator.add(value, sum(shadow, from, to, block), block, bars);
        }
        List<Value> operands = new ArrayList<>(node.operands());
        operands.set(0, shadow);
        operands.set(operands.size() - 1, block.zero(((ArrayType) shadow.type()).element()));
        block.append(new Node.Bulk(null, node.kind(), operands, block.origin()));
    }

    private static Value sum(Value array, Value from, Value to, Block block) {
        Type type = ((ArrayType) array.type()).element();
        Value i = new Value(Scalar.INT, "i");
        Value sum = new Value(type, "sum");
        Value result = sum.fresh();
        Block condition = block.child();
        Value again = condition.op(Primitive.LT, i, to);
        Block inside = block.child();
        Value next = inside.op("sum", Primitive.ADD, type, List.of(sum, inside.load("", array, i)));
        block.append(new Node.Loop(
                List.of(i.fresh(), result),
                List.of(from, block.zero(type)),
                List.of(i, sum),
                Optional.of(new Node.Counter(1)),
                false,
                condition.yielding(List.of(again)),
                inside.yielding(List.of(next)),
                block.origin()));
        return result;
    }
}
