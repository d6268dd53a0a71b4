package dev.pullback.processor.transform;

import dev.pullback.processor.analysis.Memory;
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
import org.jspecify.annotations.Nullable;

/**
 * Whether an array that a call only reads may have other elements by the time its pullback reads them again: somebody writes it later in the
 * method, or in another iteration of a loop around the call, or gets hold of it after the method.
 */
final class LaterWrites {

    private record Place(int position, List<Node.Loop> loops) {}

    private record Write(Place place, Set<Memory.ArrayClass> arrays) {}

    private final Memory memory;
    private final List<Write> writes = new ArrayList<>();

    /** Those that may replace rows: a call that does is refused. */
    private final List<Write> moves = new ArrayList<>();

    private final Map<Node, Place> calls = new IdentityHashMap<>();
    private final Map<Value, List<Node.Loop>> allocations = new IdentityHashMap<>();
    private int position;

    private LaterWrites(Memory memory) {
        this.memory = memory;
    }

    static LaterWrites of(Function function, Memory memory) {
        LaterWrites later = new LaterWrites(memory);
        later.region(function.body(), List.of());
        return later;
    }

    /** @param call a call of the function */
    boolean mayChange(Value array, Node.Call call) {
        List<Memory.ArrayClass> levels = memory.levels(array);
        for (Memory.ArrayClass level : levels) {
            // an argument that is only read stays what it is, returned or not
            boolean others = memory.isParameter(level) ? memory.isWritten(level) : memory.isHandedOut(level);
            if (memory.isForeign(level) || memory.isMoved(level) || others) {
                return true;
            }
        }
        return isWrittenAfter(levels, call);
    }

    /** Whether rows of the array are replaced after the call, so that its shadow has other rows when the call is reversed. */
    boolean mayMoveRows(Value array, Node.Call call) {
        List<Memory.ArrayClass> levels = memory.levels(array);
        List<Memory.ArrayClass> rows = levels.subList(0, levels.size() - 1);
        Place place = placeOf(call);
        List<Node.Loop> made = allocations.get(array);
        return moves.stream()
                .filter(write -> rows.stream().anyMatch(write.arrays::contains))
                .anyMatch(write -> write.place.position >= place.position
                        || (shareLoop(write.place, place) && !isNewIn(made, write.place, place)));
    }

    /** Whether each iteration of the loops around both places has an array of its own. */
    private static boolean isNewIn(@Nullable List<Node.Loop> made, Place a, Place b) {
        for (int i = 0; i < Math.min(a.loops.size(), b.loops.size()) && a.loops.get(i) == b.loops.get(i); i++) {
            if (made == null || i >= made.size() || made.get(i) != a.loops.get(i)) {
                return false;
            }
        }
        return true;
    }

    private Place placeOf(Node.Call call) {
        Place place = calls.get(call);
        if (place == null) {
            throw new IllegalStateException("a call of another function");
        }
        return place;
    }

    private boolean isWrittenAfter(List<Memory.ArrayClass> levels, Node.Call call) {
        Place place = placeOf(call);
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
                Write write = new Write(place, written);
                writes.add(write);
                if (!(node instanceof Node.Call)) {
                    moves.add(write);
                }
            }
            if (node instanceof Node.NewArray || node instanceof Node.Bulk) {
                node.results().forEach(result -> allocations.put(result, loops));
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
