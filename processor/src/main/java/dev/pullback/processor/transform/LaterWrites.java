package dev.pullback.processor.transform;

import dev.pullback.processor.analysis.Memory;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether an array that a call only reads may have other elements by the time its pullback reads them again: somebody writes it later in the
 * method, or in another iteration of a loop around the call, or gets hold of it after the method.
 */
final class LaterWrites {

    private record Place(int position, List<Node.Loop> loops) {}

    private record Write(Place place, Set<Memory.ArrayClass> arrays) {}

    private final Memory memory;
    private final List<Write> writes = new ArrayList<>();
    private final Map<Node, Place> calls = new IdentityHashMap<>();
    private final Set<Memory.ArrayClass> returned = Collections.newSetFromMap(new IdentityHashMap<>());
    private int position;

    private LaterWrites(Memory memory) {
        this.memory = memory;
    }

    static LaterWrites of(Function function, Memory memory) {
        LaterWrites later = new LaterWrites(memory);
        later.region(function.body(), List.of());
        function.body().yields().stream()
                .filter(value -> value.type() instanceof ArrayType)
                .forEach(value -> later.returned.addAll(later.memory.levels(value)));
        return later;
    }

    /** @param call a call of the function */
    boolean mayChange(Value array, Node.Call call) {
        List<Memory.ArrayClass> levels = memory.levels(array);
        for (Memory.ArrayClass level : levels) {
            boolean others = memory.isParameter(level) || returned.contains(level);
            if (memory.isForeign(level) || (others && memory.isWritten(level))) {
                return true;
            }
        }
        Place place = calls.get(call);
        if (place == null) {
            throw new IllegalStateException("a call of another function");
        }
        return writes.stream()
                .filter(write -> levels.stream().anyMatch(write.arrays::contains))
                .anyMatch(write -> write.place.position >= place.position || shareLoop(write.place, place));
    }

    private static boolean shareLoop(Place a, Place b) {
        // both are lists of loops from the outermost inwards
        return !a.loops.isEmpty() && !b.loops.isEmpty() && a.loops.get(0) == b.loops.get(0);
    }

    private void region(Region region, List<Node.Loop> loops) {
        for (Node node : region.nodes()) {
            position++;
            Place place = new Place(position, loops);
            Set<Memory.ArrayClass> written = writtenBy(node);
            if (!written.isEmpty()) {
                writes.add(new Write(place, written));
            }
            if (node instanceof Node.Call) {
                calls.put(node, place);
            }
            List<Node.Loop> inside = loops;
            if (node instanceof Node.Loop loop) {
                inside = new ArrayList<>(loops);
                inside.add(loop);
            }
            for (Region inner : node.regions()) {
                region(inner, inside);
            }
        }
    }

    private Set<Memory.ArrayClass> writtenBy(Node node) {
        Set<Memory.ArrayClass> written = Collections.newSetFromMap(new IdentityHashMap<>());
        if (node instanceof Node.Store store) {
            written.add(memory.classOf(store.array()));
        } else if (node instanceof Node.Bulk bulk && bulk.result() == null) {
            written.add(memory.classOf(bulk.operands().get(bulk.kind() == Node.BulkKind.ARRAYCOPY ? 2 : 0)));
        } else if (node instanceof Node.Call call) {
            call.callee()
                    .effects()
                    .written()
                    .forEach(k -> written.addAll(memory.levels(call.operands().get(k))));
        }
        return written;
    }
}
