package dev.pullback.processor.transform;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A region of the forward or the reverse sweep while {@link Availability} works on it. */
final class Scope {

    final @Nullable Scope parent;
    final @Nullable Node owner;
    final int index;
    final Region region;
    final int depth;
    /** Whether it belongs to the reverse sweep. */
    final boolean later;

    /** What it retraces. */
    final List<Object> sources;

    final @Nullable Mirror mirror;

    /** Values that are defined here and wanted where this region is retraced. */
    final Set<Value> needed = new LinkedHashSet<>();

    /** Those of them, and of what they are computed from, that are kept. */
    final Set<Value> saved = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What brings earlier values back, executed first. */
    final List<Node> prologue = new ArrayList<>();

    /** What earlier values are called here. */
    final Map<Value, Value> restored = new IdentityHashMap<>();

    Scope(
            @Nullable Scope parent,
            @Nullable Node owner,
            int index,
            Region region,
            boolean later,
            @Nullable Mirror mirror) {
        this.parent = parent;
        this.owner = owner;
        this.index = index;
        this.region = region;
        this.later = later;
        this.mirror = mirror;
        this.sources = mirror == null ? List.of() : mirror.sources(index);
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    boolean encloses(Scope other) {
        Scope at = other;
        while (at != null) {
            if (at == this) {
                return true;
            }
            at = at.parent;
        }
        return false;
    }

    boolean isLoopBody() {
        return owner instanceof Node.Loop && index == 1;
    }
}
