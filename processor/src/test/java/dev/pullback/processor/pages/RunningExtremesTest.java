package dev.pullback.processor.pages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pullback.processor.corpus.Javac;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At a tie the element that set a loop's maximum or minimum has the whole derivative, in both modes. */
class RunningExtremesTest {

    private static final String SOURCE = """
            package kinks;
            import dev.pullback.Differentiable;
            final class Running {
              @Differentiable static double plain(double[] x) {
                double m = x[0];
                for (int i = 1; i < x.length; i++) {
                  m = Math.max(m, x[i]);
                }
                return m;
              }
              @Differentiable static double conditional(double[] x) {
                double m = 9;
                for (double v : x) {
                  if (v != 2) {
                    m = Math.min(v, m);
                  }
                }
                return m;
              }
              @Differentiable static double chained(double[] x) {
                double m = -1;
                int i = 0;
                while (true) {
                  m = Math.max(Math.max(x[i], m), x[i + 1]);
                  if (++i + 1 >= x.length) {
                    break;
                  }
                }
                return m;
              }
              @Differentiable static double nested(double[] x) {
                double m = -1;
                for (int i = 0; i < 2; i++) {
                  for (double v : x) {
                    m = Math.max(m, v);
                  }
                }
                return m;
              }
              @Differentiable static float single(double[] x) {
                float m = -1;
                for (double v : x) {
                  m = StrictMath.max((float) v, m);
                }
                return m;
              }
              @Differentiable static double noVariable(double[] x) {
                double m = 0;
                for (int i = 1; i + 1 < x.length; i++) {
                  m = Math.max(x[i], x[i + 2 < x.length ? i + 2 : i]);
                  if (i == 1) {
                    break;
                  }
                }
                return m;
              }
            }
            """;

    private static final double[] TIES = {1, 3, 2, 3, 1};

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "plain, 1, 1",
        "conditional, 0, 1",
        "chained, 1, 1",
        "nested, 1, 1",
        "single, 1, 1",
        // an extreme of two elements, and no variable among them
        "noVariable, 1, 0.5"
    })
    void theElementThatSetItHasTheDerivative(String method, int element, double derivative) throws Exception {
        for (String optimise : new String[] {"on", "off"}) {
            Path output = Files.createDirectory(folder.resolve(optimise));
            Path source = Files.writeString(folder.resolve("Running.java"), SOURCE);
            Class<?> companion = Javac.into(output)
                    .with("-Apullback.optimise=" + optimise)
                    .compile(java.util.List.of(source))
                    .orThrow()
                    .loader()
                    .loadClass("kinks.RunningGrad");
            double[] expected = new double[TIES.length];
            expected[element] = derivative;
            if (derivative == 0.5) {
                expected[3] = derivative;
            }
            assertArrayEquals(expected, (double[]) call(companion, method + "Grad", TIES));
            for (int i = 0; i < TIES.length; i++) {
                double[] along = new double[TIES.length];
                along[i] = 1;
                Object both = call(companion, method + "Jvp", TIES, along);
                Method tangent = both.getClass().getDeclaredMethod("tangent");
                tangent.setAccessible(true);
                assertEquals(expected[i], ((Number) tangent.invoke(both)).doubleValue());
            }
        }
    }

    private static Object call(Class<?> companion, String name, double[]... arrays)
            throws ReflectiveOperationException {
        Class<?>[] types = new Class<?>[arrays.length];
        java.util.Arrays.fill(types, double[].class);
        Method method = companion.getDeclaredMethod(name, types);
        method.setAccessible(true);
        return method.invoke(null, (Object[]) arrays);
    }
}
