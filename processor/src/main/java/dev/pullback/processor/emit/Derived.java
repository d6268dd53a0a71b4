package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.transform.ForwardDerivative;
import dev.pullback.processor.transform.FusedDerivative;
import dev.pullback.processor.transform.ReverseDerivative;
import org.jspecify.annotations.Nullable;

/**
 * A method and its derivatives, ready to be written.
 *
 * @param onDemand whether it is a helper that only other generated code differentiates: it gets a private pullback and a private forward
 *     mode, nothing for users
 * @param fused value and gradient in one body, where there is such a form
 */
public record Derived(
        Function primal,
        boolean onDemand,
        ForwardDerivative forward,
        ReverseDerivative reverse,
        @Nullable FusedDerivative fused) {}
