package dev.pullback.processor.lower;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is still to be done up to the next place where ways join: a step, and what comes after it. */
record Rest(Step step, @Nullable Rest next) {

    /** A statement, or a part of one. */
    interface Step {

        /**
         * Lowers this step.
         *
         * @param next what comes after it; a step may take that with it into a region of its own, so that nothing is left
         * @param arriving the jumps whose target is where {@code next} ends
         * @return what is left to do
         */
        @Nullable
        Rest lower(@Nullable Rest next, Set<Jump> arriving);
    }

    static Rest of(Runnable content) {
        return new Rest(
                (next, arriving) -> {
                    content.run();
                    return next;
                },
                null);
    }
}
