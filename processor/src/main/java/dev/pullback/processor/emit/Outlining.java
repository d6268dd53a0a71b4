package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import dev.pullback.processor.ir.Target;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Puts runs of nodes into methods of their own, and calls of these in their place. */
final class Outlining {

    /** Slots that a part has for its parameters; what does not fit, it finds in frames. */
    private static final int SLOTS = 20;

    private final Supplier<String> names;
    private final CodeSize size;
    private final Frames frames = new Frames();
    private final List<Part> parts = new ArrayList<>();
    private final Map<Value, Node.Const> constants = new IdentityHashMap<>();
    private final Set<Value> homes = Anywhere.identitySet();

    Outlining(Region region, Supplier<String> names, CodeSize size) {
        this.names = names;
        this.size = size;
        findConstants(region);
    }

    private void findConstants(Region region) {
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

    /** Stores those of the values that parts of inner regions look for in frames. */
    void storeThere(Collection<Value> values, Block block) {
        values.stream().filter(homes::contains).forEach(value -> frames.store(value, value, block));
    }

    /** The region with its nodes in parts of about that size. */
    Region pieces(Region region, int piece) {
        return new Pieces(region, piece).rewritten();
    }

    /** Then javac knows that nothing comes after it; it would not if that were in another method. */
    private static boolean alwaysThrows(Node node) {
        return node instanceof Node.Throw
                || node instanceof Node.If branch && branch.regions().stream().allMatch(Outlining::alwaysThrows)
                || node instanceof Node.Protected && node.regions().stream().anyMatch(Outlining::alwaysThrows);
    }

    private static boolean alwaysThrows(Region region) {
        return !region.nodes().isEmpty()
                && alwaysThrows(region.nodes().get(region.nodes().size() - 1));
    }

    /** One region. */
    private final class Pieces {
        private final Region region;
        private final Map<Node, Run> runs = new IdentityHashMap<>();
        private final Set<Value> defined = Anywhere.identitySet();
        /** What the region defines and frames have. */
        private final Set<Value> framed = Anywhere.identitySet();
        /** What of it the region itself does not have. */
        private final Set<Value> hidden = Anywhere.identitySet();

        private final Rewriter loaded = new Rewriter();
        private final Block block = new Block(Origin.NONE);

        Pieces(Region region, int piece) {
            this.region = region;
            findConstants(region); // indices into frames are new
            region.nodes().forEach(node -> defined.addAll(node.results()));
            List<Run> inOrder = Runs.of(region, piece, size, Outlining::alwaysThrows);
            inOrder.forEach(run -> run.nodes.forEach(node -> runs.put(node, run)));
            findOut(inOrder);
            inOrder.stream().filter(run -> !run.returns()).forEach(run -> framed.addAll(run.out));
            hidden.addAll(framed);
        }

        private void findOut(List<Run> inOrder) {
            Map<Value, Run> definers = new IdentityHashMap<>();
            Set<Value> wanted = new LinkedHashSet<>(region.yields());
            for (Run run : inOrder) {
                run.defined.forEach(value -> definers.put(value, run));
                wanted.addAll(run.read);
            }
            region.nodes().stream()
                    .filter(node -> !runs.containsKey(node))
                    .forEach(node -> wanted.addAll(Run.read(List.of(node))));
            for (Value value : wanted) {
                Run run = definers.get(value);
                if (run != null) {
                    run.out.add(value);
                }
            }
        }

        Region rewritten() {
            Set<Run> done = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Node node : region.nodes()) {
                Run run = runs.get(node);
                if (run == null) {
                    Run.read(List.of(node)).forEach(this::takeOut);
                    block.append(loaded.rewrite(node));
                } else if (done.add(run)) {
                    call(run);
                }
            }
            region.yields().forEach(this::takeOut);
            return block.yielding(loaded.of(region.yields()));
        }

        private void takeOut(Value value) {
            if (hidden.remove(value)) {
                loaded.replace(value, frames.load(value, block));
            }
        }

        private void call(Run run) {
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
                } else if (isInFrame(value) || slots >= SLOTS && putIntoFrame(value)) {
                    arguments.add(frames.arrayFor(value));
                    known.replace(value, frames.load(value, inside));
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
                    node.results().stream().filter(run.out::contains).forEach(value -> {
                        frames.store(value, value, inside);
                        arguments.add(frames.arrayFor(value));
                    });
                }
            }
            append(run, inside, List.copyOf(arguments));
        }

        private boolean isInFrame(Value value) {
            // what the region itself defines may not have got there yet
            return framed.contains(value) || homes.contains(value) && !defined.contains(value);
        }

        /** What comes from outside of the region is stored where it is defined, so that a loop need not do it again and again. */
        private boolean putIntoFrame(Value value) {
            if (!Frames.canHold(value) || frames.isOne(value)) {
                return false;
            }
            if (defined.contains(value)) {
                frames.store(value, loaded.of(value), block);
                framed.add(value);
            } else {
                homes.add(value);
            }
            return true;
        }

        private void append(Run run, Block inside, List<Value> given) {
            List<Value> params = given.stream().map(Value::fresh).toList();
            Rewriter renamed = new Rewriter();
            for (int i = 0; i < given.size(); i++) {
                renamed.replace(given.get(i), params.get(i));
            }
            List<Value> yields = run.returns() ? List.copyOf(run.out) : List.of();
            String name = names.get();
            parts.add(new Part(name, params, renamed.rewrite(inside.yielding(yields))));
            Value result = run.returns() ? yields.get(0) : null;
            block.append(new Node.Invoke(result, Target.ofStatic("", name), given, false, Origin.NONE));
        }
    }
}
