package dev.pullback.processor.ir;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The IR as text, for dumps and tests: {@code %3:s = ADD %1, %2}. */
public final class Printer {

    private final StringBuilder out = new StringBuilder();
    private final Map<Value, Integer> numbers = new IdentityHashMap<>();

    private Printer() {}

    public static String print(Function function) {
        Printer printer = new Printer();
        printer.out
                .append(function.signature().name())
                .append('(')
                .append(printer.typed(function.params()))
                .append(")\n");
        printer.region(function.body(), 1);
        return printer.out.toString();
    }

    public static String print(Region region) {
        Printer printer = new Printer();
        printer.region(region, 0);
        return printer.out.toString();
    }

    private void region(Region region, int depth) {
        region.nodes().forEach(node -> node(node, depth));
        indent(depth).append("yield ").append(names(region.yields())).append('\n');
    }

    private void node(Node node, int depth) {
        indent(depth);
        if (!node.results().isEmpty()) {
            out.append(typed(node.results())).append(" = ");
        }
        out.append(head(node));
        if (!node.operands().isEmpty()) {
            out.append(' ').append(names(node.operands()));
        }
        if (node instanceof Node.Loop loop) {
            out.append(" as ").append(typed(loop.params()));
        }
        if (node.origin().line() > 0) {
            out.append("   // ").append(node.origin().line());
        }
        out.append('\n');
        for (Region inner : node.regions()) {
            indent(depth).append("{\n");
            region(inner, depth + 1);
            indent(depth).append("}\n");
        }
    }

    private static String head(Node node) {
        if (node instanceof Node.Const n) {
            return "const " + n.literal();
        } else if (node instanceof Node.Op n) {
            return n.operator() instanceof Intrinsic f
                    ? f.owner() + "." + f.name()
                    : n.operator().toString();
        } else if (node instanceof Node.Bulk n) {
            return n.kind().name().toLowerCase(java.util.Locale.ROOT);
        } else if (node instanceof Node.Loop n) {
            return "loop" + n.counter().map(c -> " step " + c.step()).orElse("") + (n.exits() ? " exits" : "");
        } else if (node instanceof Node.Call n) {
            return "call " + n.callee().owner() + "." + n.callee().name();
        } else if (node instanceof Node.Invoke n) {
            return "invoke " + n.target().owner() + "." + n.target().name();
        } else if (node instanceof Node.Opaque n) {
            return "opaque `" + String.join("$", n.pieces()) + "`";
        }
        return node.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    private String typed(List<Value> values) {
        return values.stream().map(v -> name(v) + ":" + v.type().java()).collect(Collectors.joining(", "));
    }

    private String names(List<Value> values) {
        return values.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(Value value) {
        int number = numbers.computeIfAbsent(value, v -> numbers.size());
        return "%" + number + value.name();
    }

    private StringBuilder indent(int depth) {
        return out.append("  ".repeat(depth));
    }
}
