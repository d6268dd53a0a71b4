package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;

/**
 * A Java expression.
 *
 * @param precedence how strongly its outermost operator binds: one of the constants
 */
record Expression(CodeBlock code, int precedence) {

    static final int PRIMARY = 16;
    static final int UNARY = 15;
    static final int MULTIPLICATIVE = 12;
    static final int ADDITIVE = 11;
    static final int SHIFT = 10;
    static final int RELATIONAL = 9;
    static final int EQUALITY = 8;
    static final int BIT_AND = 7;
    static final int BIT_XOR = 6;
    static final int BIT_OR = 5;
    static final int AND = 4;
    static final int OR = 3;
    static final int CONDITIONAL = 2;

    /** Source of the user's, of which nothing is known. */
    static final int LOWEST = 0;

    static Expression primary(String format, Object... arguments) {
        return new Expression(CodeBlock.of(format, arguments), PRIMARY);
    }

    /** The code, in parentheses unless it binds at least that strongly. */
    CodeBlock binding(int least) {
        return precedence >= least ? code : CodeBlock.of("($L)", code);
    }
}
