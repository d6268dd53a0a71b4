package dev.pullback.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Types of the IR as JavaPoet's, so that it imports them.
 *
 * <p>From {@code a.B.C} alone nobody can tell whether {@code B} is a package or a class. What does not follow the convention in the plainest
 * way, packages in lower case and one class, is printed as it stands, except for the JDK's and our own.
 */
final class TypeNames {

    private TypeNames() {}

    static TypeName of(Type type) {
        if (type.equals(Callee.VOID)) {
            return TypeName.VOID;
        } else if (type instanceof ArrayType array) {
            return ArrayTypeName.of(of(array.element()));
        }
        return type instanceof Scalar scalar ? of(scalar) : parse(type.java());
    }

    private static TypeName of(Scalar scalar) {
        return switch (scalar) {
            case BOOLEAN -> TypeName.BOOLEAN;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case CHAR -> TypeName.CHAR;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
        };
    }

    /** A type that is given as Java source with fully qualified names. */
    static TypeName parse(String java) {
        String text = java.trim();
        if (text.equals("?")) {
            return WildcardTypeName.subtypeOf(Object.class);
        } else if (text.startsWith("? extends ")) {
            return WildcardTypeName.subtypeOf(parse(text.substring("? extends ".length())));
        } else if (text.startsWith("? super ")) {
            return WildcardTypeName.supertypeOf(parse(text.substring("? super ".length())));
        } else if (text.endsWith("[]")) {
            return ArrayTypeName.of(parse(text.substring(0, text.length() - 2)));
        }
        int open = text.indexOf('<');
        return open < 0 ? named(text) : parameterized(text, open);
    }

    private static TypeName parameterized(String text, int open) {
        TypeName raw = named(text.substring(0, open));
        if (!(raw instanceof ClassName name) || !text.endsWith(">")) {
            return TypeVariableName.get(text);
        }
        List<TypeName> arguments = new ArrayList<>();
        int depth = 0;
        int from = open + 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                depth++;
            } else if (depth == 0 && (c == ',' || c == '>')) {
                arguments.add(parse(text.substring(from, i)));
                from = i + 1;
            } else if (c == '>') {
                depth--;
            }
        }
        if (from != text.length()) {
            // Outer<A>.Inner<B>
            return TypeVariableName.get(text);
        }
        return ParameterizedTypeName.get(name, arguments.toArray(TypeName[]::new));
    }

    private static TypeName named(String text) {
        for (Scalar scalar : Scalar.values()) {
            if (scalar.java().equals(text)) {
                return of(scalar);
            }
        }
        String[] parts = text.split("\\.", -1);
        int first = 0;
        while (first < parts.length && !startsUpperCase(parts[first])) {
            first++;
        }
        int classes = parts.length - first;
        for (int i = first; i < parts.length; i++) {
            if (!startsUpperCase(parts[i])) {
                return TypeVariableName.get(text);
            }
        }
        boolean known = text.startsWith("java.") || text.startsWith("javax.") || text.startsWith("dev.pullback.");
        boolean companion = classes == 2 && parts[first].endsWith("Grad");
        if (classes != 1 && !(classes > 1 && (known || companion))) {
            return TypeVariableName.get(text);
        }
        String packageName = String.join(".", List.of(parts).subList(0, first));
        return ClassName.get(
                packageName,
                parts[first],
                List.of(parts).subList(first + 1, parts.length).toArray(String[]::new));
    }

    private static boolean startsUpperCase(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0)) && name.matches("\\w+");
    }
}
