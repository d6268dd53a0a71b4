package dev.pullback.processor.transform;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.List;

/**
 * The forward mode of a method: value and directional derivative in one pass.
 *
 * @param primal what was differentiated
 * @param params the primal's parameters
 * @param tangents one for each parameter that is or holds an independent variable, in order; arrays are updated in place as the primal's are
 * @param body yields the value, if the method has a result, and then its tangent, if the result is active
 */
public record ForwardDerivative(Function primal, List<Value> params, List<Value> tangents, Region body) {}
