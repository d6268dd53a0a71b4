package dev.pullback.processor.ir;

/**
 * A reference type that is carried along and never differentiated.
 *
 * @param java the type as Java source: fully qualified, with its type arguments, {@code java.util.List<java.lang.String>}
 */
public record ObjectType(String java) implements Type {

    public static final ObjectType OBJECT = new ObjectType("java.lang.Object");
    public static final ObjectType STRING = new ObjectType("java.lang.String");

    @Override
    public boolean differentiable() {
        return false;
    }
}
