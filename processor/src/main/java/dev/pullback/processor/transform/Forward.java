package dev.pullback.processor.transform;

import dev.pullback.processor.analysis.Activity;
import dev.pullback.processor.analysis.Memory;
import dev.pullback.processor.analysis.RunningExtremes;
import dev.pullback.processor.analysis.Steepness;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.rules.Rules;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forward mode: every active value gets a tangent, computed right after it.
 *
 * <pre>
 * s = a * b                    s = a * b
 *                              sDot = aDot * b + a * bDot
 * </pre>
 */
public final class Forward {

    private final Function primal;
    private final Activity activity;
    private final Memory memory;
    private final Steepness steepness;
    private final RunningExtremes extremes;
    private final Map<Value, Value> tangents = new IdentityHashMap<>();

    private Forward(Function primal) {
        this.primal = primal;
        this.memory = Memory.of(primal);
        this.activity = Activity.of(primal, memory);
        this.steepness = Steepness.ofTangents(primal.body(), memory);
        this.extremes = RunningExtremes.of(primal.body());
    }

    public static ForwardDerivative of(Function primal) {
        return new Forward(primal).differentiate();
    }

    private ForwardDerivative differentiate() {
        List<Value> given = new ArrayList<>();
        List<Value> written = new ArrayList<>();
        Block block = new Block(primal.signature().origin());
        for (int i = 0; i < primal.params().size(); i++) {
            Value param = primal.params().get(i);
            Signature.Parameter parameter = primal.signature().parameters().get(i);
            if (parameter.active()) {
                Value tangent = new Value(param.type(), dot(parameter.name()));
                given.add(tangent);
                tangents.put(param, tangent);
                if (param.type() instanceof ArrayType && memory.isWrittenAnywhere(param)) {
                    written.add(tangent);
                }
            }
        }
        Guards.append(primal, memory, block);
        Guards.appendForTangents(given, written, block);
        for (Value param : primal.params()) {
            if (!tangents.containsKey(param) && isActiveArray(param)) {
                tangents.put(param, Shadows.zerosLike(block, dot(param.name()), param));
            }
        }
        nodes(primal.body(), block);
        List<Boolean> active = primal.signature().activeResults();
        List<Value> yields = new ArrayList<>(primal.body().yields());
        for (int k = 0; k < active.size(); k++) {
            if (active.get(k)) {
                yields.add(tangentOrZero(primal.body().yields().get(k), block));
            }
        }
        return Assembly.of(new ForwardDerivative(primal, primal.params(), given, block.yielding(yields)));
    }

    static String dot(String name) {
        return name.isEmpty() ? "" : name + "Dot";
    }

    private boolean isActiveArray(Value value) {
        return value.type() instanceof ArrayType && activity.isActive(value);
    }

    private void nodes(Region region, Block block) {
        for (Node node : region.nodes()) {
            block.at(node.origin());
            node(node, block);
        }
    }

    private void node(Node node, Block block) {
        if (node instanceof Node.If n) {
            branch(n, block);
        } else if (node instanceof Node.Loop n) {
            loop(n, block);
        } else if (node instanceof Node.Protected n) {
            guarded(n, block);
        } else if (node instanceof Node.Call n) {
            if (PartialCalls.isOne(n)) {
                PartialCalls.forward(n, block, this::tangentOrZero, activity)
                        .ifPresent(of -> tangents.put(result(n), of));
            } else {
                tangents.putAll(Calls.forward(n, block, this::tangentOrZero, activity));
            }
        } else {
            block.append(node);
            tangentOf(node, block);
        }
    }

    private static Value result(Node node) {
        return node.results().get(0);
    }

    /** Appends what computes the tangents that belong to a node without regions. */
    private void tangentOf(Node node, Block block) {
        if (node instanceof Node.Op n) {
            if (activity.isActive(n.result())) {
                tangents.put(n.result(), operator(n, block));
            }
        } else if (node instanceof Node.Load n) {
            if (activity.isActive(n.result())) {
                tangents.put(
                        n.result(), block.load(dot(n.result().name()), tangentOrZero(n.array(), block), n.index()));
            }
        } else if (node instanceof Node.Store n) {
            if (activity.isActive(n.array())) {
                block.store(tangentOrZero(n.array(), block), n.index(), tangentOrZero(n.value(), block));
            }
        } else if (node instanceof Node.NewArray n) {
            if (activity.isActive(n.result())) {
                tangents.put(
                        n.result(),
                        block.newArray(dot(n.result().name()), n.result().type(), n.dimensions()));
            }
        } else if (node instanceof Node.Bulk n) {
            bulk(n, block);
        } else if (!node.results().isEmpty() && isActiveArray(result(node))) {
            // an array from code that is not looked into, which meets active ones
            Value array = result(node);
            boolean none = node instanceof Node.Const;
            tangents.put(array, none ? block.zero(array.type()) : Shadows.zerosLike(block, dot(array.name()), array));
        }
    }

    private Value operator(Node.Op primal, Block block) {
        Node.Op node = extremes.seen(primal);
        Value sum = null;
        for (int i = 0; i < node.operands().size(); i++) {
            Value operand = node.operands().get(i);
            if (!activity.isActive(operand)) {
                continue;
            }
            Rules.Direction size =
                    steepness.isSteep(operand) ? Rules.Direction.MAY_BE_INFINITE : Rules.Direction.FINITE;
            Value term = Rules.contribution(block, node, i, tangentOrZero(operand, block), size);
            sum = sum == null ? term : block.plus(sum, term);
        }
        Value tangent = sum == null ? block.zero(node.result().type()) : sum;
        return block.named(dot(node.result().name()), tangent);
    }

    private void bulk(Node.Bulk node, Block block) {
        Value array = node.kind() == Node.BulkKind.ARRAYCOPY
                ? node.operands().get(2)
                : node.operands().get(0);
        Value about = node.result() == null ? array : node.result();
        if (!activity.isActive(about)) {
            return;
        }
        List<Value> operands = new ArrayList<>();
        for (Value operand : node.operands()) {
            boolean moved = operand.type().differentiable();
            operands.add(moved ? tangentOrZero(operand, block) : operand);
        }
        Value result = node.result() == null
                ? null
                : new Value(node.result().type(), dot(node.result().name()));
        if (result != null && node.result() != null) {
            tangents.put(node.result(), result);
        }
        block.append(new Node.Bulk(result, node.kind(), operands, node.origin()));
    }

    private void branch(Node.If node, Block block) {
        List<Value> results = withTangents(node.results());
        Region then = branchRegion(node.then(), node.results(), block);
        Region otherwise = branchRegion(node.otherwise(), node.results(), block);
        block.append(new Node.If(results, node.condition(), then, otherwise, node.origin()));
    }

    /** The last region carries no derivative. */
    private void guarded(Node.Protected node, Block block) {
        List<Value> results = withTangents(node.bodyResults());
        results.addAll(node.lastResults());
        Region body = branchRegion(node.body(), node.bodyResults(), block);
        Block last = block.child();
        nodes(node.last(), last);
        block.append(new Node.Protected(
                results, node.lock(), body, last.yielding(node.last().yields()), node.origin()));
    }

    /** What regions hand out, and after it the tangents of what is active of that. */
    private List<Value> withTangents(List<Value> primals) {
        List<Value> results = new ArrayList<>(primals);
        for (Value value : primals) {
            if (activity.isActive(value)) {
                Value tangent = new Value(value.type(), dot(value.name()));
                tangents.put(value, tangent);
                results.add(tangent);
            }
        }
        return results;
    }

    private Region branchRegion(Region region, List<Value> results, Block block) {
        Block inside = block.child();
        nodes(region, inside);
        List<Value> yields = new ArrayList<>(region.yields());
        for (int i = 0; i < results.size(); i++) {
            if (activity.isActive(results.get(i))) {
                yields.add(tangentOrZero(region.yields().get(i), inside));
            }
        }
        return inside.yielding(yields);
    }

    private void loop(Node.Loop loop, Block block) {
        List<Value> results = new ArrayList<>(loop.results());
        List<Value> params = new ArrayList<>(loop.params());
        List<Value> inits = new ArrayList<>(loop.inits());
        List<Integer> active = new ArrayList<>();
        for (int i = loop.carriedFrom(); i < loop.params().size(); i++) {
            Value param = loop.params().get(i);
            if (activity.isActive(param)) {
                active.add(i);
                inits.add(tangentOrZero(loop.inits().get(i), block));
                Value tangent = new Value(param.type(), dot(param.name()));
                tangents.put(param, tangent);
                params.add(tangent);
                Value result = tangent.fresh();
                tangents.put(loop.results().get(i), result);
                results.add(result);
            }
        }
        Block inside = block.child();
        nodes(loop.body(), inside);
        List<Value> yields = new ArrayList<>(loop.body().yields());
        active.forEach(i -> yields.add(tangentOrZero(loop.next(i), inside)));
        block.append(new Node.Loop(
                results,
                inits,
                params,
                loop.counter(),
                loop.exits(),
                loop.condition(),
                inside.yielding(yields),
                loop.origin()));
    }

    /** The tangent of a value; a literal zero for one that is not active. */
    private Value tangentOrZero(Value value, Block block) {
        Value tangent = tangents.get(value);
        if (tangent != null) {
            return tangent;
        }
        if (value.type() instanceof Scalar) {
            return block.zero(value.type());
        }
        return Shadows.zerosLike(block, "", value);
    }
}
