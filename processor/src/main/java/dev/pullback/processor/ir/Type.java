package dev.pullback.processor.ir;

/** The type of a {@link Value}: a Java primitive, an array, a record, or an object that is only passed through. */
public sealed interface Type permits Scalar, ArrayType, ObjectType, RecordType {

    /** Whether values of this type can carry a derivative: {@code double}, {@code float} and arrays of them. */
    boolean differentiable();

    /** The Java source form, with fully qualified names. */
    String java();

    default boolean isArray() {
        return this instanceof ArrayType;
    }

    default boolean isReference() {
        return !(this instanceof Scalar);
    }
}
