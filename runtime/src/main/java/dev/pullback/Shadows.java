package dev.pullback;

import java.lang.reflect.Array;

/**
 * Shadows: arrays of the same shape as another array that hold its cotangent or tangent. Null where the array is null, jagged where it is
 * jagged. A row that occurs twice in an array gets two shadows, one for each place.
 *
 * <p>The methods for {@code T[]} take arrays of any rank of {@code double} or {@code float}; elements of other types are refused with an
 * {@link IllegalArgumentException}.
 */
public final class Shadows {

    private Shadows() {}

    /** Zeros in the shape of the array. */
    public static double[] zerosLike(double[] array) {
        return array == null ? null : new double[array.length];
    }

    /** As {@link #zerosLike(double[])}. */
    public static float[] zerosLike(float[] array) {
        return array == null ? null : new float[array.length];
    }

    /** As {@link #zerosLike(double[])}, row by row. */
    public static <T> T[] zerosLike(T[] array) {
        if (array == null) {
            return null;
        }
        T[] zeros = emptyLike(array);
        for (int i = 0; i < array.length; i++) {
            zeros[i] = sameType(array[i], zerosLikeAny(array[i]));
        }
        return zeros;
    }

    private static Object zerosLikeAny(Object array) {
        if (array instanceof double[] row) {
            return zerosLike(row);
        } else if (array instanceof float[] row) {
            return zerosLike(row);
        } else if (array instanceof Object[] rows) {
            return zerosLike(rows);
        } else if (array == null) {
            return null;
        }
        throw notReal(array);
    }

    /** A copy. */
    public static double[] copyOf(double[] array) {
        return array == null ? null : array.clone();
    }

    /** As {@link #copyOf(double[])}. */
    public static float[] copyOf(float[] array) {
        return array == null ? null : array.clone();
    }

    /** A deep copy: the rows are copied too. */
    public static <T> T[] copyOf(T[] array) {
        if (array == null) {
            return null;
        }
        T[] copy = emptyLike(array);
        for (int i = 0; i < array.length; i++) {
            copy[i] = sameType(array[i], copyOfAny(array[i]));
        }
        return copy;
    }

    private static Object copyOfAny(Object array) {
        if (array instanceof double[] row) {
            return copyOf(row);
        } else if (array instanceof float[] row) {
            return copyOf(row);
        } else if (array instanceof Object[] rows) {
            return copyOf(rows);
        } else if (array == null) {
            return null;
        }
        throw notReal(array);
    }

    /**
     * {@code target += source}, element by element. A null source adds nothing.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static void add(double[] target, double[] source) {
        if (source == null) {
            return;
        }
        requireLength(target == null ? -1 : target.length, source.length);
        for (int i = 0; i < source.length; i++) {
            target[i] += source[i];
        }
    }

    /** As {@link #add(double[], double[])}. */
    public static void add(float[] target, float[] source) {
        if (source == null) {
            return;
        }
        requireLength(target == null ? -1 : target.length, source.length);
        for (int i = 0; i < source.length; i++) {
            target[i] += source[i];
        }
    }

    /** As {@link #add(double[], double[])}, row by row. */
    public static <T> void add(T[] target, T[] source) {
        if (source == null) {
            return;
        }
        requireLength(target == null ? -1 : target.length, source.length);
        for (int i = 0; i < source.length; i++) {
            addAny(target[i], source[i]);
        }
    }

    private static void addAny(Object target, Object source) {
        if (source instanceof double[] row) {
            add((double[]) target, row);
        } else if (source instanceof float[] row) {
            add((float[]) target, row);
        } else if (source instanceof Object[] rows) {
            add((Object[]) target, rows);
        } else if (source != null) {
            throw notReal(source);
        }
    }

    private static void requireLength(int target, int source) {
        if (target != source) {
            throw new IllegalArgumentException(
                    target < 0
                            ? "the cotangent of a null array has length " + source
                            : "a cotangent has length " + source + ", its array has " + target);
        }
    }

    /** A copy that has the same arrays of numbers as its rows: the arrays of arrays above them are copied, at any depth. */
    public static <T> T[] sameRows(T[] array) {
        if (array == null) {
            return null;
        }
        T[] copy = array.clone();
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] instanceof Object[] rows) {
                copy[i] = sameType(copy[i], sameRows(rows));
            }
        }
        return copy;
    }

    /** Puts the rows of one array into another of the same length, in place of the rows that it has. */
    public static <T> void replaceRows(T[] target, T[] rows) {
        if (rows != null) {
            requireLength(target == null ? -1 : target.length, rows.length);
            System.arraycopy(rows, 0, target, 0, rows.length);
        }
    }

    /** Sets every element to zero. */
    public static void clear(double[] array) {
        if (array != null) {
            java.util.Arrays.fill(array, 0);
        }
    }

    /** Sets every element to zero. */
    public static void clear(float[] array) {
        if (array != null) {
            java.util.Arrays.fill(array, 0);
        }
    }

    /** Sets every element of every row to zero. */
    public static <T> void clear(T[] array) {
        if (array == null) {
            return;
        }
        for (T row : array) {
            if (row instanceof double[] reals) {
                clear(reals);
            } else if (row instanceof float[] reals) {
                clear(reals);
            } else if (row instanceof Object[] rows) {
                clear(rows);
            } else if (row != null) {
                throw notReal(row);
            }
        }
    }

    @SuppressWarnings("unchecked") // an array of the component type of a T[]
    private static <T> T[] emptyLike(T[] array) {
        return (T[]) Array.newInstance(array.getClass().getComponentType(), array.length);
    }

    @SuppressWarnings({"unchecked", "unused"}) // the shadow of a T is a T
    private static <T> T sameType(T like, Object shadow) {
        return (T) shadow;
    }

    private static IllegalArgumentException notReal(Object array) {
        return new IllegalArgumentException(
                "not an array of double or float: " + array.getClass().getTypeName());
    }
}
