package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Naming;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Target;
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
            Node definition = body.definition(value);
            if (definition != null && !definition.regions().isEmpty()) {
                continue;
            }
            return of(value);
        }
        return of(values.get(0));
    }

    private String of(Value value) {
        Node node = body.definition(value);
        if (node instanceof Node.Load load && isTape(load.array())) {
            return kept(load.array().name());
        } else if (node instanceof Node.Op || node instanceof Node.Length || node instanceof Node.Load) {
            return Naming.of(node);
        } else if (node instanceof Node.Bulk) {
            return "copy";
        } else if (node instanceof Node.Call call) {
            return call.callee().name() + "Value";
        } else if (node instanceof Node.Invoke invoke && value.type() instanceof Scalar && isOfUser(invoke)) {
            return invoke.pure()
                    ? invoke.target().name() + "Partial"
                    : invoke.target().name();
        }
        return value.type() == Scalar.BOOLEAN
                ? "flag"
                : value.type().isArray() ? "array" : value.type() instanceof Scalar ? "value" : "object";
    }

    /** Whether it calls a method that a user's rule is for, or the rule. */
    private static boolean isOfUser(Node.Invoke invoke) {
        Target target = invoke.target();
        return switch (target.kind()) {
            case STATIC ->
                !target.owner().matches("dev\\.pullback\\.\\w+")
                        && !target.name().endsWith("Jvp");
            case INSTANCE -> !invoke.pure() && !target.name().startsWith("apply");
            case CONSTRUCTOR -> false;
        };
    }

    private static boolean isTape(Value array) {
        return array.name().equals("tape")
                || (array.name().endsWith("Tape") && !array.name().equals("Tape"));
    }

    /** What an element of a tape is called after. */
    private static String kept(String tape) {
        return tape.equals("tape") ? "kept" : tape.substring(0, tape.length() - "Tape".length());
    }
}
