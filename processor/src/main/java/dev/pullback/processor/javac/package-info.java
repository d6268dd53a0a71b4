/** Everything that touches javac's environment: trees, attribution, positions. */
@NullMarked
package dev.pullback.processor.javac;

import org.jspecify.annotations.NullMarked;
