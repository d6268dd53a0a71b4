package dev.pullback.processor.transform;

import dev.pullback.processor.analysis.Activity;
import dev.pullback.processor.analysis.Memory;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The primal as the reverse mode runs it: guards first, calls replaced by calls that keep pullbacks, and every loop that is to be reversed
 * with a known way of numbering its iterations. Nothing is taped yet; {@link Availability} adds that.
 */
final class ForwardSweep {

    private final Memory memory;
    private final Activity activity;
    private final LaterWrites later;
    private final Map<Node.Call, Value> pullbacks = new IdentityHashMap<>();
    private final Map<Node.Call, Map<Integer, Value>> partials = new IdentityHashMap<>();
    private final Map<Node.Loop, Trips> trips = new IdentityHashMap<>();
    private final Map<Value, Map<Value, Value>> sameAs = new IdentityHashMap<>();
    private final Map<Value, Value> shapes = new IdentityHashMap<>();
    private final Map<Node, Node.Call> calls = new IdentityHashMap<>();
    private final Rewriter aliases = new Rewriter();
    private final Map<Value, Node> definitions = new IdentityHashMap<>();
    private final Set<Value> outside = Collections.newSetFromMap(new IdentityHashMap<>());
    private Region region = Region.EMPTY;

    private ForwardSweep(Memory memory, Activity activity, LaterWrites later) {
        this.memory = memory;
        this.later = later;
        this.activity = activity;
    }

    static ForwardSweep of(Function primal, Memory memory, Activity activity) {
        ForwardSweep sweep = new ForwardSweep(memory, activity, LaterWrites.of(primal, memory));
        Block block = new Block(primal.signature().origin());
        Guards.append(primal, memory, block);
        sweep.outside.addAll(primal.params());
        for (Value param : primal.params()) {
            if (sweep.movesRowsOf(param)) {
                sweep.shapes.put(param, Shadows.zerosLike(block, param.name() + "Shape", param));
            }
        }
        sweep.nodes(primal.body(), block);
        sweep.region = block.yielding(sweep.aliases.of(primal.body().yields()));
        return sweep;
    }

    private boolean movesRowsOf(Value param) {
        return param.type() instanceof ArrayType array
                && array.element() instanceof ArrayType
                && activity.isActive(param)
                && memory.movesRows(param);
    }

    /** Zeros in the shape that an active parameter has on entry, if the method replaces rows of it. */
    Optional<Value> shapeOf(Value param) {
        return Optional.ofNullable(shapes.get(param));
    }

    /** The node that defines a value in the sweep. */
    Optional<Node> definition(Value value) {
        return Optional.ofNullable(definitions.get(value));
    }

    Region region() {
        return region;
    }

    /** How the iterations of a loop of {@link #region} are numbered. */
    Trips trips(Node.Loop loop) {
        Trips known = trips.get(loop);
        if (known == null) {
            throw new IllegalStateException("a loop that is not numbered");
        }
        return known;
    }

    /** The call that a node of {@link #region} runs and keeps the pullback of, if it is one. */
    Optional<Node.Call> call(Node node) {
        return Optional.ofNullable(calls.get(node));
    }

    /** For a call of a method with partial derivatives: those that are computed already. */
    Map<Integer, Value> partials(Node.Call call) {
        return partials.getOrDefault(call, Map.of());
    }

    Value pullback(Node.Call call) {
        Value pullback = pullbacks.get(call);
        if (pullback == null) {
            throw new IllegalStateException("a call without a pullback");
        }
        return pullback;
    }

    /** What a value of the primal is called in the sweep: the argument, for the result of a call that always returns it. */
    Value of(Value value) {
        return aliases.of(value);
    }

    private void nodes(Region from, Block block) {
        for (Node node : from.nodes()) {
            block.at(node.origin());
            int first = block.nodes().size();
            node(node, block);
            block.nodes().subList(first, block.nodes().size()).forEach(this::define);
            outside.addAll(node.results());
        }
    }

    private void define(Node node) {
        node.results().forEach(result -> definitions.put(result, node));
        outside.addAll(node.results());
    }

    private void node(Node node, Block block) {
        if (node instanceof Node.Call call && PartialCalls.isOne(call)) {
            Node.Call now = new Node.Call(call.results(), call.callee(), aliases.of(call.operands()), call.origin());
            int first = block.nodes().size();
            partials.put(now, PartialCalls.forwardSweep(now, block, activity));
            calls.put(block.nodes().get(first), now);
        } else if (node instanceof Node.Call call) {
            Node.Call now = new Node.Call(call.results(), call.callee(), aliases.of(call.operands()), call.origin());
            for (int k = 0; k < call.results().size(); k++) {
                int alias = call.callee().effects().resultAlias(k);
                if (alias >= 0) {
                    aliases.replace(call.results().get(k), now.operands().get(alias));
                }
            }
            Guards.appendForCall(call, now, memory, block);
            int first = block.nodes().size();
            pullbacks.put(now, Calls.forwardSweep(call, now, block, later));
            compareWithArguments(now, block);
            // the node that defines the pullback stands for the call
            block.nodes().subList(first, block.nodes().size()).stream()
                    .filter(n -> n.results().contains(pullbacks.get(now)))
                    .forEach(n -> {
                        calls.put(n, now);
                        activity.takes(n, now.operands());
                    });
        } else if (node instanceof Node.If n) {
            Block then = block.child();
            nodes(n.then(), then);
            Block otherwise = block.child();
            nodes(n.otherwise(), otherwise);
            block.append(new Node.If(
                    n.results(),
                    aliases.of(n.condition()),
                    then.yielding(aliases.of(n.then().yields())),
                    otherwise.yielding(aliases.of(n.otherwise().yields())),
                    n.origin()));
        } else if (node instanceof Node.Protected n) {
            Block body = block.child();
            nodes(n.body(), body);
            Block last = block.child();
            nodes(n.last(), last);
            block.append(new Node.Protected(
                    n.results(),
                    n.lock() == null ? null : aliases.of(n.lock()),
                    body.yielding(aliases.of(n.body().yields())),
                    last.yielding(aliases.of(n.last().yields())),
                    n.origin()));
        } else if (node instanceof Node.Loop n) {
            loop(n, block);
        } else {
            block.append(aliases.rewrite(node));
        }
    }

    /** Where the result of a call may be one of its arguments, only the run tells which; the later sweeps have to know. */
    private void compareWithArguments(Node.Call call, Block block) {
        Value result = call.result();
        if (result == null
                || !activity.isActive(result)
                || call.callee().effects().resultAlias(0) != Effects.UNKNOWN) {
            return;
        }
        Map<Value, Value> same = new LinkedHashMap<>();
        for (Value operand : call.operands()) {
            if (operand.type().equals(result.type()) && !same.containsKey(operand)) {
                same.put(operand, block.op(Primitive.EQ, result, operand));
            }
        }
        sameAs.put(result, same);
    }

    /** For the result of a call that may be an argument: each argument that it may be, and whether it is. */
    Map<Value, Value> argumentsLike(Value result) {
        return sameAs.getOrDefault(result, Map.of());
    }

    private void loop(Node.Loop loop, Block block) {
        Block condition = block.child();
        hoist(loop, block, condition);
        Value again = aliases.of(loop.condition().yields().get(0));
        boolean reversed = Activities.inside(loop, activity) || Activities.movesReferences(loop, activity);
        List<Value> inits = new ArrayList<>(aliases.of(loop.inits()));
        Optional<Trips> range = reversed ? range(loop, inits, condition.nodes(), again, block) : Optional.empty();
        Block body = block.child();
        outside.addAll(loop.params());
        nodes(loop.body(), body);
        List<Value> next = new ArrayList<>(aliases.of(loop.body().yields()));
        List<Value> results = new ArrayList<>(loop.results());
        List<Value> params = new ArrayList<>(loop.params());
        Trips how = range.orElse(null);
        if (reversed && how == null) {
            Value before = new Value(Scalar.INT, "trips");
            Value count = before.fresh();
            inits.add(block.constant(0));
            params.add(before);
            results.add(count);
            next.add(body.op("trips", Primitive.ADD, Scalar.INT, List.of(before, body.constant(1))));
            how = new Trips.Counted(count, before);
        }
        Node.Loop now = new Node.Loop(
                results,
                inits,
                params,
                loop.counter(),
                loop.exits(),
                condition.yielding(List.of(again)),
                body.yielding(next),
                loop.origin());
        if (how != null) {
            trips.put(now, how);
        }
        block.append(now);
    }

    /**
     * Moves what the condition computes from values outside of the loop, first thing and the same every time, in front of the loop. The
     * condition is evaluated at least once, so nothing is thrown that would not have been.
     */
    private void hoist(Node.Loop loop, Block block, Block condition) {
        boolean stillFirst = true;
        for (Node node : loop.condition().nodes()) {
            Node now = aliases.rewrite(node);
            boolean invariant = node.regions().isEmpty() && outside.containsAll(now.operands()) && sameEveryTime(now);
            if (invariant && (stillFirst || !mayThrow(now))) {
                block.append(now);
                define(now);
            } else {
                stillFirst &= !mayThrow(now);
                condition.append(now);
            }
        }
    }

    private boolean sameEveryTime(Node node) {
        return node instanceof Node.Const
                || node instanceof Node.Op
                || node instanceof Node.Length
                || (node instanceof Node.Load load && memory.neverChanges(load.array()));
    }

    private static boolean mayThrow(Node node) {
        return !(node instanceof Node.Const) && !(node instanceof Node.Op op && !Recomputable.mayThrow(op));
    }

    /** The loop as a range, if it steps by one between bounds that are known on entry and leaves only there. */
    private Optional<Trips> range(Node.Loop loop, List<Value> inits, List<Node> condition, Value again, Block block) {
        if (loop.counter().isEmpty() || loop.exits() || loop.counterParam().type() != Scalar.INT) {
            return Optional.empty();
        }
        long step = loop.counter().get().step();
        if (condition.size() != 1
                || !(condition.get(0) instanceof Node.Op compare)
                || compare.result() != again
                || Math.abs(step) != 1) {
            return Optional.empty();
        }
        boolean plain = compare.operands().get(0) == loop.counterParam();
        Value bound = compare.operands().get(plain ? 1 : 0);
        Value other = compare.operands().get(plain ? 0 : 1);
        if (other != loop.counterParam()
                || !outside.contains(bound)
                || !(compare.operator() instanceof Primitive test)) {
            return Optional.empty();
        }
        Primitive relation = plain ? test : flipped(test);
        Value init = inits.get(0);
        if (step == 1 && relation == Primitive.LT) {
            return Optional.of(
                    new Trips.Range(true, low(init, block), bound, definitions.get(bound) instanceof Node.Length));
        } else if (step == 1 && relation == Primitive.LE && !isLiteral(bound, Integer.MAX_VALUE, block)) {
            return Optional.of(new Trips.Range(true, low(init, block), plusOne(bound, block), false));
        } else if (step == -1 && relation == Primitive.GE) {
            return Optional.of(new Trips.Range(false, low(bound, block), plusOne(init, block), false));
        } else if (step == -1 && relation == Primitive.GT) {
            return Optional.of(new Trips.Range(false, Optional.of(plusOne(bound, block)), plusOne(init, block), false));
        }
        return Optional.empty();
    }

    private static Primitive flipped(Primitive test) {
        return switch (test) {
            case LT -> Primitive.GT;
            case LE -> Primitive.GE;
            case GT -> Primitive.LT;
            case GE -> Primitive.LE;
            default -> test;
        };
    }

    private static Optional<Value> low(Value value, Block block) {
        return isLiteral(value, 0, block) ? Optional.empty() : Optional.of(value);
    }

    private static boolean isLiteral(Value value, int literal, Block block) {
        return block.literalOf(value) instanceof Integer known && known == literal;
    }

    private Value plusOne(Value value, Block block) {
        if (block.literalOf(value) instanceof Integer known) {
            return block.constant(known + 1);
        }
        if (definitions.get(value) instanceof Node.Op op
                && op.is(Primitive.SUB)
                && block.literalOf(op.operands().get(1)) instanceof Integer one
                && one == 1) {
            return op.operands().get(0); // n - 1 + 1
        }
        return block.op(Primitive.ADD, value, block.constant(1));
    }
}
