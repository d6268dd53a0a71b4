package dev.pullback.processor.ir;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** Types of the IR as classes. */
final class JavaTypes {

    private JavaTypes() {}

    /** Whether a variable of the type can hold the value, scalars boxed. */
    static boolean admits(Type type, @Nullable Object value) {
        if (type instanceof Scalar scalar) {
            return value != null && boxed(scalar) == value.getClass();
        }
        return value == null || !(type instanceof ArrayType) || classOf(type).isInstance(value);
    }

    static Class<?> classOf(Type type) {
        if (type instanceof Scalar scalar) {
            return switch (scalar) {
                case BOOLEAN -> boolean.class;
                case BYTE -> byte.class;
                case SHORT -> short.class;
                case CHAR -> char.class;
                case INT -> int.class;
                case LONG -> long.class;
                case FLOAT -> float.class;
                case DOUBLE -> double.class;
            };
        } else if (type instanceof ArrayType array) {
            return Array.newInstance(classOf(array.element()), 0).getClass();
        }
        return named(type.java().replaceAll("<.*>", ""));
    }

    private static Class<?> boxed(Scalar scalar) {
        return Array.get(Array.newInstance(classOf(scalar), 1), 0).getClass();
    }

    /** The class of a fully qualified name in which nested classes are separated by dots. */
    static Class<?> named(String name) {
        String binary = name;
        while (true) {
            try {
                return Class.forName(binary);
            } catch (ClassNotFoundException missing) {
                int dot = binary.lastIndexOf('.');
                if (dot < 0) {
                    throw new UnsupportedOperationException("no class " + name, missing);
                }
                binary = binary.substring(0, dot) + "$" + binary.substring(dot + 1);
            }
        }
    }
}
