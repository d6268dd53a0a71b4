package dev.pullback;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** The checks at the entry of generated derivatives. */
public final class Arguments {

    private Arguments() {}

    /**
     * Requires that two arguments, one of which is written, share no array: they are not the same, neither is a row of the other, and they have
     * no row in common.
     *
     * @throws IllegalArgumentException if they do, naming both
     */
    public static void requireDistinct(String nameA, Object a, String nameB, Object b) {
        if (a != null && b != null && shareAnArray(a, b)) {
            throw new IllegalArgumentException(nameA + " and " + nameB + " share an array, and one of them is written");
        }
    }

    private static boolean shareAnArray(Object a, Object b) {
        if (!(a instanceof Object[])) {
            return isOrContains(b, a);
        }
        if (a == b || !(b instanceof Object[])) {
            return isOrContains(a, b);
        }
        Set<Object> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(a, arrays);
        return meets(b, arrays);
    }

    private static boolean isOrContains(Object array, Object sought) {
        if (array == sought) {
            return true;
        }
        if (array instanceof Object[] rows) {
            for (Object row : rows) {
                if (isOrContains(row, sought)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void collect(Object array, Set<Object> into) {
        if (!isArray(array)) {
            return;
        }
        into.add(array);
        if (array instanceof Object[] rows) {
            for (Object row : rows) {
                collect(row, into);
            }
        }
    }

    private static boolean meets(Object array, Set<Object> arrays) {
        if (!isArray(array)) {
            return false;
        }
        if (arrays.contains(array)) {
            return true;
        }
        if (array instanceof Object[] rows) {
            for (Object row : rows) {
                if (meets(row, arrays)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** False for null, and for what an array of another type than numbers holds: two arrays may hold the same string. */
    private static boolean isArray(Object object) {
        return object != null && object.getClass().isArray();
    }

    /**
     * Requires that no row occurs twice in an array that is written.
     *
     * @throws IllegalArgumentException if one does
     */
    public static void requireDistinctRows(String name, Object[] array) {
        if (array != null) {
            requireNew(name, array, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
    }

    private static void requireNew(String name, Object[] rows, Set<Object> seen) {
        for (Object row : rows) {
            if (isArray(row) && !seen.add(row)) {
                throw new IllegalArgumentException("a row occurs twice in " + name + ", which is written");
            }
            if (row instanceof Object[] inner) {
                requireNew(name, inner, seen);
            }
        }
    }

    /**
     * Requires that an array has the shape of another: the same lengths, null where that is null.
     *
     * @throws IllegalArgumentException if it has not, naming both
     */
    public static void requireShape(String name, Object array, String of, Object like) {
        if (!hasShape(array, like)) {
            throw new IllegalArgumentException(difference(name, array, of, like));
        }
    }

    private static boolean hasShape(Object array, Object like) {
        if (lengthOf(array) != lengthOf(like)) {
            return false;
        }
        if (array instanceof Object[] rows && like instanceof Object[] likeRows) {
            for (int i = 0; i < rows.length; i++) {
                if (!hasShape(rows[i], likeRows[i])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Where two arrays of different shapes differ first. Apart from the comparison, so that equal shapes cost no text. */
    private static String difference(String name, Object array, String of, Object like) {
        if (lengthOf(array) == lengthOf(like) && array instanceof Object[] rows && like instanceof Object[] likeRows) {
            for (int i = 0; i < rows.length; i++) {
                if (!hasShape(rows[i], likeRows[i])) {
                    return difference(name + "[" + i + "]", rows[i], of + "[" + i + "]", likeRows[i]);
                }
            }
        }
        return name + " " + words(lengthOf(array)) + ", " + of + " " + words(lengthOf(like));
    }

    /**
     * Requires that an array that is to be overwritten has the shape of another and is not that other.
     *
     * @throws IllegalArgumentException if that does not hold, naming both
     */
    public static void requireTarget(String name, Object target, String of, Object like) {
        requireShape(name, target, of, like);
        requireDistinct(name, target, of, like);
    }

    /**
     * Requires that an array has a length that was noted before by {@link #lengthOf}.
     *
     * @throws IllegalArgumentException if it has not
     */
    public static void requireLength(String name, Object array, int length) {
        if (lengthOf(array) != length) {
            String expected = length < 0 ? "be null" : "have length " + length;
            throw new IllegalArgumentException(name + " " + words(lengthOf(array)) + ", it must " + expected);
        }
    }

    /** The length of an array, -1 for null. */
    public static int lengthOf(Object array) {
        return array == null ? -1 : java.lang.reflect.Array.getLength(array);
    }

    private static String words(int length) {
        return length < 0 ? "is null" : "has length " + length;
    }
}
