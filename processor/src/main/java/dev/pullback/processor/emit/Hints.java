package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.List;

/** Names for variables that have none: {@code xLength}, {@code exp}, {@code product}. */
final class Hints {

    private final Body body;

    Hints(Body body) {
        this.body = body;
    }

    /** For a variable that holds one of these values at a time. */
    String of(List<Value> values) {
        for (Value value : values) {
            if (body.definition(value) instanceof Node.If || body.definition(value) instanceof Node.Loop) {
                continue;
            }
            return of(value);
        }
        return of(values.get(0));
    }

    private String of(Value value) {
        Node node = body.definition(value);
        if (node instanceof Node.Op op) {
            return op.operator() instanceof Intrinsic function ? function.name() : of(op, (Primitive) op.operator());
        } else if (node instanceof Node.Length length) {
            return length.array().name().isEmpty() ? "length" : length.array().name() + "Length";
        } else if (node instanceof Node.Load load) {
            return element(load.array().name(), value.type().isArray() ? "row" : "element");
        } else if (node instanceof Node.Bulk) {
            return "copy";
        } else if (node instanceof Node.Call call) {
            return call.callee().name() + "Value";
        }
        return value.type() == Scalar.BOOLEAN
                ? "flag"
                : value.type().isArray() ? "array" : value.type() instanceof Scalar ? "value" : "object";
    }

    private static String element(String array, String kind) {
        if (array.equals("tape")) {
            return "kept";
        } else if (array.endsWith("Tape") && !array.equals("Tape")) {
            return array.substring(0, array.length() - "Tape".length());
        }
        return array.isEmpty() ? kind : array + Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
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
