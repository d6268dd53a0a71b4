package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of values at the current place: literals everywhere, and in a branch the conditions that led there. */
final class Facts {

    private final Definitions definitions;
    private final Map<Value, Boolean> assumed = new IdentityHashMap<>();
    private final Deque<Value> order = new ArrayDeque<>();

    Facts(Definitions definitions) {
        this.definitions = definitions;
    }

    Definitions definitions() {
        return definitions;
    }

    @Nullable
    Object literal(Value value) {
        Boolean condition = assumed.get(value);
        return condition != null ? condition : definitions.literal(value);
    }

    boolean is(Value value, boolean truth) {
        return Boolean.valueOf(truth).equals(literal(value));
    }

    /** Whether the value is this number, zero of either sign for zero. */
    boolean is(Value value, double number) {
        return literal(value) instanceof Number literal
                && literal.doubleValue() == number
                && (!(literal instanceof Long exact) || exact == (long) number);
    }

    /** How much is known, for {@link #forgetTo}. */
    int mark() {
        return order.size();
    }

    /** From here on the condition has this value, and so has what follows from it. */
    void assume(Value condition, boolean truth) {
        Deque<Value> pending = new ArrayDeque<>();
        note(condition, truth, pending);
        while (!pending.isEmpty()) {
            Value known = pending.remove();
            if (definitions.node(known) instanceof Node.Op op) {
                deduce(op, assumed.getOrDefault(known, truth), pending);
            }
        }
    }

    private void deduce(Node.Op op, boolean truth, Deque<Value> pending) {
        if (op.is(Primitive.NOT)) {
            note(op.operands().get(0), !truth, pending);
        } else if ((op.is(Primitive.AND) && truth) || (op.is(Primitive.OR) && !truth)) {
            op.operands().forEach(operand -> note(operand, truth, pending));
        }
    }

    private void note(Value value, boolean truth, Deque<Value> pending) {
        if (literal(value) == null) {
            assumed.put(value, truth);
            order.push(value);
            pending.add(value);
        }
    }

    void forgetTo(int mark) {
        while (order.size() > mark) {
            assumed.remove(order.pop());
        }
    }
}
