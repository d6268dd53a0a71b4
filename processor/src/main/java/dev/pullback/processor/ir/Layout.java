package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which values of a list belong together: a record and the leaves that follow it, or a single value. */
public final class Layout {

    /**
     * A value that is given as such, and those that follow from it.
     *
     * @param index of the value itself
     * @param leaves indices of the leaves; empty for what is no record
     */
    public record Group(int index, Type type, List<Integer> leaves) {

        public Group {
            leaves = List.copyOf(leaves);
        }
    }

    private Layout() {}

    /** @param types of a record and its leaves, of another value, and so on */
    public static List<Group> of(List<Type> types) {
        List<Group> groups = new ArrayList<>();
        int at = 0;
        while (at < types.size()) {
            Type type = types.get(at);
            List<Integer> leaves = new ArrayList<>();
            int count = type instanceof RecordType record ? record.leaves().size() : 0;
            for (int i = at + 1; i <= at + count; i++) {
                leaves.add(i);
            }
            groups.add(new Group(at, type, leaves));
            at += 1 + count;
        }
        return groups;
    }

    /** The type and, for a record, the types of its leaves. */
    public static List<Type> flat(Type type) {
        List<Type> types = new ArrayList<>(List.of(type));
        if (type instanceof RecordType record) {
            record.leaves().forEach(leaf -> types.add(leaf.type()));
        }
        return Collections.unmodifiableList(types);
    }

    /** For the type and its leaves whether each carries a derivative that callers see. */
    public static List<Boolean> active(Type type) {
        List<Boolean> active = new ArrayList<>(List.of(type.differentiable()));
        if (type instanceof RecordType record) {
            record.leaves().forEach(leaf -> active.add(leaf.active()));
        }
        return Collections.unmodifiableList(active);
    }
}
