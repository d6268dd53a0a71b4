package dev.pullback.processor.emit;

/** What is said about statements beside the statements. */
enum Commentary {
    NONE,
    /** The source line that each part of a reverse sweep undoes. */
    SOURCE_LINES
}
