package dev.pullback.processor.lower;

import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Derivatives;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Target;
import dev.pullback.processor.ir.Type;
import java.util.List;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * Where the user stops differentiation: {@code Derivatives.stopGradient} of a scalar is an operator whose derivative is zero, of an array a
 * call that returns a new array without looking at derivatives.
 */
final class Stops {

    private Stops() {}

    static boolean isOne(ExecutableElement method) {
        return method.getSimpleName().contentEquals(Intrinsic.STOP.name())
                && Intrinsics.owner(method).equals(Intrinsic.STOP.owner());
    }

    /** What a call becomes that copies an array; null for all others. */
    static @Nullable Callee callee(ExecutableElement method) {
        if (!isOne(method) || method.getReturnType().getKind().isPrimitive()) {
            return null;
        }
        Type type = IrTypes.of(method.getReturnType());
        return new Callee(
                Intrinsic.STOP.owner(),
                Intrinsic.STOP.name(),
                List.of(type),
                List.of(false),
                type,
                new Derivatives.Stopped(Target.ofStatic(Intrinsic.STOP.owner(), Intrinsic.STOP.name())),
                new Effects(new TreeSet<>(), new TreeSet<>(), Effects.FRESH));
    }
}
