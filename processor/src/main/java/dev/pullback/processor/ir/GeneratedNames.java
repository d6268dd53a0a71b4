package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the generated members of a method are called; nobody else makes up such a name.
 *
 * <pre>
 * class Outer.Model, double loss(double[], int)     Outer_ModelGrad
 *   lossVjp, LossVjp, lossJvp, LossJvp, lossGrad, LossGradient, lossValueAndGrad, LossValueAndGrad, lossGradInto, lossJacobian
 *   with another differentiable loss beside it: LossDoubleArrayIntVjp, LossDoubleArrayIntJvp, ...
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
     * The record in which the pullback returns the cotangents of several active scalars ({@link Callee#cotangentsType}): the gradient where
     * no active parameter is an array, else one of its own; empty where there are not several.
     */
    public static String cotangentsType(Signature signature) {
        List<Signature.Parameter> active = signature.parameters().stream()
                .filter(Signature.Parameter::active)
                .toList();
        long arrays = active.stream().filter(p -> p.type().isArray()).count();
        if (active.size() - arrays < 2) {
            return "";
        }
        return arrays == 0 ? gradientType(signature) : typePrefix(signature) + "Cotangents";
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
            signature.parameters().forEach(parameter -> prefix.append(simple(parameter.type())));
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

    private static String capitalised(String name) {
        int first = name.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toUpperCase(first))
                .append(name, Character.charCount(first), name.length())
                .toString();
    }
}
