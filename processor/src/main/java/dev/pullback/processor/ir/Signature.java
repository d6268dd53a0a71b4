package dev.pullback.processor.ir;

import java.util.List;

/**
 * A method as its callers see it.
 *
 * @param packageName empty for the unnamed package
 * @param classNames simple names of the declaring class, outermost first
 * @param name the method's name
 * @param visibility of the method, its classes and the types of its signature, the least
 * @param parameters in order, each record followed by its leaves
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
     * A parameter, or what is in one that is a record.
     *
     * @param constant whether it is annotated {@code @Constant}
     * @param path of a leaf: the accessors that lead to it from the record in front of it; empty for a parameter
     * @param mayBeNull of a record: whether the method itself looks at whether it is null, so that nothing in it may be read beforehand
     */
    public record Parameter(String name, Type type, boolean constant, List<String> path, boolean mayBeNull) {

        public Parameter {
            path = List.copyOf(path);
        }

        public Parameter(String name, Type type, boolean constant) {
            this(name, type, constant, List.of(), false);
        }

        /** The same record where null is none of the caller's mistakes. */
        private Parameter orNull() {
            return new Parameter(name, type, constant, path, type instanceof RecordType);
        }

        /** Whether it is what the method declares. */
        public boolean isGiven() {
            return path.isEmpty();
        }

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

    /** The same method, which looks at whether records are null. */
    public Signature withNullRecords() {
        return new Signature(
                packageName,
                classNames,
                name,
                visibility,
                parameters.stream().map(Parameter::orNull).toList(),
                result,
                thrown,
                varargs,
                order,
                overloaded,
                origin);
    }

    /** What the method declares. */
    public List<Parameter> given() {
        return parameters.stream().filter(Parameter::isGiven).toList();
    }

    /** The parameters, with what belongs to each of them. */
    public List<Layout.Group> groups() {
        return Layout.of(parameters.stream().map(Parameter::type).toList());
    }

    /** Whether a parameter is an independent variable, or holds one. */
    public boolean isActive(Layout.Group group) {
        return parameters.get(group.index()).active()
                || group.leaves().stream().anyMatch(i -> parameters.get(i).active());
    }

    /** For the result and, if it is a record, its leaves whether each has a cotangent. */
    public List<Boolean> activeResults() {
        return returnsNothing() ? List.of() : Layout.active(result);
    }

    public boolean returnsNothing() {
        return result.equals(Callee.VOID);
    }
}
