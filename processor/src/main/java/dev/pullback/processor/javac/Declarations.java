package dev.pullback.processor.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Refuses declarations that cannot be differentiated whatever their bodies are. */
public final class Declarations {

    /** The virtual machine's limit (JVMS 4.3.3), a receiver counted. */
    private static final int MOST_SLOTS = 254;

    private Declarations() {}

    public static void check(ExecutableElement method, Signature signature, Problems problems) {
        Origin origin = signature.origin();
        Set<Modifier> modifiers = method.getModifiers();
        if (!modifiers.contains(Modifier.STATIC)) {
            refuse(
                    problems,
                    origin,
                    "An instance method",
                    "Make it static, and pass what it uses of its object as parameters.");
        }
        if (modifiers.contains(Modifier.PRIVATE)) {
            refuse(
                    problems,
                    origin,
                    "A private method",
                    "Drop \"private\": the generated class calls it from outside.");
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
            if (type.getModifiers().contains(Modifier.PRIVATE)) {
                refuse(
                        problems,
                        origin,
                        "A method of a private class",
                        "Drop \"private\" of " + type.getSimpleName() + ".");
            }
        }
        checkHelper(method, signature, problems);
        if (signature.order() != 1) {
            refuse(
                    problems,
                    origin,
                    "A method to order " + signature.order(),
                    "Only order 1 is offered so far. Write order = 1.");
        }
        nothingToDifferentiate(signature, problems);
    }

    /** A source file may be nothing but members (JEP 512); its class then has a name that no other class can use. */
    public static boolean hasNoDeclaration(TypeElement topLevel, Trees trees) {
        TreePath path = trees.getPath(topLevel);
        if (path == null || !(path.getLeaf() instanceof ClassTree tree)) {
            return false;
        }
        ModifiersTree modifiers = tree.getModifiers();
        long written = trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), modifiers);
        return modifiers.getFlags().contains(Modifier.FINAL) && written < 0;
    }

    public static void refuseWithoutDeclaration(Signature signature, Problems problems) {
        refuse(
                problems,
                signature.origin(),
                "A method of a file that declares no class",
                "The generated class cannot name it. Declare a class around it.");
    }

    /** What keeps even a method that nobody annotated from being differentiated. */
    public static void checkHelper(ExecutableElement method, Signature signature, Problems problems) {
        Origin origin = signature.origin();
        privateType(method)
                .ifPresent(type -> refuse(
                        problems,
                        origin,
                        "A method with the private type " + type.getSimpleName() + " in its signature",
                        "Drop \"private\" of " + type.getSimpleName() + ": the generated class has to name it."));
        if (slots(signature) > MOST_SLOTS) {
            refuse(
                    problems,
                    origin,
                    "A method with so many parameters",
                    "Its derivative would have more than Java allows. Pass arrays.");
        }
    }

    /** Whether another class could have methods with the same parameters and some more. */
    public static boolean canBeStub(ExecutableElement method, Signature signature) {
        return privateType(method).isEmpty() && slots(signature) <= MOST_SLOTS;
    }

    /** What is wrong with annotating a class that is not a record. */
    public static Problems.Report ofType() {
        return new Problems.Report(
                Problem.UNSUPPORTED,
                Origin.NONE,
                List.of("A class that is not a record", "Annotate its static methods."));
    }

    private static Optional<TypeElement> privateType(ExecutableElement method) {
        Stream<TypeMirror> parameters = method.getParameters().stream().map(VariableElement::asType);
        Stream<TypeMirror> out = Stream.concat(Stream.of(method.getReturnType()), method.getThrownTypes().stream());
        return Stream.concat(parameters, out)
                .flatMap(Declarations::named)
                .filter(type -> type.getModifiers().contains(Modifier.PRIVATE))
                .findFirst();
    }

    /** The classes that one has to name to name a type. */
    private static Stream<TypeElement> named(TypeMirror type) {
        if (type instanceof javax.lang.model.type.ArrayType array) {
            return named(array.getComponentType());
        }
        return type instanceof DeclaredType declared ? named(declared) : Stream.empty();
    }

    private static Stream<TypeElement> named(DeclaredType declared) {
        Stream.Builder<TypeElement> around = Stream.builder();
        for (Element at = declared.asElement(); at instanceof TypeElement element; at = at.getEnclosingElement()) {
            around.add(element);
        }
        return Stream.concat(
                around.build(), declared.getTypeArguments().stream().flatMap(Declarations::named));
    }

    /** How many parameter slots the forward mode needs: one more parameter for each active one, and two slots for some types. */
    private static int slots(Signature signature) {
        return signature.groups().stream()
                .mapToInt(group -> (group.type() == Scalar.DOUBLE || group.type() == Scalar.LONG ? 2 : 1)
                        * (signature.isActive(group) ? 2 : 1))
                .sum();
    }

    private static void nothingToDifferentiate(Signature signature, Problems problems) {
        boolean input = signature.parameters().stream().anyMatch(Signature.Parameter::active);
        boolean output = signature.activeResults().contains(true)
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
