package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be written, and what holds for its values: who defines them, how often they are read, what their evaluation does. */
final class Body {

    private static final Set<String> INTEGER_DIVISIONS =
            Set.of("floorDiv", "floorMod", "ceilDiv", "ceilMod", "divideUnsigned", "remainderUnsigned", "clamp");

    private final Region region;
    private final Set<Value> bound;
    private final Commentary commentary;
    private final Map<Value, Node> definitions = new IdentityHashMap<>();
    private final Map<Value, Integer> counts = new IdentityHashMap<>();
    private final Set<Value> counters = Anywhere.identitySet();
    private final Set<Value> captured = Anywhere.identitySet();
    private final Set<Value> divisors = Anywhere.identitySet();

    private final Node.Const yes = new Node.Const(new Value(Scalar.BOOLEAN, ""), true, Origin.NONE);
    private final Node.Const no = new Node.Const(new Value(Scalar.BOOLEAN, ""), false, Origin.NONE);

    private Body(Region region, Set<Value> bound, Commentary commentary) {
        this.region = region;
        this.bound = bound;
        this.commentary = commentary;
        definitions.put(yes.result(), yes);
        definitions.put(no.result(), no);
    }

    static Body of(Region region, Set<Value> bound, List<Value> exported, Commentary commentary) {
        List<Value> yields = new ArrayList<>(region.yields());
        yields.addAll(exported);
        Body body = new Body(new Region(region.nodes(), yields), bound, commentary);
        yields.forEach(body::count);
        for (Node node : Node.all(region)) {
            node.results().forEach(result -> body.definitions.put(result, node));
            node.operands().forEach(body::count);
            node.regions().forEach(inner -> inner.yields().forEach(body::count));
            if (node instanceof Node.Loop loop && loop.counter().isPresent()) {
                body.counters.add(loop.counterParam());
            } else if (node instanceof Node.Opaque opaque && mayCapture(opaque)) {
                body.captured.addAll(opaque.operands());
            } else if (node instanceof Node.Op op && isIntegerDivision(op)) {
                body.divisors.add(op.operands().get(1));
            }
        }
        return body;
    }

    /** Whether the user's source may have a lambda or a class in it, which can only read variables that never change. */
    static boolean mayCapture(Node.Opaque opaque) {
        return opaque.pieces().stream().anyMatch(piece -> piece.contains("->") || piece.contains("{"));
    }

    private static boolean isIntegerDivision(Node.Op op) {
        return (op.is(Primitive.DIV) || op.is(Primitive.REM)) && isInteger(op.result());
    }

    private void count(Value value) {
        counts.merge(value, 1, Integer::sum);
    }

    /** With the exported values after what the region yields. */
    Region region() {
        return region;
    }

    @Nullable
    Node definition(Value value) {
        return definitions.get(value);
    }

    /** How often a value is read. */
    int uses(Value value) {
        return counts.getOrDefault(value, 0);
    }

    boolean isBound(Value value) {
        return bound.contains(value);
    }

    /** Whether the value is the same in a whole loop, or method, so that reading it later costs no variable. */
    boolean isSteady(Value value) {
        return bound.contains(value) || counters.contains(value) || isLiteral(value);
    }

    /** Whether a variable of its own must hold the value, because a lambda reads it. */
    boolean isCaptured(Value value) {
        return captured.contains(value);
    }

    /** Whether it is a literal zero that something is divided by: javac warns of that if it is written as such. */
    boolean isZeroDivisor(Value value) {
        return divisors.contains(value) && literal(value) instanceof Number number && number.longValue() == 0;
    }

    boolean isLiteral(Value value) {
        return definitions.get(value) instanceof Node.Const;
    }

    /** The boxed literal that the value is; null if it is none, or the null reference. */
    @Nullable
    Object literal(Value value) {
        return definitions.get(value) instanceof Node.Const constant ? constant.literal() : null;
    }

    /** A literal that stands for a condition inside of what it decides about. */
    Node.Const known(boolean value) {
        return value ? yes : no;
    }

    /** What evaluating a node that owns no regions does, its operands apart. */
    Impact impact(Node node) {
        Impact impact = strictImpact(node);
        return commentary == Commentary.SOURCE_LINES && !isCall(node) ? impact.neverThrowing() : impact;
    }

    private static boolean isCall(Node node) {
        return node instanceof Node.Call || node instanceof Node.Invoke || node instanceof Node.Opaque;
    }

    private Impact strictImpact(Node node) {
        if (node instanceof Node.Const) {
            return Impact.NONE;
        } else if (node instanceof Node.Op op) {
            return isRandom(op) ? Impact.UNKNOWN : canThrow(op) ? Impact.THROWING : Impact.NONE;
        } else if (node instanceof Node.Load load) {
            Impact reading = Impact.reading(load.array());
            return isOurs(load.array()) ? reading.neverThrowing() : reading;
        } else if (node instanceof Node.Store store) {
            Impact writing = Impact.writing(store.array());
            return isOurs(store.array()) ? writing.neverThrowing() : writing;
        } else if (node instanceof Node.Length length) {
            return isOurs(length.array()) || isFresh(length.array()) ? Impact.NONE : Impact.THROWING;
        } else if (node instanceof Node.NewArray array) {
            return array.dimensions().stream().allMatch(this::isSize) ? Impact.NONE : Impact.THROWING;
        } else if (node instanceof Node.Invoke invoke && invoke.pure()) {
            return new Impact(true, -1, 0);
        } else if (node instanceof Node.Bulk bulk && bulk.result() != null) {
            return Impact.reading(bulk.operands().get(0));
        }
        return Impact.UNKNOWN;
    }

    private boolean isSize(Value dimension) {
        return literal(dimension) instanceof Integer n && n >= 0;
    }

    /** An array that the processor has made, of the right length for all that is done with it: a shadow, a tangent, a tape. */
    private boolean isOurs(Value array) {
        String name = array.name();
        return name.endsWith("Bar")
                || name.endsWith("Dot")
                || name.endsWith("Tape")
                || name.endsWith("Tapes")
                || definitions.get(array) instanceof Node.Load row && isOurs(row.array());
    }

    private boolean isFresh(Value array) {
        Node node = definitions.get(array);
        return node instanceof Node.NewArray || node instanceof Node.Bulk;
    }

    private boolean canThrow(Node.Op op) {
        List<Value> operands = op.operands();
        Value last = operands.get(operands.size() - 1);
        boolean zero = !(literal(last) instanceof Number number) || number.longValue() == 0;
        if (op.operator() instanceof Intrinsic function) {
            boolean known = function.isMath() || function.owner().startsWith("dev.pullback.");
            return !known || function.name().endsWith("Exact") || INTEGER_DIVISIONS.contains(function.name()) && zero;
        }
        return isIntegerDivision(op) && zero;
    }

    static boolean isInteger(Value value) {
        return value.type() == Scalar.INT || value.type() == Scalar.LONG;
    }

    private static boolean isRandom(Node.Op op) {
        return op.operator() instanceof Intrinsic function && function.name().equals("random");
    }
}
