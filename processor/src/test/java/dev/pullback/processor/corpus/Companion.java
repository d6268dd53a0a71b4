package dev.pullback.processor.corpus;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The generated members of one method, found by the names and signatures that the contract gives them. */
final class Companion {
    private final Subject subject;
    private final Class<?> type;
    final Method vjp;
    final Method value;
    final Method apply;
    final Optional<Method> applyInto;
    final Method jvp;
    /** The active array parameters that the method writes, as {@code apply} tells by its seeds. */
    final int[] written;

    Companion(Subject subject, Class<?> type) throws NoSuchMethodException {
        this.subject = subject;
        this.type = type;
        Class<?>[] parameters = subject.primal().getParameterTypes();
        vjp = member("Vjp", parameters);
        jvp = member("Jvp", followedBy(parameters, activeTypes()));
        Class<?> pullback = vjp.getReturnType();
        value = subject.primal().getReturnType() == void.class ? vjp : accessible(pullback.getDeclaredMethod("value"));
        apply = nested(pullback, "apply").orElseThrow(() -> new NoSuchMethodException(pullback + " has no apply"));
        applyInto = nested(pullback, "applyInto");
        written = writtenBySeeds();
    }

    Class<?>[] activeTypes() {
        return IntStream.of(subject.active())
                .mapToObj(k -> Opened.tangent(subject.primal().getParameterTypes()[k]))
                .toArray(Class<?>[]::new);
    }

    /** The method {@code <name><suffix>} of the companion. */
    Method member(String suffix, Class<?>... parameters) throws NoSuchMethodException {
        return accessible(type.getDeclaredMethod(subject.primal().getName() + suffix, parameters));
    }

    private static Class<?>[] followedBy(Class<?>[] first, Class<?>[] second) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(second)).toArray(Class<?>[]::new);
    }

    private static Optional<Method> nested(Class<?> pullback, String name) {
        return Arrays.stream(pullback.getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge() && !method.isSynthetic())
                .filter(method -> Arrays.stream(method.getParameterTypes()).allMatch(Storage::isReal))
                .findFirst()
                .map(Companion::accessible);
    }

    private static Method accessible(Method method) {
        method.setAccessible(true);
        return method;
    }

    private int[] writtenBySeeds() throws NoSuchMethodException {
        List<Integer> found = new ArrayList<>();
        for (int s = subject.returnsReal() ? 1 : 0; s < apply.getParameterCount(); s++) {
            String name = apply.getParameters()[s].getName().replaceAll("Bar\\d*$", "");
            int k = IntStream.of(subject.active())
                    .flatMap(active -> IntStream.of(place(active, name)))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchMethodException("the seed " + name + " names no parameter: " + apply));
            found.add(k);
        }
        return found.stream().mapToInt(k -> k).toArray();
    }

    /** Where the parameter of that name is, or what is in it; nowhere if it has another name. */
    private int[] place(int parameter, String name) {
        Class<?> type = subject.primal().getParameterTypes()[parameter];
        int piece = Opened.names(subject.parameter(parameter), type).indexOf(name);
        return piece < 0
                ? new int[0]
                : new int[] {Opened.fits(type) ? parameter + (piece + 1) * Opened.INSIDE : parameter};
    }

    /** Whether a parameter, or anything in it, is written. */
    boolean isWritten(int parameter) {
        return IntStream.of(written).anyMatch(k -> k % Opened.INSIDE == parameter);
    }

    boolean isWrittenAt(int place) {
        return IntStream.of(written).anyMatch(k -> k == place);
    }

    /** The seeds as objects: one for the result, one for each written parameter. */
    Object[] seeds(Subject.Outcome outcome, double[] numbers) {
        List<Object> like = new ArrayList<>();
        if (subject.returnsReal()) {
            like.add(outcome.result());
        }
        for (int k : written) {
            like.add(Opened.at(outcome.after(), k));
        }
        return (Object[]) Storage.filled(like.toArray(), numbers);
    }

    /** What {@code apply} and {@code grad} answer, one value for each active parameter. */
    Object[] cotangents(Object answer) {
        return subject.active().length == 1 ? new Object[] {answer} : components(answer);
    }

    static Object[] components(Object answer) {
        return Opened.componentsOf(answer);
    }

    static Object component(Object answer, String name) throws ReflectiveOperationException {
        return Opened.of(accessible(answer.getClass().getDeclaredMethod(name)).invoke(answer));
    }

    /** Calls a member and throws what it throws. */
    static Object call(Method method, Object receiver, Object... arguments) throws Throwable {
        try {
            return Opened.invoke(method, receiver, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
