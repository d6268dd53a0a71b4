package dev.pullback.processor.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pullback.processor.corpus.Javac;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every row of {@code docs/kinks.md} is what both modes give, in one method and through calls. */
class KinksPageTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(.+?)` \\| (\\S+) \\| (\\S+) \\| (\\S+) \\| (\\S+) \\|$");

    /** In the method itself, in a helper that is inlined, in one that is not, in a method of another class. */
    private static final List<String> PLACES = List.of("direct", "helped", "recursive", "called");

    private record Row(String expression, double x, double y, double dx, double dy) {}

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyRowIsWhatBothModesGive() throws Exception {
        List<Row> rows = rows();
        assertTrue(rows.size() > 30, "rows");
        List<DynamicTest> tests = new ArrayList<>();
        for (String optimise : List.of("on", "off")) {
            Path output = Files.createDirectory(folder.resolve(optimise));
            ClassLoader loader = Javac.into(output)
                    .with("-Apullback.optimise=" + optimise)
                    .compile(sources(rows))
                    .orThrow()
                    .loader();
            Class<?> companion = loader.loadClass("kinks.KinksGrad");
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                for (String place : PLACES) {
                    String method = place + i;
                    String name = row + " " + place + ", optimise=" + optimise;
                    tests.add(DynamicTest.dynamicTest(name, () -> check(companion, method, row)));
                }
            }
        }
        return tests.stream();
    }

    private static List<Row> rows() throws IOException {
        Matcher matcher = ROW.matcher(Files.readString(Path.of("..", "docs", "kinks.md")));
        List<Row> rows = new ArrayList<>();
        while (matcher.find()) {
            double[] numbers = new double[4];
            Arrays.setAll(numbers, k -> Double.parseDouble(matcher.group(k + 2)));
            rows.add(new Row(matcher.group(1), numbers[0], numbers[1], numbers[2], numbers[3]));
        }
        return rows;
    }

    private List<Path> sources(List<Row> rows) throws IOException {
        StringBuilder main = new StringBuilder(head("Kinks"));
        StringBuilder other = new StringBuilder(head("Callees"));
        for (int i = 0; i < rows.size(); i++) {
            String expression = rows.get(i).expression();
            main.append("""
                    static double helper%1$d(double x, double y) { return %2$s; }
                    static double again%1$d(double x, double y, int n) { return n == 0 ? %2$s : again%1$d(x, y, n - 1); }
                    @Differentiable static double direct%1$d(double x, double y) { return %2$s; }
                    @Differentiable static double helped%1$d(double x, double y) { return helper%1$d(x, y); }
                    @Differentiable static double recursive%1$d(double x, double y) { return again%1$d(x, y, 1); }
                    @Differentiable static double called%1$d(double x, double y) { return Callees.row%1$d(x, y); }
                    """.formatted(i, expression));
            other.append("@Differentiable static double row%d(double x, double y) { return %s; }\n"
                    .formatted(i, expression));
        }
        return List.of(
                Files.writeString(folder.resolve("Kinks.java"), main + "}\n"),
                Files.writeString(folder.resolve("Callees.java"), other + "}\n"));
    }

    private static String head(String name) {
        return "package kinks;\nimport dev.pullback.Differentiable;\n@SuppressWarnings(\"pullback\")\nfinal class "
                + name + " {\n";
    }

    private static void check(Class<?> companion, String method, Row row) throws ReflectiveOperationException {
        Object[] at = {row.x, row.y};
        Object pullback = call(companion, null, method + "Vjp", at);
        assertGradient(row.dx, row.dy, call(pullback.getClass(), pullback, "apply", 1.0));
        if (!Double.isNaN(row.x)) {
            assertGradient(0, 0, call(pullback.getClass(), pullback, "apply", 0.0));
            assertTangent(0, call(companion, null, method + "Jvp", row.x, row.y, 0.0, 0.0));
        }
        assertGradient(row.dx, row.dy, call(companion, null, method + "Grad", at));
        assertTangent(row.dx, call(companion, null, method + "Jvp", row.x, row.y, 1.0, 0.0));
        assertTangent(row.dy, call(companion, null, method + "Jvp", row.x, row.y, 0.0, 1.0));
    }

    private static Object call(Class<?> owner, Object on, String name, Object... arguments)
            throws ReflectiveOperationException {
        Class<?>[] types = new Class<?>[arguments.length];
        Arrays.fill(types, double.class);
        Method method = owner.getDeclaredMethod(name, types);
        method.setAccessible(true);
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(name, e.getCause());
        }
    }

    private static void assertGradient(double x, double y, Object gradient) throws ReflectiveOperationException {
        assertNumber(x, call(gradient.getClass(), gradient, "x"));
        assertNumber(y, call(gradient.getClass(), gradient, "y"));
    }

    private static void assertTangent(double expected, Object both) throws ReflectiveOperationException {
        assertNumber(expected, call(both.getClass(), both, "tangent"));
    }

    /** Zero has no sign here. */
    private static void assertNumber(double expected, Object actual) {
        if (Double.isFinite(expected)) {
            assertEquals(expected, (double) actual, 1e-14 * Math.abs(expected));
        } else {
            assertEquals(expected, actual);
        }
    }
}
