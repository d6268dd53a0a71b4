package dev.pullback.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Only the last iteration of a loop can have left it: how, is kept once a loop. */
final class ExitTapesTest {
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path directory;

    @Test
    void noFlagOfAnEarlyReturnIsTaped() throws IOException {
        String companion = companion("""
                package p;
                import dev.pullback.Differentiable;
                final class M {
                    @Differentiable
                    static double f(double a, double s, int n) {
                        for (int i = 0; i < n; i++) {
                            s = a * s * (1 - s) + Math.sin(s);
                            if (s > 4) {
                                return s * i;
                            }
                            s = Math.cos(s) * a;
                            if (Math.exp(s) < 0.1) {
                                return s * a;
                            }
                        }
                        return s;
                    }
                }
                """);
        assertTrue(companion.contains("double[] sTape"), companion);
        assertFalse(companion.contains("boolean[]"), companion);
        assertFalse(companion.contains("int[]"), companion);
    }

    private static String companion(String source) throws IOException {
        Path file = Files.createDirectory(directory.resolve("p")).resolve("M.java");
        Files.writeString(file, source);
        Path output = Files.createDirectory(directory.resolve("out"));
        Javac.into(output).compile(List.of(file)).orThrow();
        return Files.readString(output.resolve("p/MGrad.java"));
    }
}
