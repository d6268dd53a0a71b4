package dev.pullback.processor.ir;

/**
 * The operators of the Java language on primitive values. Operands are already promoted: both operands of a binary arithmetic
 * operator have the type of the result, both operands of a comparison have one type; shifts promote each operand by itself.
 */
public enum Primitive implements Operator {
    ADD("+"),
    SUB("-"),
    MUL("*"),
    DIV("/"),
    REM("%"),
    NEG("-"),
    AND("&"),
    OR("|"),
    XOR("^"),
    /** Bitwise complement. */
    COMPLEMENT("~"),
    /** Logical not. */
    NOT("!"),
    SHL("<<"),
    SHR(">>"),
    USHR(">>>"),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">="),
    /** On primitives, and by identity on references. */
    EQ("=="),
    NE("!="),
    /** Conversion between numeric types, widening or narrowing; the result's type says to which. */
    CAST("()");

    private final String symbol;

    Primitive(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    public boolean isComparison() {
        return switch (this) {
            case LT, LE, GT, GE, EQ, NE -> true;
            default -> false;
        };
    }
}
