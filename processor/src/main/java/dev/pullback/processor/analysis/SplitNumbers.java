package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reports where the upper digits of an active number leave a method by themselves: {@code a[0] = (x + z) - z} with {@code z = 1073741824 * x}
 * (Dekker, Numerische Mathematik 18, 1971). The sum of the two halves has a derivative, a half has none: it is a staircase, and its algebra
 * says one where it is zero almost everywhere. What uses both halves in one method is differentiated as it stands.
 */
public final class SplitNumbers {

    private static final double LARGE = 1 << 10;

    private final Map<Value, Node> definitions = new IdentityHashMap<>();

    private SplitNumbers(List<Node> nodes) {
        nodes.forEach(node -> node.results().forEach(result -> definitions.put(result, node)));
    }

    public static void check(Function function, Activity activity, Problems problems) {
        List<Node> nodes = Node.all(function.body());
        SplitNumbers numbers = new SplitNumbers(nodes);
        for (Node node : nodes) {
            if (node instanceof Node.Store store
                    && activity.isActive(store.value())
                    && numbers.isUpperHalf(store.value())) {
                problems.report(
                        Problem.UNSUPPORTED,
                        store.origin(),
                        "Half of a number, its upper digits by themselves,",
                        "Keep both halves in local variables until they are added.");
            }
        }
    }

    /** {@code (x + z) - z} or {@code z - (z - x)}, where z is a large multiple. */
    private boolean isUpperHalf(Value value) {
        if (!(definitions.get(value) instanceof Node.Op difference) || !difference.is(Primitive.SUB)) {
            return false;
        }
        Value left = difference.operands().get(0);
        Value right = difference.operands().get(1);
        return (definitions.get(left) instanceof Node.Op sum
                        && sum.is(Primitive.ADD)
                        && sum.operands().contains(right)
                        && isLargeMultiple(right))
                || (definitions.get(right) instanceof Node.Op inner
                        && inner.is(Primitive.SUB)
                        && inner.operands().get(0) == left
                        && isLargeMultiple(left));
    }

    private boolean isLargeMultiple(Value value) {
        return definitions.get(value) instanceof Node.Op product
                && product.is(Primitive.MUL)
                && product.operands().stream()
                        .anyMatch(factor -> definitions.get(factor) instanceof Node.Const constant
                                && constant.literal() instanceof Number number
                                && Math.abs(number.doubleValue()) >= LARGE);
    }
}
