package dev.pullback.processor.lower;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a number without its lowest digits, as it is made for arithmetic with twice the precision: rounding to fewer digits, like a cast
 * to {@code float}, and like that differentiated as the number itself.
 *
 * <pre>
 * Double.longBitsToDouble(Double.doubleToRawLongBits(x) &amp; (-1L &lt;&lt; 27))      Bits.masked(x, -1L &lt;&lt; 27)
 * </pre>
 */
final class UpperBits {

    private static final Intrinsic MASKED = new Intrinsic("dev.pullback.Bits", "masked");

    /** That many of the 52 digits of a significand must stay. */
    private static final int DROPPED_AT_MOST = 40;

    private final Map<Value, Node> definitions = new IdentityHashMap<>();
    private final Map<Value, Integer> uses = new IdentityHashMap<>();

    private UpperBits(Region body) {
        for (Node node : Node.all(body)) {
            node.results().forEach(result -> definitions.put(result, node));
            node.operands().forEach(operand -> uses.merge(operand, 1, Integer::sum));
            node.regions().forEach(region -> region.yields().forEach(value -> uses.merge(value, 1, Integer::sum)));
        }
    }

    static Function in(Function function) {
        UpperBits bits = new UpperBits(function.body());
        boolean any = bits.definitions.values().stream().anyMatch(node -> bits.masked(node) != null);
        return any ? new Function(function.signature(), function.params(), bits.rewritten(function.body())) : function;
    }

    private Region rewritten(Region region) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : region.nodes()) {
            Node.Op masked = masked(node);
            if (masked != null) {
                Node and = definition(node.operands().get(0));
                nodes.removeIf(before -> before == and
                        || (isBits(before)
                                && and.operands().contains(before.results().get(0))));
                nodes.add(masked);
            } else if (node.regions().isEmpty()) {
                nodes.add(node);
            } else {
                List<Region> inner =
                        node.regions().stream().map(this::rewritten).toList();
                nodes.add(new Rewriter().with(node, inner));
            }
        }
        return new Region(nodes, region.yields());
    }

    private Node definition(Value value) {
        return Objects.requireNonNull(definitions.get(value));
    }

    private Node.@Nullable Op masked(Node node) {
        if (!isCall(node, "longBitsToDouble")) {
            return null;
        }
        Value bits = node.operands().get(0);
        if (!(definitions.get(bits) instanceof Node.Op and)
                || !and.is(Primitive.AND)
                || uses.getOrDefault(bits, 0) != 1) {
            return null;
        }
        for (int i = 0; i < 2; i++) {
            Value raw = and.operands().get(i);
            Value mask = and.operands().get(1 - i);
            Node of = definitions.get(raw);
            if (of != null && isBits(of) && uses.getOrDefault(raw, 0) == 1 && isMask(constant(mask))) {
                return new Node.Op(
                        ((Node.Op) node).result(), MASKED, List.of(of.operands().get(0), mask), node.origin());
            }
        }
        return null;
    }

    private static boolean isMask(@Nullable Long mask) {
        return mask != null
                && mask != 0
                && Long.numberOfTrailingZeros(mask) <= DROPPED_AT_MOST
                && mask == -1L << Long.numberOfTrailingZeros(mask);
    }

    private @Nullable Long constant(Value value) {
        Node node = definitions.get(value);
        if (node instanceof Node.Const constant) {
            return constant.literal() instanceof Long || constant.literal() instanceof Integer
                    ? ((Number) constant.literal()).longValue()
                    : null;
        } else if (node instanceof Node.Op op && (op.is(Primitive.SHL) || op.is(Primitive.NEG))) {
            Long left = constant(op.operands().get(0));
            Long right = op.is(Primitive.SHL) ? constant(op.operands().get(1)) : Long.valueOf(0);
            if (left == null || right == null || op.result().type() != Scalar.LONG) {
                return null;
            }
            return op.is(Primitive.SHL) ? Long.valueOf(left << right) : Long.valueOf(-left);
        }
        return null;
    }

    private static boolean isBits(Node node) {
        return isCall(node, "doubleToRawLongBits") || isCall(node, "doubleToLongBits");
    }

    private static boolean isCall(Node node, String name) {
        return node instanceof Node.Op op
                && op.operator() instanceof Intrinsic function
                && function.owner().equals("java.lang.Double")
                && function.name().equals(name);
    }
}
