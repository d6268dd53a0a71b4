package dev.pullback.processor.transform;

import dev.pullback.processor.analysis.Memory;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes every value that a reverse sweep reads of an earlier sweep available: it is still in scope, or computed again from values that are,
 * or reloaded from an array that never changes, or kept on a tape by the earlier sweep.
 *
 * <p>Region by region, innermost first, a minimum cut of the dataflow graph between what cannot be computed again and what is needed says what
 * is kept (compare Moses and Churavy 2020, section 4, and Griewank and Walther 2008, section 12.3). What is kept leaves a branch as one more
 * result, and a loop as an array indexed by the iteration; both are then needed values of the region around.
 */
final class Availability {

    /** @param crossing what a reverse sweep that runs by itself reads of parameters and forward sweep; empty if it runs in one scope with it */
    record Result(Region forward, Region reverse, List<Value> crossing) {}

    private final Memory memory;
    private final ForwardSweep sweep;
    private final boolean separate;
    private final Set<Memory.ArrayClass> keptByElement;
    private final Map<Value, Scope> home = new IdentityHashMap<>();
    private final Map<Value, Node> definitions = new IdentityHashMap<>();
    private final Map<Object, Scope> retraced = new IdentityHashMap<>();
    private final Map<Region, Scope> scopes = new IdentityHashMap<>();
    private final List<Scope> earlierScopes = new ArrayList<>();
    private final List<Scope> laterScopes = new ArrayList<>();
    private final Map<Value, Value> carriers = new IdentityHashMap<>();
    private final Set<Value> crossing = new LinkedHashSet<>();
    /** What is kept of the regions of branches, by branch and region. */
    private final Map<Node, List<List<Value>>> leaving = new IdentityHashMap<>();

    private final List<Node> left = new ArrayList<>();
    private final Set<Value> exitFlags = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Edits edits = new Edits();
    private final Taping taping = new Taping(this);

    private Availability(Memory memory, ForwardSweep sweep, Optional<Set<Memory.ArrayClass>> keptByElement) {
        this.memory = memory;
        this.sweep = sweep;
        this.separate = keptByElement.isPresent();
        this.keptByElement = keptByElement.orElse(Set.of());
    }

    /**
     * @param given what the reverse sweep gets from outside: seed and shadows
     * @param keptByElement if the reverse sweep runs by itself, in a pullback: arrays whose elements it keeps, and not them
     */
    static Result of(
            List<Value> params,
            ForwardSweep sweep,
            List<Value> given,
            Region reverse,
            Mirror top,
            Memory memory,
            Optional<Set<Memory.ArrayClass>> keptByElement) {
        Availability availability = new Availability(memory, sweep, keptByElement);
        Scope before = availability.scope(null, null, 0, sweep.region(), false);
        params.forEach(param -> availability.home.put(param, before));
        Scope after = new Scope(availability.separate ? null : before, null, 0, reverse, true, top);
        availability.enter(after);
        given.forEach(value -> availability.home.put(value, after));
        availability.findNeeds();
        availability.plan(before, after);
        Region newReverse = availability.rebuild(after);
        Region newForward = availability.rebuild(before);
        return new Result(newForward, newReverse, List.copyOf(availability.crossing));
    }

    // --- where everything is defined

    private Scope scope(@Nullable Scope parent, @Nullable Node owner, int index, Region region, boolean later) {
        Scope scope = new Scope(
                parent, owner, index, region, later, later && owner != null ? Mirror.of(owner.origin()) : null);
        enter(scope);
        return scope;
    }

    private void enter(Scope scope) {
        (scope.later ? laterScopes : earlierScopes).add(scope);
        scopes.put(scope.region, scope);
        retraced.put(scope.mirror == null ? scope.region : scope.mirror.self(scope.index), scope);
        for (Node node : scope.region.nodes()) {
            node.results().forEach(result -> {
                home.put(result, scope);
                definitions.put(result, node);
            });
            for (int i = 0; i < node.regions().size(); i++) {
                Scope inner = scope(scope, node, i, node.regions().get(i), scope.later);
                if (node instanceof Node.Loop loop && i == 1) {
                    loop.params().forEach(param -> home.put(param, inner));
                }
            }
        }
    }

    Scope homeOf(Value value) {
        Scope scope = home.get(value);
        if (scope == null) {
            throw new IllegalStateException("nothing defines " + value);
        }
        return scope;
    }

    boolean hasDefinition(Value value) {
        return definitions.containsKey(value);
    }

    boolean isDefined(Value value) {
        return home.containsKey(value);
    }

    Trips tripsOf(Scope body) {
        Node.Loop loop = (Node.Loop) owner(body);
        return body.mirror == null ? sweep.trips(loop) : body.mirror.trips();
    }

    static Node owner(Scope scope) {
        if (scope.owner == null) {
            throw new IllegalStateException("the outermost region");
        }
        return scope.owner;
    }

    static Scope parent(Scope scope) {
        if (scope.parent == null) {
            throw new IllegalStateException("the outermost region");
        }
        return scope.parent;
    }

    Edits edits() {
        return edits;
    }

    // --- what is needed

    private void findNeeds() {
        for (Scope scope : laterScopes) {
            for (Node node : scope.region.nodes()) {
                node.operands().forEach(operand -> need(operand, scope));
            }
            // the condition of a loop reads what the loop's surroundings have
            scope.region.yields().forEach(value -> need(value, scope));
        }
    }

    /** Records that a scope of the reverse sweep reads a value. */
    void need(Value value, Scope reader) {
        Scope definer = homeOf(value);
        if (!inScope(value, definer, reader)) {
            definer.needed.add(value);
        }
    }

    private static boolean inScope(Value value, Scope definer, Scope reader) {
        return definer.encloses(reader)
                // a loop's parameters live in its body's scope and are seen by its condition too
                || (reader.owner instanceof Node.Loop loop
                        && reader.owner == definer.owner
                        && loop.params().contains(value));
    }

    private void plan(Scope before, Scope after) {
        Comparator<Scope> deepestFirst =
                Comparator.comparingInt((Scope s) -> s.depth).reversed();
        List<Scope> replays = new ArrayList<>(laterScopes);
        replays.sort(deepestFirst);
        List<Scope> forward = new ArrayList<>(earlierScopes);
        forward.sort(deepestFirst);
        plan(replays.stream().filter(scope -> scope != after).toList());
        plan(forward.stream().filter(scope -> separate || scope != before).toList());
    }

    private void plan(List<Scope> deepestFirst) {
        int depth = -1;
        for (Scope scope : deepestFirst) {
            if (scope.depth != depth) {
                leaveBranches();
                depth = scope.depth;
            }
            plan(scope);
        }
        leaveBranches();
    }

    private void plan(Scope scope) {
        if (scope.needed.isEmpty()) {
            return;
        }
        scope.saved.addAll(Cut.of(this, scope));
        Set<Value> seen = new LinkedHashSet<>();
        for (Value value : List.copyOf(scope.needed)) {
            bring(value, scope, seen);
        }
    }

    /** Keeps the value, or makes sure that what it is computed from can be had. */
    private void bring(Value value, Scope scope, Set<Value> seen) {
        if (!seen.add(value)) {
            return;
        }
        if (scope.saved.contains(value)) {
            keep(value, scope);
        } else if (isCounter(value, scope)) {
            taping.needCounter(scope, readers(scope));
        } else {
            for (Value operand : definition(value).operands()) {
                if (homeOf(operand) == scope) {
                    bring(operand, scope, seen);
                } else {
                    readers(scope).forEach(reader -> need(operand, reader));
                }
            }
        }
    }

    private List<Scope> readers(Scope scope) {
        Object key = scope.mirror == null ? scope.region : scope.mirror.self(scope.index);
        return laterScopes.stream()
                .filter(later -> later.sources.stream().anyMatch(source -> source == key))
                .toList();
    }

    private void keep(Value value, Scope scope) {
        if (scope.owner == null) {
            crossing.add(value);
            return;
        }
        if (leavesBranch(scope)) {
            leaving.computeIfAbsent(scope.owner, this::leaving).get(scope.index).add(value);
        } else if (taping.isExitFlag(value, scope)) {
            exitFlags.add(value);
            readers(scope).forEach(reader -> need(taping.countOf(scope), reader));
            carry(value, taping.last(value, scope), scope);
        } else {
            Value carrier = taping.tape(value, scope);
            taping.needIndex(scope, readers(scope));
            carry(value, carrier, scope);
        }
    }

    private List<List<Value>> leaving(Node branch) {
        left.add(branch);
        return List.of(new ArrayList<>(), new ArrayList<>());
    }

    /** What is kept of the regions of a branch leaves them together. */
    private void leaveBranches() {
        for (Node branch : left) {
            List<List<Value>> values = leaving.getOrDefault(branch, List.of());
            Map<Value, Value> results = edits.carryOut(branch, values);
            values.forEach(ofRegion ->
                    ofRegion.forEach(value -> carry(value, results.getOrDefault(value, value), homeOf(value))));
        }
        left.clear();
        leaving.clear();
    }

    private void carry(Value value, Value carrier, Scope scope) {
        carriers.put(value, carrier);
        home.put(carrier, parent(scope));
        readers(scope).forEach(reader -> need(carrier, reader));
    }

    /** Whether the region is run once at most, so that what is kept of it is one value. */
    private static boolean leavesBranch(Scope scope) {
        return scope.owner instanceof Node.If || scope.owner instanceof Node.Protected;
    }

    // --- what can be computed again

    Node definition(Value value) {
        Node node = definitions.get(value);
        if (node == null) {
            throw new IllegalStateException("no node defines " + value);
        }
        return node;
    }

    boolean isCounter(Value value, Scope scope) {
        return scope.isLoopBody()
                && !definitions.containsKey(value)
                && scope.owner instanceof Node.Loop loop
                && loop.counter().isPresent()
                && loop.counterParam() == value;
    }

    /** Whether a value can be computed again, given its operands. */
    boolean isRecomputable(Value value) {
        Node node = definitions.get(value);
        if (node instanceof Node.Const) {
            return true;
        } else if (node instanceof Node.Op op) {
            return Recomputable.isCheap(op);
        } else if (node instanceof Node.Load load) {
            return isImmutable(load.array(), homeOf(value).later)
                    && !keptByElement.contains(memory.classOf(load.array()));
        } else if (node instanceof Node.Length length) {
            return isImmutable(length.array(), homeOf(value).later);
        }
        return false;
    }

    private boolean isImmutable(Value array, boolean shadow) {
        if (!shadow) {
            return memory.neverChangesLater(array);
        }
        // rows of a shadow are moved only where rows of its array are, and then the loads are replayed in their place
        return ((ArrayType) array.type()).element() instanceof ArrayType && !taping.movesRows();
    }

    /** Whether some reference is stored into an active array of arrays. */
    boolean storesRows() {
        return laterScopes.stream()
                .flatMap(scope -> scope.region.nodes().stream())
                .anyMatch(node ->
                        node instanceof Node.Store store && store.value().type() instanceof ArrayType
                                || node instanceof Node.Bulk bulk && bulk.result() == null && movesRows(bulk));
    }

    private static boolean movesRows(Node.Bulk bulk) {
        return ((ArrayType) bulk.operands().get(0).type()).element() instanceof ArrayType;
    }

    // --- the sweeps rebuilt

    private Region rebuild(Scope scope) {
        List<Node> nodes = new ArrayList<>();
        edits.start(scope.region).forEach(node -> nodes.add(read(node, scope)));
        for (Node node : scope.region.nodes()) {
            edits.before(node).forEach(added -> nodes.add(read(added, scope)));
            nodes.add(rebuild(node, scope));
            edits.after(node).forEach(added -> nodes.add(read(added, scope)));
        }
        edits.end(scope.region).forEach(node -> nodes.add(read(node, scope)));
        List<Value> yields =
                scope.region.yields().stream().map(value -> read(value, scope)).toList();
        List<Node> all = new ArrayList<>(scope.prologue);
        all.addAll(nodes);
        return new Region(all, yields);
    }

    private Node rebuild(Node node, Scope scope) {
        if (node.regions().isEmpty()) {
            return read(node, scope);
        }
        List<Scope> inner = node.regions().stream().map(this::scopeOf).toList();
        List<Region> regions = inner.stream().map(this::rebuild).toList();
        return edits.apply(node, regions, (value, at) -> read(value, at < 0 ? scope : inner.get(at)));
    }

    private Scope scopeOf(Region region) {
        Scope scope = scopes.get(region);
        if (scope == null) {
            throw new IllegalStateException("an unknown region");
        }
        return scope;
    }

    private Node read(Node node, Scope scope) {
        if (!scope.later) {
            return node;
        }
        Rewriter rewriter = new Rewriter();
        for (Value operand : node.operands()) {
            Value restored = read(operand, scope);
            if (restored != operand) {
                rewriter.replace(operand, restored);
            }
        }
        return rewriter.rewrite(node);
    }

    /** What stands for a value in a scope of the reverse sweep. */
    Value read(Value value, Scope reader) {
        if (!reader.later || !home.containsKey(value)) {
            return value;
        }
        Scope definer = homeOf(value);
        if (inScope(value, definer, reader) || crossing.contains(value)) {
            return value;
        }
        Scope retracing = retracing(definer, reader, value);
        Value known = retracing.restored.get(value);
        if (known == null) {
            known = restore(value, definer, retracing);
            retracing.restored.put(value, known);
        }
        return known;
    }

    private static Scope retracing(Scope definer, Scope reader, Value value) {
        Object key = definer.mirror == null ? definer.region : definer.mirror.self(definer.index);
        for (Scope at = reader; at != null; at = at.parent) {
            for (Object source : at.sources) {
                if (source == key) {
                    return at;
                }
            }
        }
        throw new IllegalStateException("a reverse sweep reads " + value + " where nothing retraces its definition");
    }

    private Value restore(Value value, Scope definer, Scope retracing) {
        Value carrier = carriers.get(value);
        if (carrier != null && leavesBranch(definer)) {
            return read(carrier, retracing);
        }
        if (carrier != null && exitFlags.contains(value)) {
            Value last = read(carrier, retracing);
            Value count = read(taping.countOf(definer), retracing);
            return ExitFlags.inIteration(last, taping.indexIn(retracing), count, retracing.prologue);
        }
        if (carrier != null) {
            Value tape = read(carrier, retracing);
            Value index = taping.indexIn(retracing);
            Value restored = value.fresh();
            retracing.prologue.add(new Node.Load(restored, tape, index, Origin.NONE));
            return restored;
        }
        if (isCounter(value, definer)) {
            return taping.counterIn(retracing, definer);
        }
        Node node = read(definition(value), retracing);
        Value restored = value.fresh();
        Node again = new Rewriter().replace(value, restored).rewrite(node);
        retracing.prologue.add(withoutOrigin(again));
        return restored;
    }

    private static Node withoutOrigin(Node node) {
        if (node instanceof Node.Op n) {
            return new Node.Op(n.result(), n.operator(), n.operands(), Origin.NONE);
        } else if (node instanceof Node.Load n) {
            return new Node.Load(n.result(), n.array(), n.index(), Origin.NONE);
        } else if (node instanceof Node.Const n) {
            return new Node.Const(n.result(), n.literal(), Origin.NONE);
        } else if (node instanceof Node.Length n) {
            return new Node.Length(n.result(), n.array(), Origin.NONE);
        }
        return node;
    }
}
