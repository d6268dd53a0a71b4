package dev.pullback.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;

/** Calls of the runtime library in generated code. */
final class RuntimeCalls {

    private static final ClassName ARGUMENTS = ClassName.get("dev.pullback", "Arguments");
    private static final ClassName SHADOWS = ClassName.get("dev.pullback", "Shadows");

    static final String ARGUMENTS_NAME = ARGUMENTS.canonicalName();

    private RuntimeCalls() {}

    /** An expression: zeros in the shape of an array, null for null. */
    static CodeBlock zerosLike(String array) {
        return CodeBlock.of("$T.zerosLike($L)", SHADOWS, array);
    }

    /** An expression: a deep copy, null for null. */
    static CodeBlock copyOf(String array) {
        return CodeBlock.of("$T.copyOf($L)", SHADOWS, array);
    }

    /** A statement: all elements zero; nothing for null. */
    static CodeBlock clear(String array) {
        return statement("$T.clear($L)", SHADOWS, array);
    }

    /** A statement: {@code target += source}, element by element. */
    static CodeBlock add(String target, String source) {
        return statement("$T.add($L,$W$L)", SHADOWS, target, source);
    }

    /** An expression: the length, -1 for null. */
    static CodeBlock lengthOf(CodeBlock array) {
        return CodeBlock.of("$T.lengthOf($L)", ARGUMENTS, array);
    }

    /** A statement: refuses an array of another length; -1 stands for null. */
    static CodeBlock requireLength(String array, CodeBlock length) {
        return statement("$T.requireLength($S,$W$L,$W$L)", ARGUMENTS, array, array, length);
    }

    /** A statement: refuses a target that is not of the parameter's shape, or is the parameter. */
    static CodeBlock requireTarget(String target, String parameter) {
        return statement("$T.requireTarget($S,$W$L,$W$S,$W$L)", ARGUMENTS, target, target, parameter, parameter);
    }

    /** A statement: refuses two arguments that are one array, or have one in common. */
    static CodeBlock requireDistinct(String a, String b) {
        return statement("$T.requireDistinct($S,$W$L,$W$S,$W$L)", ARGUMENTS, a, a, b, b);
    }

    /** A statement: refuses an array that has a row twice. */
    static CodeBlock requireDistinctRows(String array) {
        return statement("$T.requireDistinctRows($S,$W$L)", ARGUMENTS, array, array);
    }

    private static CodeBlock statement(String format, Object... arguments) {
        return CodeBlock.builder().addStatement(format, arguments).build();
    }
}
