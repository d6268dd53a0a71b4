package dev.pullback.processor.lower;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Types of javac as types of the IR. A type that Java source cannot name (a captured wildcard, an intersection) becomes the nearest one
 * above it that it can.
 */
public final class IrTypes {

    /** An inferred type can contain itself; below this depth a wildcard stands for the rest. */
    private static final int DEEPEST = 6;

    private IrTypes() {}

    /** The type of a value; {@link Callee#VOID} for {@code void}. */
    public static Type of(TypeMirror type) {
        return switch (type.getKind()) {
            case BOOLEAN, BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE ->
                Scalar.valueOf(type.getKind().name());
            case ARRAY -> new ArrayType(of(((javax.lang.model.type.ArrayType) type).getComponentType()));
            case VOID -> Callee.VOID;
            case NULL -> ObjectType.OBJECT;
            case DECLARED -> {
                DeclaredType declared = (DeclaredType) type;
                Optional<RecordType> record = Records.of((TypeElement) declared.asElement());
                yield record.isPresent() ? record.get() : new ObjectType(source(type, 0));
            }
            default -> new ObjectType(source(type, 0));
        };
    }

    /** The same for code that is not looked into: records are objects there. */
    public static Type passive(TypeMirror type) {
        Type found = of(type);
        return found instanceof RecordType record ? new ObjectType(record.java()) : found;
    }

    /** What a type argument is known to be at least. */
    static Type bound(TypeMirror argument) {
        if (argument instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null ? ObjectType.OBJECT : of(wildcard.getExtendsBound());
        }
        return of(argument);
    }

    private static String source(TypeMirror type, int depth) {
        return switch (type.getKind()) {
            case DECLARED -> declared((DeclaredType) type, depth);
            case ARRAY -> source(((javax.lang.model.type.ArrayType) type).getComponentType(), depth) + "[]";
            case TYPEVAR -> source(((TypeVariable) type).getUpperBound(), depth + 1);
            case INTERSECTION -> source(((IntersectionType) type).getBounds().get(0), depth + 1);
            case BOOLEAN, BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE ->
                Scalar.valueOf(type.getKind().name()).java();
            default -> type.toString();
        };
    }

    private static String declared(DeclaredType type, int depth) {
        TypeElement element = (TypeElement) type.asElement();
        boolean inner = type.getEnclosingType() instanceof DeclaredType outer
                && !outer.getTypeArguments().isEmpty();
        String name = inner
                ? declared((DeclaredType) type.getEnclosingType(), depth) + "." + element.getSimpleName()
                : element.getQualifiedName().toString();
        if (type.getTypeArguments().isEmpty()) {
            return name;
        }
        return type.getTypeArguments().stream()
                .map(argument -> argument(argument, depth + 1))
                .collect(Collectors.joining(", ", name + "<", ">"));
    }

    private static String argument(TypeMirror type, int depth) {
        if (depth > DEEPEST) {
            return "?";
        } else if (type instanceof WildcardType wildcard) {
            return wildcard(wildcard.getExtendsBound(), wildcard.getSuperBound(), depth);
        } else if (type instanceof TypeVariable captured) {
            boolean lower = captured.getLowerBound().getKind() != TypeKind.NULL;
            return lower
                    ? wildcard(null, captured.getLowerBound(), depth)
                    : wildcard(captured.getUpperBound(), null, depth);
        } else if (type instanceof IntersectionType) {
            return wildcard(type, null, depth);
        }
        return source(type, depth);
    }

    private static String wildcard(@Nullable TypeMirror above, @Nullable TypeMirror below, int depth) {
        if (below != null) {
            return "? super " + source(below, depth);
        }
        String bound = above == null ? "java.lang.Object" : source(above, depth);
        return bound.equals("java.lang.Object") ? "?" : "? extends " + bound;
    }
}
