package dev.pullback.processor.emit;

import static dev.pullback.processor.emit.Samples.DOUBLES;
import static dev.pullback.processor.emit.Samples.active;
import static dev.pullback.processor.emit.Samples.constant;
import static dev.pullback.processor.emit.Samples.signature;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.JavaFileObjects;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Signature;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class StubTest {

    private static final JavaFileObject MODEL = JavaFileObjects.forSourceString("example.Model", """
            package example;
            final class Model {
              static double product(double a, double b) { return a * b; }
              static double square(double x) { return x * x; }
              static double dot(double[] w, double[] x) { return 0; }
              static void scale(double a, double[] y) { }
              static int both(double[] y, double[] z) { return 0; }
              static double[] squares(double[] x, int m) { return null; }
            }
            """);

    @Test
    void stubsHaveTheSignaturesOfTheRealThing() {
        List<Derived> methods = List.of(
                Samples.product("product", "a", "b", false),
                Samples.square(Scalar.DOUBLE),
                Samples.dot(signature("dot", Scalar.DOUBLE, active(DOUBLES, "w"), constant(DOUBLES, "x")), true),
                Samples.scale(),
                Samples.squares(Scalar.DOUBLE));
        List<Signature> signatures =
                methods.stream().map(m -> m.primal().signature()).toList();
        Class<?> real = Compiled.of(Companion.of(methods, true), MODEL).type();
        Class<?> stub = Compiled.of(Stub.of(signatures, true), MODEL).type();
        TreeSet<String> missing = members(real);
        missing.removeAll(members(stub));
        assertEquals(new TreeSet<String>(), missing);
    }

    @Test
    void stubsThrow() {
        Compiled stub = Compiled.of(
                Stub.of(List.of(signature("square", Scalar.DOUBLE, active(Scalar.DOUBLE, "x"))), true), MODEL);
        assertThrows(UnsupportedOperationException.class, () -> stub.call("squareGrad", 1.0));
    }

    @Test
    void applyTakesWhateverSeedsTheMethodMayNeed() {
        Signature signature = signature("both", Scalar.INT, active(DOUBLES, "y"), active(DOUBLES, "z"));
        Class<?> pullback = Arrays.stream(Compiled.of(Stub.of(List.of(signature), false), MODEL)
                        .type()
                        .getDeclaredClasses())
                .filter(type -> type.getSimpleName().equals("BothVjp"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(1, 2),
                Arrays.stream(pullback.getDeclaredMethods())
                        .filter(m -> m.getName().equals("apply") && !m.isBridge())
                        .map(Executable::getParameterCount)
                        .sorted()
                        .toList());
    }

    @Test
    void stubsAndDerivativesMix() {
        Signature broken = signature("scale", Callee.VOID, active(Scalar.DOUBLE, "a"), active(DOUBLES, "y"));
        Compiled mixed = Compiled.of(
                Companion.of(List.of(Samples.square(Scalar.DOUBLE)), List.of(broken), List.of(), true), MODEL);
        assertEquals(6.0, mixed.call("squareGrad", 3.0));
        assertThrows(UnsupportedOperationException.class, () -> mixed.call("scaleVjp", 1.0, new double[1]));
        assertTrue(members(mixed.type()).stream().anyMatch(m -> m.contains("ScaleVjp.applyInto")));
    }

    /** What user code can refer to. */
    private static TreeSet<String> members(Class<?> type) {
        TreeSet<String> members = new TreeSet<>();
        Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses())).forEach(each -> {
            members.add(
                    each.getSimpleName() + " " + each.getModifiers() + Arrays.toString(each.getGenericInterfaces()));
            Arrays.stream(each.getDeclaredMethods())
                    .filter(m -> !m.isSynthetic())
                    .forEach(m -> members.add(m.toGenericString()));
        });
        return members;
    }
}
