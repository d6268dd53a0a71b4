package dev.pullback.processor.ir;

import java.util.List;

/**
 * A method as its callers see it.
 *
 * @param packageName empty for the unnamed package
 * @param classNames simple names of the declaring class, outermost first
 * @param name the method's name
 * @param visibility of the method, its classes and the types of its signature, the least
 * @param parameters in order
 * @param result its type, {@link Callee#VOID} for none
 * @param thrown fully qualified names of the declared exceptions
 * @param varargs whether the last parameter is one
 * @param order the highest order of derivative that was asked for
 * @param overloaded whether another differentiable method of the class has the same name, so that generated nested types carry the
 *     parameter types
 * @param origin the declaration
 */
public record Signature(
        String packageName,
        List<String> classNames,
        String name,
        Visibility visibility,
        List<Parameter> parameters,
        Type result,
        List<String> thrown,
        boolean varargs,
        int order,
        boolean overloaded,
        Origin origin) {

    /** Who can see a member. */
    public enum Visibility {
        PUBLIC,
        PACKAGE
    }

    /**
     * A parameter.
     *
     * @param constant whether it is annotated {@code @Constant}
     */
    public record Parameter(String name, Type type, boolean constant) {

        /** Whether it is an independent variable. */
        public boolean active() {
            return type.differentiable() && !constant;
        }
    }

    public Signature {
        classNames = List.copyOf(classNames);
        parameters = List.copyOf(parameters);
        thrown = List.copyOf(thrown);
    }

    public boolean returnsNothing() {
        return result.equals(Callee.VOID);
    }
}
