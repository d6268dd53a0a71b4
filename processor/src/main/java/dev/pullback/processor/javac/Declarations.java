package dev.pullback.processor.javac;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** Refuses declarations that cannot be differentiated whatever their bodies are. */
public final class Declarations {

    private Declarations() {}

    public static void check(ExecutableElement method, Signature signature, Problems problems) {
        Origin origin = signature.origin();
        Set<Modifier> modifiers = method.getModifiers();
        if (!modifiers.contains(Modifier.STATIC)) {
            refuse(problems, origin, "An instance method", "Make it static, and pass what it uses of its object as parameters.");
        }
        if (modifiers.contains(Modifier.PRIVATE)) {
            refuse(problems, origin, "A private method", "Drop \"private\": the generated class calls it from outside.");
        }
        if (modifiers.contains(Modifier.NATIVE) || modifiers.contains(Modifier.ABSTRACT)) {
            refuse(problems, origin, "A method without a body", "Write a body in Java.");
        }
        if (modifiers.contains(Modifier.SYNCHRONIZED)) {
            refuse(problems, origin, "A synchronized method", "Synchronize where it is called.");
        }
        if (!method.getTypeParameters().isEmpty()) {
            refuse(problems, origin, "A generic method", "Write it for the types that it is used with.");
        }
        for (Element at = method.getEnclosingElement(); at instanceof TypeElement type; at = at.getEnclosingElement()) {
            if (type.getNestingKind() == NestingKind.LOCAL || type.getNestingKind() == NestingKind.ANONYMOUS) {
                refuse(problems, origin, "A method of a local class", "Move the class to the top level or into a class.");
            } else if (type.getModifiers().contains(Modifier.PRIVATE)) {
                refuse(problems, origin, "A method of a private class", "Drop \"private\" of " + type.getSimpleName() + ".");
            }
        }
        if (signature.order() != 1) {
            refuse(problems, origin, "A method to order " + signature.order(), "Only order 1 is offered so far.");
        }
        nothingToDifferentiate(signature, problems);
    }

    /** A record, until records can be differentiated. */
    public static void checkType(Element type, Origin origin, Problems problems) {
        boolean record = type.getKind() == ElementKind.RECORD;
        refuse(
                problems,
                origin,
                record ? "A record" : "A class",
                record ? "Pass its components, or arrays of them, for now." : "Annotate its static methods.");
    }

    private static void nothingToDifferentiate(Signature signature, Problems problems) {
        boolean input = signature.parameters().stream().anyMatch(Signature.Parameter::active);
        boolean output = signature.result().differentiable()
                || signature.parameters().stream().anyMatch(p -> p.active() && p.type() instanceof ArrayType);
        if (!input) {
            problems.report(Problem.NO_ACTIVE_PARAMETER, signature.origin(), signature.name());
        } else if (!output) {
            problems.report(Problem.NOTHING_TO_DIFFERENTIATE, signature.origin(), signature.name());
        }
    }

    private static void refuse(Problems problems, Origin origin, String what, String advice) {
        problems.report(Problem.UNSUPPORTED, origin, what, advice);
    }
}
