package dev.pullback.processor.lower;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Whether a jump is under way: certainly, or if a value is true, or if it is false.
 *
 * @param value null for certainly
 */
record Flag(@Nullable Value value, boolean negated) {

    static final Flag RAISED = new Flag(null, false);

    static Flag when(Value value) {
        return new Flag(value, false);
    }

    static Flag unless(Value value) {
        return new Flag(value, true);
    }

    boolean certain() {
        return value == null;
    }

    /** The flag as a boolean of that block. */
    Value in(Block block) {
        if (value == null) {
            return block.constant(true);
        }
        return negated ? block.op(Primitive.NOT, value) : value;
    }
}
