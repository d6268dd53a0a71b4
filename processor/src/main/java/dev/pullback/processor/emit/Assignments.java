package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;

/** Writes assignments in the shortest form: {@code i++}, {@code s += e}, {@code s = e}, without the semicolon. */
final class Assignments {

    private final Expressions expressions;

    Assignments(Expressions expressions) {
        this.expressions = expressions;
    }

    CodeBlock assign(Variable variable, Value value) {
        Node node = expressions.inlined(value);
        return node == null
                ? CodeBlock.of("$L = $L", variable.name(), expressions.of(value).code())
                : assign(variable, node);
    }

    CodeBlock assign(Variable variable, Node node) {
        CodeBlock target = CodeBlock.of("$L", variable.name());
        if (node instanceof Node.Op op && op.operator() instanceof Primitive operator && isCompound(operator)) {
            Value left = op.operands().get(0);
            Value right = op.operands().get(1);
            boolean commutes = operator == Primitive.ADD || operator == Primitive.MUL;
            if (is(left, variable)) {
                return accumulate(target, operator, right);
            } else if (commutes && is(right, variable)) {
                return accumulate(target, operator, left);
            }
        }
        return CodeBlock.of("$L = $L", target, expressions.widened(node).code());
    }

    private boolean is(Value value, Variable variable) {
        return expressions.inlined(value) == null && expressions.variable(value) == variable;
    }

    private static boolean isCompound(Primitive operator) {
        return switch (operator) {
            case ADD, SUB, MUL, DIV, REM, AND, OR, XOR, SHL, SHR, USHR -> true;
            default -> false;
        };
    }

    private CodeBlock accumulate(CodeBlock target, Primitive operator, Value operand) {
        boolean one = expressions.inlined(operand) instanceof Node.Const constant
                && (Integer.valueOf(1).equals(constant.literal())
                        || Long.valueOf(1).equals(constant.literal()));
        if (one && (operator == Primitive.ADD || operator == Primitive.SUB)) {
            return CodeBlock.of(operator == Primitive.ADD ? "$L++" : "$L--", target);
        }
        CodeBlock value = expressions.widened(operand).code();
        return CodeBlock.of("$L $L= $L", target, operator.symbol(), value);
    }

    CodeBlock store(Node.Store store) {
        CodeBlock element = expressions.element(store);
        Trees.Accumulation accumulation = expressions.accumulation(store);
        return accumulation == null
                ? CodeBlock.of(
                        "$L = $L", element, expressions.widened(store.value()).code())
                : accumulate(element, accumulation.operator(), accumulation.operand());
    }

    /** What a counted loop does between its iterations. */
    CodeBlock advance(Node.Loop loop) {
        String name = expressions.variable(loop.counterParam()).name();
        long step = loop.counter().map(Node.Counter::step).orElseThrow();
        if (step == 1 || step == -1) {
            return CodeBlock.of(step > 0 ? "$L++" : "$L--", name);
        }
        boolean isInt = loop.counterParam().type() == Scalar.INT;
        Object size = isInt ? (Object) (int) Math.abs(step) : (Object) Math.abs(step);
        CodeBlock narrow = Literals.narrow(size);
        CodeBlock literal = narrow == null ? expressions.literal(size) : narrow;
        return CodeBlock.of(step > 0 ? "$L += $L" : "$L -= $L", name, literal);
    }
}
