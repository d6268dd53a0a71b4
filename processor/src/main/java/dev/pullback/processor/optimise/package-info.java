/** Rewrites of the IR that keep its meaning. */
@NullMarked
package dev.pullback.processor.optimise;

import org.jspecify.annotations.NullMarked;
