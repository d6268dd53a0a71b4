package dev.pullback.processor.ir;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls of compiled code. */
final class JavaCalls {

    private JavaCalls() {}

    /** A function of scalars: the overload for exactly the operands' types, or the narrowest that they can be widened to. */
    static @Nullable Object invoke(Intrinsic function, Node.Op node, Object... operands) {
        return call(find(JavaTypes.named(function.owner()), function.name(), true, node.operands()), null, operands);
    }

    static @Nullable Object invoke(Node.Invoke node, Object... operands) {
        Target target = node.target();
        return switch (target.kind()) {
            case STATIC ->
                call(find(JavaTypes.named(target.owner()), target.name(), true, node.operands()), null, operands);
            case CONSTRUCTOR -> call(find(JavaTypes.named(target.owner()), "", false, node.operands()), null, operands);
            case INSTANCE -> {
                if (operands[0] == null) {
                    throw new NullPointerException();
                }
                List<Value> rest = node.operands().subList(1, operands.length);
                Executable method =
                        find(JavaTypes.classOf(node.operands().get(0).type()), target.name(), false, rest);
                yield call(method, operands[0], Arrays.copyOfRange(operands, 1, operands.length));
            }
        };
    }

    private static Executable find(Class<?> owner, String name, boolean isStatic, List<Value> operands) {
        Class<?>[] types =
                operands.stream().map(value -> JavaTypes.classOf(value.type())).toArray(Class<?>[]::new);
        Stream<? extends Executable> all = name.isEmpty()
                ? Arrays.stream(owner.getDeclaredConstructors())
                : Stream.concat(Arrays.stream(owner.getDeclaredMethods()), Arrays.stream(owner.getMethods()))
                        .filter(method ->
                                method.getName().equals(name) && Modifier.isStatic(method.getModifiers()) == isStatic);
        List<? extends Executable> fitting =
                all.filter(candidate -> accepts(candidate, types)).toList();
        return fitting.stream()
                .filter(candidate -> fitting.stream().allMatch(other -> accepts(other, candidate.getParameterTypes())))
                .findFirst()
                .orElseThrow(() -> new UnsupportedOperationException(
                        "no method " + owner.getName() + "." + name + Arrays.toString(types)));
    }

    private static boolean accepts(Executable candidate, Class<?>[] arguments) {
        Class<?>[] parameters = candidate.getParameterTypes();
        if (parameters.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!accepts(parameters[i], arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean accepts(Class<?> parameter, Class<?> argument) {
        if (parameter.isAssignableFrom(argument)) {
            return true;
        }
        List<Class<?>> wider = List.of(byte.class, short.class, int.class, long.class, float.class, double.class);
        int from = argument == char.class ? 1 : wider.indexOf(argument);
        return from >= 0 && wider.indexOf(parameter) > from;
    }

    private static @Nullable Object call(Executable code, @Nullable Object receiver, Object... operands) {
        try {
            if (!Modifier.isPublic(
                    code.getModifiers() & code.getDeclaringClass().getModifiers())) {
                code.setAccessible(true);
            }
            return code instanceof Constructor<?> constructor
                    ? constructor.newInstance(operands)
                    : ((Method) code).invoke(receiver, operands);
        } catch (InvocationTargetException thrown) {
            throw rethrow(thrown.getTargetException());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Throws it as it is, checked or not. */
    static RuntimeException rethrow(Throwable thrown) {
        return JavaCalls.<RuntimeException>sneak(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
