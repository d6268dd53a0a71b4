package dev.pullback.processor.javac;

import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * javac's own environment and its trees. Build tools wrap it: Gradle in an object that keeps the real one in a field {@code delegate},
 * IntelliJ in a proxy. It is unwrapped for reading only; files and messages go through the wrapper.
 */
public record JavacEnvironment(ProcessingEnvironment environment, Trees trees) {

    private static final int DEEPEST = 8;

    /** What is behind an environment; nothing under a compiler that has no trees. */
    public static Optional<JavacEnvironment> of(ProcessingEnvironment environment) {
        Object candidate = environment;
        for (int depth = 0; depth < DEEPEST && candidate instanceof ProcessingEnvironment wrapped; depth++) {
            try {
                return Optional.of(new JavacEnvironment(wrapped, Trees.instance(wrapped)));
            } catch (IllegalArgumentException | LinkageError e) {
                candidate = unwrapped(wrapped);
            }
        }
        return Optional.empty();
    }

    /** What javac knows of everything that is being compiled, method bodies apart. */
    public Attributed declarations() {
        return new Attributed(trees, environment.getElementUtils(), environment.getTypeUtils());
    }

    private static @Nullable Object unwrapped(Object wrapper) {
        if (Proxy.isProxyClass(wrapper.getClass())) {
            InvocationHandler handler = Proxy.getInvocationHandler(wrapper);
            return handler instanceof ProcessingEnvironment ? handler : environmentIn(handler);
        }
        return environmentIn(wrapper);
    }

    /** What a field called {@code delegate}, or else the first field that has one, holds. */
    private static @Nullable Object environmentIn(Object holder) {
        Object found = null;
        for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Object value = read(field, holder);
                if (value instanceof ProcessingEnvironment && value != holder) {
                    if (field.getName().equals("delegate")) {
                        return value;
                    }
                    found = found == null ? value : found;
                }
            }
        }
        return found;
    }

    private static @Nullable Object read(Field field, Object holder) {
        try {
            field.setAccessible(true);
            return field.get(holder);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }
}
