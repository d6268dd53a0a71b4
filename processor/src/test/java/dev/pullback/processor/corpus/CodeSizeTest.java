package dev.pullback.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
    private static final double LINEAR = 2.2;

    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path directory;

    /** HotSpot does not compile longer methods. */
    private static final int COMPILED = 8_000;

    @ParameterizedTest
    @CsvSource({"STATEMENTS, 5000", "LOOP_BODY, 600", "SWITCH, 200", "NEST, 40", "ELSE_IFS, 150", "BREAKS, 150"})
    void noMethodIsTooLongToBeCompiled(LongSources source, int parts) throws IOException {
        Path output = compiled(source, parts).resolve("p");
        assertTrue(MethodSizes.of(output, "MGrad").keySet().stream().anyMatch(name -> name.contains("Part")));
        MethodSizes.largest(output, "MGrad")
                .forEach((method, size) -> assertTrue(size <= COMPILED, () -> method + ": " + size));
    }

    @ParameterizedTest
    @EnumSource(names = {"RETURNS", "BREAKS", "CONTINUES", "ELSE_IFS"})
    void isLinearInTheNumberOfExits(LongSources source) throws IOException {
        Map<String, Integer> small = sizes(source, 20);
        Map<String, Integer> middle = sizes(source, 40);
        Map<String, Integer> large = sizes(source, 80);
        small.forEach((what, size) -> {
            assertTrue(middle.get(what) <= LINEAR * size, () -> what + ": " + size + ", " + middle.get(what));
            assertTrue(
                    large.get(what) <= LINEAR * middle.get(what),
                    () -> what + ": " + middle.get(what) + ", " + large.get(what));
        });
    }

    /** Characters of the companion, and bytes of each of its methods. */
    private static Map<String, Integer> sizes(LongSources source, int parts) throws IOException {
        Path output = compiled(source, parts);
        Map<String, Integer> sizes = new TreeMap<>();
        // a method that has been split counts with its parts
        MethodSizes.of(output.resolve("p"), "MGrad")
                .forEach((method, size) -> sizes.merge(method.replaceAll("Part\\d+$", ""), size, Integer::sum));
        sizes.put("text", Files.readString(output.resolve("p/MGrad.java")).length());
        return sizes;
    }

    private static Path compiled(LongSources source, int parts) throws IOException {
        Path output = Files.createDirectory(directory.resolve(source + "-" + parts));
        Path file = Files.createDirectory(output.resolve("source")).resolve("M.java");
        Files.writeString(file, source.source(parts));
        return Javac.into(output).compile(List.of(file)).orThrow().output();
    }
}
