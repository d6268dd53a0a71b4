package dev.pullback;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method that stands for another one in forward mode. It has the parameters of that method, the object first if it is an
 * instance method, then the tangents of those that are not {@link Constant}. It does what the method does, and the same to the tangents of
 * arrays that are {@link Written}. It returns an object with {@code value()} and {@code tangent()}; if the result has no derivative, the
 * result itself.
 *
 * <p>There has to be a {@link Vjp} of the same method.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Jvp {

    /** The name of the method that this is for. */
    String value();
}
