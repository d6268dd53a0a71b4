package dev.pullback;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a differentiable caller in another file must know about a method, written on its generated pullback. Not for use by hand.
 *
 * @see Differentiable
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface GeneratedDerivative {

    /** The name of the method. */
    String of();

    /** The erased types of its parameters. */
    String[] parameters();

    /** Indices of the array parameters that the method writes. */
    int[] written();

    /** Indices of the array parameters that the pullback reads again. */
    int[] readAgain();

    /** What the result, and after a record each of its leaves, may be: -1 something new, -2 possibly an argument or a part of one, otherwise always the parameter of this index. */
    int[] result();

    /** Whether the method may replace a row of an active array of arrays that it was given. */
    boolean movesRows() default false;

    /** The orders of derivative that are offered. */
    int[] orders();
}
