package dev.pullback.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pullback.processor.corpus.Javac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java in {@code docs/custom-rules.md} compiles, as the strictest user would compile it. */
class CustomRulesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "custom-rules.md");
    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("final class (\\w+)");

    @TempDir
    Path folder;

    @Test
    void theSnippetsAreAProgram() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Matcher snippet = SNIPPET.matcher(Files.readString(PAGE)); snippet.find(); ) {
            Matcher name = NAME.matcher(snippet.group(1));
            assertTrue(name.find(), snippet.group(1));
            sources.add(Files.writeString(folder.resolve(name.group(1) + ".java"), snippet.group(1)));
        }
        assertEquals(5, sources.size());
        Javac.Result result = Javac.into(folder).compile(sources);
        assertEquals(List.of(), result.messages());
        assertTrue(result.succeeded());
    }
}
