package dev.pullback.processor.emit;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;

/**
 * What evaluating something does besides giving a value. Elements of arrays are told apart by their type only: no two Java arrays of different
 * primitive types are the same.
 *
 * @param throwing whether it can throw, and when matters
 * @param reads kinds of memory, a set of bits
 * @param writes kinds of memory, a set of bits
 */
record Impact(boolean throwing, int reads, int writes) {

    static final Impact NONE = new Impact(false, 0, 0);

    /** Of code that is not looked into. */
    static final Impact UNKNOWN = new Impact(true, -1, -1);

    static final Impact THROWING = new Impact(true, 0, 0);

    static Impact reading(Value array) {
        return new Impact(true, kind(array.type()), 0);
    }

    static Impact writing(Value array) {
        return new Impact(true, 0, kind(array.type()));
    }

    private static int kind(Type array) {
        if (!(array instanceof ArrayType type)) {
            return -1;
        }
        return type.element() instanceof Scalar scalar ? 1 << scalar.ordinal() : 1 << Scalar.values().length;
    }

    Impact and(Impact other) {
        return new Impact(throwing || other.throwing, reads | other.reads, writes | other.writes);
    }

    Impact neverThrowing() {
        return new Impact(false, reads, writes);
    }

    /** Whether nobody can tell that it was not evaluated. */
    boolean leavesNoTrace() {
        return !throwing && writes == 0;
    }

    /** Whether the order of the two makes no difference. */
    boolean commutesWith(Impact other) {
        boolean exceptions = throwing && (other.throwing || other.writes != 0) || other.throwing && writes != 0;
        boolean memory = (writes & (other.reads | other.writes)) != 0 || (other.writes & reads) != 0;
        return !exceptions && !memory;
    }
}
