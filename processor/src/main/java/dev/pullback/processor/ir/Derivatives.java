package dev.pullback.processor.ir;

import java.util.List;
import java.util.Optional;

/** Where the derivative of a method that is called comes from. */
public sealed interface Derivatives {

    /** Who wrote a companion. */
    enum Author {
        /** This processor: the derivative is that of the method's body. */
        PROCESSOR,
        /** A user, for a method that the processor does not look into. */
        USER
    }

    /**
     * A class with a method for each mode.
     *
     * @param type fully qualified name of the class, nested classes by dots
     * @param vjp name of the method that returns the pullback
     * @param jvp name of the method of the forward mode
     * @param pullback the type of the pullback
     * @param both what the forward mode returns, value and tangent, if it returns both
     * @param cotangents what the pullback returns for several scalar parameters
     * @param accessors for each parameter the accessor of its cotangent in that, if it has one
     */
    record Companion(
            Author author,
            String type,
            String vjp,
            String jvp,
            ObjectType pullback,
            ObjectType both,
            ObjectType cotangents,
            List<String> accessors)
            implements Derivatives {
        public Companion {
            accessors = List.copyOf(accessors);
        }
    }

    /**
     * A method for each partial derivative of a scalar.
     *
     * @param primal the method itself; of an instance method the receiver is the first parameter
     * @param partials for each parameter its partial derivative, if it has one
     */
    record Partials(Target primal, List<Optional<Partial>> partials) implements Derivatives {
        public Partials {
            partials = List.copyOf(partials);
        }
    }

    /**
     * A static method with the parameters of another that returns a partial derivative of that.
     *
     * @param result whether it wants the result too, as its last argument
     * @param steepness whether it can be infinite where the method itself is finite
     */
    record Partial(Target method, Result result, Steepness steepness) {
        /** Whether a partial derivative is computed from the arguments alone. */
        public enum Result {
            UNUSED,
            LAST_ARGUMENT
        }

        /** What is known of the size of a partial derivative. */
        public enum Steepness {
            FINITE,
            MAY_BE_INFINITE
        }
    }

    /** The derivative is zero by the user's will: the result is a copy that has nothing to do with the arguments. */
    record Stopped(Target primal) implements Derivatives {}
}
