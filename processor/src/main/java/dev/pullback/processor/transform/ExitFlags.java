package dev.pullback.processor.transform;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which conditions in the body of a loop are true only in an iteration that leaves it. That can only be the last one, so that one
 * boolean for the whole loop is kept of such a condition, and not one for each iteration.
 *
 * <pre>
 * while (…) {                        reversed:  for (k = trips - 1; …) {
 *   if (s > 4) return s * i;                      if (returned &amp;&amp; k == trips - 1) …
 * }                                             }
 * </pre>
 */
final class ExitFlags {

    private final Map<Value, Node> definitions = new IdentityHashMap<>();

    private final Edits edits;

    private ExitFlags(Region body, Edits edits) {
        this.edits = edits;
        for (Node node : Node.all(body)) {
            node.results().forEach(result -> definitions.put(result, node));
        }
    }

    /** Whether the loop is left in every iteration in which the value, of its body, is true. */
    static boolean isOne(Value value, Node.Loop loop, Edits edits) {
        return loop.exits()
                && value.type() == Scalar.BOOLEAN
                && new ExitFlags(loop.body(), edits).implies(value, loop.exit());
    }

    private boolean implies(Value flag, Value exit) {
        if (flag == exit || isLiteral(flag, false) || isLiteral(exit, true)) {
            return true;
        }
        Node definition = definitions.get(exit);
        if (definition instanceof Node.Op op && op.is(Primitive.OR)) {
            return op.operands().stream().anyMatch(operand -> implies(flag, operand));
        }
        if (!(definition instanceof Node.If branch)) {
            return false;
        }
        int index = branch.results().indexOf(exit);
        if (branch.condition() == flag) {
            return implies(flag, branch.then().yields().get(index));
        }
        for (int region = 0; region < 2; region++) {
            Value exits = branch.regions().get(region).yields().get(index);
            if (!isLiteral(exits, true) && !isOut(flag, branch, region, exits)) {
                return false;
            }
        }
        return true;
    }

    /** Whether what comes out of the region as the flag, if anything does, implies that the loop is left. */
    private boolean isOut(Value flag, Node.If branch, int region, Value exits) {
        Map<Integer, Value> carried = edits.carriedOut(branch, flag);
        if (carried != null) {
            Value value = carried.get(region);
            return value == null || implies(value, exits);
        }
        int own = branch.results().indexOf(flag);
        return own >= 0 && implies(branch.regions().get(region).yields().get(own), exits);
    }

    private boolean isLiteral(Value value, boolean literal) {
        return definitions.get(value) instanceof Node.Const constant
                && constant.literal() instanceof Boolean known
                && known == literal;
    }

    /**
     * Appends what the value was in one iteration.
     *
     * @param last what it was in the last one
     */
    static Value inIteration(Value last, Value iteration, Value count, List<Node> nodes) {
        Block then = new Block(Origin.NONE);
        Value is = then.op(Primitive.EQ, iteration, then.op(Primitive.SUB, count, then.constant(1)));
        Block otherwise = new Block(Origin.NONE);
        Value not = otherwise.constant(false);
        Value value = new Value(Scalar.BOOLEAN, "");
        nodes.add(new Node.If(
                List.of(value), last, then.yielding(List.of(is)), otherwise.yielding(List.of(not)), Origin.NONE));
        return value;
    }

    /** The result of the loop that the value already comes out as, or null. */
    static @Nullable Value result(Value value, Node.Loop loop) {
        for (int i = loop.carriedFrom(); i < loop.params().size(); i++) {
            if (loop.next(i) == value) {
                return loop.results().get(i);
            }
        }
        return null;
    }
}
