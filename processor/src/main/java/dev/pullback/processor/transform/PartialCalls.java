package dev.pullback.processor.transform;

import dev.pullback.processor.analysis.Activity;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Derivatives;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Target;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Calls of methods that have partial derivatives by a user's rule, or none by a user's will. In every mode the method itself is called, once
 * and in its turn.
 *
 * <pre>
 * y = Erf.erf(x)                        yDot = Derivatives.times(ErfRules.erf(x), xDot)
 *                                       xBar += Derivatives.times(ErfRules.erf(x), yBar)
 * </pre>
 *
 * <p>A partial derivative of numbers is computed in the reverse sweep. One that is given an object or an array, which may have changed by
 * then, is computed right after the call and kept.
 */
final class PartialCalls {

    private static final Target TIMES = Target.ofStatic("dev.pullback.Derivatives", "times");

    private PartialCalls() {}

    static boolean isOne(Node.Call call) {
        return !(call.callee().derivatives() instanceof Derivatives.Companion);
    }

    /** The call in forward mode; returns the tangent of the result if it has one. */
    static Optional<Value> forward(
            Node.Call call, Block block, BiFunction<Value, Block, Value> tangentOf, Activity activity) {
        appendPrimal(call, block);
        Value result = call.result();
        if (result == null || !activity.isActive(result)) {
            return Optional.empty();
        }
        String name = Forward.dot(result.name());
        if (call.callee().derivatives() instanceof Derivatives.Stopped) {
            return Optional.of(Shadows.zerosLike(block, name, result));
        }
        Value sum = block.zero(result.type());
        for (int i : activeParameters(call, activity)) {
            Value direction = tangentOf.apply(call.operands().get(i), block);
            if (!block.isZero(direction)) {
                Value partial = partial(call, i, "", block);
                sum = block.plus(sum, product(block, partial, direction, result.scalar()));
            }
        }
        return Optional.of(block.named(name, sum));
    }

    /**
     * The call in the forward sweep of the reverse mode.
     *
     * @return for each parameter the partial derivative that has been computed already, if it has
     */
    static Map<Integer, Value> forwardSweep(Node.Call call, Block block, Activity activity) {
        appendPrimal(call, block);
        Map<Integer, Value> kept = new LinkedHashMap<>();
        Value result = call.result();
        if (result != null && activity.isActive(result) && !onlyNumbers(call)) {
            activeParameters(call, activity)
                    .forEach(i -> kept.put(i, partial(call, i, call.callee().name() + "Partial", block)));
        }
        return kept;
    }

    /**
     * The call in the reverse sweep.
     *
     * @param cotangent of the result
     * @param add adds to the cotangent of an argument
     */
    static void reverseSweep(
            Node.Call call,
            Map<Integer, Value> kept,
            Value cotangent,
            Block block,
            Activity activity,
            BiConsumer<Value, Value> add) {
        if (block.isZero(cotangent)) {
            return;
        }
        for (int i : activeParameters(call, activity)) {
            Value argument = call.operands().get(i);
            Value known = kept.get(i);
            Value partial = known == null ? partial(call, i, "", block) : known;
            add.accept(argument, product(block, partial, cotangent, argument.scalar()));
        }
    }

    private static void appendPrimal(Node.Call call, Block block) {
        Target primal = call.callee().derivatives() instanceof Derivatives.Partials rule
                ? rule.primal()
                : ((Derivatives.Stopped) call.callee().derivatives()).primal();
        block.append(new Node.Invoke(call.result(), primal, call.operands(), false, call.origin()));
    }

    private static List<Integer> activeParameters(Node.Call call, Activity activity) {
        List<Integer> active = new ArrayList<>();
        for (int i = 0; i < call.operands().size(); i++) {
            if (partialOf(call, i).isPresent()
                    && activity.isActive(call.operands().get(i))) {
                active.add(i);
            }
        }
        return active;
    }

    private static Optional<Derivatives.Partial> partialOf(Node.Call call, int i) {
        return call.callee().derivatives() instanceof Derivatives.Partials rule
                ? rule.partials().get(i)
                : Optional.empty();
    }

    private static Value partial(Node.Call call, int i, String name, Block block) {
        Derivatives.Partial partial = partialOf(call, i).orElseThrow();
        Value result = call.result();
        if (result == null) {
            throw new IllegalStateException("a partial derivative of nothing");
        }
        List<Value> arguments = new ArrayList<>(call.operands());
        if (partial.result() == Derivatives.Partial.Result.LAST_ARGUMENT) {
            arguments.add(result);
        }
        return block.invoke(name, result.type(), partial.method(), onlyNumbers(call), arguments);
    }

    /** Whether nothing that the method is given can change. */
    private static boolean onlyNumbers(Node.Call call) {
        return call.operands().stream()
                .map(Value::type)
                .allMatch(type -> type instanceof Scalar || type.equals((Type) ObjectType.STRING));
    }

    /** The partial derivative times a tangent or cotangent, in the wider of both types, then in the wanted one. */
    private static Value product(Block block, Value partial, Value direction, Scalar wanted) {
        boolean single = partial.scalar() == Scalar.FLOAT && direction.scalar() == Scalar.FLOAT;
        Scalar type = single ? Scalar.FLOAT : Scalar.DOUBLE;
        Value left = block.cast(type, partial);
        if (block.literalOf(direction) instanceof Number number) {
            return block.cast(wanted, block.times(left, block.number(type, number.doubleValue())));
        }
        Value right = block.cast(type, direction);
        return block.cast(wanted, block.invoke("", type, TIMES, true, List.of(left, right)));
    }
}
