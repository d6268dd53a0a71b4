package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Region} node by node.
 *
 * <p>{@link #op} and the other plain methods append exactly what they say. {@link #plus}, {@link #minus}, {@link #times}, {@link #over}
 * and {@link #negate} are for derivatives only: they leave out what is neutral (adding a literal zero, multiplying by a literal one or
 * zero), which the primal must never do.
 */
public final class Block {

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Value, Object> literals;
    private Origin origin;

    public Block(Origin origin) {
        this(origin, new IdentityHashMap<>());
    }

    private Block(Origin origin, Map<Value, Object> literals) {
        this.origin = origin;
        this.literals = literals;
    }

    /** A block for a region that a node of this one will own. */
    public Block child() {
        return new Block(origin, literals);
    }

    /** Everything appended from now on comes from there. */
    public Block at(Origin place) {
        origin = place;
        return this;
    }

    public Origin origin() {
        return origin;
    }

    public List<Node> nodes() {
        return nodes;
    }

    public Region yielding(List<Value> yields) {
        return new Region(nodes, yields);
    }

    /** The literal that a value is known to be, boxed, or null. */
    public @Nullable Object literalOf(Value value) {
        return literals.get(value);
    }

    /** Appends a node that was made elsewhere. */
    public void append(Node node) {
        nodes.add(node);
        if (node instanceof Node.Const constant && constant.literal() != null) {
            literals.put(constant.result(), constant.literal());
        }
    }

    /** Lets this block know a literal that is defined in another region. */
    public void know(Value value, Object literal) {
        literals.put(value, literal);
    }

    public Value constant(Type type, @Nullable Object literal) {
        Value result = new Value(type, "");
        append(new Node.Const(result, literal, origin));
        return result;
    }

    public Value constant(int literal) {
        return constant(Scalar.INT, literal);
    }

    public Value constant(boolean literal) {
        return constant(Scalar.BOOLEAN, literal);
    }

    /** The default value of the type: zero, false or null. */
    public Value zero(Type type) {
        return constant(type, type instanceof Scalar scalar ? scalar.zero() : null);
    }

    /** A number of the given floating-point type. */
    public Value number(Scalar type, double value) {
        return switch (type) {
            case DOUBLE -> constant(type, value);
            case FLOAT -> constant(type, (float) value);
            case LONG -> constant(type, (long) value);
            case INT -> constant(type, (int) value);
            default -> throw new IllegalArgumentException("no number of type " + type);
        };
    }

    public Value op(String name, Operator operator, Type type, List<Value> operands) {
        Value result = new Value(type, name);
        append(new Node.Op(result, operator, operands, origin));
        return result;
    }

    /** A language operator; the type of the result follows from the operands'. */
    public Value op(Primitive operator, Value... operands) {
        if (operator == Primitive.CAST) {
            throw new IllegalArgumentException("a cast needs a type");
        }
        Type type = operator.isComparison() || operator == Primitive.NOT ? Scalar.BOOLEAN : operands[0].type();
        return op("", operator, type, List.of(operands));
    }

    /** A function of {@code java.lang.Math} whose result has the type of its first operand. */
    public Value math(String function, Value... operands) {
        return op("", Intrinsic.math(function), operands[0].type(), List.of(operands));
    }

    public Value cast(Scalar type, Value value) {
        if (value.type() == type) {
            return value;
        }
        return op("", Primitive.CAST, type, List.of(value));
    }

    public Value load(String name, Value array, Value index) {
        Value result = new Value(((ArrayType) array.type()).element(), name);
        append(new Node.Load(result, array, index, origin));
        return result;
    }

    public void store(Value array, Value index, Value value) {
        append(new Node.Store(array, index, value, origin));
    }

    public Value length(Value array) {
        Value result = new Value(Scalar.INT, "");
        append(new Node.Length(result, array, origin));
        return result;
    }

    public Value newArray(String name, Type type, List<Value> dimensions) {
        Value result = new Value(type, name);
        append(new Node.NewArray(result, dimensions, origin));
        return result;
    }

    /** A call with a result, of the runtime or of generated code. */
    public Value invoke(String name, Type type, Target target, boolean pure, List<Value> operands) {
        Value result = new Value(type, name);
        append(new Node.Invoke(result, target, operands, pure, origin));
        return result;
    }

    public void invoke(Target target, List<Value> operands) {
        append(new Node.Invoke(null, target, operands, false, origin));
    }

    /** {@code for (int i = from; i < to; i++) { body }} where the body carries nothing. */
    public void countUp(String name, Value from, Value to, java.util.function.BiConsumer<Block, Value> body) {
        Value i = new Value(Scalar.INT, name);
        Block condition = child();
        Value again = condition.op(Primitive.LT, i, to);
        Block inside = child();
        body.accept(inside, i);
        append(new Node.Loop(
                List.of(i.fresh()),
                List.of(from),
                List.of(i),
                Optional.of(new Node.Counter(1)),
                false,
                condition.yielding(List.of(again)),
                inside.yielding(List.of()),
                origin));
    }

    /** The value under a name, if it has none and the last node defines it; otherwise the value as it is. */
    public Value named(String name, Value value) {
        if (name.isEmpty() || !value.name().isEmpty() || nodes.isEmpty()) {
            return value;
        }
        Node last = nodes.get(nodes.size() - 1);
        if (last instanceof Node.Const || !last.results().equals(List.of(value))) {
            return value;
        }
        Value named = new Value(value.type(), name);
        nodes.set(nodes.size() - 1, new Rewriter().replace(value, named).rewrite(last));
        return named;
    }

    // --- arithmetic of derivatives

    public Value plus(Value a, Value b) {
        if (isZero(a)) {
            return b;
        }
        return isZero(b) ? a : op(Primitive.ADD, a, b);
    }

    public Value minus(Value a, Value b) {
        if (isZero(a)) {
            return negate(b);
        }
        return isZero(b) ? a : op(Primitive.SUB, a, b);
    }

    public Value times(Value a, Value b) {
        if (isZero(a) || isOne(b)) {
            return a;
        }
        if (isZero(b) || isOne(a)) {
            return b;
        }
        if (isMinusOne(a)) {
            return negate(b);
        }
        return isMinusOne(b) ? negate(a) : op(Primitive.MUL, a, b);
    }

    public Value over(Value a, Value b) {
        return isZero(a) || isOne(b) ? a : op(Primitive.DIV, a, b);
    }

    public Value negate(Value a) {
        Object literal = literals.get(a);
        if (literal instanceof Number number) {
            return isZero(a) ? a : number(a.scalar(), -number.doubleValue());
        }
        return op(Primitive.NEG, a);
    }

    public boolean isZero(Value value) {
        return literals.get(value) instanceof Number number && number.doubleValue() == 0;
    }

    private boolean isOne(Value value) {
        return literals.get(value) instanceof Number number && number.doubleValue() == 1;
    }

    private boolean isMinusOne(Value value) {
        return literals.get(value) instanceof Number number && number.doubleValue() == -1;
    }
}
