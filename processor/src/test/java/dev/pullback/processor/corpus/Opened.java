package dev.pullback.processor.corpus;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A differentiable record, or one of tangents, with its components in hand, so that checks can change them. Arguments, tangents and results
 * are handled in this form; {@link #invoke} makes records of them where a method is called.
 */
record Opened(Class<?> type, Object[] components) {

    /** The argument k is at place k; the piece p of a record that is argument k is at place {@code k + (p + 1) * INSIDE}. */
    static final int INSIDE = 1000;

    static boolean fits(Class<?> type) {
        return type.isRecord() && (type.getSimpleName().endsWith("Tangent") || has(type.getAnnotations()));
    }

    private static boolean has(Annotation... annotations) {
        return Arrays.stream(annotations)
                .anyMatch(a -> a.annotationType().getSimpleName().equals("Differentiable"));
    }

    /** Indices of the components that are, or hold, real numbers that are differentiated. */
    static int[] active(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return IntStream.range(0, components.length)
                .filter(k -> Storage.isReal(components[k].getType())
                        && Arrays.stream(components[k].getAnnotations())
                                .noneMatch(
                                        a -> a.annotationType().getSimpleName().equals("Constant")))
                .toArray();
    }

    int[] active() {
        return active(type);
    }

    /** The value, opened if it is such a record. */
    static Object of(Object value) {
        if (value == null || !fits(value.getClass())) {
            return value;
        }
        return new Opened(value.getClass(), componentsOf(value));
    }

    static Object[] all(Object[] values) {
        return Arrays.stream(values).map(Opened::of).toArray();
    }

    /** The value itself, or what is active in a record, in order. */
    static List<Object> pieces(Object... values) {
        List<Object> pieces = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Opened opened) {
                for (int k : opened.active()) {
                    pieces.addAll(pieces(new Object[] {opened.components[k]}));
                }
            } else {
                pieces.add(value);
            }
        }
        return pieces;
    }

    static Object at(Object[] arguments, int place) {
        Object argument = arguments[place % INSIDE];
        return place < INSIDE ? argument : pieces(argument).get(place / INSIDE - 1);
    }

    /** What the pieces of a variable are called in generated code. */
    static List<String> names(String variable, Class<?> type) {
        if (!fits(type)) {
            return List.of(variable);
        }
        List<String> names = new ArrayList<>();
        for (int k : active(type)) {
            RecordComponent component = type.getRecordComponents()[k];
            String name = component.getName();
            names.addAll(
                    names(variable + Character.toUpperCase(name.charAt(0)) + name.substring(1), component.getType()));
        }
        return names;
    }

    static Object[] componentsOf(Object record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int k = 0; k < values.length; k++) {
            Method accessor = components[k].getAccessor();
            accessor.setAccessible(true);
            try {
                values[k] = of(accessor.invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }
        return values;
    }

    /** The class of the tangents of what has a type. */
    static Class<?> tangent(Class<?> type) {
        if (!fits(type) || type.getSimpleName().endsWith("Tangent")) {
            return type;
        }
        String nested = type.getName().substring(type.getPackageName().length());
        try {
            String name = type.getPackageName() + nested.replace('$', '_') + "Tangent";
            return Class.forName(name, true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Calls a method with records made of what is opened, and opens what it returns. */
    static Object invoke(Method method, Object receiver, Object... arguments)
            throws IllegalAccessException, InvocationTargetException {
        Class<?>[] types = method.getParameterTypes();
        Object[] given = new Object[arguments.length];
        for (int k = 0; k < given.length; k++) {
            given[k] = closed(arguments[k], types[k]);
        }
        return of(method.invoke(receiver, given));
    }

    private static Object closed(Object value, Class<?> wanted) {
        return value instanceof Opened opened ? opened.closed(wanted) : value;
    }

    /** The record, or, if that is what is wanted, one of tangents with its active components. */
    private Object closed(Class<?> wanted) {
        int[] taken = wanted == type ? IntStream.range(0, components.length).toArray() : active();
        RecordComponent[] declared = wanted.getRecordComponents();
        Class<?>[] types = Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[taken.length];
        for (int k = 0; k < taken.length; k++) {
            values[k] = closed(components[taken[k]], types[k]);
        }
        try {
            Constructor<?> constructor = wanted.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e + " for " + Storage.show(values), e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Opened opened
                && type == opened.type
                && Arrays.deepEquals(components, opened.components);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(components);
    }

    @Override
    public String toString() {
        return type.getSimpleName() + Arrays.deepToString(components);
    }
}
