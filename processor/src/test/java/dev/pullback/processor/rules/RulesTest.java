package dev.pullback.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the emitted code looks like. */
class RulesTest {

    private final Value x = new Value(Scalar.DOUBLE, "x");
    private final Value b = new Value(Scalar.DOUBLE, "b");
    private final Value y = new Value(Scalar.DOUBLE, "y");
    private final Value v = new Value(Scalar.DOUBLE, "v");
    private final Block block = new Block(Origin.NONE);

    private Value contribution(int index, Operator operator, Value... operands) {
        return Rules.contribution(block, new Node.Op(y, operator, List.of(operands), Origin.NONE), index, v);
    }

    private String code(Value result) {
        return Printer.print(block.yielding(List.of(result)));
    }

    @Test
    void quotientsAreDividedLast() {
        assertEquals("""
                %0:double = const 1.0
                %1:double = ADD %0, %2x
                %3:double = const 4.9E-324
                %4:double = ADD %1, %3
                %5:double = DIV %6v, %4
                yield %5
                """, code(contribution(0, Intrinsic.math("log1p"), x)));
    }

    @Test
    void thePartialComesFirst() {
        assertEquals("""
                %0:double = MUL %1b, %2v
                yield %0
                """, code(contribution(0, Primitive.MUL, x, b)));
    }

    @Test
    void theQuotientOfTheDirectionIsWrittenAlikeForBothOperands() {
        assertEquals("""
                %0:double = DIV %1v, %2b
                yield %0
                """, code(contribution(0, Primitive.DIV, x, b)));
        block.nodes().clear();
        assertEquals("""
                %0:double = DIV %1v, %2b
                %3:double = MUL %4y, %0
                %5:double = NEG %3
                yield %5
                """, code(contribution(1, Primitive.DIV, x, b)));
    }

    @Test
    void aPartialOfOneIsTheDirection() {
        assertSame(v, contribution(0, Primitive.ADD, x, b));
        assertSame(v, contribution(0, Intrinsic.math("nextUp"), x));
        assertTrue(block.nodes().isEmpty());
    }

    @Test
    void aSquareContributesOnce() {
        assertEquals("""
                %0:double = const 2.0
                %1:double = MUL %0, %2x
                %3:double = MUL %1, %4v
                yield %3
                """, code(contribution(0, Primitive.MUL, x, x)));
        assertTrue(block.isZero(contribution(1, Primitive.MUL, x, x)));
    }

    @Test
    void whatOccursTwiceIsComputedOnce() {
        contribution(0, Intrinsic.math("atan2"), x, b);
        assertEquals(
                1,
                Node.all(block.yielding(List.of())).stream()
                        .filter(node -> calls(node, "hypot"))
                        .count());
    }

    private static boolean calls(Node node, String function) {
        return node instanceof Node.Op op
                && op.operator() instanceof Intrinsic f
                && f.name().equals(function);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3", "4", "-1", "0.5", "1.5"})
    void powersWithSimpleExponentsCallNoPower(double exponent) {
        Value p = block.constant(Scalar.DOUBLE, exponent);
        Value result = contribution(0, Intrinsic.math("pow"), x, p);
        Region region = block.yielding(List.of(result));
        assertTrue(
                Node.all(region).stream().noneMatch(node -> calls(node, "pow") || node instanceof Node.If),
                code(result));
        for (double at : new double[] {1e-50, 0.3, 1, 7, 1e50}) {
            Object actual = new Interpreter()
                    .run(List.of(x, y, v), region, at, Math.pow(at, exponent), 1.0)
                    .get(0);
            double expected = Row.named("pow(x, p)").contribution(0, 1, at, exponent);
            assertEquals(expected, (Double) actual, 4 * Math.ulp(expected), at + " to the " + exponent);
        }
        if (exponent == Math.rint(exponent)) {
            Object actual = new Interpreter()
                    .run(List.of(x, y, v), region, -2.0, Math.pow(-2, exponent), 1.0)
                    .get(0);
            assertEquals(Row.named("pow(x, p)").contribution(0, 1, -2, exponent) + 0.0, (Double) actual + 0.0);
        }
        for (double zero : new double[] {0.0, -0.0}) {
            Object limit = new Interpreter()
                    .run(List.of(x, y, v), region, zero, Math.pow(zero, exponent), 1.0)
                    .get(0);
            assertEquals(Row.named("pow(x, p)").contribution(0, 1, zero, exponent) + 0.0, (Double) limit + 0.0);
            Object nothing = new Interpreter()
                    .run(List.of(x, y, v), region, zero, Math.pow(zero, exponent), 0.0)
                    .get(0);
            assertEquals(0, (Double) nothing, 0.0);
        }
    }

    @Test
    void aLiteralExponentDecidesWhatItCan() {
        String power = code(contribution(0, Intrinsic.math("pow"), x, block.constant(Scalar.DOUBLE, 2.25)));
        assertFalse(power.contains("EQ"), power);
        assertTrue(power.contains("const 1.25"), power);
        block.nodes().clear();
        String root = code(contribution(0, Intrinsic.math("pow"), x, block.constant(Scalar.DOUBLE, 0.3)));
        assertTrue(root.contains("EQ"), root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.Math", "java.lang.StrictMath"})
    void derivativesCallTheSameClass(String owner) {
        Value result = contribution(0, new Intrinsic(owner, "atan2"), x, b);
        for (Node node : Node.all(block.yielding(List.of(result)))) {
            if (node instanceof Node.Op op && op.operator() instanceof Intrinsic function) {
                assertEquals(owner, function.owner());
            }
        }
    }

    @Test
    void castsFollowTheDirection() {
        Value single = new Value(Scalar.FLOAT, "single");
        Node.Op widening = new Node.Op(y, Primitive.CAST, List.of(single), Origin.NONE);
        assertEquals(
                Scalar.DOUBLE,
                Rules.contribution(block, widening, 0, new Value(Scalar.FLOAT, "singleDot"))
                        .type());
        assertEquals(Scalar.FLOAT, Rules.contribution(block, widening, 0, v).type());
        Value literal = Rules.contribution(block, widening, 0, block.number(Scalar.DOUBLE, 3));
        assertEquals(3f, block.literalOf(literal));
    }

    @Test
    void aZeroContributionHasTheTypeOfItsTarget() {
        Value single = new Value(Scalar.FLOAT, "single");
        Node.Op node =
                new Node.Op(new Value(Scalar.FLOAT, "y"), Intrinsic.math("nextAfter"), List.of(single, x), Origin.NONE);
        Value cotangent = Rules.contribution(block, node, 1, new Value(Scalar.FLOAT, "yBar"));
        Value tangent = Rules.contribution(block, node, 1, v);
        assertTrue(block.isZero(cotangent) && block.isZero(tangent));
        assertEquals(Scalar.DOUBLE, cotangent.type());
        assertEquals(Scalar.FLOAT, tangent.type());
    }

    @Test
    void literalDirections() {
        Value one = block.number(Scalar.DOUBLE, 1);
        Node.Op square = new Node.Op(y, Intrinsic.math("exp"), List.of(x), Origin.NONE);
        assertSame(y, Rules.contribution(block, square, 0, one));
        assertTrue(block.isZero(Rules.contribution(block, square, 0, block.zero(Scalar.DOUBLE))));
        Node.Op negation = new Node.Op(y, Primitive.NEG, List.of(x), Origin.NONE);
        assertEquals(-1.0, block.literalOf(Rules.contribution(block, negation, 0, one)));
    }

    /** Whatever the function, float code stays float: only what Java has for double alone is cast. */
    @ParameterizedTest
    @CsvSource({
        "-a, 1",
        "a + b, 2",
        "a - b, 2",
        "a * b, 2",
        "a / b, 2",
        "a % b, 2",
        "abs(x), 1",
        "'max(a, b)', 2",
        "'min(a, b)', 2",
        "'sum(a, b)', 2",
        "'fma(a, b, c)', 3",
        "'copySign(a, b)', 2",
        "'scalb(x, n)', 2",
        "nextUp(x), 1",
        "nextDown(x), 1",
        "'clamp(x, low, high)', 3"
    })
    void floatRowsAgreeWithDoubleRows(String name, int arity) {
        Row wide = Row.named(name);
        Row narrow = Row.of(
                wide.rule(),
                name.startsWith("sum") ? new Intrinsic("java.lang.Float", "sum") : Row.operator(wide.rule()),
                Scalar.FLOAT);
        double[] point = Arrays.copyOf(new double[] {-2.75, 2, 5}, arity);
        for (int i = 0; i < arity; i++) {
            assertEquals(
                    Scalar.FLOAT, narrow.contributions().get(i).yields().get(0).type());
            if (wide.isReal(i)) {
                assertEquals(
                        (float) wide.contribution(i, 1.5, point), (float) narrow.contribution(i, 1.5, point), name);
            }
        }
    }

    @Test
    void namesInMessages() {
        assertEquals("Double.doubleToLongBits", Rules.name(new Intrinsic("java.lang.Double", "doubleToLongBits")));
        assertEquals("%", Rules.name(Primitive.REM));
    }
}
