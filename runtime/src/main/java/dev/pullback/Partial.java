package dev.pullback;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method that returns a partial derivative of another method, whose result is a {@code double} or a {@code float}. It has the
 * parameters of that method, the object first if it is an instance method, and returns what that returns. {@link Wrt} marks the parameter
 * that it differentiates with respect to. Every other floating-point parameter has a partial derivative of its own, or is {@link Constant} in
 * all of them. After the parameters there may be one for the result ({@link Result}).
 *
 * <p>Of the method the result is all that is differentiated: one that writes to arrays that are differentiated needs {@link Vjp} and {@link Jvp}.
 * The partial derivative must depend on nothing but its arguments, have no effect, and throw nothing where the method itself returns.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Partial {

    /** The name of the method that this is a partial derivative of. */
    String value();

    /**
     * Whether the partial derivative can be infinite where the method is finite, as that of a square root is at zero. Then in all that the
     * argument is computed from a partial derivative of zero makes zero of an infinite adjoint, and not NaN.
     */
    boolean steep() default false;
}
