package dev.pullback.processor.ir;

/**
 * A static method of primitives that the rule table knows, {@code java.lang.Math.sin}; the operands' types and the result's type tell
 * which overload.
 */
public record Intrinsic(String owner, String name) implements Operator {

    public static Intrinsic math(String name) {
        return new Intrinsic("java.lang.Math", name);
    }
}
