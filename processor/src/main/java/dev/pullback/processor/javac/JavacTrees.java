package dev.pullback.processor.javac;

import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Finds javac's trees behind an environment. Build tools wrap it: Gradle in an object that keeps the real one in a field {@code delegate},
 * IntelliJ in a proxy. Only for the trees is it unwrapped; files and messages go through the wrapper.
 */
public final class JavacTrees {

    private static final int DEEPEST = 8;

    private JavacTrees() {}

    /** The trees, or nothing under a compiler that has none. */
    public static Optional<Trees> of(ProcessingEnvironment environment) {
        Object candidate = environment;
        for (int depth = 0; depth < DEEPEST && candidate instanceof ProcessingEnvironment wrapped; depth++) {
            try {
                return Optional.of(Trees.instance(wrapped));
            } catch (IllegalArgumentException | LinkageError e) {
                candidate = unwrapped(wrapped);
            }
        }
        return Optional.empty();
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
