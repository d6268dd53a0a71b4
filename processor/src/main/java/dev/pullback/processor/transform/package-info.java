/** Forward and reverse mode as maps from IR to IR. */
@NullMarked
package dev.pullback.processor.transform;

import org.jspecify.annotations.NullMarked;
