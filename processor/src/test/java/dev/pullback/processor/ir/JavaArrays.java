package dev.pullback.processor.ir;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays of every type, with the exceptions that Java's own instructions throw (reflection's have no messages). */
final class JavaArrays {

    private JavaArrays() {}

    static int length(Object array) {
        return Array.getLength(nonNull(array));
    }

    static Object create(ArrayType type, int[] dimensions) {
        Type element = type;
        for (int i = 0; i < dimensions.length; i++) {
            element = ((ArrayType) element).element();
        }
        return Array.newInstance(JavaTypes.classOf(element), dimensions);
    }

    static Object load(Object array, int index) {
        check(nonNull(array), index);
        return Array.get(array, index);
    }

    static void store(Object array, int index, Object value) {
        check(nonNull(array), index);
        if (array instanceof Object[] references) {
            references[index] = value;
        } else {
            Array.set(array, index, value);
        }
    }

    private static Object nonNull(Object array) {
        if (array == null) {
            throw new NullPointerException();
        }
        return array;
    }

    private static void check(Object array, int index) {
        int length = Array.getLength(array);
        if (index < 0 || index >= length) {
            throw new ArrayIndexOutOfBoundsException("Index " + index + " out of bounds for length " + length);
        }
    }

    /** Executes a bulk operation; its result, or null. */
    static @Nullable Object bulk(Node.BulkKind kind, List<Object> operands) {
        Object array = nonNull(operands.get(0));
        switch (kind) {
            case CLONE:
                return clone(array);
            case COPY_OF:
                return copyOfRange(array, 0, (Integer) operands.get(1), true);
            case COPY_OF_RANGE:
                return copyOfRange(array, (Integer) operands.get(1), (Integer) operands.get(2), false);
            case ARRAYCOPY:
                System.arraycopy(array, (Integer) operands.get(1), operands.get(2), (Integer) operands.get(3), (Integer)
                        operands.get(4));
                return null;
            case FILL:
                fill(array, 0, length(array), operands.get(1));
                return null;
            case FILL_RANGE:
                fill(array, (Integer) operands.get(1), (Integer) operands.get(2), operands.get(3));
                return null;
        }
        throw new IllegalStateException("unknown kind " + kind);
    }

    private static Object clone(Object array) {
        int length = Array.getLength(array);
        Object clone = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, clone, 0, length);
        return clone;
    }

    private static Object copyOfRange(Object array, int from, int to, boolean all) {
        // the exceptions are those of the method, which differ between the two
        int[] positions = new int[Array.getLength(array)];
        int length = (all ? Arrays.copyOf(positions, to) : Arrays.copyOfRange(positions, from, to)).length;
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, from, copy, 0, Math.min(length, positions.length - from));
        return copy;
    }

    private static void fill(Object array, int from, int to, Object value) {
        Arrays.fill(new byte[Array.getLength(array)], from, to, (byte) 0);
        for (int i = from; i < to; i++) {
            store(array, i, value);
        }
    }

    /** How many elements an operation that succeeded has moved. */
    static int moved(Node.BulkKind kind, List<Object> operands) {
        return switch (kind) {
            case CLONE, FILL -> length(operands.get(0));
            case COPY_OF -> (Integer) operands.get(1);
            case COPY_OF_RANGE, FILL_RANGE -> (Integer) operands.get(2) - (Integer) operands.get(1);
            case ARRAYCOPY -> (Integer) operands.get(4);
        };
    }
}
