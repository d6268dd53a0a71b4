package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;

/** Says which sweep some code is. */
final class Sweeps {

    private Sweeps() {}

    /** The code under {@code // forward sweep} or {@code // reverse sweep}; a single return needs no heading. */
    static CodeBlock labelled(String sweep, CodeBlock code) {
        return code.isEmpty() || code.toString().startsWith("return ")
                ? code
                : CodeBlock.builder().add("// $L sweep\n", sweep).add(code).build();
    }
}
