package dev.pullback.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Generated code is linear in the source, as text and in each of its methods. */
final class CodeSizeTest {
    /** Growth by this factor when the source grows by two is linear. */
    private static final double LINEAR = 2.3;

    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path directory;

    /** HotSpot does not compile longer methods. */
    private static final int COMPILED = 8_000;

    @ParameterizedTest
    @CsvSource({
        "NO_VARIABLE_TWICE, 5000",
        "STATEMENTS, 5000",
        "MANY_ALIVE, 500",
        "LOOP_BODY, 400",
        "ARRAYS, 400",
        "BRANCHES, 30",
        "SWITCH, 200",
        "NEST, 400",
        "RETURNS, 300",
        "ELSE_IFS, 150",
        "BREAKS, 150"
    })
    void noMethodIsTooLongToBeCompiled(LongSources source, int parts) throws IOException, ReflectiveOperationException {
        Javac.Result compiled = compiled(source, parts);
        Path output = compiled.output().resolve("p");
        assertTrue(MethodSizes.of(output, "MGrad").keySet().stream().anyMatch(name -> name.contains("Part")));
        MethodSizes.largest(output, "MGrad")
                .forEach((method, size) -> assertTrue(size <= COMPILED, () -> method + ": " + size));
        for (Method primal : Subject.differentiable(Class.forName("p.M", true, compiled.loader()))) {
            assertEquals(List.of(), Check.method(primal, Javac.companion(primal)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RETURNS", "BREAKS", "CONTINUES", "ELSE_IFS"})
    void isLinearInTheNumberOfExits(LongSources source) throws IOException {
        Map<String, Integer> small = sizes(source, 20);
        Map<String, Integer> large = sizes(source, 40);
        small.forEach((what, size) ->
                assertTrue(large.get(what) <= LINEAR * size, () -> what + ": " + size + ", " + large.get(what)));
    }

    @ParameterizedTest
    @EnumSource(names = {"RETURNS", "BREAKS", "CONTINUES", "ELSE_IFS"})
    void staysLinearInParts(LongSources source) throws IOException {
        int large = sizes(source, 150).get("text");
        int larger = sizes(source, 300).get("text");
        assertTrue(larger <= LINEAR * large, () -> large + ", " + larger);
    }

    /** Characters of the companion, and bytes of each of its methods. */
    private static Map<String, Integer> sizes(LongSources source, int parts) throws IOException {
        Path output = compiled(source, parts).output();
        Map<String, Integer> sizes = new TreeMap<>(MethodSizes.of(output.resolve("p"), "MGrad"));
        sizes.put("text", Files.readString(output.resolve("p/MGrad.java")).length());
        return sizes;
    }

    private static Javac.Result compiled(LongSources source, int parts) throws IOException {
        Path output = Files.createTempDirectory(directory, source + "-" + parts);
        Path file = Files.createDirectory(output.resolve("source")).resolve("M.java");
        Files.writeString(file, source.source(parts));
        return Javac.into(output).compile(List.of(file)).orThrow();
    }
}
