/**
 * Automatic differentiation for Java, done by the compiler: annotate a static method with {@link dev.pullback.Differentiable}, and its
 * derivatives are generated while it is compiled.
 */
package dev.pullback;
