package dev.pullback.processor.transform;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.List;

/**
 * Value and gradient of a scalar method in one body, both sweeps with everything in locals and the seed one.
 *
 * @param shadows as in {@link ReverseDerivative}
 * @param body yields the value and then the cotangent of each active scalar parameter, in order
 */
public record FusedDerivative(Function primal, List<Value> params, List<Value> shadows, Region body) {}
