package dev.pullback.processor.rules;

import dev.pullback.processor.ir.Intrinsic;
import java.util.Map;
import java.util.Set;

/** The functions of {@code Math}, {@code StrictMath}, {@code Double} and {@code Float} that are not in {@link MathRules}, and why. */
final class NonDifferentiable {

    private static final String MATH = "java.lang.Math";
    private static final String STRICT_MATH = "java.lang.StrictMath";
    private static final String DOUBLE = "java.lang.Double";
    private static final String FLOAT = "java.lang.Float";

    private static final Set<String> STEPS = Set.of("rint", "floor", "ceil", "round", "signum", "getExponent", "ulp");

    private static final Set<String> COMPARISONS = Set.of("compare", "isNaN", "isInfinite", "isFinite");

    private static final Set<String> BITS_OF_DOUBLE = Set.of("doubleToLongBits", "doubleToRawLongBits", "hashCode");

    private static final Set<String> BITS_OF_FLOAT =
            Set.of("floatToIntBits", "floatToRawIntBits", "floatToFloat16", "hashCode");

    private static final Set<String> OF_INTEGERS = Set.of(
            "absExact",
            "addExact",
            "ceilDiv",
            "ceilDivExact",
            "ceilMod",
            "decrementExact",
            "divideExact",
            "floorDiv",
            "floorDivExact",
            "floorMod",
            "incrementExact",
            "multiplyExact",
            "multiplyFull",
            "multiplyHigh",
            "negateExact",
            "powExact",
            "random",
            "subtractExact",
            "toIntExact",
            "unsignedMultiplyExact",
            "unsignedMultiplyHigh",
            "unsignedPowExact");

    private static final Set<String> STOPS = Set.of(Intrinsic.STOP.name());

    private static final Set<String> DOUBLE_OF_BITS = Set.of("longBitsToDouble");

    private static final Set<String> FLOAT_OF_BITS = Set.of("intBitsToFloat", "float16ToFloat");

    /** Piecewise constant in their floating-point arguments, the derivative zero wherever there is one; or constant because the user says so. */
    private static final Map<String, Set<String>> CONSTANT = Map.of(
            MATH, STEPS, STRICT_MATH, STEPS, DOUBLE, COMPARISONS, FLOAT, COMPARISONS, Intrinsic.STOP.owner(), STOPS);

    /** Without an argument that could be active. */
    private static final Map<String, Set<String>> PASSIVE =
            Map.of(MATH, OF_INTEGERS, STRICT_MATH, OF_INTEGERS, DOUBLE, DOUBLE_OF_BITS, FLOAT, FLOAT_OF_BITS);

    /** An active value that goes in comes out in another form that can be turned back: a zero derivative would be wrong. */
    private static final Map<String, Set<String>> REFUSED = Map.of(DOUBLE, BITS_OF_DOUBLE, FLOAT, BITS_OF_FLOAT);

    private NonDifferentiable() {}

    static Map<String, Set<String>> constant() {
        return CONSTANT;
    }

    static Map<String, Set<String>> passive() {
        return PASSIVE;
    }

    static Map<String, Set<String>> refused() {
        return REFUSED;
    }

    static boolean isConstant(Intrinsic function) {
        return lists(CONSTANT, function);
    }

    static boolean isPassive(Intrinsic function) {
        return lists(PASSIVE, function);
    }

    static boolean isRefused(Intrinsic function) {
        return lists(REFUSED, function);
    }

    private static boolean lists(Map<String, Set<String>> table, Intrinsic function) {
        String owner = Intrinsic.LIKE_MATH.contains(function.owner()) ? MATH : function.owner();
        return table.getOrDefault(owner, Set.of()).contains(function.name());
    }
}
