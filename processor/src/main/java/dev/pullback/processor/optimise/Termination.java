package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Whether a loop certainly ends by itself: a counter runs towards a bound that stays where it is. */
final class Termination {

    private final Node.Loop loop;
    private final Definitions definitions;
    private final Policy policy;
    private final Set<Value> inside = Collections.newSetFromMap(new IdentityHashMap<>());

    private Termination(Node.Loop loop, Definitions definitions, Policy policy) {
        this.loop = loop;
        this.definitions = definitions;
        this.policy = policy;
        inside.addAll(loop.params());
        Node.all(loop.condition()).forEach(node -> inside.addAll(node.results()));
    }

    static boolean isCertain(Node.Loop loop, Definitions definitions, Policy policy) {
        return loop.counter().isPresent()
                && new Termination(loop, definitions, policy)
                        .ends(loop.condition().yields().get(0));
    }

    /** Whether this condition becomes false one day. */
    private boolean ends(Value condition) {
        Node node = definitions.node(condition);
        if (node instanceof Node.Const constant) {
            return Boolean.FALSE.equals(constant.literal());
        } else if (node instanceof Node.If branch && branch.results().size() == 1) {
            return isFalse(branch.otherwise())
                    && (ends(branch.condition()) || ends(branch.then().yields().get(0)));
        } else if (node instanceof Node.Op op && op.operands().size() == 2) {
            return ends(op);
        }
        return false;
    }

    private boolean isFalse(Region region) {
        return Boolean.FALSE.equals(definitions.literal(region.yields().get(0)));
    }

    private boolean ends(Node.Op op) {
        Value a = op.operands().get(0);
        Value b = op.operands().get(1);
        if (op.is(Primitive.AND)) {
            return ends(a) || ends(b);
        } else if (!(op.operator() instanceof Primitive comparison)) {
            return false;
        } else if (a == loop.counterParam()) {
            return isInvariant(b) && reaches(comparison, b);
        } else {
            return b == loop.counterParam() && isInvariant(a) && reaches(mirrored(comparison), a);
        }
    }

    private static Primitive mirrored(Primitive comparison) {
        return switch (comparison) {
            case LT -> Primitive.GT;
            case LE -> Primitive.GE;
            case GT -> Primitive.LT;
            case GE -> Primitive.LE;
            default -> comparison;
        };
    }

    private boolean isInvariant(Value value) {
        if (!inside.contains(value)) {
            return true;
        }
        Node node = definitions.node(value);
        return node != null
                && (node instanceof Node.Const || node instanceof Node.Length || node instanceof Node.Op)
                && Traits.isPure(node)
                && node.operands().stream().allMatch(this::isInvariant);
    }

    /** Whether the counter gets past the bound before it overflows; derivative code only repeats loops that have ended. */
    private boolean reaches(Primitive comparison, Value bound) {
        long step = loop.counter().orElseThrow().step();
        return switch (comparison) {
            case LT -> step == 1 || (step > 0 && (isLoose() || isFarFromOverflow(bound, step)));
            case LE -> step > 0 && (isLoose() || isFarFromOverflow(bound, step));
            case GT -> step == -1 || (step < 0 && (isLoose() || isFarFromOverflow(bound, step)));
            case GE -> step < 0 && (isLoose() || isFarFromOverflow(bound, step));
            case NE -> Math.abs(step) == 1;
            default -> false;
        };
    }

    private boolean isLoose() {
        return !policy.exact(loop.counterParam());
    }

    private boolean isFarFromOverflow(Value bound, long step) {
        if (!(definitions.literal(bound) instanceof Number literal)) {
            return false;
        }
        boolean isInt = loop.counterParam().type() == Scalar.INT;
        long most = isInt ? Integer.MAX_VALUE : Long.MAX_VALUE;
        long least = isInt ? Integer.MIN_VALUE : Long.MIN_VALUE;
        return step > 0 ? literal.longValue() <= most - step : literal.longValue() >= least - step;
    }
}
