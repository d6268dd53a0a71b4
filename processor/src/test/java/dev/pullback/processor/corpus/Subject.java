package dev.pullback.processor.corpus;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A differentiable method as its caller sees it: what is active, how to run it, and on which arguments. */
record Subject(Method primal, int[] active) {
    static Subject of(Method primal) {
        primal.setAccessible(true);
        int[] active = IntStream.range(0, primal.getParameterCount())
                .filter(k -> Storage.isReal(primal.getParameterTypes()[k])
                        && !annotated(primal.getParameterAnnotations()[k], "Constant"))
                .toArray();
        return new Subject(primal, active);
    }

    /** All methods of a class that carry {@code @Differentiable}, in a fixed order. */
    static List<Method> differentiable(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> annotated(method.getAnnotations(), "Differentiable"))
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    private static boolean annotated(Annotation[] annotations, String name) {
        return Arrays.stream(annotations)
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals(name));
    }

    /** What {@code <name>Args()} offers for this method; overloads share it, and each takes what fits. */
    List<Object[]> argumentSets() throws ReflectiveOperationException {
        Method source = primal.getDeclaringClass().getDeclaredMethod(primal.getName() + "Args");
        source.setAccessible(true);
        return Arrays.stream((Object[][]) source.invoke(null))
                .filter(this::fits)
                .map(Opened::all)
                .toList();
    }

    private boolean fits(Object[] arguments) {
        Class<?>[] types = primal.getParameterTypes();
        if (arguments.length != types.length) {
            return false;
        }
        for (int k = 0; k < types.length; k++) {
            Class<?> type =
                    java.lang.invoke.MethodType.methodType(types[k]).wrap().returnType();
            if (arguments[k] == null ? types[k].isPrimitive() : !type.isInstance(arguments[k])) {
                return false;
            }
        }
        return true;
    }

    boolean returnsReal() {
        return Storage.isReal(primal.getReturnType());
    }

    boolean returnsScalar() {
        return returnsReal() && primal.getReturnType().isPrimitive();
    }

    /** Whether an active input or the result is {@code float}, so that only its accuracy can be asked for. */
    boolean isSingle() {
        return Storage.isSingle(primal.getReturnType())
                || IntStream.of(active).anyMatch(k -> Storage.isSingle(primal.getParameterTypes()[k]));
    }

    double epsilon() {
        return isSingle() ? 0x1p-23 : 0x1p-52;
    }

    /** The name of nested types: {@code loss} to {@code Loss}. */
    String capitalised() {
        String name = primal.getName();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    boolean isOverloaded() {
        return differentiable(primal.getDeclaringClass()).stream()
                        .filter(method -> method.getName().equals(primal.getName()))
                        .count()
                > 1;
    }

    String parameter(int k) {
        return primal.getParameters()[k].getName();
    }

    /** What running the primal gave: its result or what it threw, and the arguments as it left them. */
    record Outcome(Object result, Throwable thrown, Object[] after) {}

    Outcome run(Object[] arguments) throws IllegalAccessException {
        Object[] after = Storage.copy(arguments);
        try {
            return new Outcome(Opened.invoke(primal, null, after), null, after);
        } catch (InvocationTargetException e) {
            return new Outcome(null, e.getCause(), after);
        }
    }

    /** The real outputs: the result if it is active, then the given parameters. */
    double[] outputs(Outcome outcome, int[] written) {
        if (outcome.thrown() != null) {
            return new double[0];
        }
        List<Storage.Slot> slots = new ArrayList<>();
        if (returnsReal()) {
            slots.addAll(Storage.slots(outcome.result()));
        }
        slots.addAll(Storage.slots(outcome.after(), written));
        return Storage.numbers(slots);
    }

    /** The outputs when the active numbers move from {@code at} by {@code t * direction}. */
    double[] stepped(Object[] at, double[] direction, double t, int[] written) {
        Object[] moved = Storage.copy(at);
        List<Storage.Slot> from = Storage.slots(at, active);
        List<Storage.Slot> slots = Storage.slots(moved, active);
        for (int k = 0; k < direction.length; k++) {
            if (direction[k] != 0) {
                slots.get(k).set(from.get(k).get() + t * direction[k]);
            }
        }
        try {
            return outputs(byHand().isPresent() ? run(byHand().get(), moved, at) : run(moved), written);
        } catch (IllegalAccessException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /**
     * For a method whose derivative is not that of what it computes: {@code <name>Frozen}, with the parameters twice. It computes what the
     * method computes, with constants that follow from the second ones.
     */
    private Optional<Method> byHand() {
        return Arrays.stream(primal.getDeclaringClass().getDeclaredMethods())
                .filter(method -> method.getName().equals(primal.getName() + "Frozen"))
                .findFirst();
    }

    private static Outcome run(Method frozen, Object[] moved, Object[] at) throws IllegalAccessException {
        Object[] given = Arrays.copyOf(moved, 2 * moved.length);
        System.arraycopy(Storage.copy(at), 0, given, moved.length, at.length);
        frozen.setAccessible(true);
        try {
            return new Outcome(Opened.invoke(frozen, null, given), null, Arrays.copyOf(given, moved.length));
        } catch (InvocationTargetException e) {
            return new Outcome(null, e.getCause(), given);
        }
    }

    /** The active parameters that the primal changes at these arguments. */
    int[] changed(Object[] arguments) throws IllegalAccessException {
        Object[] after = run(arguments).after();
        return IntStream.of(active)
                .filter(k -> !Storage.same(arguments[k], after[k]))
                .toArray();
    }

    /** The parameters, constant ones too, that the primal changes at any of the arguments that it is offered. */
    int[] everChanged() throws ReflectiveOperationException {
        TreeSet<Integer> changed = new TreeSet<>();
        for (Object[] arguments : hasArgumentSets() ? argumentSets() : List.<Object[]>of()) {
            Object[] after = run(arguments).after();
            for (int k = 0; k < after.length; k++) {
                if (!Storage.same(arguments[k], after[k])) {
                    changed.add(k);
                }
            }
        }
        return changed.stream().mapToInt(k -> k).toArray();
    }

    private boolean hasArgumentSets() {
        return Arrays.stream(primal.getDeclaringClass().getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(primal.getName() + "Args"));
    }

    String label() {
        return primal.getDeclaringClass().getSimpleName() + "." + primal.getName()
                + Arrays.toString(Arrays.stream(primal.getParameterTypes())
                                .map(Class::getSimpleName)
                                .toArray())
                        .replace('[', '(')
                        .replace(']', ')');
    }
}
