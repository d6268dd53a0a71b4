package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A method and two that it calls, made up from a seed: every kind of node, much that is known, repeated, unread or invariant, much that
 * throws, and loops that end.
 */
final class RandomProgram {

    /** An exception that the method gets as a parameter, to have something to throw. */
    static final Type EXCEPTION = new ObjectType("java.lang.RuntimeException");

    static final Type INTS = new ArrayType(Scalar.INT);
    static final Type ROWS = new ArrayType(Sample.DOUBLES);

    private static final List<Scalar> NUMBERS = List.of(Scalar.DOUBLE, Scalar.FLOAT, Scalar.INT, Scalar.LONG);
    private static final List<Object> DOUBLES = List.of(0.0, -0.0, 1.0, -1.0, 2.0, 0.1, 1e300, Double.NaN);
    private static final List<Object> INTEGERS = List.of(0, 1, 2, 3, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final List<Primitive> ARITHMETIC =
            List.of(Primitive.ADD, Primitive.SUB, Primitive.MUL, Primitive.DIV, Primitive.REM);
    private static final List<Primitive> BITS = List.of(Primitive.AND, Primitive.OR, Primitive.XOR);
    private static final List<Primitive> SHIFTS = List.of(Primitive.SHL, Primitive.SHR, Primitive.USHR);
    private static final List<Primitive> COMPARISONS =
            List.of(Primitive.LT, Primitive.LE, Primitive.GT, Primitive.GE, Primitive.EQ, Primitive.NE);

    private final Random random;
    private final List<Function> callees;
    private final List<Value> visible = new ArrayList<>();
    private final List<Node> seen = new ArrayList<>();
    private int budget;
    private int depth;

    private RandomProgram(Random random, List<Function> callees, int budget) {
        this.random = random;
        this.callees = callees;
        this.budget = budget;
    }

    /** The method to run is the last. */
    static List<Function> of(long seed) {
        Random random = new Random(seed);
        List<Function> functions = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            functions.add(new RandomProgram(random, List.copyOf(functions), i < 2 ? 12 : 60).function("f" + i));
        }
        return functions;
    }

    private Function function(String name) {
        List<Value> params = List.of(
                Sample.local(Scalar.DOUBLE, "x"),
                Sample.local(Scalar.FLOAT, "f"),
                Sample.local(Scalar.INT, "n"),
                Sample.local(Scalar.LONG, "l"),
                Sample.local(Scalar.BOOLEAN, "p"),
                Sample.local(Sample.DOUBLES, "a"),
                Sample.local(Sample.DOUBLES, "b"),
                Sample.local(INTS, "k"),
                Sample.local(ROWS, "rows"),
                Sample.local(EXCEPTION, "e"));
        visible.addAll(params);
        Block block = Sample.block();
        statements(block, budget);
        for (int i = 0; i < 4; i++) {
            block.store(params.get(5), block.constant(i), pick(block, Scalar.DOUBLE));
        }
        return Sample.function(name, params, block.yielding(List.of(pick(block, Scalar.DOUBLE))));
    }

    private void statements(Block block, int count) {
        for (int i = 0; i < count && budget > 0; i++) {
            budget--;
            statement(block);
        }
    }

    private void statement(Block block) {
        int kind = random.nextInt(100);
        if (kind < 36) {
            scalar(block);
        } else if (kind < 44) {
            again(block);
        } else if (kind < 66) {
            memory(block);
        } else if (kind < 70) {
            call(block);
        } else if (kind < 82 || depth > 2) {
            branch(block);
        } else {
            loop(block);
        }
    }

    // --- values

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Value pick(Block block, Type type) {
        List<Value> fitting =
                visible.stream().filter(value -> value.type().equals(type)).toList();
        if (type instanceof Scalar scalar && (fitting.isEmpty() || random.nextInt(4) == 0)) {
            return define(block, block.constant(type, literal(scalar)));
        }
        return any(fitting.subList(Math.max(0, fitting.size() - 6), fitting.size()));
    }

    private Object literal(Scalar type) {
        return switch (type) {
            case BOOLEAN -> random.nextBoolean();
            case INT -> any(INTEGERS);
            case LONG -> ((Integer) any(INTEGERS)).longValue();
            case FLOAT -> ((Double) any(DOUBLES)).floatValue();
            case DOUBLE -> any(DOUBLES);
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private Value define(Block block, Value value) {
        visible.add(value);
        Node node = block.nodes().get(block.nodes().size() - 1);
        if (node.regions().isEmpty()) {
            seen.add(node);
        }
        return value;
    }

    /** An index that is mostly within bounds. */
    private Value index(Block block) {
        return random.nextInt(8) == 0
                ? pick(block, Scalar.INT)
                : define(block, block.op(Primitive.AND, pick(block, Scalar.INT), block.constant(random.nextInt(4))));
    }

    /** A length that is sometimes negative and never large. */
    private Value size(Block block) {
        return random.nextInt(12) == 0
                ? block.constant(-1)
                : define(block, block.op(Primitive.AND, pick(block, Scalar.INT), block.constant(7)));
    }

    // --- statements

    private void scalar(Block block) {
        Scalar type = any(NUMBERS);
        boolean integer = type == Scalar.INT || type == Scalar.LONG;
        switch (random.nextInt(9)) {
            case 0 -> define(block, block.constant(type, literal(type)));
            case 1, 2, 3 -> define(block, block.op(any(ARITHMETIC), pick(block, type), pick(block, type)));
            case 4 -> define(block, block.op(any(COMPARISONS), pick(block, type), pick(block, type)));
            case 5 -> cast(block, type);
            case 6 -> define(block, function(block, type));
            case 7 -> define(block, block.op(Primitive.NEG, pick(block, type)));
            default -> define(block, integer ? bits(block, type) : logic(block));
        }
    }

    private void cast(Block block, Scalar type) {
        Value value = pick(block, any(NUMBERS));
        define(block, block.op("", Primitive.CAST, type, List.of(value)));
    }

    private Value function(Block block, Scalar type) {
        if (type == Scalar.DOUBLE) {
            return block.math(any(List.of("sin", "exp", "sqrt", "abs")), pick(block, type));
        } else if (type == Scalar.FLOAT) {
            return block.math("abs", pick(block, type));
        }
        String name = any(List.of("max", "addExact", "floorMod", "multiplyExact"));
        return block.op("", Intrinsic.math(name), type, List.of(pick(block, type), pick(block, type)));
    }

    private Value bits(Block block, Scalar type) {
        return switch (random.nextInt(3)) {
            case 0 -> block.op(Primitive.COMPLEMENT, pick(block, type));
            case 1 -> block.op(any(SHIFTS), pick(block, type), pick(block, Scalar.INT));
            default -> block.op(any(BITS), pick(block, type), pick(block, type));
        };
    }

    private Value logic(Block block) {
        return switch (random.nextInt(3)) {
            case 0 -> block.op(Primitive.NOT, pick(block, Scalar.BOOLEAN));
            case 1 ->
                block.op(
                        any(List.of(Primitive.EQ, Primitive.NE)),
                        pick(block, Scalar.BOOLEAN),
                        pick(block, Scalar.BOOLEAN));
            default -> block.op(any(BITS), pick(block, Scalar.BOOLEAN), pick(block, Scalar.BOOLEAN));
        };
    }

    /** Something that was done before. */
    private void again(Block block) {
        List<Node> possible = seen.stream()
                .filter(node -> visible.containsAll(node.operands()))
                .toList();
        if (possible.isEmpty()) {
            return;
        }
        Node node = any(possible.subList(Math.max(0, possible.size() - 10), possible.size()));
        Value result = node.results().get(0).fresh();
        block.append(new Rewriter().replace(node.results().get(0), result).rewrite(node));
        define(block, result);
    }

    private void memory(Block block) {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> define(block, block.load("", pick(block, Sample.DOUBLES), index(block)));
            case 3, 4 -> block.store(pick(block, Sample.DOUBLES), index(block), pick(block, Scalar.DOUBLE));
            case 5 -> define(block, block.length(pick(block, Sample.DOUBLES)));
            case 6 -> define(block, block.newArray("v", Sample.DOUBLES, List.of(size(block))));
            case 7 -> rows(block);
            case 8 -> bulk(block);
            default -> define(block, block.load("", pick(block, INTS), index(block)));
        }
    }

    private void rows(Block block) {
        switch (random.nextInt(3)) {
            case 0 -> block.store(pick(block, ROWS), index(block), pick(block, Sample.DOUBLES));
            case 1 -> block.store(pick(block, INTS), index(block), pick(block, Scalar.INT));
            default -> define(block, block.load("row", pick(block, ROWS), index(block)));
        }
    }

    private void bulk(Block block) {
        Value a = pick(block, Sample.DOUBLES);
        switch (random.nextInt(4)) {
            case 0 -> bulk(block, Node.BulkKind.FILL, a, pick(block, Scalar.DOUBLE));
            case 1 ->
                bulk(
                        block,
                        Node.BulkKind.ARRAYCOPY,
                        a,
                        index(block),
                        pick(block, Sample.DOUBLES),
                        index(block),
                        index(block));
            case 2 -> copy(block, Node.BulkKind.CLONE, a);
            default -> copy(block, Node.BulkKind.COPY_OF, a, size(block));
        }
    }

    private static void bulk(Block block, Node.BulkKind kind, Value... operands) {
        block.append(new Node.Bulk(null, kind, List.of(operands), Origin.NONE));
    }

    private void copy(Block block, Node.BulkKind kind, Value... operands) {
        Value result = Sample.local(Sample.DOUBLES, "copy");
        block.append(new Node.Bulk(result, kind, List.of(operands), Origin.NONE));
        define(block, result);
    }

    private void call(Block block) {
        if (callees.isEmpty()) {
            return;
        }
        Function callee = any(callees);
        List<Type> types = callee.params().stream().map(Value::type).toList();
        Value result = Sample.local(Scalar.DOUBLE, "called");
        List<Value> operands = types.stream().map(type -> pick(block, type)).toList();
        block.append(new Node.Call(result, callee(callee, types), operands, Origin.NONE));
        visible.add(result);
    }

    private static Callee callee(Function function, List<Type> types) {
        Effects effects = new Effects(new TreeSet<>(), new TreeSet<>(), Effects.FRESH);
        return new Callee(
                "sample.Outer.Model",
                "sample.Outer_ModelGrad",
                function.signature().name(),
                types,
                types.stream().map(Type::differentiable).toList(),
                Scalar.DOUBLE,
                "",
                "",
                "",
                function.params().stream().map(Value::name).toList(),
                effects);
    }

    // --- control flow

    /** What the region makes is not visible after it. */
    private Region scoped(Supplier<Region> region) {
        int values = visible.size();
        int nodes = seen.size();
        depth++;
        Region made = region.get();
        depth--;
        visible.subList(values, visible.size()).clear();
        seen.subList(nodes, seen.size()).clear();
        return made;
    }

    private List<Type> carried() {
        List<Type> all = List.of(Scalar.DOUBLE, Scalar.INT, Scalar.BOOLEAN, Sample.DOUBLES, Scalar.FLOAT);
        return all.stream().filter(type -> random.nextInt(3) == 0).toList();
    }

    private List<Value> pickAll(Block block, List<Type> types) {
        return types.stream().map(type -> pick(block, type)).toList();
    }

    private void branch(Block block) {
        Value condition = pick(block, Scalar.BOOLEAN);
        List<Type> types = carried();
        Region then = scoped(() -> way(block.child(), types));
        Region otherwise = scoped(() -> way(block.child(), types));
        List<Value> results =
                types.stream().map(type -> Sample.local(type, "r")).toList();
        block.append(new Node.If(results, condition, then, otherwise, Origin.NONE));
        visible.addAll(results);
    }

    private Region way(Block block, List<Type> types) {
        statements(block, random.nextInt(5));
        if (random.nextInt(10) == 0) {
            List<Value> defaults = types.stream().map(block::zero).toList();
            block.append(new Node.Throw(pick(block, EXCEPTION), Origin.NONE));
            return block.yielding(defaults);
        }
        return block.yielding(pickAll(block, types));
    }

    /** A loop with a counter or with a variable that happens to count; what it carries may never change. */
    private void loop(Block block) {
        boolean counted = random.nextBoolean();
        boolean exits = random.nextInt(3) == 0;
        boolean up = random.nextBoolean();
        List<Type> types = new ArrayList<>(carried());
        types.add(0, Scalar.INT);
        List<Value> params = types.stream().map(type -> Sample.local(type, "i")).toList();
        List<Value> inits = new ArrayList<>(pickAll(block, types));
        inits.set(0, block.constant(up ? 0 : 4));
        Value bound = up ? index(block) : block.constant(random.nextInt(4));
        // Without the mask a bound from a parameter would make for long runs.
        Value near = block.op(Primitive.AND, bound, block.constant(7));
        Region condition = scoped(() -> condition(block.child(), params, up ? Primitive.LT : Primitive.GT, near));
        long step = up ? 1 + random.nextInt(2) : -1;
        Region body = scoped(() -> body(block.child(), params, exits, counted, step));
        List<Value> results = params.stream().map(Value::fresh).toList();
        Optional<Node.Counter> counter = counted ? Optional.of(new Node.Counter(step)) : Optional.empty();
        block.append(new Node.Loop(results, inits, params, counter, exits, condition, body, Origin.NONE));
        visible.addAll(results);
    }

    private Region condition(Block block, List<Value> params, Primitive comparison, Value bound) {
        visible.addAll(params);
        for (int i = random.nextInt(3); i > 0; i--) {
            switch (random.nextInt(3)) {
                case 0 -> define(block, block.load("", pick(block, Sample.DOUBLES), index(block)));
                case 1 -> define(block, block.length(pick(block, Sample.DOUBLES)));
                default -> scalar(block);
            }
        }
        Value again = block.op(comparison, params.get(0), bound);
        if (random.nextInt(4) == 0) {
            again = block.op(Primitive.AND, pick(block, Scalar.BOOLEAN), again);
        }
        return block.yielding(List.of(again));
    }

    private Region body(Block block, List<Value> params, boolean exits, boolean counted, long step) {
        visible.addAll(params);
        statements(block, 1 + random.nextInt(6));
        List<Value> yields = new ArrayList<>();
        if (exits) {
            yields.add(pick(block, Scalar.BOOLEAN));
        }
        if (!counted) {
            yields.add(next(block, params.get(0), step));
        }
        for (Value param : params.subList(1, params.size())) {
            yields.add(random.nextInt(4) == 0 ? param : pick(block, param.type()));
        }
        return block.yielding(yields);
    }

    private Value next(Block block, Value param, long step) {
        return random.nextBoolean()
                ? block.op(Primitive.ADD, block.constant((int) step), param)
                : block.op(Primitive.SUB, param, block.constant((int) -step));
    }
}
