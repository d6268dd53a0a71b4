package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import dev.pullback.processor.ir.Target;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Puts runs of nodes into methods of their own, and calls of these in their place. */
final class Outlining {

    /** What is not worth a method. */
    private static final int SMALL = 200;

    /** More than so many slots of arguments go into frames. */
    private static final int SLOTS = 120;

    /** Nodes that follow each other; those that stay where they are have no run. */
    private static final class Run {
        final List<Node> nodes = new ArrayList<>();
        final Set<Value> defined = identitySet();
        final Set<Value> read = new LinkedHashSet<>();
        final Set<Value> out = new LinkedHashSet<>();
        int size;

        boolean returns() {
            return out.size() == 1;
        }
    }

    private final Supplier<String> names;
    private final CodeSize size;
    private final Frames frames = new Frames();
    private final List<Part> parts = new ArrayList<>();
    private final Map<Value, Node.Const> constants = new IdentityHashMap<>();

    Outlining(Region region, Supplier<String> names, CodeSize size) {
        this.names = names;
        this.size = size;
        for (Node node : Node.all(region)) {
            if (node instanceof Node.Const constant) {
                constants.put(constant.result(), constant);
            }
        }
    }

    Frames frames() {
        return frames;
    }

    List<Part> parts() {
        return parts;
    }

    /** The region with its nodes in parts of about that size. */
    Region pieces(Region region, int piece) {
        Map<Node, Run> runs = runs(region, piece);
        Set<Value> framed = framed(region, runs);
        Block block = new Block(Origin.NONE);
        Rewriter loaded = new Rewriter();
        Set<Run> done = identitySet();
        for (Node node : region.nodes()) {
            Run run = runs.get(node);
            if (run == null) {
                read(List.of(node)).stream().filter(framed::remove).forEach(v -> loaded.replace(v, frames.load(v, block)));
                block.append(loaded.rewrite(node));
            } else if (done.add(run)) {
                call(run, framed, loaded, block);
            }
        }
        region.yields().stream().filter(framed::remove).forEach(v -> loaded.replace(v, frames.load(v, block)));
        return block.yielding(loaded.of(region.yields()));
    }

    private Map<Node, Run> runs(Region region, int piece) {
        Map<Node, Run> runs = new IdentityHashMap<>();
        Run run = new Run();
        for (Node node : region.nodes()) {
            if (node instanceof Node.Const) {
                continue;
            }
            boolean stays = node instanceof Node.Load load && frames.isOne(load.array())
                    || !node.results().stream().allMatch(Frames::canHold)
                    || alwaysThrows(node);
            if (stays || run.size + size.of(node) > piece) {
                close(run, runs);
                run = new Run();
            }
            if (!stays) {
                run.nodes.add(node);
                run.size += size.of(node);
            }
        }
        close(run, runs);
        return runs;
    }

    private static boolean alwaysThrows(Node node) {
        return node instanceof Node.Throw
                || node instanceof Node.If branch
                        && branch.regions().stream().allMatch(Outlining::alwaysThrows)
                || node instanceof Node.Protected && node.regions().stream().anyMatch(Outlining::alwaysThrows);
    }

    private static boolean alwaysThrows(Region region) {
        return !region.nodes().isEmpty()
                && alwaysThrows(region.nodes().get(region.nodes().size() - 1));
    }

    private void close(Run run, Map<Node, Run> runs) {
        if (run.size > SMALL) {
            for (Node node : run.nodes) {
                runs.put(node, run);
                run.defined.addAll(node.results());
            }
            run.read.addAll(read(run.nodes));
            run.read.removeAll(run.defined);
        }
    }

    /** Values that a run hands on otherwise than as its result. */
    private Set<Value> framed(Region region, Map<Node, Run> runs) {
        Map<Value, Run> definers = new IdentityHashMap<>();
        Set<Run> all = new LinkedHashSet<>();
        for (Node node : region.nodes()) {
            Run run = runs.get(node);
            if (run != null && all.add(run)) {
                run.defined.forEach(value -> definers.put(value, run));
            }
        }
        Set<Value> wanted = new LinkedHashSet<>(region.yields());
        all.forEach(run -> wanted.addAll(run.read));
        region.nodes().stream().filter(node -> !runs.containsKey(node)).forEach(node -> wanted.addAll(read(List.of(node))));
        Set<Value> framed = identitySet();
        for (Value value : wanted) {
            Run run = definers.get(value);
            if (run != null) {
                run.out.add(value);
            }
        }
        all.stream().filter(run -> !run.returns()).forEach(run -> framed.addAll(run.out));
        return framed;
    }

    // --- one part

    /** @param framed what is in frames and not yet loaded in the block */
    private void call(Run run, Set<Value> framed, Rewriter loaded, Block block) {
        Block inside = new Block(Origin.NONE);
        Rewriter known = new Rewriter();
        Set<Value> arguments = new LinkedHashSet<>();
        int slots = 0;
        for (Value value : run.read) {
            Node.Const constant = constants.get(value);
            Value here = loaded.of(value);
            if (constant != null) {
                Value copy = value.fresh();
                known.replace(value, copy);
                inside.append(new Node.Const(copy, constant.literal(), constant.origin()));
            } else if (framed.contains(value)) {
                arguments.add(frames.arrayFor(value));
                known.replace(value, frames.load(value, inside));
            } else if (slots >= SLOTS && Frames.canHold(here)) {
                frames.store(here, block);
                arguments.add(frames.arrayFor(here));
                known.replace(value, frames.load(here, inside));
            } else {
                arguments.add(here);
                slots += Slots.of(List.of(here.type()));
                if (here != value) {
                    known.replace(value, here);
                }
            }
        }
        for (Node node : run.nodes) {
            inside.append(known.rewrite(node));
            if (!run.returns()) {
                node.results().stream().filter(run.out::contains).forEach(value -> frames.store(value, inside));
            }
        }
        if (!run.returns()) {
            run.out.forEach(value -> arguments.add(frames.arrayFor(value)));
        }
        String name = names.get();
        List<Value> given = List.copyOf(arguments);
        List<Value> params = given.stream().map(Value::fresh).toList();
        Rewriter renamed = new Rewriter();
        for (int i = 0; i < given.size(); i++) {
            renamed.replace(given.get(i), params.get(i));
        }
        List<Value> yields = run.returns() ? List.copyOf(run.out) : List.of();
        parts.add(new Part(name, params, renamed.rewrite(inside.yielding(yields))));
        Value result = run.returns() ? yields.get(0) : null;
        block.append(new Node.Invoke(result, Target.ofStatic("", name), given, false, Origin.NONE));
    }

    private static Set<Value> read(List<Node> nodes) {
        Set<Value> read = new LinkedHashSet<>();
        Set<Value> defined = identitySet();
        for (Node node : nodes) {
            collect(node, read, defined);
        }
        read.removeAll(defined);
        return read;
    }

    private static void collect(Node node, Set<Value> read, Set<Value> defined) {
        read.addAll(node.operands());
        defined.addAll(node.results());
        if (node instanceof Node.Loop loop) {
            defined.addAll(loop.params());
        }
        for (Region region : node.regions()) {
            region.nodes().forEach(inner -> collect(inner, read, defined));
            read.addAll(region.yields());
        }
    }

    private static <T> Set<T> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
