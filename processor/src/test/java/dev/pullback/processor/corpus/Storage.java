package dev.pullback.processor.corpus;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Arguments as storage: copies that keep sharing (two parameters that are one array, rows that are one row), the real
 * numbers in them, and comparison to the last bit.
 */
final class Storage {
    private Storage() {}

    /** One real number in the arguments: an element of an array, or a scalar argument. */
    record Slot(Object array, int index) {
        double get() {
            return ((Number) Array.get(array, index)).doubleValue();
        }

        /** Writes the number, rounded to {@code float} where one is held. */
        void set(double value) {
            boolean single =
                    array instanceof Object[] scalars ? scalars[index] instanceof Float : array instanceof float[];
            if (single) {
                Array.set(array, index, (float) value);
            } else {
                Array.set(array, index, value);
            }
        }
    }

    static boolean isReal(Class<?> type) {
        if (Opened.fits(type)) {
            return Opened.active(type).length > 0;
        }
        Class<?> leaf = leaf(type);
        return leaf == double.class || leaf == float.class;
    }

    static boolean isSingle(Class<?> type) {
        if (Opened.fits(type)) {
            return Arrays.stream(Opened.active(type)).anyMatch(k -> isSingle(type.getRecordComponents()[k].getType()));
        }
        return leaf(type) == float.class;
    }

    private static Class<?> leaf(Class<?> type) {
        return type.isArray() ? leaf(type.getComponentType()) : type;
    }

    static Object[] copy(Object[] arguments) {
        return (Object[]) copy(arguments, new IdentityHashMap<>());
    }

    static Object copy(Object value) {
        return copy(value, new IdentityHashMap<>());
    }

    private static Object copy(Object value, Map<Object, Object> copies) {
        if (value instanceof Opened opened) {
            return new Opened(
                    opened.type(),
                    Arrays.stream(opened.components())
                            .map(component -> copy(component, copies))
                            .toArray());
        }
        if (value == null || !value.getClass().isArray()) {
            return value;
        }
        Object known = copies.get(value);
        if (known != null) {
            return known;
        }
        int length = Array.getLength(value);
        Object copy = Array.newInstance(value.getClass().getComponentType(), length);
        copies.put(value, copy);
        for (int i = 0; i < length; i++) {
            Array.set(copy, i, copy(Array.get(value, i), copies));
        }
        return copy;
    }

    /** The real numbers of some arguments in order, a shared array once for each place it appears at. */
    static List<Slot> slots(Object[] arguments, int... which) {
        List<Slot> slots = new ArrayList<>();
        for (int k : which) {
            if (k < Opened.INSIDE) {
                collect(arguments, k, slots);
            } else {
                slots.addAll(slots(Opened.at(arguments, k)));
            }
        }
        return slots;
    }

    /** The real numbers in a value: a boxed scalar or an array. */
    static List<Slot> slots(Object value) {
        return slots(new Object[] {value}, 0);
    }

    private static void collect(Object[] holder, int index, List<Slot> slots) {
        Object value = holder[index];
        if (value instanceof Double || value instanceof Float) {
            slots.add(new Slot(holder, index));
        } else if (value instanceof Opened opened) {
            for (int k : opened.active()) {
                collect(opened.components(), k, slots);
            }
        } else if (value instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                collect(rows, i, slots);
            }
        } else if (value instanceof double[] || value instanceof float[]) {
            for (int i = 0; i < Array.getLength(value); i++) {
                slots.add(new Slot(value, i));
            }
        }
    }

    static double[] numbers(List<Slot> slots) {
        return slots.stream().mapToDouble(Slot::get).toArray();
    }

    static double[] numbers(Object value) {
        return numbers(slots(value));
    }

    /** For each slot the first slot that is the same storage. */
    static int[] cells(List<Slot> slots) {
        Map<Object, Map<Integer, Integer>> first = new IdentityHashMap<>();
        int[] cells = new int[slots.size()];
        for (int k = 0; k < cells.length; k++) {
            Slot slot = slots.get(k);
            Integer known =
                    first.computeIfAbsent(slot.array(), a -> new HashMap<>()).putIfAbsent(slot.index(), k);
            cells[k] = known == null ? k : known;
        }
        return cells;
    }

    /** All arrays that can be reached, each once, in order of first appearance. */
    static List<Object> arrays(Object value) {
        List<Object> arrays = new ArrayList<>();
        reach(value, Collections.newSetFromMap(new IdentityHashMap<>()), arrays);
        return arrays;
    }

    private static void reach(Object value, Set<Object> seen, List<Object> arrays) {
        if (value instanceof Opened opened) {
            for (Object component : opened.components()) {
                reach(component, seen, arrays);
            }
        }
        if (value == null || !value.getClass().isArray() || !seen.add(value)) {
            return;
        }
        arrays.add(value);
        if (value instanceof Object[] rows) {
            for (Object row : rows) {
                reach(row, seen, arrays);
            }
        }
    }

    /**
     * Which of {@code known} each array reachable from {@code value} is, -1 for another one: equal lists mean that
     * references were moved alike.
     */
    static List<Integer> references(Object value, List<Object> known) {
        List<Integer> references = new ArrayList<>();
        refer(value, known, references);
        return references;
    }

    private static void refer(Object value, List<Object> known, List<Integer> references) {
        if (value instanceof Opened opened) {
            for (Object component : opened.components()) {
                refer(component, known, references);
            }
        }
        if (value == null || !value.getClass().isArray()) {
            return;
        }
        int found = -1;
        for (int k = 0; k < known.size(); k++) {
            found = known.get(k) == value ? k : found;
        }
        references.add(found);
        if (value instanceof Object[] rows) {
            for (Object row : rows) {
                refer(row, known, references);
            }
        }
    }

    /** Overwrites everything with numbers that no derivative contains, and indices that no array has. */
    static void scribble(Object value) {
        if (value instanceof Opened opened) {
            scribble(opened.components());
        } else if (value instanceof double[] doubles) {
            Arrays.fill(doubles, 1e30);
        } else if (value instanceof float[] floats) {
            Arrays.fill(floats, 1e30f);
        } else if (value instanceof int[] ints) {
            Arrays.fill(ints, Integer.MAX_VALUE);
        } else if (value instanceof Object[] rows) {
            for (Object row : rows) {
                scribble(row);
            }
        }
    }

    /** Fresh arrays of the same shapes, nothing shared, filled with the given numbers in order. */
    static Object filled(Object like, double[] numbers) {
        return filled(like, numbers, new int[1]);
    }

    private static Object filled(Object like, double[] numbers, int[] next) {
        if (like instanceof Double) {
            return numbers[next[0]++];
        }
        if (like instanceof Float) {
            return (float) numbers[next[0]++];
        }
        if (like instanceof Opened opened) {
            Object[] components = copy(opened.components());
            for (int k : opened.active()) {
                components[k] = filled(components[k], numbers, next);
            }
            return new Opened(opened.type(), components);
        }
        if (like == null || !like.getClass().isArray()) {
            return like;
        }
        int length = Array.getLength(like);
        Object filled = Array.newInstance(like.getClass().getComponentType(), length);
        for (int i = 0; i < length; i++) {
            Array.set(filled, i, filled(Array.get(like, i), numbers, next));
        }
        return filled;
    }

    /** Equal to the last bit; both zeros differ, all NaNs are equal. */
    static boolean same(Object a, Object b) {
        return Arrays.deepEquals(new Object[] {a}, new Object[] {b});
    }

    /** Same class, same lengths, null where null. */
    static boolean sameShape(Object a, Object b) {
        if (a == null || b == null) {
            return a == b;
        }
        if (a.getClass() != b.getClass()) {
            return false;
        }
        if (a instanceof Opened first && b instanceof Opened second) {
            return sameShape(activeOf(first), activeOf(second));
        }
        if (!a.getClass().isArray()) {
            return true;
        }
        int length = Array.getLength(a);
        if (length != Array.getLength(b)) {
            return false;
        }
        for (int i = 0; a instanceof Object[] && i < length; i++) {
            if (!sameShape(Array.get(a, i), Array.get(b, i))) {
                return false;
            }
        }
        return true;
    }

    private static Object[] activeOf(Opened record) {
        return Arrays.stream(record.active())
                .mapToObj(k -> record.components()[k])
                .toArray();
    }

    static String show(Object value) {
        String text = Arrays.deepToString(new Object[] {value});
        text = text.substring(1, text.length() - 1);
        return text.length() > 300 ? text.substring(0, 300) + "..." : text;
    }
}
