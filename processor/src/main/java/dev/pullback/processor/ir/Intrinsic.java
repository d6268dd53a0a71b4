package dev.pullback.processor.ir;

import java.util.List;

/**
 * A static method of primitives that the rule table knows, {@code java.lang.Math.sin}; the operands' types and the result's type tell
 * which overload.
 */
public record Intrinsic(String owner, String name) implements Operator {

    /**
     * Classes whose static methods with the name and the parameters of one in {@code java.lang.Math} compute the same, up to rounding, and
     * without side effects.
     */
    public static final List<String> LIKE_MATH =
            List.of("org.apache.commons.math3.util.FastMath", "org.hipparchus.util.FastMath");

    /** What a user stops differentiation with; the value itself, with a derivative of zero. */
    public static final Intrinsic STOP = new Intrinsic("dev.pullback.Derivatives", "stopGradient");

    /** Whether it is a method of {@code Math}, or of a class that stands in for it. */
    public boolean isMath() {
        return owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath") || LIKE_MATH.contains(owner);
    }

    public static Intrinsic math(String name) {
        return new Intrinsic("java.lang.Math", name);
    }
}
