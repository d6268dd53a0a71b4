package dev.pullback.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;

/** Types of the IR as JavaPoet's. */
final class JavaTypes {

    private JavaTypes() {}

    static TypeName of(Type type) {
        if (type.equals(Callee.VOID)) {
            return TypeName.VOID;
        }
        if (type instanceof ArrayType array) {
            return ArrayTypeName.of(of(array.element()));
        }
        return type instanceof Scalar scalar ? of(scalar) : named(type.java());
    }

    /**
     * A type that is given as source text. It is printed as it stands: from the text alone nobody can tell packages from enclosing
     * classes, so JavaPoet could import the wrong part of it.
     */
    static TypeName named(String java) {
        return java.equals("java.lang.String") ? ClassName.get(String.class) : TypeVariableName.get(java);
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
}
