package dev.pullback.processor.lower;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.pullback.processor.ir.GeneratedNames;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Which records take part in differentiable code, and why others that want to cannot. */
public final class Records {

    private static final String DIFFERENTIABLE = "dev.pullback.Differentiable";
    private static final String CONSTANT = "dev.pullback.Constant";

    private Records() {}

    /**
     * What is wrong with a record.
     *
     * @param at what to report it at: an element, or the path of a part of the record's source
     */
    public record Flaw(Object at, String what, String advice) {}

    /** Whether a class is a record that wants to be differentiated. */
    public static boolean isAnnotated(Element type) {
        return type.getKind() == ElementKind.RECORD && has(type, DIFFERENTIABLE);
    }

    static boolean has(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(a -> a.getAnnotationType().toString().equals(annotation));
    }

    /** The record that an accessor, constructor or method belongs to, if that takes part in differentiable code. */
    static Optional<RecordType> declaring(ExecutableElement member) {
        return member.getEnclosingElement() instanceof TypeElement type ? of(type) : Optional.empty();
    }

    /** Whether a method is the accessor of a component. */
    static boolean isAccessor(ExecutableElement method) {
        return method.getKind() == ElementKind.METHOD
                && method.getParameters().isEmpty()
                && !method.getModifiers().contains(Modifier.STATIC)
                && declaring(method)
                        .filter(record -> record.components().stream()
                                .anyMatch(component -> method.getSimpleName().contentEquals(component.name())))
                        .isPresent();
    }

    /** Whether a constructor is given the components. */
    static boolean isCanonical(ExecutableElement constructor) {
        TypeElement type = (TypeElement) Objects.requireNonNull(constructor.getEnclosingElement());
        List<? extends RecordComponentElement> components = type.getRecordComponents();
        List<? extends VariableElement> parameters = constructor.getParameters();
        if (components.size() != parameters.size()) {
            return false;
        }
        for (int i = 0; i < components.size(); i++) {
            if (!IrTypes.of(components.get(i).asType())
                    .equals(IrTypes.of(parameters.get(i).asType()))) {
                return false;
            }
        }
        return true;
    }

    /** The record as a type of the IR; empty for all classes but annotated records whose declaration allows it. */
    static Optional<RecordType> of(TypeElement type) {
        return isAnnotated(type) && flaw(type).isEmpty() ? Optional.of(recordType(type)) : Optional.empty();
    }

    /** The same of a record whose declaration is known to allow it. */
    public static RecordType recordType(TypeElement type) {
        List<RecordType.Component> components = new ArrayList<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            Type own = IrTypes.of(component.asType());
            components.add(
                    new RecordType.Component(component.getSimpleName().toString(), own, has(component, CONSTANT)));
        }
        return new RecordType(type.getQualifiedName().toString(), tangent(type), components);
    }

    /** The fully qualified name of the generated record. */
    public static String tangent(TypeElement type) {
        LinkedList<String> names = new LinkedList<>();
        Element at = type;
        while (!(at instanceof PackageElement home)) {
            names.addFirst(at.getSimpleName().toString());
            at = Objects.requireNonNull(at.getEnclosingElement());
        }
        String name = GeneratedNames.tangentName(names);
        return home.isUnnamed() ? name : home.getQualifiedName() + "." + name;
    }

    /** Whether the header of an annotated record allows that it is differentiated, so that its record of tangents can exist. */
    public static boolean isWellFormed(TypeElement type) {
        return flaw(type).isEmpty();
    }

    /** The types of the components of a record and of the annotated records in it. */
    public static Set<TypeMirror> componentTypes(TypeElement type) {
        Set<TypeMirror> types = new LinkedHashSet<>();
        collect(type, types, new HashSet<>());
        return types;
    }

    private static void collect(TypeElement type, Set<TypeMirror> types, Set<TypeElement> seen) {
        if (!seen.add(type)) {
            return;
        }
        for (RecordComponentElement component : type.getRecordComponents()) {
            types.add(component.asType());
            if (component.asType() instanceof DeclaredType inner && isAnnotated(inner.asElement())) {
                collect((TypeElement) inner.asElement(), types, seen);
            }
        }
    }

    /** Whether the record or a type in it is still to be generated by somebody. */
    public static boolean isIncomplete(TypeElement type) {
        return componentTypes(type).stream().anyMatch(component -> component.getKind() == TypeKind.ERROR);
    }

    // --- what is wrong

    /** Everything that is wrong with a record that is annotated. */
    public static Optional<Flaw> flaw(TypeElement type, Trees trees, Elements elements) {
        Optional<Flaw> flaw = flaw(type);
        if (flaw.isPresent()) {
            return flaw;
        }
        for (RecordComponentElement component : type.getRecordComponents()) {
            if (component.asType() instanceof DeclaredType inner
                    && isAnnotated(inner.asElement())
                    && flaw((TypeElement) inner.asElement(), trees, elements).isPresent()) {
                return Optional.of(flawedComponent(component));
            }
        }
        TreePath path = trees.getPath(type);
        if (path != null && path.getLeaf() instanceof ClassTree) {
            return RecordBodies.flaw(path, type);
        }
        return elements.getTypeElement(tangent(type)) != null
                ? Optional.empty()
                : Optional.of(new Flaw(
                        type,
                        "The record " + type.getSimpleName() + " of a library",
                        "It was compiled without its " + tangent(type)
                                + ". Compile it with this annotation processor."));
    }

    /** What is wrong with the header of a record. */
    private static Optional<Flaw> flaw(TypeElement type) {
        return flaw(type, List.of());
    }

    private static Optional<Flaw> flaw(TypeElement type, List<TypeElement> around) {
        if (!type.getTypeParameters().isEmpty()) {
            return Optional.of(new Flaw(type, "A generic record", "Write one for each type that it is used with."));
        }
        for (Element at = type; at instanceof TypeElement enclosing; at = at.getEnclosingElement()) {
            if (enclosing.getModifiers().contains(Modifier.PRIVATE)) {
                return Optional.of(new Flaw(
                        type,
                        enclosing == type ? "A private record" : "A record in a private class",
                        "The generated classes have to name it. Drop \"private\" of " + enclosing.getSimpleName()
                                + "."));
            } else if (enclosing.getNestingKind() == NestingKind.LOCAL) {
                return Optional.of(new Flaw(type, Fence.LOCAL_CLASS.what(), Fence.LOCAL_CLASS.advice()));
            }
        }
        List<TypeElement> path = new ArrayList<>(around);
        path.add(type);
        boolean active = false;
        for (RecordComponentElement component : type.getRecordComponents()) {
            Optional<Flaw> flaw = flaw(component, path);
            if (flaw.isPresent()) {
                return flaw;
            }
            active |= !has(component, CONSTANT) && isActive(component.asType());
        }
        return active
                ? Optional.empty()
                : Optional.of(new Flaw(
                        type,
                        "A record without a component that has a derivative",
                        "Remove @Differentiable: other records are passed through as they are."));
    }

    private static Optional<Flaw> flaw(RecordComponentElement component, List<TypeElement> path) {
        TypeMirror type = component.asType();
        if (isArrayOfRecords(type)) {
            return Optional.of(new Flaw(component, Fence.RECORD_ARRAY.what(), Fence.RECORD_ARRAY.advice()));
        }
        if (!(type instanceof DeclaredType declared) || !isAnnotated(declared.asElement())) {
            return Optional.empty();
        }
        TypeElement inner = (TypeElement) declared.asElement();
        if (path.contains(inner)) {
            return Optional.of(new Flaw(
                    component,
                    "A record that contains itself",
                    "Its tangents would never end. Keep the numbers in arrays."));
        }
        return flaw(inner, path).map(flaw -> flawedComponent(component));
    }

    private static Flaw flawedComponent(RecordComponentElement component) {
        return new Flaw(
                component,
                "A record in which there is one with an error in its declaration",
                "See what is said of " + component.asType() + ", or declare the component as numbers and arrays.");
    }

    private static boolean isActive(TypeMirror type) {
        if (type instanceof DeclaredType declared && isAnnotated(declared.asElement())) {
            return ((TypeElement) declared.asElement())
                    .getRecordComponents().stream().anyMatch(c -> !has(c, CONSTANT) && isActive(c.asType()));
        }
        return IrTypes.of(type).differentiable();
    }

    /** Whether an array leads to records that want to be differentiated. */
    static boolean isArrayOfRecords(TypeMirror type) {
        TypeMirror at = type;
        while (at instanceof ArrayType array) {
            at = array.getComponentType();
        }
        return at != type && at instanceof DeclaredType declared && isAnnotated(declared.asElement());
    }
}
