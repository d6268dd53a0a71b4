/** The table of derivatives. */
@NullMarked
package dev.pullback.processor.rules;

import org.jspecify.annotations.NullMarked;
