package dev.pullback.processor.emit;

import static dev.pullback.processor.emit.Compiled.on;
import static dev.pullback.processor.emit.Samples.DOUBLES;
import static dev.pullback.processor.emit.Samples.MATRIX;
import static dev.pullback.processor.emit.Samples.active;
import static dev.pullback.processor.emit.Samples.constant;
import static dev.pullback.processor.emit.Samples.effects;
import static dev.pullback.processor.emit.Samples.signature;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.JavaFileObjects;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Signature;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class CompanionTest {

    /** The methods that the samples differentiate, for the links to them. */
    private static final JavaFileObject MODEL = JavaFileObjects.forSourceString("example.Model", """
            package example;
            /** Where the samples come from. */
            public final class Model {
              private Model() {}
              static double product(double a, double b) { return a * b; }
              static double square(double x) { return x * x; }
              static double dot(double[] w, double... x) { return 0; }
              static void scale(double a, double[] y) { }
              static double[] squares(double[] x, int m) { return null; }
              static double affine(double a, double[] x, double b) { return a * x[0] + b; }
              static double twice(double[] y) { return y[0]; }
              static double power(double x) { return 0; }
              static double one(double[][] m) { return 1; }
            }
            """);

    private static Compiled compiled(Derived... methods) {
        return Compiled.of(Companion.of(List.of(methods), true), MODEL);
    }

    private static Derived product() {
        return Samples.product("product", "a", "b", false);
    }

    private static Derived dot(boolean fused) {
        return Samples.dot(signature("dot", Scalar.DOUBLE, active(DOUBLES, "w"), constant(DOUBLES, "x")), fused);
    }

    private static Derived dotOfBoth(boolean fused) {
        Signature signature = signature("dot", Scalar.DOUBLE, active(DOUBLES, "w"), active(DOUBLES, "x"));
        return Samples.dot(Samples.throwing(Samples.varargs(signature), "java.io.IOException"), fused);
    }

    @Test
    void scalarsGetARecordOfCotangents() {
        Compiled grad = compiled(product());
        Object pullback = grad.call("productVjp", 3.0, 5.0);
        assertEquals(15.0, on(pullback, "value"));
        Object gradient = ((DoubleFunction<?>) pullback).apply(2);
        assertEquals(10.0, on(gradient, "a"));
        assertEquals(6.0, on(gradient, "b"));
        assertEquals(gradient, on(pullback, "apply", 2.0));
        Object both = grad.call("productJvp", 3.0, 5.0, 1.0, 10.0);
        assertEquals(15.0, on(both, "value"));
        assertEquals(35.0, on(both, "tangent"));
        assertEquals(5.0, on(grad.call("productGrad", 3.0, 5.0), "a"));
        Object valueAndGrad = grad.call("productValueAndGrad", 3.0, 5.0);
        assertEquals(15.0, on(valueAndGrad, "value"));
        assertEquals(3.0, on(on(valueAndGrad, "grad"), "b"));
    }

    @Test
    void oneDoubleToADoubleIsAnOperator() {
        Compiled grad = compiled(Samples.square(Scalar.DOUBLE));
        Object pullback = grad.call("squareVjp", 3.0);
        assertEquals(12.0, ((DoubleUnaryOperator) pullback).applyAsDouble(2));
        assertEquals(12.0, on(pullback, "apply", 2.0));
        assertEquals(6.0, grad.call("squareGrad", 3.0));
        assertEquals(9.0, on(grad.call("squareValueAndGrad", 3.0), "value"));
    }

    @Test
    void floatStaysFloat() {
        Compiled grad = compiled(Samples.square(Scalar.FLOAT));
        Object pullback = grad.call("squareVjp", 3f);
        assertEquals(0, pullback.getClass().getInterfaces().length);
        assertEquals(12f, on(pullback, "apply", 2f));
        assertEquals(6f, grad.call("squareGrad", 3f));
        assertEquals(12f, on(grad.call("squareJvp", 3f, 2f), "tangent"));
    }

    @Test
    void readOnlyArraysGetFreshCotangents() {
        for (boolean fused : new boolean[] {true, false}) {
            Compiled grad = compiled(dot(fused));
            double[] w = {1, 2};
            double[] x = {3, 4};
            Object pullback = grad.call("dotVjp", w, x);
            assertEquals(11.0, on(pullback, "value"));
            assertArrayEquals(new double[] {6, 8}, (double[]) ((DoubleFunction<?>) pullback).apply(2));
            double[] shadow = {100, 100};
            on(pullback, "applyInto", 2.0, shadow);
            assertArrayEquals(new double[] {106, 108}, shadow, "adds");
            double[] target = {100, 100};
            assertEquals(11.0, grad.call("dotGradInto", w, x, target));
            assertArrayEquals(x, target, "overwrites");
            assertArrayEquals(x, (double[]) grad.call("dotGrad", w, x));
            assertArrayEquals(x, (double[]) on(grad.call("dotValueAndGrad", w, x), "grad"));
            assertEquals(7.0, on(grad.call("dotJvp", w, x, new double[] {1, 1}), "tangent"));
        }
    }

    @Test
    void targetsAreChecked() {
        Compiled grad = compiled(dotOfBoth(true));
        double[] w = {1, 2};
        double[] x = {3, 4};
        double[] a = new double[2];
        double[] b = new double[2];
        grad.call("dotGradInto", w, x, a, b);
        assertArrayEquals(x, a);
        assertArrayEquals(w, b);
        List<double[][]> wrong = List.of(
                new double[][] {w, b},
                new double[][] {x, b},
                new double[][] {a, w},
                new double[][] {a, x},
                new double[][] {a, a},
                new double[][] {new double[3], b},
                new double[][] {a, new double[1]});
        for (double[][] targets : wrong) {
            assertThrows(IllegalArgumentException.class, () -> grad.call("dotGradInto", w, x, targets[0], targets[1]));
        }
        assertArrayEquals(new double[] {3, 4}, x, "nothing is overwritten before the checks");
    }

    @Test
    void readOnlyArgumentsMayBeOneArray() {
        Compiled grad = compiled(dotOfBoth(false));
        double[] w = {1, 2};
        Object gradient = grad.call("dotGrad", w, w);
        assertArrayEquals(w, (double[]) on(gradient, "w"));
        assertNotSame(on(gradient, "w"), on(gradient, "x"));
    }

    @Test
    void variableArityAndExceptionsAreKept() {
        Class<?> type = compiled(dotOfBoth(true)).type();
        for (Method method : type.getDeclaredMethods()) {
            boolean same = List.of("dotVjp", "dotGrad", "dotValueAndGrad").contains(method.getName());
            assertEquals(same, method.isVarArgs(), method.toString());
            assertArrayEquals(new Class<?>[] {java.io.IOException.class}, method.getExceptionTypes());
        }
    }

    @Test
    void writtenArraysTakeSeedsThatAreOnlyRead() throws ReflectiveOperationException {
        Compiled grad = compiled(Samples.scale());
        double[] y = {1, 2};
        Object pullback = grad.call("scaleVjp", 3.0, y);
        assertArrayEquals(new double[] {3, 6}, y);
        assertFalse(Arrays.stream(pullback.getClass().getDeclaredMethods())
                .anyMatch(m -> m.getName().equals("value")));
        double[] seed = {10, 20};
        Arrays.fill(y, Double.NaN);
        for (int time = 0; time < 2; time++) {
            Object gradient = ((Function<?, ?>) pullback)
                    .getClass()
                    .getMethod("apply", double[].class)
                    .invoke(pullback, seed);
            assertEquals(50.0, on(gradient, "a"));
            assertArrayEquals(new double[] {30, 60}, (double[]) on(gradient, "y"));
            assertArrayEquals(new double[] {10, 20}, seed);
        }
        Method apply = pullback.getClass().getMethod("apply", double[].class);
        assertEquals("yBar", apply.getParameters()[0].getName());
        assertEquals(50.0, on(pullback, "applyInto", (Object) seed));
        assertArrayEquals(new double[] {30, 60}, seed, "in and out");
        assertThrows(IllegalArgumentException.class, () -> on(pullback, "apply", (Object) new double[3]));
        double[] again = {1, 2};
        double[] tangent = {1, 1};
        grad.call("scaleJvp", 3.0, again, 10.0, tangent);
        assertArrayEquals(new double[] {3, 6}, again);
        assertArrayEquals(new double[] {13, 23}, tangent);
    }

    @Test
    void scalarsBesideArraysComeBackInARecordOfTheirOwn() {
        for (boolean fused : new boolean[] {true, false}) {
            Compiled grad = compiled(Samples.affine(fused));
            double[] x = {3, 4};
            Object gradient = grad.call("affineGrad", 2.0, x, 5.0);
            assertEquals(3.0, on(gradient, "a"));
            assertArrayEquals(new double[] {2, 0}, (double[]) on(gradient, "x"));
            assertEquals(1.0, on(gradient, "b"));
            assertEquals(11.0, on(grad.call("affineValueAndGrad", 2.0, x, 5.0), "value"));
            Object pullback = grad.call("affineVjp", 2.0, x, 5.0);
            assertEquals(30.0, on(on(pullback, "apply", 10.0), "a"));
            double[] shadow = new double[2];
            Object scalars = on(pullback, "applyInto", 10.0, shadow);
            assertEquals("AffineCotangents[a=30.0, b=10.0]", scalars.toString());
            assertArrayEquals(new double[] {20, 0}, shadow);
        }
    }

    @Test
    void gradientsOfMethodsThatWriteAreWithRespectToTheInitialContent() {
        Compiled grad = compiled(Samples.twice(Scalar.DOUBLE));
        double[] y = {3, 1};
        assertArrayEquals(new double[] {2, 0}, (double[]) grad.call("twiceGrad", (Object) y));
        assertArrayEquals(new double[] {6, 1}, y, "written once");
        Object pullback = grad.call("twiceVjp", (Object) y);
        assertEquals(12.0, on(pullback, "value"));
        assertArrayEquals(new double[] {22, 100}, (double[]) on(pullback, "apply", 1.0, new double[] {10, 100}));
        assertThrows(IllegalArgumentException.class, () -> on(pullback, "apply", 1.0, new double[3]));
    }

    @Test
    void theJacobianWritesItsArgumentsOnce() {
        Compiled grad = compiled(Samples.twice(DOUBLES));
        for (int columns : new int[] {1, 2, 3}) {
            double[] y = new double[columns];
            y[0] = 3;
            double[][] jacobian = (double[][]) grad.call("twiceJacobian", (Object) y);
            assertEquals(6, y[0]);
            for (double[] row : jacobian) {
                double[] expected = new double[columns];
                expected[0] = 2;
                assertArrayEquals(expected, row);
            }
            assertEquals(2, jacobian.length);
        }
    }

    @Test
    void arrayResultsHaveAJacobian() {
        for (Scalar type : List.of(Scalar.DOUBLE, Scalar.FLOAT)) {
            Compiled grad = compiled(Samples.squares(type));
            Object x = type == Scalar.DOUBLE ? new double[] {1, 2} : new float[] {1, 2};
            assertArrayEquals(new double[][] {{2, 0}}, (double[][]) grad.call("squaresJacobian", x, 1), "by rows");
            assertArrayEquals(
                    new double[][] {{2, 0}, {0, 4}, {2, 0}},
                    (double[][]) grad.call("squaresJacobian", x, 3),
                    "by columns");
        }
        Compiled grad = compiled(Samples.squares(Scalar.DOUBLE));
        Object pullback = grad.call("squaresVjp", new double[] {1, 2}, 3);
        assertInstanceOf(Function.class, pullback);
        assertArrayEquals(new double[] {202, 40}, (double[]) on(pullback, "apply", (Object) new double[] {1, 10, 100}));
        assertThrows(IllegalArgumentException.class, () -> on(pullback, "apply", (Object) new double[2]));
        assertThrows(IllegalArgumentException.class, () -> on(pullback, "apply", (Object) null));
        double[] one = new double[2];
        assertThrows(IllegalArgumentException.class, () -> on(pullback, "applyInto", one, one));
    }

    @Test
    void manyNumbersShareAnArray() {
        int count = 150;
        Compiled grad = compiled(Samples.manyCrossing(count));
        Object pullback = grad.call("powerVjp", 1.0);
        assertEquals(count + 1.0, on(pullback, "apply", 1.0));
        assertTrue(pullback.getClass().getDeclaredFields().length < 5);
    }

    @Test
    void aParameterThatNothingTellsTheShapeOfIsHeld() {
        Compiled grad = compiled(Samples.one(MATRIX, effects(List.of(), Effects.FRESH)));
        double[][] m = {{1, 2}, null, {3}};
        double[][] gradient = (double[][]) grad.call("oneGrad", (Object) m);
        assertArrayEquals(new double[][] {{0, 0}, null, {0}}, gradient);
        assertArrayEquals(gradient, (double[][]) on(grad.call("oneVjp", (Object) m), "apply", 1.0));
        assertEquals(null, grad.call("oneGrad", (Object) null));
    }

    @Test
    void gradientsOfArraysOfArraysThatAreWrittenKeepTheRowsOfTheTarget() {
        Compiled grad =
                compiled(Samples.one(MATRIX, new Effects(new TreeSet<>(List.of(0)), new TreeSet<>(), -1, true)));
        double[][] target = {{1, 2}, {3}};
        double[] row = target[0];
        grad.call("oneGradInto", new double[][] {{5, 5}, {5}}, target);
        assertArrayEquals(new double[][] {{0, 0}, {0}}, target);
        assertSame(row, target[0]);
    }

    @Test
    void rowsThatTheCallerMayReplaceAreNotLookedAt() {
        Compiled grad = compiled(Samples.one(MATRIX, effects(List.of(), Effects.UNKNOWN)));
        double[][] m = {{1, 2}, {3}};
        Object pullback = grad.call("oneVjp", (Object) m);
        m[0] = new double[7];
        assertArrayEquals(new double[][] {{0, 0}, {0}}, (double[][]) on(pullback, "apply", 1.0));
    }

    @Test
    void generatedNamesGiveWayToTheUsers() {
        for (String[] names : new String[][] {
            {"resultBar", "value"}, {"pullback", "this2"}, {"hashCode", "toString"}, {"aBar", "a"}, {"a", "aDot"}
        }) {
            Derived method = Samples.product("product", names[0], names[1], false);
            Derived plain = new Derived(method.primal(), false, method.forward(), method.reverse(), null);
            for (Derived each : List.of(method, plain)) {
                Compiled grad = compiled(each);
                Object gradient = grad.call("productGrad", 3.0, 5.0);
                Object first = gradient.getClass().getRecordComponents()[0].getName();
                assertEquals(names[0].equals("hashCode") ? "hashCode2" : names[0], first);
                assertEquals(5.0, on(gradient, (String) first));
            }
        }
        Signature clash = signature("dot", Scalar.DOUBLE, active(DOUBLES, "xBar"), active(DOUBLES, "x"));
        Compiled grad = compiled(Samples.dot(clash, true));
        Object gradient = grad.call("dotGrad", new double[] {1}, new double[] {2});
        assertArrayEquals(new double[] {2}, (double[]) on(gradient, "xBar"));
    }

    @Test
    void helpersOnDemandArePrivate() {
        Derived method = dot(false);
        Derived helper = new Derived(method.primal(), true, method.forward(), method.reverse(), null);
        Class<?> type = compiled(product(), helper, Samples.product("twice", "u", "v", true))
                .type();
        for (Method generated : type.getDeclaredMethods()) {
            boolean onDemand = !generated.getName().startsWith("product");
            assertEquals(onDemand, Modifier.isPrivate(generated.getModifiers()), generated.toString());
        }
        for (Class<?> nested : type.getDeclaredClasses()) {
            boolean onDemand = !nested.getSimpleName().startsWith("Product");
            assertEquals(onDemand, Modifier.isPrivate(nested.getModifiers()), nested.toString());
        }
    }

    @Test
    void packagePrivateMethodsMakeAPackagePrivateClassWithLongTypeNames() {
        Signature signature =
                Samples.overloaded(signature("dot", Scalar.DOUBLE, active(DOUBLES, "w"), active(DOUBLES, "x")));
        Class<?> type = compiled(Samples.dot(signature, true)).type();
        assertFalse(Modifier.isPublic(type.getModifiers()));
        assertEquals(
                List.of(
                        "DotDoubleArrayDoubleArrayGradient",
                        "DotDoubleArrayDoubleArrayJvp",
                        "DotDoubleArrayDoubleArrayValueAndGrad",
                        "DotDoubleArrayDoubleArrayVjp"),
                Arrays.stream(type.getDeclaredClasses())
                        .map(Class::getSimpleName)
                        .sorted()
                        .toList());
    }

    @Test
    void theSameInputGivesTheSameText() {
        assertEquals(
                Companion.of(List.of(product(), dot(true)), false).toString(),
                Companion.of(List.of(product(), dot(true)), false).toString());
        assertFalse(Companion.of(List.of(product()), false).toString().contains("@Generated("));
    }
}
