package dev.pullback.processor.ir;

import java.util.List;

/**
 * A method: a region with parameters that yields at most one value, its result. Parameters are never reassigned; an array parameter
 * that the method writes is memory.
 */
public record Function(Signature signature, List<Value> params, Region body) {

    public Function {
        params = List.copyOf(params);
    }
}
