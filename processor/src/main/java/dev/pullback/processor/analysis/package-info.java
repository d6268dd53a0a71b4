/** What the transformations must know: activity, aliasing and effects, availability. */
@NullMarked
package dev.pullback.processor.analysis;

import org.jspecify.annotations.NullMarked;
