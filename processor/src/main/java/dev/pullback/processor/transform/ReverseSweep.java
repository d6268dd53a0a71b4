package dev.pullback.processor.transform;

import dev.pullback.processor.analysis.Activity;
import dev.pullback.processor.analysis.RunningExtremes;
import dev.pullback.processor.analysis.Steepness;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Naming;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.rules.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reverse sweep: the adjoint of each node, last to first, region by region.
 *
 * <pre>
 * s = a * b           aBar += b * sBar; bBar += a * sBar
 * v = x[i]            xBar[i] += vBar
 * x[i] = v            vBar += xBar[i]; xBar[i] = 0
 * if (c) …            if (c) …, retracing the branch that was taken
 * for (…) …           the same iterations, last to first
 * </pre>
 *
 * <p>Values of the forward sweep are used as if they were still in scope; {@link Mirror}s say what is meant and {@link Availability} makes it
 * so. An absent adjoint is zero. See Griewank and Walther 2008, section 3.2, and for structured control flow Naumann 2012, section 3.
 */
final class ReverseSweep {

    private final Activity activity;
    private final ForwardSweep forward;
    private final ShadowSweep shadows;
    private final BulkAdjoints bulk;
    private final Steepness steepness;
    private final RunningExtremes extremes;

    ReverseSweep(Activity activity, ForwardSweep forward, ShadowSweep shadows) {
        this.activity = activity;
        this.forward = forward;
        this.shadows = shadows;
        this.steepness = Steepness.ofAdjoints(forward.region(), activity.memory(), forward::call);
        this.extremes = RunningExtremes.of(forward.region());
        this.bulk = new BulkAdjoints(activity, shadows, this::accumulate);
    }

    /** The adjoints of scalars at one point of the sweep. */
    static final class Bars {
        private final Map<Value, Value> bars;

        Bars() {
            this(new LinkedHashMap<>());
        }

        private Bars(Map<Value, Value> bars) {
            this.bars = bars;
        }

        Bars copy() {
            return new Bars(new LinkedHashMap<>(bars));
        }

        void set(Value value, Value bar) {
            bars.put(value, bar);
        }

        /** The adjoint, which is then used up, or a literal zero. */
        Value take(Value value, Block block) {
            Value bar = bars.remove(value);
            return bar == null ? block.zero(value.type()) : bar;
        }
    }

    /** Appends the adjoints of a region of the forward sweep to a block that retraces it. */
    void retrace(Region region, Block block, Bars bars, List<Object> sources) {
        for (int i = region.nodes().size() - 1; i >= 0; i--) {
            Node node = region.nodes().get(i);
            block.at(node.origin());
            node(node, block, bars, sources);
        }
    }

    /** Adds to the adjoint of a scalar. */
    void accumulate(Value value, Value term, Block block, Bars bars) {
        if (!activity.isActive(value) || block.isZero(term)) {
            return;
        }
        Value before = bars.bars.get(value);
        if (before == null) {
            bars.set(value, term);
            return;
        }
        int mark = block.nodes().size();
        Value sum = block.plus(before, term);
        bars.set(value, named(value, sum, mark, block));
    }

    /** The adjoint under its name, if it was computed after the mark, so that nobody else has it yet. */
    private static Value named(Value value, Value bar, int mark, Block block) {
        return block.nodes().size() > mark ? block.named(ShadowSweep.bar(value.name()), bar) : bar;
    }

    /** The name of a variable that holds the adjoint. */
    private String barOf(Value value) {
        String name = value.name().isEmpty()
                ? forward.definition(value).map(Naming::of).orElse("")
                : value.name();
        return ShadowSweep.bar(name);
    }

    private void node(Node node, Block block, Bars bars, List<Object> sources) {
        if (node instanceof Node.Op n) {
            operator(n, block, bars);
        } else if (node instanceof Node.Load n) {
            load(n, block, bars);
        } else if (node instanceof Node.Store n) {
            store(n, block, bars);
        } else if (node instanceof Node.Bulk n) {
            bulk.retrace(n, block, bars);
        } else if (node instanceof Node.If n) {
            branch(n, block, bars, sources);
        } else if (node instanceof Node.Protected n) {
            guarded(n, block, bars, sources);
        } else if (node instanceof Node.Loop n) {
            loop(n, block, bars);
        } else if (node instanceof Node.Invoke) {
            forward.call(node).ifPresent(call -> call(call, block, bars));
        }
    }

    private void operator(Node.Op primal, Block block, Bars bars) {
        Node.Op node = extremes.seen(primal);
        Value bar = bars.bars.remove(node.result());
        if (bar == null || block.isZero(bar)) {
            return;
        }
        Rules.Direction size =
                steepness.isSteep(node.result()) ? Rules.Direction.MAY_BE_INFINITE : Rules.Direction.FINITE;
        for (int i = 0; i < node.operands().size(); i++) {
            Value operand = node.operands().get(i);
            if (activity.isActive(operand)) {
                int mark = block.nodes().size();
                Value term = Rules.contribution(block, node, i, bar, size);
                boolean first = !bars.bars.containsKey(operand);
                accumulate(operand, first ? named(operand, term, mark, block) : term, block, bars);
            }
        }
    }

    private void load(Node.Load node, Block block, Bars bars) {
        Value bar = bars.bars.remove(node.result());
        if (bar == null || block.isZero(bar)) {
            return;
        }
        Value shadow = shadows.of(node.array());
        Value sum = block.plus(block.load("", shadow, node.index()), bar);
        block.store(shadow, node.index(), sum);
    }

    private void store(Node.Store node, Block block, Bars bars) {
        if (node.value().type() instanceof ArrayType || !activity.isActive(node.array())) {
            return;
        }
        Value shadow = shadows.of(node.array());
        if (activity.isActive(node.value())) {
            Value bar = block.load(ShadowSweep.bar(node.value().name()), shadow, node.index());
            block.store(shadow, node.index(), block.zero(node.value().type()));
            accumulate(node.value(), bar, block, bars);
        } else {
            block.store(shadow, node.index(), block.zero(node.value().type()));
        }
    }

    private void call(Node.Call call, Block block, Bars bars) {
        Value result = call.result();
        if (PartialCalls.isOne(call)) {
            if (result != null && result.type() instanceof Scalar && activity.isActive(result)) {
                Value bar = bars.take(result, block);
                PartialCalls.reverseSweep(
                        call,
                        forward.partials(call),
                        bar,
                        block,
                        activity,
                        (argument, term) -> accumulate(argument, term, block, bars));
            }
            return;
        }
        Calls.reverseSweep(call, forward.pullback(call), block, new Calls.Adjoints() {
            @Override
            public Value take(Value scalar, Block at) {
                return bars.take(scalar, at);
            }

            @Override
            public Value shadowOrZeros(Value array, Block at) {
                return activity.isActive(array) ? shadows.of(array) : Shadows.zerosLike(at, "", array);
            }

            @Override
            public Value seedOf(Value array, Block at) {
                // the shadow of an argument already holds the cotangent of the result, if that is the argument
                return shadows.select(
                        array,
                        at,
                        inside -> shadows.of(array),
                        (inside, argument) -> Shadows.zerosLike(inside, "", shadows.of(array)));
            }

            @Override
            public boolean isActive(Value value) {
                return activity.isActive(value);
            }

            @Override
            public void add(Value scalar, Value cotangent, Block at) {
                accumulate(scalar, cotangent, at, bars);
            }
        });
    }

    // --- branches

    private void branch(Node.If node, Block block, Bars bars, List<Object> sources) {
        List<Value> resultBars = new ArrayList<>();
        for (Value result : node.results()) {
            resultBars.add(bars.bars.remove(result));
        }
        boolean anything = resultBars.stream().anyMatch(bar -> bar != null) || Activities.inside(node, activity);
        if (!anything) {
            return;
        }
        if (Activities.alwaysThrows(node.then()) || Activities.alwaysThrows(node.otherwise())) {
            onlyBranch(node, resultBars, block, bars, sources);
            return;
        }
        Mirror mirror = new Mirror();
        List<Block> blocks = new ArrayList<>();
        List<Bars> after = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            mirror.region(node.regions().get(i));
            Block inside = block.child();
            Bars inner = bars.copy();
            retraceBranch(node, i, resultBars, inside, inner, mirror.sources(i));
            blocks.add(inside);
            after.add(inner);
        }
        merge(node, mirror, blocks, after, block, bars);
    }

    /** When the other branch throws, whoever gets here took this one: no condition. */
    private void onlyBranch(Node.If node, List<Value> resultBars, Block block, Bars bars, List<Object> sources) {
        int taken = Activities.alwaysThrows(node.then()) ? 1 : 0;
        if (Activities.alwaysThrows(node.regions().get(taken))) {
            return;
        }
        sources.add(node.regions().get(taken));
        retraceBranch(node, taken, resultBars, block, bars, sources);
    }

    /** Whoever gets here has come out of the body as usual, and the last region has no adjoint. */
    private void guarded(Node.Protected node, Block block, Bars bars, List<Object> sources) {
        List<Value> resultBars = new ArrayList<>();
        for (Value result : node.bodyResults()) {
            resultBars.add(bars.bars.remove(result));
        }
        boolean anything = resultBars.stream().anyMatch(bar -> bar != null) || Activities.inside(node, activity);
        if (anything && !Activities.alwaysThrows(node.body())) {
            sources.add(node.body());
            retraceBranch(node, 0, resultBars, block, bars, sources);
        }
    }

    private void retraceBranch(
            Node node, int which, List<Value> resultBars, Block inside, Bars inner, List<Object> sources) {
        Region region = node.regions().get(which);
        shadows.replayOf(node)
                .ifPresentOrElse(mirror -> sources.add(mirror.self(which)), () -> shadows.replay(region, inside));
        for (int k = 0; k < resultBars.size(); k++) {
            if (resultBars.get(k) != null) {
                accumulate(region.yields().get(k), resultBars.get(k), inside, inner);
            }
        }
        retrace(region, inside, inner, sources);
    }

    private void merge(Node.If node, Mirror mirror, List<Block> blocks, List<Bars> after, Block block, Bars bars) {
        Set<Value> touched = new LinkedHashSet<>();
        for (Bars inner : after) {
            inner.bars.forEach((value, bar) -> {
                if (bars.bars.get(value) != bar) {
                    touched.add(value);
                }
            });
        }
        if (touched.isEmpty() && blocks.stream().allMatch(b -> b.nodes().isEmpty())) {
            return;
        }
        List<Value> results = new ArrayList<>();
        List<List<Value>> yields = List.of(new ArrayList<>(), new ArrayList<>());
        for (Value value : touched) {
            for (int i = 0; i < 2; i++) {
                yields.get(i).add(after.get(i).take(value, blocks.get(i)));
            }
            Value result = new Value(value.type(), barOf(value));
            results.add(result);
            bars.set(value, result);
        }
        block.append(new Node.If(
                results,
                node.condition(),
                blocks.get(0).yielding(yields.get(0)),
                blocks.get(1).yielding(yields.get(1)),
                mirror.origin()));
    }

    // --- loops

    private void loop(Node.Loop loop, Block block, Bars bars) {
        List<Value> resultBars = new ArrayList<>();
        for (Value result : loop.results()) {
            resultBars.add(bars.bars.remove(result));
        }
        if (!Activities.inside(loop, activity)) {
            return;
        }
        block.at(Origin.NONE);
        Trips trips = forward.trips(loop);
        Trips.Header header = Trips.header(
                trips, true, loop.counter().isPresent() ? loop.counterParam().name() : "", block);
        Mirror mirror = new Mirror().region().region(loop.body()).counting(header.counter(), trips);
        Carried carried = new Carried(block, loop, resultBars, bars);
        Block inside = block.child();
        Bars inner = new Bars();
        carried.enter(inside, inner);
        shadows.replayOf(loop)
                .ifPresentOrElse(
                        replay -> mirror.sources(1).add(replay.self(1)), () -> shadows.replay(loop.body(), inside));
        retrace(loop.body(), inside, inner, mirror.sources(1));
        carried.leave(inside, inner);
        if (carried.params.isEmpty() && inside.nodes().isEmpty()) {
            return;
        }
        block.append(header.loop(carried.results, carried.inits, carried.params, inside, carried.next, mirror));
        carried.after(block, bars);
    }

    /** The adjoints that a reversed loop carries: of what the loop carries, and of what its body reads from outside. */
    private final class Carried {
        final List<Value> inits = new ArrayList<>();
        final List<Value> params = new ArrayList<>();
        final List<Value> next = new ArrayList<>();
        final List<Value> results = new ArrayList<>();
        private final Node.Loop loop;
        private final List<Integer> states = new ArrayList<>();
        private final List<Value> outside;

        Carried(Block block, Node.Loop loop, List<Value> resultBars, Bars bars) {
            this.loop = loop;
            this.outside = new ArrayList<>(Activities.readFromOutside(loop, activity));
            for (int i = loop.carriedFrom(); i < loop.params().size(); i++) {
                Value param = loop.params().get(i);
                if (param.type() instanceof Scalar && activity.isActive(param)) {
                    states.add(i);
                    Value bar = resultBars.get(i);
                    carry(param, bar == null ? block.zero(param.type()) : bar);
                }
            }
            for (Value value : outside) {
                Value bar = bars.bars.get(value);
                carry(value, bar == null ? block.zero(value.type()) : bar);
            }
        }

        private void carry(Value value, Value init) {
            Value param = new Value(value.type(), barOf(value));
            inits.add(init);
            params.add(param);
            results.add(param.fresh());
        }

        void enter(Block inside, Bars inner) {
            for (int k = 0; k < outside.size(); k++) {
                inner.set(outside.get(k), params.get(states.size() + k));
            }
            for (int k = 0; k < states.size(); k++) {
                accumulate(loop.next(states.get(k)), params.get(k), inside, inner);
            }
        }

        void leave(Block inside, Bars inner) {
            for (int i : states) {
                next.add(inner.take(loop.params().get(i), inside));
            }
            for (int k = outside.size() - 1; k >= 0; k--) {
                int at = states.size() + k;
                if (inner.bars.get(outside.get(k)) == params.get(at)) {
                    // the body adds nothing to it
                    inits.remove(at);
                    params.remove(at);
                    results.remove(at);
                    inner.bars.remove(outside.remove(k));
                }
            }
            outside.forEach(value -> next.add(inner.take(value, inside)));
        }

        void after(Block block, Bars bars) {
            for (int k = 0; k < outside.size(); k++) {
                bars.set(outside.get(k), results.get(states.size() + k));
            }
            for (int k = 0; k < states.size(); k++) {
                accumulate(loop.inits().get(states.get(k)), results.get(k), block, bars);
            }
        }
    }
}
