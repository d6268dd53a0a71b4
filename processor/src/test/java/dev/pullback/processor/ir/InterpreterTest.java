package dev.pullback.processor.ir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpreterTest {

    private static final Type DOUBLES = new ArrayType(Scalar.DOUBLE);

    private final Value x = new Value(Scalar.DOUBLE, "x");
    private final Value n = new Value(Scalar.INT, "n");
    private final Value a = new Value(DOUBLES, "a");
    private final Block block = new Block(Origin.NONE);
    private final Interpreter interpreter = new Interpreter();

    private Object run(List<Value> params, Value result, Object... arguments) {
        Region region = block.yielding(List.of(result));
        Verifier.verify(params, region);
        return interpreter.run(params, region, arguments).get(0);
    }

    private Object apply(Primitive operator, Scalar result, Object... operands) {
        Value[] params = Arrays.stream(operands)
                .map(operand -> new Value(typeOf(operand), ""))
                .toArray(Value[]::new);
        block.nodes().clear();
        return run(List.of(params), block.op("", operator, result, List.of(params)), operands);
    }

    private static Scalar typeOf(Object boxed) {
        return Arrays.stream(Scalar.values())
                .filter(scalar -> scalar.zero().getClass() == boxed.getClass())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void integersOverflowAndShiftAsInJava() {
        assertEquals(Integer.MIN_VALUE, apply(Primitive.ADD, Scalar.INT, Integer.MAX_VALUE, 1));
        assertEquals(Integer.MIN_VALUE, apply(Primitive.DIV, Scalar.INT, Integer.MIN_VALUE, -1));
        assertEquals(-1L, apply(Primitive.REM, Scalar.LONG, -7L, 3L));
        assertEquals(-2, apply(Primitive.SHR, Scalar.INT, -7, 34));
        assertEquals(1L << 34, apply(Primitive.SHL, Scalar.LONG, 1L, 34));
        assertEquals(-7 >>> 1, apply(Primitive.USHR, Scalar.INT, -7, 1L));
        assertEquals(~5L, apply(Primitive.COMPLEMENT, Scalar.LONG, 5L));
        assertEquals(6, apply(Primitive.XOR, Scalar.INT, 5, 3));
        assertEquals(true, apply(Primitive.XOR, Scalar.BOOLEAN, true, false));
        assertThrows(ArithmeticException.class, () -> apply(Primitive.DIV, Scalar.INT, 1, 0));
        assertThrows(ArithmeticException.class, () -> apply(Primitive.REM, Scalar.LONG, 1L, 0L));
    }

    @Test
    void realsKeepTheirTypeAndTheirZeros() {
        assertEquals(-0.0, apply(Primitive.NEG, Scalar.DOUBLE, 0.0));
        assertEquals(0.1f + 0.2f, apply(Primitive.ADD, Scalar.FLOAT, 0.1f, 0.2f));
        assertEquals(-5.5 % 2, apply(Primitive.REM, Scalar.DOUBLE, -5.5, 2.0));
        assertEquals(true, apply(Primitive.EQ, Scalar.BOOLEAN, 0.0, -0.0));
        assertEquals(false, apply(Primitive.EQ, Scalar.BOOLEAN, Double.NaN, Double.NaN));
        assertEquals(true, apply(Primitive.NE, Scalar.BOOLEAN, Float.NaN, Float.NaN));
        assertEquals(false, apply(Primitive.GE, Scalar.BOOLEAN, Double.NaN, 1.0));
    }

    @Test
    void casts() {
        assertEquals(Integer.MAX_VALUE, apply(Primitive.CAST, Scalar.INT, 1e30));
        assertEquals(0L, apply(Primitive.CAST, Scalar.LONG, Double.NaN));
        assertEquals((byte) 300.7, apply(Primitive.CAST, Scalar.BYTE, 300.7));
        assertEquals((char) -1, apply(Primitive.CAST, Scalar.CHAR, -1));
        assertEquals((short) 'x', apply(Primitive.CAST, Scalar.SHORT, 'x'));
        assertEquals((float) Long.MAX_VALUE, apply(Primitive.CAST, Scalar.FLOAT, Long.MAX_VALUE));
        // rounding a long to float by way of double would round twice
        assertEquals((float) 0x4000004000000001L, apply(Primitive.CAST, Scalar.FLOAT, 0x4000004000000001L));
        assertEquals((double) 0.1f, apply(Primitive.CAST, Scalar.DOUBLE, 0.1f));
        assertEquals(-0f, apply(Primitive.CAST, Scalar.FLOAT, -1e-50));
    }

    @Test
    void functionsByTheTypesOfTheirOperands() {
        assertEquals(
                Math.scalb(1.5f, 3),
                run(
                        List.of(n),
                        block.op(
                                "", Intrinsic.math("scalb"), Scalar.FLOAT, List.of(block.number(Scalar.FLOAT, 1.5), n)),
                        3));
        block.nodes().clear();
        Value exact = block.op("", Intrinsic.math("addExact"), Scalar.INT, List.of(n, n));
        assertThrows(ArithmeticException.class, () -> run(List.of(n), exact, Integer.MAX_VALUE));
    }

    @Test
    void arraysThrowWhatJavaThrows() {
        Value load = block.load("", a, n);
        double[] array = {1, 2, 3};
        double[][] none = new double[1][];
        assertEquals(3.0, run(List.of(a, n), load, array, 2));
        assertMessageOf(() -> array[Integer.parseInt("3")]++, () -> run(List.of(a, n), load, array, 3));
        assertMessageOf(() -> array[Integer.parseInt("-1")]++, () -> run(List.of(a, n), load, array, -1));
        assertThrows(NullPointerException.class, () -> run(List.of(a, n), load, none[0], 0));
        block.nodes().clear();
        Value fresh = block.newArray("", new ArrayType(DOUBLES), List.of(n, n));
        assertMessageOf(() -> lengthOf(new double[2][Integer.parseInt("-2")]), () -> run(List.of(n), fresh, -2));
        assertArrayEquals(new double[2][2], (double[][]) run(List.of(n), fresh, 2));
        block.nodes().clear();
        Value rows = block.newArray("", new ArrayType(DOUBLES), List.of(n));
        assertNull(((double[][]) run(List.of(n), rows, 2))[1]);
    }

    private static int lengthOf(double[][] rows) {
        return rows.length;
    }

    private static void assertMessageOf(Runnable java, Runnable interpreted) {
        RuntimeException expected = assertThrows(RuntimeException.class, java::run);
        RuntimeException actual = assertThrows(RuntimeException.class, interpreted::run);
        assertSame(expected.getClass(), actual.getClass());
        assertEquals(expected.getMessage(), actual.getMessage());
    }

    @Test
    void storesAreExecutedInOrder() {
        Value before = block.load("", a, n);
        block.store(a, n, x);
        Value after = block.load("", a, n);
        assertEquals(
                5.0 - 2.0, run(List.of(a, n, x), block.op(Primitive.SUB, after, before), new double[] {2}, 0, 5.0));
        assertEquals(4, interpreter.operations());
    }

    @ParameterizedTest
    @CsvSource({"CLONE", "COPY_OF", "COPY_OF_RANGE"})
    void bulkCopies(Node.BulkKind kind) {
        Value result = new Value(DOUBLES, "");
        List<Value> operands = kind == Node.BulkKind.CLONE
                ? List.of(a)
                : kind == Node.BulkKind.COPY_OF ? List.of(a, n) : List.of(a, block.constant(0), n);
        block.append(new Node.Bulk(result, kind, operands, Origin.NONE));
        double[] array = {1, 2};
        Object copy = run(List.of(a, n), result, array, kind == Node.BulkKind.CLONE ? 2 : 3);
        assertNotSame(array, copy);
        assertArrayEquals(kind == Node.BulkKind.CLONE ? array : new double[] {1, 2, 0}, (double[]) copy);
    }

    @Test
    void bulkWrites() {
        block.append(new Node.Bulk(null, Node.BulkKind.FILL_RANGE, List.of(a, block.constant(1), n, x), Origin.NONE));
        block.append(new Node.Bulk(
                null,
                Node.BulkKind.ARRAYCOPY,
                List.of(a, block.constant(2), a, block.constant(0), block.constant(1)),
                Origin.NONE));
        double[] array = {1, 2, 3, 4};
        Region region = block.yielding(List.of());
        interpreter.run(List.of(a, n, x), region, array, 3, 7.0);
        assertArrayEquals(new double[] {7, 7, 7, 4}, array);
        assertEquals(1 + 2 + 1 + 1, interpreter.operations());
        assertMessageOf(
                () -> Arrays.fill(array, 1, 9, 0), () -> interpreter.run(List.of(a, n, x), region, array, 9, 7.0));
    }

    /** {@code for (int i = 0; i < n; i++) { if (s > x) break; s += i; }}, results i and s. */
    private List<Object> summed(int trips, double bound) {
        Value i = new Value(Scalar.INT, "i");
        Value s = new Value(Scalar.DOUBLE, "s");
        Block condition = block.child();
        Value again = condition.op(Primitive.LT, i, n);
        Block body = block.child();
        Value exit = body.op(Primitive.GT, s, x);
        Value next = new Value(Scalar.DOUBLE, "s");
        Block keep = body.child();
        Block add = body.child();
        Value sum = add.op(Primitive.ADD, s, add.cast(Scalar.DOUBLE, i));
        body.append(
                new Node.If(List.of(next), exit, keep.yielding(List.of(s)), add.yielding(List.of(sum)), Origin.NONE));
        List<Value> results = List.of(i.fresh(), s.fresh());
        block.append(new Node.Loop(
                results,
                List.of(block.constant(0), block.zero(Scalar.DOUBLE)),
                List.of(i, s),
                Optional.of(new Node.Counter(1)),
                true,
                condition.yielding(List.of(again)),
                body.yielding(List.of(exit, next)),
                Origin.NONE));
        Region region = block.yielding(results);
        Verifier.verify(List.of(n, x), region);
        return interpreter.run(List.of(n, x), region, trips, bound);
    }

    @Test
    void aLoopThatEnds() {
        assertEquals(List.of(4, 6.0), summed(4, 100));
    }

    @Test
    void aCounterStaysWhereTheLoopIsLeft() {
        assertEquals(List.of(4, 6.0), summed(10, 5));
    }

    @Test
    void aLoopThatNeverRuns() {
        assertEquals(List.of(0, 0.0), summed(-1, 5));
    }

    @Test
    void callsExecuteFunctionsRecursively() {
        Callee callee = new Callee(
                "Model",
                "ModelGrad",
                "factorial",
                List.of(Scalar.INT),
                List.of(false),
                Scalar.INT,
                "",
                "",
                "",
                List.of("n"),
                new Effects(new java.util.TreeSet<>(), new java.util.TreeSet<>(), Effects.FRESH));
        Block more = block.child();
        Value less = more.op(Primitive.SUB, n, more.constant(1));
        Value inner = new Value(Scalar.INT, "");
        more.append(new Node.Call(inner, callee, List.of(less), Origin.NONE));
        Value product = more.op(Primitive.MUL, n, inner);
        Block last = block.child();
        Value one = last.constant(1);
        Value result = new Value(Scalar.INT, "");
        Value again = block.op(Primitive.GT, n, block.constant(1));
        block.append(new Node.If(
                List.of(result), again, more.yielding(List.of(product)), last.yielding(List.of(one)), Origin.NONE));
        Signature signature = new Signature(
                "",
                List.of("Model"),
                "factorial",
                Signature.Visibility.PUBLIC,
                List.of(),
                Scalar.INT,
                List.of(),
                false,
                1,
                false,
                Origin.NONE);
        Function factorial = new Function(signature, List.of(n), block.yielding(List.of(result)));
        assertEquals(120, new Interpreter(Map.of("Model.factorial", factorial)).run(factorial, 5));
        assertEquals(120, new Interpreter(Map.of("factorial", factorial)).run(factorial, 5));
        assertThrows(UnsupportedOperationException.class, () -> interpreter.run(factorial, 5));
    }

    @Test
    void invocationsGoToCompiledCode() {
        Value text =
                block.invoke("", ObjectType.STRING, Target.ofStatic("java.lang.String", "valueOf"), true, List.of(n));
        Value length = block.invoke("", Scalar.INT, Target.instance("length"), true, List.of(text));
        assertEquals(5, run(List.of(n), length, 12345));
        block.nodes().clear();
        Value parsed = block.invoke(
                "",
                Scalar.INT,
                Target.ofStatic("java.lang.Integer", "parseInt"),
                true,
                List.of(block.constant(ObjectType.STRING, "x")));
        assertThrows(NumberFormatException.class, () -> run(List.of(), parsed));
    }

    @Test
    void thrownExceptionsArriveAsTheyAre() {
        Value exception = new Value(new ObjectType("java.io.IOException"), "");
        block.append(new Node.Throw(exception, Origin.NONE));
        IOException thrown = new IOException("gone");
        assertSame(
                thrown,
                assertThrows(
                        IOException.class,
                        () -> interpreter.run(List.of(exception), block.yielding(List.of()), thrown)));
    }

    @Test
    void passiveExpressionsGoToTheHook() {
        Value text = new Value(ObjectType.STRING, "");
        block.append(new Node.Opaque(text, List.of("\"n = \" + ", ""), List.of(n), Origin.NONE));
        Region region = block.yielding(List.of(text));
        Interpreter withHook = new Interpreter(Map.of(), (node, operands) -> "n = " + operands.get(0));
        assertEquals(List.of("n = 3"), withHook.run(List.of(n), region, 3));
        assertThrows(UnsupportedOperationException.class, () -> interpreter.run(List.of(n), region, 3));
    }

    @Test
    void mistakesInTheCodeAreNotHidden() {
        Region region = new Region(List.of(), List.of(x));
        assertThrows(IllegalStateException.class, () -> interpreter.run(List.of(n), region, 3));
        assertThrows(IllegalArgumentException.class, () -> interpreter.run(List.of(x), region, 3));
    }
}
