package dev.pullback;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method that stands for another one in reverse mode. It has the parameters of that method, the object first if it is an
 * instance method; it does what that does, and returns an object with what a generated pullback has: {@code value()}, and {@code apply} or,
 * if an active parameter is an array, {@code applyInto}. Parameters that are not differentiated are {@link Constant}, arrays that the method
 * writes are {@link Written}. What the pullback reads of arrays that are not, it may read when it is applied.
 *
 * <p>There has to be a {@link Jvp} of the same method.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Vjp {

    /** The name of the method that this is for. */
    String value();

    /** Whether an array that the method returns is always a new one, that nobody else holds. */
    boolean newResult() default false;
}
