package dev.pullback.processor.ir;

import java.util.Locale;

/** The eight primitive types of Java. */
public enum Scalar implements Type {
    BOOLEAN,
    BYTE,
    SHORT,
    CHAR,
    INT,
    LONG,
    FLOAT,
    DOUBLE;

    @Override
    public boolean differentiable() {
        return this == DOUBLE || this == FLOAT;
    }

    @Override
    public String java() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isNumeric() {
        return this != BOOLEAN;
    }

    /** The value of a variable of this type that nobody has assigned, as the boxed Java literal. */
    public Object zero() {
        return switch (this) {
            case BOOLEAN -> false;
            case BYTE -> (byte) 0;
            case SHORT -> (short) 0;
            case CHAR -> (char) 0;
            case INT -> 0;
            case LONG -> 0L;
            case FLOAT -> 0f;
            case DOUBLE -> 0.0;
        };
    }

    /** The number one of this type, as the boxed Java literal. */
    public Object one() {
        return switch (this) {
            case BOOLEAN -> true;
            case BYTE -> (byte) 1;
            case SHORT -> (short) 1;
            case CHAR -> (char) 1;
            case INT -> 1;
            case LONG -> 1L;
            case FLOAT -> 1f;
            case DOUBLE -> 1.0;
        };
    }
}
