package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the generated members of a method are called; nobody else makes up such a name.
 *
 * <pre>
 * class Outer.Model, double loss(double[], int)     Outer_ModelGrad
 *   lossVjp, LossVjp, lossJvp, LossJvp, lossGrad, LossGradient, lossValueAndGrad, LossValueAndGrad, lossGradInto, lossJacobian
 *   with another differentiable loss beside it: LossDoubleArrayIntVjp, LossDoubleArrayIntJvp, ...
 * record Outer.Quote                                Outer_QuoteTangent
 * </pre>
 */
public final class GeneratedNames {

    /** What no component of a record may be called (JLS 8.10.1). */
    private static final Set<String> NOT_FOR_COMPONENTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private GeneratedNames() {}

    /** The simple name of the class that has the derivatives of a class's methods. */
    public static String companionName(List<String> classNames) {
        return String.join("_", classNames) + "Grad";
    }

    /** The simple name of the record that has the tangents and cotangents of a record's components. */
    public static String tangentName(List<String> classNames) {
        return String.join("_", classNames) + "Tangent";
    }

    /** The simple name of the companion class. */
    public static String companionName(Signature signature) {
        return companionName(signature.classNames());
    }

    /** The fully qualified name of the companion class. */
    public static String companion(Signature signature) {
        String prefix = signature.packageName().isEmpty() ? "" : signature.packageName() + ".";
        return prefix + companionName(signature);
    }

    public static String vjpMethod(Signature signature) {
        return signature.name() + "Vjp";
    }

    public static String jvpMethod(Signature signature) {
        return signature.name() + "Jvp";
    }

    public static String gradMethod(Signature signature) {
        return signature.name() + "Grad";
    }

    public static String valueAndGradMethod(Signature signature) {
        return signature.name() + "ValueAndGrad";
    }

    public static String gradIntoMethod(Signature signature) {
        return signature.name() + "GradInto";
    }

    public static String jacobianMethod(Signature signature) {
        return signature.name() + "Jacobian";
    }

    /** The pullback. */
    public static String vjpType(Signature signature) {
        return typePrefix(signature) + "Vjp";
    }

    /** Value and tangent; only where the result is active. */
    public static String jvpType(Signature signature) {
        return typePrefix(signature) + "Jvp";
    }

    /** The cotangents of all active parameters; only where there are several. */
    public static String gradientType(Signature signature) {
        return typePrefix(signature) + "Gradient";
    }

    public static String valueAndGradType(Signature signature) {
        return typePrefix(signature) + "ValueAndGrad";
    }

    /**
     * The nested record in which the pullback returns the cotangents of several active scalars: the gradient where no active parameter is or
     * holds an array, else one of its own; empty where there are not several, or where they are in one record.
     */
    public static String cotangentsType(Signature signature) {
        List<Signature.Parameter> active = active(signature);
        long scalars = active.stream().filter(p -> !p.type().isArray()).count();
        if (scalars == active.size()) {
            return activeGroups(signature).size() > 1 ? gradientType(signature) : "";
        }
        return scalars > 1 ? typePrefix(signature) + "Cotangents" : "";
    }

    /** The record that the pullback returns where {@link #cotangentsType} says of none: that of the tangents of the only active parameter. */
    public static Optional<ObjectType> cotangents(Signature signature) {
        boolean scalars = active(signature).stream().noneMatch(p -> p.type().isArray());
        return scalars
                ? activeGroups(signature).stream()
                        .map(Layout.Group::type)
                        .filter(RecordType.class::isInstance)
                        .map(type -> ((RecordType) type).tangentType())
                        .findFirst()
                : Optional.empty();
    }

    /**
     * For each parameter the component of what the pullback returns that has its cotangent; empty where that is returned alone, or is in the
     * record of tangents of its parameter.
     */
    public static List<String> accessors(Signature signature) {
        List<String> components = componentNames(signature);
        boolean scalars = active(signature).stream().noneMatch(p -> p.type().isArray());
        boolean several = !cotangentsType(signature).isEmpty();
        List<String> accessors = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            boolean own = several && !(scalars && !signature.parameters().get(i).isGiven());
            accessors.add(own ? components.get(i) : "");
        }
        return accessors;
    }

    /** Whether the record of {@link #cotangentsType} has a component for a parameter, or for what is in one. */
    public static boolean hasCotangentComponent(Signature signature, int parameter) {
        boolean scalars = active(signature).stream().noneMatch(p -> p.type().isArray());
        Signature.Parameter own = signature.parameters().get(parameter);
        return scalars
                ? activeGroups(signature).stream().anyMatch(group -> group.index() == parameter)
                : own.active() && !own.type().isArray();
    }

    private static List<Signature.Parameter> active(Signature signature) {
        return signature.parameters().stream()
                .filter(Signature.Parameter::active)
                .toList();
    }

    private static List<Layout.Group> activeGroups(Signature signature) {
        return signature.groups().stream().filter(signature::isActive).toList();
    }

    /**
     * The components of the records above that belong to the parameters, one for each parameter: the parameter's name, with a digit where a
     * record cannot have a component of that name.
     */
    public static List<String> componentNames(Signature signature) {
        List<String> parameters =
                signature.parameters().stream().map(Signature.Parameter::name).toList();
        List<String> components = new ArrayList<>();
        for (String name : parameters) {
            String component = name;
            for (int i = 2;
                    NOT_FOR_COMPONENTS.contains(name) && (component.equals(name) || parameters.contains(component));
                    i++) {
                component = name + i;
            }
            components.add(component);
        }
        return components;
    }

    private static String typePrefix(Signature signature) {
        StringBuilder prefix = new StringBuilder(capitalised(signature.name()));
        if (signature.overloaded()) {
            signature.given().forEach(parameter -> prefix.append(simple(parameter.type())));
        }
        return prefix.toString();
    }

    private static String simple(Type type) {
        if (type instanceof ArrayType array) {
            return simple(array.element()) + "Array";
        }
        String erased = type.java().replaceAll("<.*>", "");
        return capitalised(erased.substring(erased.lastIndexOf('.') + 1));
    }

    static String capitalised(String name) {
        int first = name.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toUpperCase(first))
                .append(name, Character.charCount(first), name.length())
                .toString();
    }
}
