/** Rules that users write for methods that are not looked into: read, checked, and found for calls. */
@NullMarked
package dev.pullback.processor.custom;

import org.jspecify.annotations.NullMarked;
