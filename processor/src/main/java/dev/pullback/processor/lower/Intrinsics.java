package dev.pullback.processor.lower;

import dev.pullback.processor.ir.Intrinsic;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Which static methods of the JDK are operators of the IR: functions of primitives that depend on nothing else. */
final class Intrinsics {

    private static final Set<String> MATH = Set.of("java.lang.Math", "java.lang.StrictMath");

    private static final Set<String> BOXES = Set.of("java.lang.Double", "java.lang.Float");

    private static final Set<String> OF_BOXES = Set.of(
            "isNaN",
            "isInfinite",
            "isFinite",
            "compare",
            "min",
            "max",
            "sum",
            "doubleToLongBits",
            "doubleToRawLongBits",
            "longBitsToDouble",
            "floatToIntBits",
            "floatToRawIntBits",
            "intBitsToFloat");

    private Intrinsics() {}

    /** All of {@code Math} but {@code random}, which has no parameter and another value each time. */
    static boolean isOne(ExecutableElement method) {
        List<? extends VariableElement> parameters = method.getParameters();
        String owner = owner(method);
        boolean known = MATH.contains(owner)
                || (BOXES.contains(owner)
                        && OF_BOXES.contains(method.getSimpleName().toString()));
        return known
                && method.getModifiers().contains(Modifier.STATIC)
                && !parameters.isEmpty()
                && method.getReturnType().getKind().isPrimitive()
                && parameters.stream().allMatch(p -> p.asType().getKind().isPrimitive());
    }

    static Intrinsic of(ExecutableElement method) {
        return new Intrinsic(owner(method), method.getSimpleName().toString());
    }

    /** Whether a call may throw an exception. */
    static boolean canThrow(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        return name.endsWith("Exact") || name.contains("Div") || name.contains("Mod") || name.equals("clamp");
    }

    /** The fully qualified name of the class that declares a method. */
    static String owner(ExecutableElement method) {
        return ((TypeElement) Objects.requireNonNull(method.getEnclosingElement()))
                .getQualifiedName()
                .toString();
    }
}
