package dev.pullback.processor.transform;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Target;
import dev.pullback.processor.ir.Value;
import java.util.List;

/** The calls of {@code dev.pullback.Shadows} that transformations generate. */
final class Shadows {

    private static final String OWNER = "dev.pullback.Shadows";

    private Shadows() {}

    /** An array of zeros of the same shape. */
    static Value zerosLike(Block block, String name, Value array) {
        return block.invoke(name, array.type(), Target.ofStatic(OWNER, "zerosLike"), false, List.of(array));
    }

    /** A deep copy. */
    static Value copyOf(Block block, String name, Value array) {
        return block.invoke(name, array.type(), Target.ofStatic(OWNER, "copyOf"), false, List.of(array));
    }

    /** {@code target += source}, element by element, at any depth. */
    static void add(Block block, Value target, Value source) {
        block.invoke(Target.ofStatic(OWNER, "add"), List.of(target, source));
    }

    /** A copy with the same arrays of numbers. */
    static Value sameRows(Block block, String name, Value array) {
        return block.invoke(name, array.type(), Target.ofStatic(OWNER, "sameRows"), false, List.of(array));
    }

    /** Replaces the rows of the target. */
    static void replaceRows(Block block, Value target, Value rows) {
        block.invoke(Target.ofStatic(OWNER, "replaceRows"), List.of(target, rows));
    }

    static boolean isRankOne(Value array) {
        return !(((ArrayType) array.type()).element() instanceof ArrayType);
    }
}
