package dev.pullback.processor.rules;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a partial, times the direction, into code.
 *
 * <pre>
 * 1 / nonzero(x)                            v / (x + Double.MIN_VALUE)
 * -sin(x)                                   -(Math.sin(x) * v)
 * abs(y) &lt; 0.9 ? 1 - y * y : ...            if (Math.abs(y) &lt; 0.9) { yield (1 - y * y) * v } else { ... }
 * </pre>
 *
 * <p>A part that occurs twice is computed once. What literal arguments decide is decided here.
 */
final class Instantiation {

    static final String RESULT = "y";
    static final String DIRECTION = "v";

    /** A direction times these is zero if it is zero; otherwise it is infinite, or NaN. */
    private static final Formula INFINITE = new Formula.Name("infinite");

    private static final Formula UNDEFINED = new Formula.Name("undefined");

    /** The functions of {@code Math} that have an overload for {@code float}. */
    private static final Set<String> FOR_FLOAT = Set.of("abs", "signum", "copySign", "scalb");

    private final Block block;
    private final String owner;
    private final Scalar type;
    private final Rules.Direction size;
    private final Map<String, Value> names;
    private final Map<Formula, Value> known;

    private Instantiation(
            Block block,
            String owner,
            Scalar type,
            Rules.Direction size,
            Map<String, Value> names,
            Map<Formula, Value> known) {
        this.block = block;
        this.owner = owner;
        this.type = type;
        this.size = size;
        this.names = names;
        this.known = known;
    }

    /**
     * The partial times the direction.
     *
     * @param owner the class whose functions are called
     * @param names the values of the arguments and the result
     */
    static Value of(
            Block block,
            Formula partial,
            String owner,
            Map<String, Value> names,
            Value direction,
            Rules.Direction size) {
        Map<String, Value> all = new HashMap<>(names);
        all.put(DIRECTION, direction);
        return new Instantiation(block, owner, direction.scalar(), size, all, new HashMap<>())
                .times(partial, direction);
    }

    private Value times(Formula partial, Value v) {
        if (partial instanceof Formula.Choice choice) {
            return choice(choice, v);
        } else if (partial instanceof Formula.Negation negation) {
            return block.negate(times(negation.operand(), v));
        } else if (partial instanceof Formula.Binary product
                && product.operator() == Primitive.MUL
                && size == Rules.Direction.MAY_BE_INFINITE
                && !product.left().mentions(DIRECTION)
                && product.right().mentions(DIRECTION)) {
            return scaled(product.left(), value(product.right(), type));
        } else if (partial.mentions(DIRECTION)) {
            return value(partial, type);
        } else if (partial.isLiteral(1)) {
            return v;
        } else if (partial.equals(INFINITE)) {
            return toInfinity(v);
        } else if (partial.equals(UNDEFINED)) {
            // infinity minus infinity; zero minus zero. The factor is for tools that think that a - a is a mistake
            Value infinity = toInfinity(v);
            return block.op(Primitive.SUB, infinity, block.times(block.number(type, 2), infinity));
        } else if (partial instanceof Formula.Binary product
                && product.operator() == Primitive.MUL
                && product.right().equals(INFINITE)) {
            return toInfinity(times(product.left(), v));
        } else if (partial instanceof Formula.Binary quotient && quotient.operator() == Primitive.DIV) {
            return block.over(times(quotient.left(), v), value(quotient.right(), type));
        }
        return scaled(partial, v);
    }

    private Value scaled(Formula partial, Value v) {
        boolean plain = size == Rules.Direction.FINITE || literal(partial).isPresent();
        if (plain) {
            return block.times(value(partial, type), v);
        }
        // partial == 0 ? 0 : partial * v
        Value isZero = block.op(Primitive.EQ, value(factorIn(partial), type), block.zero(type));
        Block then = block.child();
        Instantiation otherwise = inside();
        Value product = otherwise.block.times(otherwise.value(partial, type), v);
        return branch(isZero, type, then, then.zero(type), otherwise.block, product);
    }

    /** Of {@code 2 * a} it is enough to know whether {@code a} is zero. */
    private static Formula factorIn(Formula partial) {
        return partial instanceof Formula.Binary product
                        && product.operator() == Primitive.MUL
                        && product.left() instanceof Formula.Literal
                ? product.right()
                : partial;
    }

    /** Twice, because a single division leaves what is below {@code 1e-15} finite. */
    private Value toInfinity(Value v) {
        Value least = least(type);
        return block.over(block.over(v, least), least);
    }

    private Value choice(Formula.Choice choice, Value v) {
        Optional<Boolean> decided = decided(choice.condition());
        if (decided.isPresent()) {
            return times(decided.get() ? choice.then() : choice.otherwise(), v);
        }
        Value condition = condition(choice.condition());
        Instantiation then = inside();
        Value taken = then.times(choice.then(), v);
        Instantiation otherwise = inside();
        Value untaken = otherwise.times(choice.otherwise(), v);
        return branch(condition, type, then.block, taken, otherwise.block, untaken);
    }

    private Instantiation inside() {
        return new Instantiation(block.child(), owner, type, size, names, new HashMap<>(known));
    }

    private Value branch(Value condition, Scalar type, Block then, Value taken, Block otherwise, Value untaken) {
        Value result = new Value(type, "");
        block.append(new Node.If(
                List.of(result),
                condition,
                then.yielding(List.of(taken)),
                otherwise.yielding(List.of(untaken)),
                block.origin()));
        return result;
    }

    private Value condition(Formula condition) {
        Formula.Binary binary = (Formula.Binary) condition;
        if (binary.operator() != Primitive.AND) {
            Scalar compared = typeOf(binary);
            return block.op(binary.operator(), value(binary.left(), compared), value(binary.right(), compared));
        } else if (decided(binary.left()).isPresent()) {
            return condition(binary.right());
        } else if (decided(binary.right()).isPresent()) {
            return condition(binary.left());
        }
        Value left = condition(binary.left());
        Instantiation then = inside();
        Value right = then.condition(binary.right());
        Block otherwise = block.child();
        return branch(left, Scalar.BOOLEAN, then.block, right, otherwise, otherwise.constant(false));
    }

    private Value value(Formula formula, Scalar wanted) {
        Value before = known.get(formula);
        if (before != null && before.type() == wanted) {
            return before;
        }
        Value value = compute(formula, wanted);
        known.put(formula, value);
        return value;
    }

    private Value compute(Formula formula, Scalar wanted) {
        if (formula instanceof Formula.Name name) {
            return block.cast(wanted, argument(name));
        }
        Optional<Double> literal =
                wanted == Scalar.DOUBLE || formula instanceof Formula.Literal ? literal(formula) : Optional.empty();
        if (literal.isPresent()) {
            return block.number(wanted, literal.get());
        } else if (formula instanceof Formula.Negation negation) {
            return block.negate(value(negation.operand(), wanted));
        } else if (formula instanceof Formula.Binary binary) {
            return arithmetic(binary.operator(), value(binary.left(), wanted), value(binary.right(), wanted));
        } else if (formula instanceof Formula.Call call) {
            return call(call, wanted);
        }
        throw new IllegalStateException("no value: " + formula);
    }

    private Value argument(Formula.Name name) {
        Value value = names.get(name.name());
        if (value == null) {
            throw new IllegalStateException("nothing is called " + name.name());
        }
        return value;
    }

    private Value arithmetic(Primitive operator, Value a, Value b) {
        return switch (operator) {
            case ADD -> block.plus(a, b);
            case SUB -> block.minus(a, b);
            case MUL -> block.times(a, b);
            case DIV -> block.over(a, b);
            default -> throw new IllegalStateException("no arithmetic: " + operator);
        };
    }

    private Value call(Formula.Call call, Scalar wanted) {
        List<Formula> arguments = call.arguments();
        switch (call.function()) {
            case "nonzero":
                return block.plus(value(arguments.get(0), wanted), least(wanted));
            case "getExponent":
                return function(call.function(), Scalar.INT, List.of(value(arguments.get(0), type)));
            case "scalb":
                return function(
                        "scalb", wanted, List.of(value(arguments.get(0), wanted), value(arguments.get(1), Scalar.INT)));
            default:
                Scalar computed =
                        wanted == Scalar.FLOAT && !FOR_FLOAT.contains(call.function()) ? Scalar.DOUBLE : wanted;
                List<Value> values = arguments.stream()
                        .map(argument -> block.cast(computed, value(argument, wanted)))
                        .toList();
                return block.cast(wanted, function(call.function(), computed, values));
        }
    }

    private Value function(String name, Scalar result, List<Value> operands) {
        return block.op("", new Intrinsic(owner, name), result, operands);
    }

    private Value least(Scalar wanted) {
        return block.constant(wanted, wanted == Scalar.FLOAT ? (Object) Float.MIN_VALUE : (Object) Double.MIN_VALUE);
    }

    /** The type in which a comparison is done: that of integers only if both sides are. */
    private Scalar typeOf(Formula formula) {
        if (formula instanceof Formula.Call call) {
            return call.function().equals("getExponent")
                    ? Scalar.INT
                    : typeOf(call.arguments().get(0));
        } else if (formula instanceof Formula.Binary binary) {
            return binary.left() instanceof Formula.Literal ? typeOf(binary.right()) : typeOf(binary.left());
        }
        return type;
    }

    /** The truth of a condition that literal arguments decide. */
    private Optional<Boolean> decided(Formula condition) {
        Formula.Binary binary = (Formula.Binary) condition;
        if (binary.operator() == Primitive.AND) {
            Optional<Boolean> left = decided(binary.left());
            Optional<Boolean> right = decided(binary.right());
            boolean never = left.filter(holds -> !holds).isPresent()
                    || right.filter(holds -> !holds).isPresent();
            return never ? Optional.of(false) : left.flatMap(holds -> right);
        }
        Optional<Double> left = literal(binary.left());
        Optional<Double> right = literal(binary.right());
        return left.flatMap(a -> right.map(b -> compare(binary.operator(), a, b)));
    }

    private static boolean compare(Primitive operator, double a, double b) {
        return switch (operator) {
            case LT -> a < b;
            case LE -> a <= b;
            case GT -> a > b;
            case GE -> a >= b;
            case EQ -> a == b;
            case NE -> a != b;
            default -> throw new IllegalStateException("no comparison: " + operator);
        };
    }

    /** The number that a formula is if its arguments are literals; functions are left for the program to compute. */
    private Optional<Double> literal(Formula formula) {
        if (formula instanceof Formula.Literal literal) {
            return Optional.of(literal.value());
        } else if (formula instanceof Formula.Name name) {
            return names.containsKey(name.name()) && block.literalOf(argument(name)) instanceof Number number
                    ? Optional.of(number.doubleValue())
                    : Optional.empty();
        } else if (formula instanceof Formula.Negation negation) {
            return literal(negation.operand()).map(a -> -a);
        } else if (formula instanceof Formula.Binary binary) {
            return literal(binary.left())
                    .flatMap(a -> literal(binary.right()).map(b -> compute(binary.operator(), a, b)));
        }
        return Optional.empty();
    }

    private static double compute(Primitive operator, double a, double b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            default -> throw new IllegalStateException("no arithmetic: " + operator);
        };
    }
}
