package dev.pullback.processor.ir;

import java.util.List;

/**
 * A method: a region with parameters that yields its result, if it has one, and after a record the leaves of that. Parameters are never reassigned; an array parameter
 * that the method writes is memory.
 */
public record Function(Signature signature, List<Value> params, Region body) {

    public Function {
        params = List.copyOf(params);
    }
}
