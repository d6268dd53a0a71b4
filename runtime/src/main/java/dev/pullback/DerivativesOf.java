package dev.pullback;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that the class holds rules: how methods of another class, which is not looked into, are differentiated. The rules are its static methods
 * with {@link Partial}, or with {@link Jvp} and {@link Vjp}. They hold where {@link UseDerivatives} names the class, and nowhere else.
 *
 * <pre>
 * {@literal @}DerivativesOf(Erf.class)
 * final class ErfRules {
 *
 *   {@literal @}Partial("erf")
 *   static double erf({@literal @}Wrt double x) {
 *     return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
 *   }
 * }
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DerivativesOf {

    /** The class whose methods the rules are for: those that it declares, and those that it inherits. */
    Class<?> value();
}
