package dev.pullback.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each function of the JDK that runs this is in exactly one table. */
class CompletenessTest {

    static Stream<Method> functions() {
        return Stream.of(Math.class, StrictMath.class, Double.class, Float.class)
                .flatMap(owner -> Arrays.stream(owner.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers()))
                .filter(method -> ofScalars(method));
    }

    private static boolean ofScalars(Method method) {
        return method.getReturnType().isPrimitive()
                && Arrays.stream(method.getParameterTypes()).allMatch(Class::isPrimitive);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyFunctionIsInOneTable(Method method) {
        Node.Op node = node(method);
        Intrinsic function = (Intrinsic) node.operator();
        boolean real =
                node.operands().stream().anyMatch(operand -> operand.type().differentiable());
        List<String> tables = new ArrayList<>();
        if (MathRules.find(function, method.getParameterCount()).isPresent()) {
            tables.add("differentiable");
        }
        if (NonDifferentiable.isConstant(function)) {
            tables.add("constant");
        }
        if (NonDifferentiable.isPassive(function)) {
            tables.add("passive");
        }
        if (NonDifferentiable.isRefused(function)) {
            tables.add("refused");
        }
        assertEquals(1, tables.size(), method + " is in " + tables);
        assertTrue(real || Rules.kind(node) == Rules.Kind.ZERO, "kind of " + method);
        assertTrue(!real || !tables.contains("passive"), method + " is not passive");
        assertEquals(tables.contains("refused") && real, Rules.kind(node) == Rules.Kind.UNKNOWN, "kind of " + method);
        if (tables.contains("differentiable") && real) {
            assertEquals(Rules.Kind.DIFFERENTIABLE, Rules.kind(node));
            assertTrue(node.result().type().differentiable());
        }
    }

    private static Node.Op node(Method method) {
        List<Value> operands = new ArrayList<>();
        for (Class<?> type : method.getParameterTypes()) {
            operands.add(new Value(scalar(type), "x"));
        }
        Intrinsic function = new Intrinsic(method.getDeclaringClass().getName(), method.getName());
        return new Node.Op(new Value(scalar(method.getReturnType()), "y"), function, operands, Origin.NONE);
    }

    private static Scalar scalar(Class<?> type) {
        return Scalar.valueOf(type.getName().toUpperCase(Locale.ROOT));
    }

    @Test
    void whatPromiseFourNamesIsThere() {
        for (String name : List.of(
                "abs", "max", "min", "sqrt", "cbrt", "log", "log10", "log1p", "pow", "asin", "acos", "atan2",
                "hypot")) {
            assertTrue(Row.all().anyMatch(row -> row.rule().name().equals(name)), name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang.Math, rint, DOUBLE, DOUBLE, ZERO",
        "java.lang.Math, round, DOUBLE, LONG, ZERO",
        "java.lang.StrictMath, ulp, FLOAT, FLOAT, ZERO",
        "java.lang.Math, abs, INT, INT, ZERO",
        "java.lang.Math, abs, FLOAT, FLOAT, DIFFERENTIABLE",
        "java.lang.Double, isNaN, DOUBLE, BOOLEAN, ZERO",
        "java.lang.Double, doubleToLongBits, DOUBLE, LONG, UNKNOWN",
        "java.lang.Long, bitCount, LONG, INT, ZERO",
        "some.library.Special, sin, DOUBLE, DOUBLE, UNKNOWN",
        "some.library.Special, sin, INT, DOUBLE, ZERO"
    })
    void kindsOfFunctions(String owner, String name, Scalar operand, Scalar result, Rules.Kind kind) {
        Node.Op node = new Node.Op(
                new Value(result, "y"), new Intrinsic(owner, name), List.of(new Value(operand, "x")), Origin.NONE);
        assertEquals(kind, Rules.kind(node));
    }

    @ParameterizedTest
    @EnumSource(Primitive.class)
    void kindsOfOperators(Primitive operator) {
        boolean unary = List.of(Primitive.NEG, Primitive.NOT, Primitive.COMPLEMENT, Primitive.CAST)
                .contains(operator);
        for (Scalar type : List.of(Scalar.DOUBLE, Scalar.FLOAT, Scalar.INT, Scalar.LONG)) {
            Value a = new Value(type, "a");
            Scalar result = operator.isComparison() ? Scalar.BOOLEAN : type;
            List<Value> operands = unary ? List.of(a) : List.of(a, a.fresh());
            Rules.Kind kind = Rules.kind(new Node.Op(new Value(result, "y"), operator, operands, Origin.NONE));
            boolean real = type.differentiable();
            boolean arithmetic = List.of(
                            Primitive.ADD,
                            Primitive.SUB,
                            Primitive.MUL,
                            Primitive.DIV,
                            Primitive.REM,
                            Primitive.NEG,
                            Primitive.CAST)
                    .contains(operator);
            if (!real || operator.isComparison()) {
                assertEquals(Rules.Kind.ZERO, kind);
            } else if (arithmetic) {
                assertEquals(Rules.Kind.DIFFERENTIABLE, kind);
            } else {
                assertNotEquals(Rules.Kind.DIFFERENTIABLE, kind);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FLOAT, DOUBLE, DIFFERENTIABLE",
        "DOUBLE, FLOAT, DIFFERENTIABLE",
        "DOUBLE, INT, ZERO",
        "INT, DOUBLE, ZERO"
    })
    void kindsOfCasts(Scalar from, Scalar to, Rules.Kind kind) {
        Node.Op node = new Node.Op(new Value(to, "y"), Primitive.CAST, List.of(new Value(from, "x")), Origin.NONE);
        assertEquals(kind, Rules.kind(node));
    }
}
