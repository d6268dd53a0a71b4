/** The annotation processor of Pullback: rounds, options, and the pipeline from annotated methods to companion classes. */
@NullMarked
package dev.pullback.processor;

import org.jspecify.annotations.NullMarked;
