package dev.pullback.processor.transform;

import dev.pullback.processor.analysis.Activity;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Derivatives;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.Layout;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Target;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** Calls of differentiable methods, replaced by calls of what is generated for the callee. */
final class Calls {

    private Calls() {}

    /** The call in forward mode; returns the tangents of the results that have one. */
    static Map<Value, Value> forward(
            Node.Call call, Block block, BiFunction<Value, Block, Value> tangentOf, Activity activity) {
        Callee callee = call.callee();
        Guards.appendForCall(call, call, activity.memory(), block);
        List<Value> operands = given(callee, call.operands());
        for (Layout.Group group : callee.groups()) {
            List<Value> tangents = members(group)
                    .filter(i -> callee.active().get(i))
                    .map(i -> tangentOf.apply(call.operands().get(i), block))
                    .toList();
            if (!tangents.isEmpty()) {
                operands.add(
                        group.type() instanceof RecordType record
                                ? RecordValues.tangent(block, "", record, tangents)
                                : tangents.get(0));
            }
        }
        Derivatives.Companion companion = callee.companion();
        Target jvp = Target.ofStatic(companion.type(), companion.jvp());
        Value result = call.result();
        if (result == null) {
            block.invoke(jvp, operands);
            return Map.of();
        }
        if (!callee.activeResults().contains(true)) {
            block.append(new Node.Invoke(result, jvp, operands, false, call.origin()));
            readLeaves(call, k -> true, block);
            return Map.of();
        }
        Value both = block.invoke(callee.name() + "Jvp", companion.both(), jvp, false, operands);
        block.append(new Node.Invoke(result, Target.instance("value"), List.of(both), true, call.origin()));
        readLeaves(call, k -> true, block);
        return tangents(call, both, block, activity);
    }

    private static Map<Value, Value> tangents(Node.Call call, Value both, Block block, Activity activity) {
        Map<Value, Value> tangents = new LinkedHashMap<>();
        List<Boolean> active = call.callee().activeResults();
        Value result = call.results().get(0);
        if (!(result.type() instanceof RecordType record)) {
            if (activity.isActive(result)) {
                String name = Forward.dot(result.name());
                tangents.put(
                        result, block.invoke(name, result.type(), Target.instance("tangent"), true, List.of(both)));
            }
            return tangents;
        }
        String name = Forward.dot(result.name().isEmpty() ? call.callee().name() : result.name());
        Value all = block.invoke(name, record.tangentType(), Target.instance("tangent"), true, List.of(both));
        RecordValues values = new RecordValues(block, record, all, RecordValues.Null.THROWS);
        for (int k = 1; k < call.results().size(); k++) {
            Value leaf = call.results().get(k);
            if (active.get(k) && activity.isActive(leaf)) {
                Value tangent = new Value(leaf.type(), Forward.dot(leaf.name()));
                values.read(tangent, record.leaves().get(k - 1).path());
                tangents.put(leaf, tangent);
            }
        }
        return tangents;
    }

    /** Reads the leaves of a record that a call returns. */
    private static void readLeaves(Node.Call call, IntPredicate wanted, Block block) {
        if (call.results().isEmpty() || !(call.results().get(0).type() instanceof RecordType record)) {
            return;
        }
        RecordValues values = new RecordValues(block, record, call.results().get(0), RecordValues.Null.THROWS);
        for (int k = 1; k < call.results().size(); k++) {
            if (wanted.test(k)) {
                values.read(call.results().get(k), record.leaves().get(k - 1).path());
            }
        }
    }

    private static Stream<Integer> members(Layout.Group group) {
        return Stream.concat(Stream.of(group.index()), group.leaves().stream());
    }

    /** The arguments as the source gives them. */
    private static List<Value> given(Callee callee, List<Value> operands) {
        List<Value> given = new ArrayList<>();
        callee.groups().forEach(group -> given.add(operands.get(group.index())));
        return given;
    }

    /**
     * The call in the forward sweep of the reverse mode: runs the callee and keeps its pullback.
     *
     * @param original the call in the primal
     * @param call the same, with the operands that it has in the sweep
     * @return the pullback
     */
    static Value forwardSweep(Node.Call original, Node.Call call, Block block, LaterWrites later) {
        Callee callee = call.callee();
        refuseUnknownAlias(original, later);
        refuseMovedRows(call);
        refuseRowsMovedLater(original, later);
        List<Value> operands = new ArrayList<>();
        for (Layout.Group group : callee.groups()) {
            Value operand = call.operands().get(group.index());
            operands.add(mustCopy(original, group.index(), later) ? copy(call, operand, block) : operand);
            for (int i : group.leaves()) {
                if (mustCopy(original, i, later)) {
                    throw new Unsupported(
                            Problem.UNSUPPORTED,
                            call.origin(),
                            "Passing a record whose array changes later to " + callee.name(),
                            "Pass a record with a copy of the array.");
                }
            }
        }
        Derivatives.Companion companion = callee.companion();
        Target vjp = Target.ofStatic(companion.type(), companion.vjp());
        Value pullback = block.invoke(callee.name() + "Pullback", companion.pullback(), vjp, false, operands);
        if (call.result() != null && callee.effects().resultAlias(0) < 0) {
            block.append(
                    new Node.Invoke(call.result(), Target.instance("value"), List.of(pullback), true, call.origin()));
            readLeaves(call, k -> callee.effects().resultAlias(k) < 0, block);
        }
        return pullback;
    }

    /** Which argument the result is can be found out by comparing references, but not which row of one, nor which argument was copied. */
    private static void refuseUnknownAlias(Node.Call call, LaterWrites later) {
        for (int k = 1; k < call.results().size(); k++) {
            Value leaf = call.results().get(k);
            if (leaf.type().isArray()
                    && leaf.type().differentiable()
                    && call.callee().effects().resultAlias(k) == Effects.UNKNOWN) {
                throw new Unsupported(
                        Problem.UNSUPPORTED,
                        call.origin(),
                        "A call of " + call.callee().name()
                                + ", which returns a record with an array that may be another one,",
                        "Put a new array into it, or always that of the same argument.");
            }
        }
        Value result = call.result();
        if (result == null
                || !result.type().isArray()
                || !result.type().differentiable()
                || call.callee().effects().resultAlias(0) != Effects.UNKNOWN) {
            return;
        }
        boolean rows = !Shadows.isRankOne(result);
        boolean copied = false;
        for (int i = 0; i < call.operands().size(); i++) {
            Value operand = call.operands().get(i);
            boolean related = operand.type().differentiable() && operand.type().isArray();
            rows |= related && !operand.type().equals(result.type());
            copied |= related && mustCopy(call, i, later);
        }
        if (rows || copied) {
            String shared =
                    rows ? "may share rows with its arguments" : "may be an argument that changes after the call";
            throw new Unsupported(
                    Problem.UNSUPPORTED,
                    call.origin(),
                    "A call of " + call.callee().name() + ", whose result " + shared + ",",
                    call.callee().isDifferentiated()
                            ? "Return a new array, or always the same argument."
                            : "If it is always a new array, declare newResult = true in its rule.");
        }
    }

    private static void refuseMovedRows(Node.Call call) {
        if (call.callee().effects().movesRows()) {
            throw new Unsupported(
                    Problem.UNSUPPORTED,
                    call.origin(),
                    "A call of " + call.callee().name() + ", which replaces rows of an array that it is given,",
                    "Replace the rows here, or copy their elements there.");
        }
    }

    /** The pullback is given the shadow of an array, which has the rows then that the array has at the end. */
    private static void refuseRowsMovedLater(Node.Call call, LaterWrites later) {
        for (int i = 0; i < call.operands().size(); i++) {
            Value operand = call.operands().get(i);
            if (call.callee().active().get(i)
                    && operand.type() instanceof ArrayType
                    && later.mayMoveRows(operand, call)) {
                String name = operand.name().isEmpty() ? "an array" : operand.name();
                throw new Unsupported(
                        Problem.UNSUPPORTED,
                        call.origin(),
                        "A call that is given " + name + ", whose rows are replaced later,",
                        "Give it a new array with the same rows, or copy the elements instead of replacing the rows.");
            }
        }
    }

    /** A pullback reads again the arrays that its method only read: they must not change until then. */
    private static boolean mustCopy(Node.Call call, int i, LaterWrites later) {
        Callee callee = call.callee();
        Value operand = call.operands().get(i);
        return operand.type() instanceof ArrayType
                && !callee.effects().written().contains(i)
                && callee.effects().readAgain().contains(i)
                && later.mayChange(operand, call);
    }

    private static Value copy(Node.Call call, Value array, Block block) {
        if (array.type().differentiable()) {
            return Shadows.copyOf(block, "", array);
        }
        if (!Shadows.isRankOne(array)) {
            throw new Unsupported(
                    Problem.UNSUPPORTED,
                    call.origin(),
                    "Passing " + array.name() + ", an array of arrays that changes,",
                    "Pass a copy that does not change.");
        }
        Value copy = array.fresh();
        block.append(new Node.Bulk(copy, Node.BulkKind.CLONE, List.of(array), call.origin()));
        return copy;
    }

    /** What the reverse sweep needs to know around a call. */
    interface Adjoints {
        /** The cotangent of a scalar, or a literal zero; it is then used up. */
        Value take(Value scalar, Block block);

        /** The shadow of an array, or a fresh array of zeros if it has none. */
        Value shadowOrZeros(Value array, Block block);

        /** The cotangent of an array that a call returns, unless it is an argument: then zeros. */
        Value seedOf(Value array, Block block);

        boolean isActive(Value value);

        void add(Value scalar, Value cotangent, Block block);
    }

    /** The call in the reverse sweep. */
    static void reverseSweep(Node.Call call, Value pullback, Block block, Adjoints adjoints) {
        if (!matters(call, adjoints)) {
            // nothing of it can be named here: what only such a call reads may be left out of the forward sweep
            return;
        }
        Callee callee = call.callee();
        List<Value> operands = new ArrayList<>(List.of(pullback));
        List<Value> seeds = new ArrayList<>();
        for (int k = 0; k < call.results().size(); k++) {
            if (callee.activeResults().get(k)) {
                seeds.add(seed(call, k, block, adjoints));
            }
        }
        if (!seeds.isEmpty()) {
            operands.add(
                    callee.result() instanceof RecordType record
                            ? RecordValues.tangent(block, "", record, seeds)
                            : seeds.get(0));
        }
        boolean arrays = false;
        List<Integer> scalars = new ArrayList<>();
        for (int i = 0; i < call.operands().size(); i++) {
            if (!callee.active().get(i)) {
                continue;
            }
            Value operand = call.operands().get(i);
            if (operand.type() instanceof ArrayType) {
                arrays = true;
                operands.add(adjoints.shadowOrZeros(operand, block));
            } else {
                scalars.add(i);
            }
        }
        collect(call, Target.instance(arrays ? "applyInto" : "apply"), operands, scalars, block, adjoints);
    }

    /** Whether an active value comes out of the call: its result, or an array that it writes. */
    private static boolean matters(Node.Call call, Adjoints adjoints) {
        for (int k = 0; k < call.results().size(); k++) {
            if (call.callee().activeResults().get(k)
                    && adjoints.isActive(call.results().get(k))) {
                return true;
            }
        }
        return call.callee().effects().written().stream()
                .filter(i -> call.callee().active().get(i))
                .map(call.operands()::get)
                .anyMatch(operand -> operand.type() instanceof ArrayType && adjoints.isActive(operand));
    }

    private static Value seed(Node.Call call, int index, Block block, Adjoints adjoints) {
        Value result = call.results().get(index);
        if (!(result.type() instanceof ArrayType)) {
            return adjoints.take(result, block);
        }
        int argument = call.callee().effects().resultAlias(index);
        if (!adjoints.isActive(result)) {
            // a result that is an argument is not defined in the sweep: the argument stands for it
            return Shadows.zerosLike(block, "", argument >= 0 ? call.operands().get(argument) : result);
        }
        // the shadow of that argument already holds the cotangent of the result, which is the same array
        return argument >= 0
                ? Shadows.zerosLike(block, "", adjoints.shadowOrZeros(result, block))
                : adjoints.seedOf(result, block);
    }

    private static void collect(
            Node.Call call,
            Target target,
            List<Value> operands,
            List<Integer> scalars,
            Block block,
            Adjoints adjoints) {
        Callee callee = call.callee();
        if (scalars.isEmpty()) {
            block.invoke(target, operands);
            return;
        }
        boolean inRecords =
                !target.name().equals("applyInto") && callee.groups().stream().anyMatch(Calls::isRecord);
        if (scalars.size() == 1 && !inRecords) {
            Value operand = call.operands().get(scalars.get(0));
            adjoints.add(operand, block.invoke("", operand.type(), target, false, operands), block);
            return;
        }
        ObjectType type = callee.companion().cotangents();
        Value cotangents = block.invoke(callee.name() + "Bars", type, target, false, operands);
        if (inRecords) {
            callee.groups().forEach(group -> fromRecord(call, group, cotangents, block, adjoints));
        } else {
            scalars.forEach(i -> fromComponent(call, i, cotangents, block, adjoints));
        }
    }

    private static boolean isRecord(Layout.Group group) {
        return group.type() instanceof RecordType;
    }

    private static void fromComponent(Node.Call call, int i, Value cotangents, Block block, Adjoints adjoints) {
        Value operand = call.operands().get(i);
        Target accessor = Target.instance(call.callee().companion().accessors().get(i));
        adjoints.add(operand, block.invoke("", operand.type(), accessor, true, List.of(cotangents)), block);
    }

    /** Adds the cotangents of a parameter, which are in a record if that is one. */
    private static void fromRecord(
            Node.Call call, Layout.Group group, Value cotangents, Block block, Adjoints adjoints) {
        Callee callee = call.callee();
        List<Integer> active =
                members(group).filter(i -> callee.active().get(i)).toList();
        if (active.isEmpty()) {
            return;
        }
        if (!(group.type() instanceof RecordType record)) {
            fromComponent(call, group.index(), cotangents, block, adjoints);
            return;
        }
        String component = callee.companion().accessors().get(group.index());
        Value own = component.isEmpty()
                ? cotangents
                : block.invoke(
                        component + "Bar", record.tangentType(), Target.instance(component), true, List.of(cotangents));
        RecordValues values = new RecordValues(block, record, own, RecordValues.Null.THROWS);
        for (int i : active) {
            Value operand = call.operands().get(i);
            Value bar = new Value(operand.type(), "");
            values.read(bar, record.leaves().get(i - group.index() - 1).path());
            adjoints.add(operand, bar, block);
        }
    }
}
