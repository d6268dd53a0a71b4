package dev.pullback.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.Set;

/**
 * Names of classes in front of static members: {@code Math}, imported, or in full where a variable of that name hides the class (JLS 6.4.2).
 *
 * @param variables names of variables that the user has chosen
 */
record Owners(Set<String> variables) {

    CodeBlock of(Class<?> type) {
        return of(ClassName.get(type));
    }

    CodeBlock of(String qualifiedName) {
        return of(TypeNames.parse(qualifiedName));
    }

    private CodeBlock of(TypeName type) {
        boolean hidden = type instanceof ClassName name
                && variables.contains(name.topLevelClassName().simpleName());
        return hidden ? CodeBlock.of("$L", ((ClassName) type).canonicalName()) : CodeBlock.of("$T", type);
    }
}
