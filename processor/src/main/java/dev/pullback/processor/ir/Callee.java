package dev.pullback.processor.ir;

import java.util.List;

/**
 * A method whose derivative a caller uses.
 *
 * @param owner fully qualified name of the class that declares it, nested classes by dots
 * @param name the method's name
 * @param parameters types of all parameters, varargs as an array, each record followed by its leaves; of an instance method the receiver's
 *     first
 * @param active whether each parameter is an independent variable
 * @param result the type of the result, or {@code java.lang.Void} as an {@link ObjectType} for none
 * @param derivatives where its derivative comes from
 * @param effects what a caller must know of the body
 */
public record Callee(
        String owner,
        String name,
        List<Type> parameters,
        List<Boolean> active,
        Type result,
        Derivatives derivatives,
        Effects effects) {

    public static final Type VOID = new ObjectType("java.lang.Void");

    public Callee {
        parameters = List.copyOf(parameters);
        active = List.copyOf(active);
    }

    /**
     * A method with a generated companion.
     *
     * @param companion fully qualified name of the class that has its derivatives
     * @param vjpType simple name of the nested pullback type in the companion, {@code LossVjp}
     * @param jvpType simple name of the nested record that the forward mode returns, if it does return one
     * @param cotangentsType simple name of the nested record in which the pullback returns the cotangents of several scalar parameters: what
     *     {@code apply} returns if no active parameter is an array, else what {@code applyInto} returns; empty where there are not several
     * @param parameterNames names of all parameters; those of active scalars are the accessors of that record
     */
    public Callee(
            String owner,
            String companion,
            String name,
            List<Type> parameters,
            List<Boolean> active,
            Type result,
            String vjpType,
            String jvpType,
            String cotangentsType,
            List<String> parameterNames,
            Effects effects) {
        this(
                owner,
                name,
                parameters,
                active,
                result,
                new Derivatives.Companion(
                        Derivatives.Author.PROCESSOR,
                        companion,
                        name + "Vjp",
                        name + "Jvp",
                        new ObjectType(companion + "." + vjpType),
                        new ObjectType(companion + "." + jvpType),
                        new ObjectType(companion + "." + cotangentsType),
                        parameterNames),
                effects);
    }

    /** For the result and, if it is a record, its leaves whether each has a cotangent. */
    public List<Boolean> activeResults() {
        return result.equals(VOID)
                ? List.of()
                : isDifferentiated() ? Layout.active(result) : List.of(result.differentiable());
    }

    /** The parameters that the method declares, with what belongs to each of them. */
    public List<Layout.Group> groups() {
        return Layout.of(parameters);
    }

    /** Whether the derivative is that of the method's own body, which this processor makes or has made. */
    public boolean isDifferentiated() {
        return derivatives instanceof Derivatives.Companion companion
                && companion.author() == Derivatives.Author.PROCESSOR;
    }

    /** The class with its derivatives. */
    public Derivatives.Companion companion() {
        if (derivatives instanceof Derivatives.Companion companion) {
            return companion;
        }
        throw new IllegalStateException(name + " has no companion");
    }

    /** The same method with other effects. */
    public Callee with(Effects known) {
        return new Callee(owner, name, parameters, active, result, derivatives, known);
    }
}
