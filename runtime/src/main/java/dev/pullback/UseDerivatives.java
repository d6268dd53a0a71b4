package dev.pullback;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names classes of rules ({@link DerivativesOf}) that hold for the differentiable code in a method, a class or a package. The nearest ones win. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE})
public @interface UseDerivatives {

    /** The classes with the rules. */
    Class<?>[] value();
}
