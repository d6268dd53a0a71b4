package dev.pullback.processor.ir;

import org.jspecify.annotations.Nullable;

/**
 * Where in the user's source a node comes from.
 *
 * @param file the simple name of the source file, {@code Orbit.java}
 * @param line the line of the statement, from 1; 0 where there is none
 * @param text the statement (or the header of the loop or {@code if}) on one line, without the semicolon
 * @param handle the front end's own handle for a message at this place; opaque to everybody else
 */
public record Origin(
        String file, int line, String text, @Nullable Object handle) {

    public static final Origin NONE = new Origin("", 0, "", null);
}
