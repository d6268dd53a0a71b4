/** From attributed trees to the IR: statements, expressions, calls, and the fence around what is refused. */
@NullMarked
package dev.pullback.processor.lower;

import org.jspecify.annotations.NullMarked;
