package dev.pullback.processor.javac;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.lower.IrTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Turns a method's declaration into a {@link Signature}. */
public final class Signatures {

    public static final String DIFFERENTIABLE = "dev.pullback.Differentiable";
    public static final String CONSTANT = "dev.pullback.Constant";
    public static final String GENERATED_DERIVATIVE = "dev.pullback.GeneratedDerivative";
    public static final String GENERATED_OBSERVERS = "dev.pullback.GeneratedObservers";

    private final Trees trees;

    public Signatures(Trees trees) {
        this.trees = trees;
    }

    public Signature of(ExecutableElement method) {
        List<Signature.Parameter> parameters = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            parameters.add(new Signature.Parameter(
                    parameter.getSimpleName().toString(),
                    IrTypes.of(parameter.asType()),
                    Annotations.has(parameter, CONSTANT)));
        }
        parameters = withLeaves(parameters);
        return new Signature(
                packageOf(method).getQualifiedName().toString(),
                classNames(enclosing(method)),
                method.getSimpleName().toString(),
                isPublic(method) ? Signature.Visibility.PUBLIC : Signature.Visibility.PACKAGE,
                parameters,
                IrTypes.of(method.getReturnType()),
                method.getThrownTypes().stream()
                        .map(type -> IrTypes.of(type).java())
                        .toList(),
                method.isVarArgs(),
                Annotations.order(method),
                isOverloaded(method),
                origin(method, method));
    }

    /** Each record is followed by what is in it, under names that no other parameter has. */
    private static List<Signature.Parameter> withLeaves(List<Signature.Parameter> given) {
        Set<String> names = new HashSet<>();
        given.forEach(parameter -> names.add(parameter.name()));
        List<Signature.Parameter> all = new ArrayList<>();
        for (Signature.Parameter parameter : given) {
            all.add(parameter);
            if (parameter.type() instanceof RecordType record) {
                for (RecordType.Leaf leaf : record.leaves()) {
                    String name = RecordType.leafName(parameter.name(), leaf.path());
                    String free = name;
                    for (int i = 2; !names.add(free); i++) {
                        free = name + i;
                    }
                    boolean constant = leaf.constant() || parameter.constant();
                    all.add(new Signature.Parameter(free, leaf.type(), constant, leaf.path(), false));
                }
            }
        }
        return all;
    }

    /** The place of a declaration. */
    public Origin origin(Element declaration, ExecutableElement method) {
        TreePath path = trees.getPath(declaration);
        if (path == null) {
            return new Origin(topLevel(method).getSimpleName() + ".java", 0, "", null);
        }
        long position = trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), path.getLeaf());
        int line = (int) path.getCompilationUnit().getLineMap().getLineNumber(Math.max(0, position));
        String file = path.getCompilationUnit().getSourceFile().getName();
        return new Origin(file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1), line, "", path);
    }

    /** What declares a member, a class or a nested class. */
    private static Element enclosing(Element element) {
        return Objects.requireNonNull(element.getEnclosingElement());
    }

    public static PackageElement packageOf(Element element) {
        Element at = element;
        while (!(at instanceof PackageElement)) {
            at = enclosing(at);
        }
        return (PackageElement) at;
    }

    /** The class that declares a method. */
    public static TypeElement ownerOf(ExecutableElement method) {
        if (method.getEnclosingElement() instanceof TypeElement type) {
            return type;
        }
        throw new IllegalArgumentException("not a method of a class: " + method);
    }

    /** The top-level class around a member. */
    public static TypeElement topLevel(Element element) {
        Element at = element;
        while (enclosing(at).getKind() != ElementKind.PACKAGE) {
            at = enclosing(at);
        }
        return (TypeElement) at;
    }

    /** The fully qualified name of the class of a method. */
    public static String ownerOf(Signature signature) {
        String prefix = signature.packageName().isEmpty() ? "" : signature.packageName() + ".";
        return prefix + String.join(".", signature.classNames());
    }

    /** Simple names of a class and those around it, outermost first. */
    public static List<String> classNames(Element type) {
        LinkedList<String> names = new LinkedList<>();
        for (Element at = type; !(at instanceof PackageElement); at = enclosing(at)) {
            names.addFirst(at.getSimpleName().toString());
        }
        return names;
    }

    private static boolean isPublic(ExecutableElement method) {
        boolean types = isPublic(method.getReturnType())
                && method.getParameters().stream().allMatch(parameter -> isPublic(parameter.asType()))
                && method.getThrownTypes().stream().allMatch(Signatures::isPublic);
        return types && isPublic((Element) method);
    }

    private static boolean isPublic(@Nullable Element element) {
        for (Element at = element; at != null && !(at instanceof PackageElement); at = at.getEnclosingElement()) {
            boolean inInterface = at.getEnclosingElement() != null
                    && at.getEnclosingElement().getKind().isInterface();
            if (!inInterface && !at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPublic(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isPublic(array.getComponentType());
        }
        if (type.getKind() == TypeKind.DECLARED && type instanceof DeclaredType declared) {
            return isPublic(declared.asElement())
                    && declared.getTypeArguments().stream().allMatch(Signatures::isPublic);
        }
        return true;
    }

    private static boolean isOverloaded(ExecutableElement method) {
        return Annotations.has(method, DIFFERENTIABLE)
                && ElementFilter.methodsIn(enclosing(method).getEnclosedElements()).stream()
                                .filter(other -> other.getSimpleName().equals(method.getSimpleName()))
                                .filter(other -> Annotations.has(other, DIFFERENTIABLE))
                                .count()
                        > 1;
    }
}
