package dev.pullback.processor.lower;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The IR as Java in the plainest way, a final variable a value, so that javac can say what it means. */
final class PlainJava {

    private final StringBuilder out = new StringBuilder();
    private final Map<Value, String> names = new IdentityHashMap<>();

    private PlainJava() {}

    /** A class with a method for each of the functions, which call each other. */
    static String of(String packageName, String className, Collection<Function> functions) {
        PlainJava java = new PlainJava();
        java.line("package " + packageName + ";");
        java.line("@SuppressWarnings(\"all\") final class " + className + " {");
        functions.forEach(java::function);
        java.line("}");
        return java.out.toString();
    }

    private void function(Function function) {
        Type result = function.signature().result();
        String params = function.params().stream()
                .map(p -> "final " + p.type().java() + " " + name(p))
                .collect(Collectors.joining(", "));
        line("static " + (result.equals(Callee.VOID) ? "void" : result.java()) + " "
                + function.signature().name() + "(" + params + ") throws Throwable {");
        region(function.body());
        if (!function.body().yields().isEmpty()) {
            line("if (true) return " + name(function.body().yields().get(0)) + ";");
            line("throw new AssertionError();");
        }
        line("}");
    }

    private void region(Region region) {
        region.nodes().forEach(this::node);
    }

    private void line(String line) {
        out.append(line).append('\n');
    }

    private String name(Value value) {
        return names.computeIfAbsent(value, v -> "v" + names.size() + "_" + v.name());
    }

    private String list(List<Value> values) {
        return values.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private void define(Value value, String expression) {
        line("final " + value.type().java() + " " + name(value) + " = " + expression + ";");
    }

    private void node(Node node) {
        if (node instanceof Node.Const n) {
            define(n.result(), literal(n.result().type(), n.literal()));
        } else if (node instanceof Node.Op n) {
            define(n.result(), operation(n));
        } else if (node instanceof Node.Load n) {
            define(n.result(), name(n.array()) + "[" + name(n.index()) + "]");
        } else if (node instanceof Node.Store n) {
            line(name(n.array()) + "[" + name(n.index()) + "] = " + name(n.value()) + ";");
        } else if (node instanceof Node.Length n) {
            define(n.result(), name(n.array()) + ".length");
        } else if (node instanceof Node.NewArray n) {
            define(n.result(), creation(n));
        } else if (node instanceof Node.Bulk n) {
            statement(n.result(), bulk(n));
        } else if (node instanceof Node.Call n) {
            statement(n.result(), n.callee().name() + "(" + list(n.operands()) + ")");
        } else if (node instanceof Node.Opaque n) {
            StringBuilder text = new StringBuilder(n.pieces().get(0));
            for (int i = 0; i < n.operands().size(); i++) {
                text.append(name(n.operands().get(i))).append(n.pieces().get(i + 1));
            }
            statement(n.result(), text.toString());
        } else if (node instanceof Node.Throw n) {
            line("if (true) throw " + name(n.exception()) + ";");
        } else if (node instanceof Node.If n) {
            branch(n);
        } else if (node instanceof Node.Loop n) {
            loop(n);
        } else {
            throw new IllegalStateException("not from lowering: " + node);
        }
    }

    private void statement(Value result, String expression) {
        if (result == null) {
            line(expression + ";");
        } else {
            define(result, expression);
        }
    }

    private void branch(Node.If node) {
        node.results().forEach(r -> line("final " + r.type().java() + " " + name(r) + ";"));
        for (int k = 0; k < 2; k++) {
            line(k == 0 ? "if (" + name(node.condition()) + ") {" : "} else {");
            Region region = node.regions().get(k);
            region(region);
            for (int i = 0; i < node.results().size(); i++) {
                line(name(node.results().get(i)) + " = " + name(region.yields().get(i)) + ";");
            }
        }
        line("}");
    }

    private void loop(Node.Loop node) {
        for (int i = 0; i < node.params().size(); i++) {
            line(node.params().get(i).type().java() + " " + moving(node, i) + " = "
                    + name(node.inits().get(i)) + ";");
        }
        line("while (true) {");
        for (int i = 0; i < node.params().size(); i++) {
            define(node.params().get(i), moving(node, i));
        }
        region(node.condition());
        line("if (!" + name(node.condition().yields().get(0)) + ") break;");
        region(node.body());
        for (int i = node.carriedFrom(); i < node.params().size(); i++) {
            line(moving(node, i) + " = " + name(node.next(i)) + ";");
        }
        if (node.exits()) {
            line("if (" + name(node.exit()) + ") break;");
        }
        node.counter().ifPresent(c -> line(moving(node, 0) + " += " + c.step() + ";"));
        line("}");
        for (int i = 0; i < node.params().size(); i++) {
            define(node.results().get(i), moving(node, i));
        }
    }

    private String moving(Node.Loop node, int i) {
        return name(node.params().get(i)) + "_moving";
    }

    private String operation(Node.Op node) {
        List<Value> operands = node.operands();
        if (node.operator() instanceof Intrinsic f) {
            return f.owner() + "." + f.name() + "(" + list(operands) + ")";
        }
        Primitive p = (Primitive) node.operator();
        if (p == Primitive.CAST) {
            return "(" + node.result().type().java() + ") " + name(operands.get(0));
        }
        return operands.size() == 1
                ? p.symbol() + name(operands.get(0))
                : name(operands.get(0)) + " " + p.symbol() + " " + name(operands.get(1));
    }

    private String creation(Node.NewArray node) {
        int rank = ((ArrayType) node.result().type()).rank();
        String leaf = ((ArrayType) node.result().type()).leaf().java().replaceAll("<.*>", "");
        return "new " + leaf
                + node.dimensions().stream().map(d -> "[" + name(d) + "]").collect(Collectors.joining())
                + "[]".repeat(rank - node.dimensions().size());
    }

    private String bulk(Node.Bulk node) {
        return switch (node.kind()) {
            case CLONE -> name(node.operands().get(0)) + ".clone()";
            case COPY_OF -> "java.util.Arrays.copyOf(" + list(node.operands()) + ")";
            case COPY_OF_RANGE -> "java.util.Arrays.copyOfRange(" + list(node.operands()) + ")";
            case ARRAYCOPY -> "java.lang.System.arraycopy(" + list(node.operands()) + ")";
            case FILL, FILL_RANGE -> "java.util.Arrays.fill(" + list(node.operands()) + ")";
        };
    }

    private static String literal(Type type, Object literal) {
        if (literal == null) {
            return "null";
        }
        if (!(type instanceof Scalar scalar)) {
            String text = literal.toString();
            return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
        }
        return switch (scalar) {
            case DOUBLE -> "Double.longBitsToDouble(" + Double.doubleToRawLongBits((Double) literal) + "L)";
            case FLOAT -> "Float.intBitsToFloat(" + Float.floatToRawIntBits((Float) literal) + ")";
            case LONG -> literal + "L";
            case CHAR -> "(char) " + (int) (Character) literal;
            case BYTE, SHORT -> "(" + scalar.java() + ") (" + literal + ")";
            case INT, BOOLEAN -> literal.toString();
        };
    }
}
