/** From IR to readable Java: the companion class. */
@NullMarked
package dev.pullback.processor.emit;

import org.jspecify.annotations.NullMarked;
