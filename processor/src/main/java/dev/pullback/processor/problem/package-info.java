/** Every message, and their collection. */
@NullMarked
package dev.pullback.processor.problem;

import org.jspecify.annotations.NullMarked;
