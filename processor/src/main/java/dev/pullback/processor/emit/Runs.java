package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Cuts the nodes of a region into runs of about one size, where few values are handed on from one to the next. */
final class Runs {

    /** What is not worth a method. */
    private static final int SMALL = 200;

    private final List<Node> nodes;
    private final int largest;
    private final CodeSize size;
    private final Predicate<Node> stays;
    private final Map<Value, Integer> lastReads = new IdentityHashMap<>();
    private final List<Run> runs = new ArrayList<>();

    private Runs(Region region, int largest, CodeSize size, Predicate<Node> stays) {
        this.nodes = region.nodes();
        this.largest = largest;
        this.size = size;
        this.stays = stays;
        for (int i = 0; i < nodes.size(); i++) {
            int place = i;
            Run.read(List.of(nodes.get(i))).forEach(value -> lastReads.put(value, place));
        }
        region.yields().forEach(value -> lastReads.put(value, nodes.size()));
    }

    /**
     * The runs, in order.
     *
     * @param largest bytes of bytecode that the method of a run may have
     * @param stays whether a node cannot be moved into another method
     */
    static List<Run> of(Region region, int largest, CodeSize size, Predicate<Node> stays) {
        Runs runs = new Runs(region, largest, size, stays);
        int start = 0;
        while (start < runs.nodes.size()) {
            int end = runs.end(start);
            runs.add(start, end);
            start = end;
        }
        return runs.runs;
    }

    private void add(int start, int end) {
        List<Node> own = nodes.subList(start, end).stream()
                .filter(node -> !(node instanceof Node.Const))
                .toList();
        boolean handsOn = own.stream()
                .flatMap(node -> node.results().stream())
                .anyMatch(result -> !Frames.canHold(result) && lastRead(result) >= end);
        if (own.stream().mapToInt(size::of).sum() > SMALL
                && !handsOn
                && own.stream().noneMatch(stays)) {
            runs.add(new Run(own));
        }
    }

    private int lastRead(Value value) {
        return lastReads.getOrDefault(value, -1);
    }

    /** Loops are where the time goes: each by itself is compiled the sooner. */
    private boolean isAlone(Node node) {
        return stays.test(node) || node instanceof Node.Loop && size.of(node) > SMALL;
    }

    /** Where a run ends that starts there: where the fewest values come out, in the second half of what there is room for. */
    private int end(int start) {
        if (isAlone(nodes.get(start))) {
            return start + 1;
        }
        Alive alive = new Alive();
        Set<Value> inside = Anywhere.identitySet();
        int best = start + 1;
        int fewest = Integer.MAX_VALUE;
        int bytes = 0;
        for (int i = start; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (isAlone(node)) {
                return alive.canAllBeHeld() ? i : best;
            } else if (node instanceof Node.Const) {
                continue;
            }
            bytes += size.of(node);
            for (Value value : Run.read(List.of(node))) {
                bytes += inside.add(value) ? CodeSize.FRAMED : 0;
            }
            inside.addAll(node.results());
            alive.pass(i);
            int all = bytes + CodeSize.FRAMED * alive.count;
            if (all > largest) {
                return best;
            } else if (alive.canAllBeHeld() && (all <= largest / 2 || alive.count <= fewest)) {
                best = i + 1;
                fewest = alive.count;
            }
        }
        return nodes.size();
    }

    /** The values that a run has defined so far and others still read. */
    private final class Alive {
        private final Map<Integer, List<Value>> lastReadAt = new HashMap<>();
        private int count;
        private int withoutFrame;

        void pass(int place) {
            for (Value result : nodes.get(place).results()) {
                if (lastRead(result) > place) {
                    lastReadAt
                            .computeIfAbsent(lastRead(result), at -> new ArrayList<>())
                            .add(result);
                    add(result, 1);
                }
            }
            lastReadAt.getOrDefault(place, List.of()).forEach(value -> add(value, -1));
        }

        private void add(Value value, int sign) {
            count += sign;
            withoutFrame += Frames.canHold(value) ? 0 : sign;
        }

        boolean canAllBeHeld() {
            return withoutFrame == 0;
        }
    }
}
