package dev.pullback.processor.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pullback.Differentiable;
import dev.pullback.processor.DifferentiableProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of {@code docs/limitations.md}. One that is followed by a text gives exactly that text, when it is compiled or when its
 * {@code run()} is called; the others compile without a word. {@code -DupdateDocs=true} writes the texts.
 */
class LimitationsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "limitations.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```java\n(?<java>.*?)```\n(?:\n```text\n(?<text>.*?)```\n)?", Pattern.DOTALL);

    private static final String HEAD = """
            package limits;
            import dev.pullback.*;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.*;
            final class Limit {
            """;

    /** What the examples call: not part of them, and compiled before. */
    private static final String LIBRARY = """
            package limits;
            final class Library {
              static double erfc(double x) {
                return 1 - x;
              }
              @dev.pullback.Differentiable
              static void setRow(double[][] x, double[] row) {
                x[0] = row;
              }
            }
            """;

    @TempDir
    Path folder;

    /** Where the example at hand is compiled. */
    private Path output;

    @Test
    void theExamplesGiveTheMessagesThatAreShown() throws Exception {
        output = folder;
        assertEquals("", compile("Library", LIBRARY));
        String page = Files.readString(PAGE);
        StringBuilder actual = new StringBuilder();
        int refused = 0;
        int accepted = 0;
        Matcher example = EXAMPLE.matcher(page);
        while (example.find()) {
            String java = example.group("java");
            String said = saidOf(java);
            if (example.group("text") == null) {
                assertEquals("", said, java);
                accepted++;
            } else {
                assertTrue(!said.isEmpty(), java);
                refused++;
                example.appendReplacement(
                        actual, Matcher.quoteReplacement("```java\n" + java + "```\n\n```text\n" + said + "```\n"));
            }
        }
        example.appendTail(actual);
        assertTrue(refused > 10 && accepted > 10, "examples");
        if (Boolean.getBoolean("updateDocs")) {
            Files.writeString(PAGE, actual);
        }
        assertEquals(actual.toString(), Files.readString(PAGE));
    }

    /** What a user sees of an example, from javac or from {@code run()}. */
    private String saidOf(String java) throws Exception {
        output = Files.createTempDirectory(folder, "example");
        String messages = compile("Limit", HEAD + java + "}\n");
        return messages.isEmpty() && java.contains("static void run()") ? thrown() : messages;
    }

    private String thrown() throws Exception {
        URL[] classes = {output.toUri().toURL(), folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, Differentiable.class.getClassLoader())) {
            Method run = loader.loadClass("limits.Limit").getDeclaredMethod("run");
            run.setAccessible(true);
            run.invoke(null);
            return "";
        } catch (InvocationTargetException e) {
            return e.getCause() + "\n";
        }
    }

    /** The messages without the file's name, and without their number. */
    private String compile(String name, String source) throws IOException {
        Path file = Files.writeString(output.resolve(name + ".java"), source);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of("-cp", classPath(), "-d", output.toString(), "-s", output.toString());
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task =
                    javac.getTask(said, null, null, options, null, files.getJavaFileObjects(file));
            task.setProcessors(List.of(new DifferentiableProcessor()));
            task.call();
        }
        List<String> lines = new ArrayList<>();
        for (String line : said.toString().lines().toList()) {
            if (!line.matches("\\d+ (error|warning)s?")) {
                lines.add(line.replaceFirst("^\\S*Limit\\.java:\\d+: ", ""));
            }
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                        .filter(path -> path.contains("runtime"))
                        .collect(Collectors.joining(java.io.File.pathSeparator))
                + java.io.File.pathSeparator
                + folder;
    }
}
