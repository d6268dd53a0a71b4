package dev.pullback.processor.lower;

import dev.pullback.processor.ir.Type;
import org.jspecify.annotations.Nullable;

/** Where {@code return}, {@code break}, {@code continue} or {@code yield} leads to. Compared by identity. */
final class Jump {

    private final String name;
    private final int depth;

    /**
     * @param name what the flag is called that tells whether this jump is under way
     * @param depth how many variables are in scope at the place that it leads to
     */
    Jump(String name, int depth) {
        this.name = name;
        this.depth = depth;
    }

    /** A jump that belongs to a statement with that label, empty for none. */
    static Jump of(String name, String label, int depth) {
        String suffix = label.isEmpty() ? "" : Character.toUpperCase(label.charAt(0)) + label.substring(1);
        return new Jump(name + suffix, depth);
    }

    String name() {
        return name;
    }

    /** Whether somebody can read the variable where this jump leads to. */
    boolean reaches(Local variable) {
        return variable.index() < depth;
    }

    /**
     * A statement that can be left or continued from within.
     *
     * @param label empty for none
     * @param plain whether {@code break} without a label leaves it
     * @param continues only for loops
     */
    record Target(
            String label,
            boolean plain,
            Jump breaks,
            @Nullable Jump continues) {}

    /** A switch expression around the code that is being lowered. */
    record Yielding(Jump jump, Local variable, Type type) {}
}
