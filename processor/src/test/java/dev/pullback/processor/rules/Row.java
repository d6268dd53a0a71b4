package dev.pullback.processor.rules;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Interpreter;
import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Operator;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Printer;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A row of the table that can be executed: the function on doubles, its contributions, and whether it is defined at a point. */
record Row(Rule rule, Node.Op node, List<Region> contributions, Value direction) {

    static Stream<Row> all() {
        return Stream.concat(MathRules.OPERATORS.stream(), MathRules.FUNCTIONS.stream())
                .map(Row::of);
    }

    static Row named(String name) {
        return all().filter(row -> row.toString().equals(name)).findFirst().orElseThrow();
    }

    static Row of(Rule rule) {
        return of(rule, operator(rule), Scalar.DOUBLE);
    }

    static Row of(Rule rule, Operator operator, Scalar type) {
        List<Value> operands = new ArrayList<>();
        for (String argument : rule.arguments()) {
            operands.add(new Value(argument.equals("n") ? Scalar.INT : type, argument));
        }
        Node.Op node = new Node.Op(new Value(type, "y"), operator, operands, Origin.NONE);
        Value direction = new Value(type, "v");
        List<Region> contributions = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            Block block = new Block(Origin.NONE);
            Value contribution = operands.get(i).type().differentiable()
                    ? Rules.contribution(block, node, i, direction)
                    : block.zero(type);
            contributions.add(block.yielding(List.of(contribution)));
        }
        Row row = new Row(rule, node, contributions, direction);
        contributions.forEach(region -> Verifier.verify(row.inputs(), region));
        return row;
    }

    static Operator operator(Rule rule) {
        for (Primitive operator : Primitive.values()) {
            if (rule.isFor(operator, rule.arguments().size())) {
                return operator;
            }
        }
        boolean ofDouble = rule.name().equals("sum");
        return new Intrinsic(ofDouble ? "java.lang.Double" : "java.lang.Math", rule.name());
    }

    private List<Value> inputs() {
        List<Value> inputs = new ArrayList<>(node.operands());
        inputs.add(node.result());
        inputs.add(direction);
        return inputs;
    }

    int arity() {
        return node.operands().size();
    }

    /** Whether the argument is a real number that can be active. */
    boolean isReal(int index) {
        return node.operands().get(index).type().differentiable();
    }

    double value(double... arguments) {
        if (rule.name().equals("clamp")) {
            // only since Java 21
            return Math.min(arguments[2], Math.max(arguments[0], arguments[1]));
        }
        Region region = new Region(List.of(node), List.of(node.result()));
        return number(
                new Interpreter().run(node.operands(), region, boxed(arguments)).get(0));
    }

    /** The partial with respect to the argument, times the direction. */
    double contribution(int index, double v, double... arguments) {
        double y = value(arguments);
        Object[] inputs = Arrays.copyOf(boxed(arguments), arity() + 2);
        inputs[arity()] = boxed(node.result(), y);
        inputs[arity() + 1] = boxed(direction, v);
        return number(new Interpreter()
                .run(inputs(), contributions.get(index), inputs)
                .get(0));
    }

    /** Whether the function is defined there. */
    boolean admits(double... arguments) {
        return rule.domain()
                .map(condition -> holds((Formula.Binary) condition, arguments))
                .orElse(true);
    }

    private boolean holds(Formula.Binary condition, double... arguments) {
        if (condition.operator() == Primitive.AND) {
            return holds((Formula.Binary) condition.left(), arguments)
                    && holds((Formula.Binary) condition.right(), arguments);
        }
        double left = number(condition.left(), arguments);
        double right = number(condition.right(), arguments);
        return condition.operator() == Primitive.LE ? left <= right : left >= right;
    }

    private double number(Formula formula, double... arguments) {
        if (formula instanceof Formula.Negation negation) {
            return -number(negation.operand(), arguments);
        }
        return formula instanceof Formula.Name name
                ? arguments[rule.arguments().indexOf(name.name())]
                : ((Formula.Literal) formula).value();
    }

    private Object[] boxed(double... arguments) {
        Object[] boxed = new Object[arity()];
        for (int i = 0; i < boxed.length; i++) {
            boxed[i] = boxed(node.operands().get(i), arguments[i]);
        }
        return boxed;
    }

    private static Object boxed(Value value, double number) {
        return switch (value.scalar()) {
            case INT -> (Object) (int) number;
            case FLOAT -> (Object) (float) number;
            default -> (Object) number;
        };
    }

    private static double number(Object boxed) {
        return ((Number) boxed).doubleValue();
    }

    String code(int index) {
        return Printer.print(contributions.get(index));
    }

    @Override
    public String toString() {
        return rule.toString();
    }
}
