package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Derivatives;
import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Operator;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.rules.Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which values may have an infinite adjoint, or an infinite tangent, although the result is finite. What a root is taken of, and what that is
 * computed from, may have such an adjoint: at {@code Math.sqrt(d * d)} with {@code d = 0} that of the product is infinite, and the partial
 * derivative of the product zero. What is computed from a root may have such a tangent: {@code c * Math.sqrt(d)} with {@code c = d = 0}. One
 * mode says zero there, and so must the other one, which would multiply the two.
 */
public final class Steepness {

    private final Memory memory;
    private final boolean upwards;
    private final Function<Node, Optional<Node.Call>> calls;
    private final Map<Value, Node> definitions = new IdentityHashMap<>();
    private final Set<Object> steep = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean changed;

    private Steepness(Memory memory, boolean upwards, Function<Node, Optional<Node.Call>> calls) {
        this.memory = memory;
        this.upwards = upwards;
        this.calls = calls;
    }

    /** @param calls the call that a node of the region stands for */
    public static Steepness ofAdjoints(Region region, Memory memory, Function<Node, Optional<Node.Call>> calls) {
        return of(region, new Steepness(memory, true, calls));
    }

    public static Steepness ofTangents(Region region, Memory memory) {
        return of(
                region,
                new Steepness(
                        memory, false, node -> node instanceof Node.Call call ? Optional.of(call) : Optional.empty()));
    }

    private static Steepness of(Region region, Steepness steepness) {
        for (Node node : Node.all(region)) {
            node.results().forEach(result -> steepness.definitions.put(result, node));
        }
        do {
            steepness.changed = false;
            steepness.region(region);
        } while (steepness.changed);
        return steepness;
    }

    public boolean isSteep(Value value) {
        return steep.contains(key(value));
    }

    private Object key(Value value) {
        return value.type() instanceof ArrayType ? memory.leafOf(value) : value;
    }

    private void mark(Value value) {
        if (value.type().differentiable()) {
            changed |= steep.add(key(value));
        }
    }

    /** The second value is computed from the first one. */
    private void flow(Value from, Value to) {
        if (isSteep(upwards ? to : from)) {
            mark(upwards ? from : to);
        }
    }

    private void region(Region region) {
        for (int i = 0; i < region.nodes().size(); i++) {
            node(region.nodes().get(upwards ? region.nodes().size() - 1 - i : i));
        }
    }

    private void node(Node node) {
        if (node instanceof Node.Op op) {
            operator(op);
        } else if (node instanceof Node.Load load) {
            flow(load.array(), load.result());
        } else if (node instanceof Node.Store store) {
            flow(store.value(), store.array());
        } else if (node instanceof Node.Bulk bulk) {
            bulk(bulk);
        } else if (node instanceof Node.Invoke || node instanceof Node.Call) {
            calls.apply(node).ifPresent(this::call);
        } else if (node instanceof Node.If branch) {
            branch.regions().forEach(this::region);
            for (int k = 0; k < branch.results().size(); k++) {
                flow(branch.then().yields().get(k), branch.results().get(k));
                flow(branch.otherwise().yields().get(k), branch.results().get(k));
            }
        } else if (node instanceof Node.Protected guarded) {
            guarded.regions().forEach(this::region);
            for (int k = 0; k < guarded.results().size(); k++) {
                flow(guarded.yielded(k), guarded.results().get(k));
            }
        } else if (node instanceof Node.Loop loop) {
            loop.regions().forEach(this::region);
            for (int k = loop.carriedFrom(); k < loop.params().size(); k++) {
                flow(loop.inits().get(k), loop.params().get(k));
                flow(loop.next(k), loop.params().get(k));
                flow(loop.params().get(k), loop.results().get(k));
            }
        }
    }

    private void operator(Node.Op op) {
        boolean infinite = Rules.isSteepAtOne(op) || isRoot(op);
        for (Value operand : op.operands()) {
            flow(operand, op.result());
            if (infinite) {
                mark(upwards ? operand : op.result());
            }
        }
    }

    /** Of a method with a user's partial derivatives. */
    private void call(Node.Call call) {
        if (!(call.callee().derivatives() instanceof Derivatives.Partials rule)) {
            return;
        }
        for (int i = 0; i < call.operands().size(); i++) {
            boolean root = rule.partials()
                    .get(i)
                    .filter(partial -> partial.steepness() == Derivatives.Partial.Steepness.MAY_BE_INFINITE)
                    .isPresent();
            Value operand = call.operands().get(i);
            for (Value result : call.results()) {
                flow(operand, result);
                if (root && !isPositive(operand)) {
                    mark(upwards ? operand : result);
                }
            }
        }
    }

    private boolean isRoot(Node.Op op) {
        boolean power = op.operands().size() == 2
                && definitions.get(op.operands().get(1)) instanceof Node.Const exponent
                && exponent.literal() instanceof Number number
                && number.doubleValue() >= 1;
        return Rules.isSteepAtZero(op) && !power && !isPositive(op.operands().get(0));
    }

    private void bulk(Node.Bulk bulk) {
        List<Value> all = new ArrayList<>(bulk.operands());
        all.addAll(bulk.results());
        if (all.stream().filter(value -> value.type().differentiable()).anyMatch(this::isSteep)) {
            all.forEach(this::mark);
        }
    }

    // --- what is positive whatever it is computed from: an exponential, or a quotient, may be rounded to zero

    private boolean isPositive(Value value) {
        Node node = definitions.get(value);
        if (node instanceof Node.Const constant) {
            return constant.literal() instanceof Number number && number.doubleValue() > 0;
        }
        return node instanceof Node.Op op && isPositive(op);
    }

    private boolean isPositive(Node.Op op) {
        if (op.is(Primitive.ADD)) {
            Value a = op.operands().get(0);
            Value b = op.operands().get(1);
            return (isPositive(a) && isNotNegative(b)) || (isNotNegative(a) && isPositive(b));
        }
        return op.is(Primitive.MUL) && op.operands().stream().allMatch(this::isPositive);
    }

    private boolean isNotNegative(Value value) {
        if (!(definitions.get(value) instanceof Node.Op op)) {
            return isPositive(value);
        } else if (op.is(Primitive.ADD) || op.is(Primitive.MUL) || op.is(Primitive.DIV)) {
            boolean square = op.is(Primitive.MUL)
                    && op.operands().get(0) == op.operands().get(1);
            return square || op.operands().stream().allMatch(this::isNotNegative);
        }
        return isCall(op.operator(), "abs") || isCall(op.operator(), "sqrt") || isCall(op.operator(), "exp");
    }

    private static boolean isCall(Operator operator, String name) {
        return operator instanceof Intrinsic function && function.name().equals(name);
    }
}
