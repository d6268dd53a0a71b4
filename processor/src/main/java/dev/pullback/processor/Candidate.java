package dev.pullback.processor;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.problem.Problems;
import java.util.function.BooleanSupplier;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** A method on its way through the pipeline, with what was found wrong with it. */
final class Candidate {

    /** As the compiler knows it that has attributed it. */
    final ExecutableElement method;

    final Signature signature;

    /** Whether it is a helper that nobody annotated. */
    final boolean onDemand;

    final Problems problems = new Problems();

    /** Null until it is lowered. With errors it has gaps, and serves to find more of them. */
    @Nullable
    Function function;

    /** Reports the first expression of the method that javac does not understand, if there is one. */
    BooleanSupplier reportsUnknown = () -> false;

    /** Whether nothing can come of it though nothing of ours is wrong with it: javac does not understand it, or what it calls has failed. */
    boolean failed;

    Candidate(ExecutableElement method, Signature signature, boolean onDemand) {
        this.method = method;
        this.signature = signature;
        this.onDemand = onDemand;
    }

    /** Whether its derivatives can be made, as far as is known. */
    boolean isSound() {
        return function != null && !failed && !problems.hasErrors();
    }
}
