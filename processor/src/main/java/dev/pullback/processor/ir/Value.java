package dev.pullback.processor.ir;

import java.util.Objects;

/**
 * A value that is defined exactly once: by a node, as a parameter of a function, or as a parameter of a loop.
 *
 * <p>Values are compared by identity. The name is what the user (or the transformation) called the variable whose version this
 * is, {@code s} or {@code sBar}; it is empty for a temporary, and several values may share one name.
 */
public final class Value {

    private final Type type;
    private final String name;

    public Value(Type type, String name) {
        this.type = Objects.requireNonNull(type);
        this.name = Objects.requireNonNull(name);
    }

    public Type type() {
        return type;
    }

    /** The type of a value that is known to be scalar. */
    public Scalar scalar() {
        return (Scalar) type;
    }

    public String name() {
        return name;
    }

    /** A new value of the same type and name. */
    public Value fresh() {
        return new Value(type, name);
    }

    @Override
    public String toString() {
        return (name.isEmpty() ? "_" : name) + ":" + type.java();
    }
}
