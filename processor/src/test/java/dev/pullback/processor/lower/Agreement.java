package dev.pullback.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Printer;
import dev.pullback.processor.ir.Verifier;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Checks that a method and what it was lowered to do the same: results and arrays to the last bit, and exceptions. */
final class Agreement {

    private static final double[] NUMBERS = {0.0, -0.0, 1, 2, -1, 0.3, 1.7, -2.5, 3.75, 100, 1e-3, Double.NaN, 1e300};

    private final Random random;

    Agreement(long seed) {
        random = new Random(seed);
    }

    /** What a call left behind, as text in which different bits are different. */
    private record Outcome(String result, String arguments, String exception) {}

    /** @return how many calls came to an end without an exception */
    static int check(Compilation compilation, String className, int calls) throws Exception {
        int dot = className.lastIndexOf('.');
        String lowered = className.substring(dot + 1) + "Lowered";
        for (String name : compilation.functions().keySet()) {
            List<?> reports =
                    compilation.problems(name.substring(0, name.indexOf('('))).reports();
            assertEquals(List.of(), reports, name);
        }
        compilation.functions().forEach((name, function) -> {
            try {
                Verifier.verify(function);
            } catch (IllegalStateException e) {
                throw new AssertionError(name + "\n" + Printer.print(function), e);
            }
        });
        compilation.add(
                className + "Lowered",
                PlainJava.of(
                        className.substring(0, dot),
                        lowered,
                        compilation.functions().values()));
        Class<?> primal = compilation.loader().loadClass(className);
        Class<?> copy = primal.getClassLoader().loadClass(className + "Lowered");
        int normal = 0;
        for (Method method : primal.getDeclaredMethods()) {
            if (!method.isSynthetic()) {
                method.setAccessible(true);
                Method other = copy.getDeclaredMethod(method.getName(), method.getParameterTypes());
                other.setAccessible(true);
                Function function = compilation.functions().entrySet().stream()
                        .filter(e -> e.getKey().startsWith(method.getName() + "("))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
                normal += new Agreement(method.getName().hashCode()).check(method, other, calls, function);
            }
        }
        return normal;
    }

    private int check(Method method, Method lowered, int calls, Function function) throws Exception {
        int normal = 0;
        for (int i = 0; i < calls; i++) {
            long seed = random.nextLong();
            Outcome expected = call(method, draw(method, new Random(seed)));
            Outcome actual = call(lowered, draw(method, new Random(seed)));
            assertEquals(
                    expected,
                    actual,
                    () -> method + " of " + show(draw(method, new Random(seed))) + "\n" + Printer.print(function));
            normal += expected.exception().isEmpty() ? 1 : 0;
        }
        return normal;
    }

    private static Outcome call(Method method, Object[] arguments) throws Exception {
        try {
            Object result = method.invoke(null, arguments);
            return new Outcome(show(result), show(arguments), "");
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            // the message of the virtual machine's own speaks of variables
            String message = cause instanceof NullPointerException ? "" : ": " + cause.getMessage();
            return new Outcome("", show(arguments), cause.getClass() + message);
        }
    }

    private static Object[] draw(Method method, Random random) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> draw(type, random, 3))
                .toArray();
    }

    private static Object draw(Class<?> type, Random random, int most) {
        if (type == double.class) {
            return NUMBERS[random.nextInt(NUMBERS.length)];
        } else if (type == float.class) {
            return (float) NUMBERS[random.nextInt(NUMBERS.length)];
        } else if (type == int.class || type == Integer.class) {
            return random.nextInt(10) - 2;
        } else if (type == long.class) {
            return random.nextInt(5) == 0 ? random.nextLong() : random.nextInt(9) - 2L;
        } else if (type == byte.class) {
            return (byte) random.nextInt(256);
        } else if (type == short.class) {
            return (short) random.nextInt(65536);
        } else if (type == char.class) {
            return (char) ('a' + random.nextInt(6));
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == String.class || type == Object.class || type == CharSequence.class) {
            return List.of("one", "two", "three", "", "x").get(random.nextInt(5));
        } else if (type == Double.class) {
            return NUMBERS[random.nextInt(NUMBERS.length)];
        } else if (type == StringBuilder.class) {
            return new StringBuilder();
        } else if (type == List.class || type == Iterable.class) {
            List<Integer> list = new ArrayList<>();
            random.ints(random.nextInt(5), 0, 9).forEach(list::add);
            return list;
        } else if (type.isEnum()) {
            int index = random.nextInt(type.getEnumConstants().length + 1);
            return index == type.getEnumConstants().length ? null : type.getEnumConstants()[index];
        } else if (type.isArray()) {
            if (random.nextInt(25) == 0) {
                return null;
            }
            int length = random.nextInt(6) == 0 ? random.nextInt(4) : 4 + random.nextInt(most);
            Object array = Array.newInstance(type.getComponentType(), length);
            for (int i = 0; i < length; i++) {
                Array.set(array, i, draw(type.getComponentType(), random, most));
            }
            return array;
        }
        throw new IllegalArgumentException("no argument of " + type);
    }

    static String show(Object value) {
        if (value instanceof Double d) {
            return Long.toHexString(Double.doubleToLongBits(d)) + "=" + d;
        } else if (value instanceof Float f) {
            return Integer.toHexString(Float.floatToIntBits(f)) + "=" + f;
        } else if (value != null && value.getClass().isArray()) {
            StringBuilder all = new StringBuilder("[");
            for (int i = 0; i < Array.getLength(value); i++) {
                all.append(i == 0 ? "" : ", ").append(show(Array.get(value, i)));
            }
            return all.append(']').toString();
        }
        return String.valueOf(value);
    }
}
