package dev.pullback;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The static methods of a class that do no more with the numbers that they are given than to compare them, as
 * {@code static boolean isLarge(double x)} does, written on its generated companion. A differentiable caller in another file may give them
 * values that depend on its inputs: no derivative is lost. Not for use by hand.
 *
 * @see Differentiable
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GeneratedObservers {

    /** Names and types of parameters, {@code isLarge(double)}. */
    String[] value();
}
