package dev.pullback.processor.transform;

import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.List;
import java.util.Optional;

/**
 * The reverse mode of a method in two parts: a forward sweep that keeps what is needed, and a reverse sweep.
 *
 * @param primal what was differentiated
 * @param params the primal's parameters
 * @param forward the forward sweep; yields the value if the method has a result
 * @param seed the cotangent of the result, if the result is active; an array is only read
 * @param shadows one for each active array parameter, in order: the cotangent is added into it; for an array that the method writes, in: of
 *     its final content, out: of its initial content
 * @param reverse the reverse sweep; sees the parameters, what the forward sweep defines outside of regions, the seed and the shadows; yields
 *     the cotangent of each active scalar parameter, in order
 * @param crossing what the reverse sweep reads of parameters and forward sweep: the fields of a pullback
 * @param effects what callers must know
 */
public record ReverseDerivative(
        Function primal,
        List<Value> params,
        Region forward,
        Optional<Value> seed,
        List<Value> shadows,
        Region reverse,
        List<Value> crossing,
        Effects effects) {

    public ReverseDerivative {
        params = List.copyOf(params);
        shadows = List.copyOf(shadows);
        crossing = List.copyOf(crossing);
    }
}
