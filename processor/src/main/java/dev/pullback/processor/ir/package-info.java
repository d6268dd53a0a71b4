/** The intermediate representation: structured, in static single assignment form, closed under differentiation. */
@NullMarked
package dev.pullback.processor.ir;

import org.jspecify.annotations.NullMarked;
