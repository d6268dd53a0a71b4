package dev.pullback.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The companions of the whole corpus as text: the same bytes always, and nothing a careful colleague would not write. */
final class GeneratedSourceTest {
    private static final List<Path> SOURCES = Javac.sources(Javac.resources("corpus"));

    /** What generated code must not contain, outside of comments. */
    private static final List<Pattern> UNWANTED = List.of(
            Pattern.compile("\\b1\\.0 \\*|\\* 1\\.0\\b(?!\\d|[eE])"),
            Pattern.compile("[+-] 0\\.0\\b(?!\\d|[eE])"),
            Pattern.compile("\\t|\\s$|(?<!for \\(.{0,80});;"),
            Pattern.compile("\\bfinal double\\[\\] \\w+ = null"));

    @TempDir
    private Path directory;

    @Test
    void isTheSameForAnyOrderOfSources() throws IOException {
        List<Path> reversed = new ArrayList<>(SOURCES);
        Collections.reverse(reversed);
        Path one = compiled("one", SOURCES);
        Path other = compiled("other", reversed);
        for (Path generated : Javac.sources(one.resolve("corpus"))) {
            Path again = other.resolve("corpus").resolve(generated.getFileName());
            assertArrayEquals(Files.readAllBytes(generated), Files.readAllBytes(again), generated.toString());
        }
    }

    @Test
    void readsLikeHandWrittenCode() throws IOException {
        List<String> complaints = new ArrayList<>();
        for (Path generated : Javac.sources(compiled("style", SOURCES).resolve("corpus"))) {
            List<String> lines = Files.readAllLines(generated);
            for (int k = 0; k < lines.size(); k++) {
                if (isUnwanted(lines.get(k))
                        || k > 0 && lines.get(k).isEmpty() && lines.get(k - 1).isEmpty()) {
                    complaints.add(generated.getFileName() + ":" + (k + 1) + ": " + lines.get(k));
                }
            }
        }
        assertEquals(List.of(), complaints);
    }

    private static boolean isUnwanted(String line) {
        boolean comment = line.strip().startsWith("//") || line.strip().startsWith("*");
        return line.codePointCount(0, line.length()) > 120
                || !comment
                        && UNWANTED.stream()
                                .anyMatch(unwanted -> unwanted.matcher(line).find());
    }

    private Path compiled(String name, List<Path> sources) throws IOException {
        Path output = Files.createDirectory(directory.resolve(name));
        return Javac.into(output).compile(sources).orThrow().output();
    }
}
