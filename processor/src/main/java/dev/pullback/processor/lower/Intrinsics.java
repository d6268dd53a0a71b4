package dev.pullback.processor.lower;

import dev.pullback.processor.ir.Intrinsic;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Which static methods of the JDK are operators of the IR: functions of primitives that depend on nothing else. */
final class Intrinsics {

    private static final Set<String> MATH = Set.of("java.lang.Math", "java.lang.StrictMath");

    /** What {@code Math} has in every version of the JDK that can run this. */
    private static final Set<String> MATH_METHODS = Arrays.stream(Math.class.getMethods())
            .filter(method -> java.lang.reflect.Modifier.isStatic(method.getModifiers()))
            .map(method -> method.getName()
                    + Arrays.stream(method.getParameterTypes())
                            .map(Class::getName)
                            .collect(Collectors.joining(",", "(", ")")))
            .collect(Collectors.toSet());

    private static final Set<String> INTEGER_POWERS = Set.of("pow(double,int)", "pow(double,long)");

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
                || (Intrinsic.LIKE_MATH.contains(owner) && isInMath(method))
                || Stops.isOne(method)
                || (BOXES.contains(owner)
                        && OF_BOXES.contains(method.getSimpleName().toString()));
        return known
                && method.getModifiers().contains(Modifier.STATIC)
                && !parameters.isEmpty()
                && method.getReturnType().getKind().isPrimitive()
                && parameters.stream().allMatch(p -> p.asType().getKind().isPrimitive());
    }

    private static boolean isInMath(ExecutableElement method) {
        String signature = method.getSimpleName()
                + method.getParameters().stream()
                        .map(parameter -> parameter.asType().toString())
                        .collect(Collectors.joining(",", "(", ")"));
        return MATH_METHODS.contains(signature) || INTEGER_POWERS.contains(signature);
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
