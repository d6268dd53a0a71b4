package dev.pullback.processor.ir;

/** What a value that the user gave no name is called after: {@code product}, {@code exp}. */
public final class Naming {

    private Naming() {}

    /** The name of what a node computes; empty if there is nothing to say. */
    public static String of(Node node) {
        if (node instanceof Node.Op op) {
            return op.operator() instanceof Intrinsic function ? function.name() : of(op, (Primitive) op.operator());
        } else if (node instanceof Node.Length length) {
            return length.array().name().isEmpty() ? "length" : length.array().name() + "Length";
        } else if (node instanceof Node.Load load) {
            String kind = load.result().type().isArray() ? "row" : "element";
            String array = load.array().name();
            return array.isEmpty() ? kind : array + Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
        }
        return "";
    }

    private static String of(Node.Op op, Primitive operator) {
        return switch (operator) {
            case ADD -> "sum";
            case SUB -> "difference";
            case MUL -> "product";
            case DIV -> "quotient";
            case REM -> "remainder";
            case NEG -> "negative";
            case CAST -> op.result().type() == Scalar.INT ? "whole" : "converted";
            case COMPLEMENT, SHL, SHR, USHR -> "bits";
            case AND, OR, XOR -> op.result().type() == Scalar.BOOLEAN ? "flag" : "bits";
            case NOT, LT, LE, GT, GE, EQ, NE -> "flag";
        };
    }
}
