package dev.pullback.processor.libraries;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Arguments with which methods of libraries return something that has a derivative: drawn from some ranges, or from a table. */
final class Arguments {

    private static final int LENGTH = 4;

    /** Ranges that suit most functions: around one, probabilities, above one, both signs. */
    private static final double[][] RANGES = {{0.3, 1.7}, {0.05, 0.95}, {1.1, 4}, {-2, 2}};

    private final Map<String, Object[][]> table;

    /** @param table arguments by method as {@link #label} names it, for those that want others than are drawn */
    Arguments(Map<String, Object[][]> table) {
        this.table = table;
    }

    /** The sets of arguments that a method is checked with. */
    List<Object[]> of(Method method) {
        Object[][] known = table.get(label(method));
        if (known != null) {
            return Arrays.asList(known);
        }
        List<Object[]> sets = new ArrayList<>();
        Random random = new Random(label(method).hashCode());
        for (double[] range : RANGES) {
            sets.add(Arrays.stream(method.getParameterTypes())
                    .map(type -> drawn(type, range, random))
                    .toArray());
        }
        return sets;
    }

    /** Class, name and parameters: {@code Beta.logBeta(double,double)}. */
    static String label(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(
                        ",", method.getDeclaringClass().getSimpleName() + "." + method.getName() + "(", ")"));
    }

    private static Object drawn(Class<?> type, double[] range, Random random) {
        if (type.isArray()) {
            Class<?> element = type.getComponentType();
            Object array = Array.newInstance(element, LENGTH);
            IntStream.range(0, LENGTH)
                    .forEach(i -> Array.set(array, i, element == int.class ? i : drawn(element, range, random)));
            return array;
        }
        double number = range[0] + (range[1] - range[0]) * random.nextDouble();
        return switch (type.getName()) {
            case "double" -> number;
            case "float" -> (float) number;
            case "boolean" -> random.nextBoolean();
            case "char" -> 'c';
            case "byte" -> (byte) 2;
            case "short" -> (short) 2;
            case "int" -> 2;
            case "long" -> 2L;
            default -> throw new IllegalArgumentException("no arguments of " + type);
        };
    }
}
