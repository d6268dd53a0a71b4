package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.List;

/**
 * Code that has been moved out of a method into one of its own.
 *
 * @param body yields one value at most
 */
record Part(String name, List<Value> params, Region body) {}
