package dev.pullback.processor.ir;

/**
 * What an {@link Node.Invoke} calls.
 *
 * @param kind whether there is a receiver (the first operand)
 * @param owner fully qualified name of the class that declares it, nested classes by dots; empty for an instance method
 * @param name the method's name; for a constructor empty
 */
public record Target(Kind kind, String owner, String name) {

    /** How a method is called. */
    public enum Kind {
        STATIC,
        INSTANCE,
        CONSTRUCTOR
    }

    public static Target ofStatic(String owner, String name) {
        return new Target(Kind.STATIC, owner, name);
    }

    public static Target constructor(String owner) {
        return new Target(Kind.CONSTRUCTOR, owner, "");
    }

    public static Target instance(String name) {
        return new Target(Kind.INSTANCE, "", name);
    }
}
