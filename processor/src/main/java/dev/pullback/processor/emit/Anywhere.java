package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds the values that are written wherever they are read, in loops and branches too: literals, lengths of arrays that are known not to be
 * null there, and simple sums of ints that do not change meanwhile, {@code i + 1}.
 */
final class Anywhere {

    private static final int WIDEST_SUM = 14;
    private static final int SHORT_LITERAL = 6;

    private final Body body;
    private final Trees trees;

    private Anywhere(Body body, Trees trees) {
        this.body = body;
        this.trees = trees;
    }

    /** What belongs into every tree. */
    static Trees of(Body body) {
        Anywhere anywhere = new Anywhere(body, new Trees());
        anywhere.trees.inline(body.known(true).result(), body.known(true));
        anywhere.trees.inline(body.known(false).result(), body.known(false));
        anywhere.region(body.region(), identitySet());
        return anywhere.trees;
    }

    static Set<Value> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private void region(Region region, Set<Value> notNull) {
        for (int i = 0; i < region.nodes().size(); i++) {
            Node node = region.nodes().get(i);
            if (isAnywhere(node, region.nodes().subList(i + 1, region.nodes().size()), notNull)) {
                trees.inline(node.results().get(0), node);
            }
            if (node instanceof Node.Loop loop) {
                region(loop.condition(), notNull);
                region(loop.body(), copy(notNull));
            } else {
                node.regions().forEach(inner -> region(inner, copy(notNull)));
            }
            addDereferenced(node, notNull);
        }
    }

    private static Set<Value> copy(Set<Value> values) {
        Set<Value> copy = identitySet();
        copy.addAll(values);
        return copy;
    }

    private static void addDereferenced(Node node, Set<Value> notNull) {
        if (node instanceof Node.Load load) {
            notNull.add(load.array());
        } else if (node instanceof Node.Store store) {
            notNull.add(store.array());
        } else if (node instanceof Node.Length length) {
            notNull.add(length.array());
        } else if (node instanceof Node.Bulk bulk) {
            notNull.add(bulk.operands().get(0));
        } else if (node instanceof Node.NewArray array) {
            notNull.add(array.result());
        }
    }

    private boolean isAnywhere(Node node, List<Node> rest, Set<Value> notNull) {
        if (node instanceof Node.Const constant) {
            return isAnywhere(constant);
        } else if (node.results().size() != 1 || body.isCaptured(node.results().get(0))) {
            return false;
        } else if (node instanceof Node.Length length && length.result().name().isEmpty()) {
            return isStable(length.array())
                    && (notNull.contains(length.array())
                            || body.impact(length).leavesNoTrace()
                            || isReadFirst(length.result(), rest));
        }
        return node instanceof Node.Op op
                && op.result().name().isEmpty()
                && (isSum(op) || isWidening(op))
                && trees.width(op) <= WIDEST_SUM;
    }

    private boolean isAnywhere(Node.Const constant) {
        if (body.isZeroDivisor(constant.result())) {
            return false;
        }
        boolean readable = !constant.result().name().isEmpty()
                && constant.literal() instanceof Number number
                && number.toString().length() > SHORT_LITERAL;
        return !readable || body.uses(constant.result()) < 2;
    }

    /** Whether the variable that holds the array does not change. */
    private boolean isStable(Value array) {
        Node definition = body.definition(array);
        return body.isBound(array)
                || !array.name().isEmpty()
                        && definition != null
                        && definition.regions().isEmpty();
    }

    /** Whether what comes next evaluates the value before anything that leaves a trace. */
    private boolean isReadFirst(Value value, List<Node> rest) {
        for (Node node : rest) {
            if (node instanceof Node.NewArray array) {
                return array.dimensions().equals(List.of(value));
            } else if (node instanceof Node.Loop loop) {
                return isReadFirst(value, loop.condition());
            } else if (!node.regions().isEmpty() || !body.impact(node).leavesNoTrace()) {
                return false;
            }
        }
        return false;
    }

    private boolean isReadFirst(Value value, Region condition) {
        for (Node node : condition.nodes()) {
            if (!node.regions().isEmpty() || !body.impact(node).leavesNoTrace()) {
                return false;
            } else if (node.operands().contains(value)) {
                return condition.yields().equals(node.results());
            }
        }
        return false;
    }

    private boolean isSum(Node.Op op) {
        return op.result().type() == Scalar.INT
                && (op.is(Primitive.ADD) || op.is(Primitive.SUB))
                && op.operands().stream().allMatch(this::isSteady)
                && !op.operands().stream().allMatch(body::isLiteral);
    }

    private boolean isWidening(Node.Op op) {
        Value operand = Widening.castOperand(op);
        return operand != null && isSteady(operand) && !body.isLiteral(operand);
    }

    private boolean isSteady(Value value) {
        return body.isSteady(value) && (!body.isLiteral(value) || trees.isInline(value)) || trees.isInline(value);
    }
}
