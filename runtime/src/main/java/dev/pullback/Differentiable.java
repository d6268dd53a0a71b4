package dev.pullback;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivatives of a static method, or says that a record can take part in differentiable code.
 *
 * <p>For a method {@code loss} of a class {@code Model} the processor writes a class {@code ModelGrad} in the same package, with {@code lossVjp}
 * (reverse mode), {@code lossJvp} (forward mode) and, where the result is a {@code double} or a {@code float}, {@code lossGrad} and {@code
 * lossValueAndGrad}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Differentiable {

    /** The highest order of derivative that is wanted: 1, or 2 for second-order methods as well. */
    int order() default 1;
}
