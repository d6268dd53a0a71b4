package dev.pullback.processor.transform;

import dev.pullback.processor.analysis.Activity;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Derivatives;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Target;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Calls of differentiable methods, replaced by calls of what is generated for the callee. */
final class Calls {

    private Calls() {}

    /** The call in forward mode; returns the tangent of the result if it has one. */
    static Optional<Value> forward(
            Node.Call call, Block block, BiFunction<Value, Block, Value> tangentOf, Activity activity) {
        Callee callee = call.callee();
        Guards.appendForCall(call, call, activity.memory(), block);
        List<Value> operands = new ArrayList<>(call.operands());
        for (int i = 0; i < call.operands().size(); i++) {
            if (callee.active().get(i)) {
                operands.add(tangentOf.apply(call.operands().get(i), block));
            }
        }
        Derivatives.Companion companion = callee.companion();
        Target jvp = Target.ofStatic(companion.type(), companion.jvp());
        Value result = call.result();
        if (result == null) {
            block.invoke(jvp, operands);
            return Optional.empty();
        }
        if (!result.type().differentiable()) {
            block.append(new Node.Invoke(result, jvp, operands, false, call.origin()));
            return Optional.empty();
        }
        Value both = block.invoke(callee.name() + "Jvp", companion.both(), jvp, false, operands);
        block.append(new Node.Invoke(result, Target.instance("value"), List.of(both), true, call.origin()));
        if (!activity.isActive(result)) {
            return Optional.empty();
        }
        String name = Forward.dot(result.name());
        return Optional.of(block.invoke(name, result.type(), Target.instance("tangent"), true, List.of(both)));
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
        for (int i = 0; i < call.operands().size(); i++) {
            Value operand = call.operands().get(i);
            operands.add(mustCopy(original, i, later) ? copy(call, operand, block) : operand);
        }
        Derivatives.Companion companion = callee.companion();
        Target vjp = Target.ofStatic(companion.type(), companion.vjp());
        Value pullback = block.invoke(callee.name() + "Pullback", companion.pullback(), vjp, false, operands);
        if (call.result() != null && callee.effects().resultAlias() < 0) {
            block.append(
                    new Node.Invoke(call.result(), Target.instance("value"), List.of(pullback), true, call.origin()));
        }
        return pullback;
    }

    /** Which argument the result is can be found out by comparing references, but not which row of one, nor which argument was copied. */
    private static void refuseUnknownAlias(Node.Call call, LaterWrites later) {
        Value result = call.result();
        if (result == null
                || !result.type().isArray()
                || !result.type().differentiable()
                || call.callee().effects().resultAlias() != Effects.UNKNOWN) {
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
        Value result = call.result();
        if (result != null && result.type().differentiable()) {
            operands.add(seed(call, result, block, adjoints));
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
        Value result = call.result();
        if (result != null && result.type().differentiable() && adjoints.isActive(result)) {
            return true;
        }
        return call.callee().effects().written().stream()
                .filter(i -> call.callee().active().get(i))
                .map(call.operands()::get)
                .anyMatch(operand -> operand.type() instanceof ArrayType && adjoints.isActive(operand));
    }

    private static Value seed(Node.Call call, Value result, Block block, Adjoints adjoints) {
        if (!(result.type() instanceof ArrayType)) {
            return adjoints.take(result, block);
        }
        int argument = call.callee().effects().resultAlias();
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
        } else if (scalars.size() == 1) {
            Value operand = call.operands().get(scalars.get(0));
            adjoints.add(operand, block.invoke("", operand.type(), target, false, operands), block);
        } else {
            Derivatives.Companion companion = callee.companion();
            Value cotangents = block.invoke(callee.name() + "Bars", companion.cotangents(), target, false, operands);
            for (int i : scalars) {
                Value operand = call.operands().get(i);
                Target accessor = Target.instance(companion.accessors().get(i));
                adjoints.add(operand, block.invoke("", operand.type(), accessor, true, List.of(cotangents)), block);
            }
        }
    }
}
