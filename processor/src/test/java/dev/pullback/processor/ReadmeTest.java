package dev.pullback.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java in README is what it says it is. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");

    @TempDir
    Path folder;

    @Test
    void theExampleGeneratesTheFileThatIsShownAndItsCallsCompile() throws Exception {
        List<String> snippets = javaSnippets();
        assertEquals(3, snippets.size());
        String usage = "package example;\n\nfinal class Usage {\n  static double[] run() {\n" + snippets.get(1)
                + "\n    return new double[] {gradient.rate(), value, cotangents.rate(), along.tangent()};\n  }\n}\n";
        compile(List.of(write("Decay", snippets.get(0)), write("Usage", usage)));

        assertEquals(
                snippets.get(2).strip(),
                Files.readString(folder.resolve("example/DecayGrad.java")).strip());

        try (java.net.URLClassLoader loader = new java.net.URLClassLoader(
                new java.net.URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            java.lang.reflect.Method run = loader.loadClass("example.Usage").getDeclaredMethod("run");
            run.setAccessible(true);
            double[] numbers = (double[]) run.invoke(null);
            double left = 3.0 * Math.exp(-0.5 * 2.0);
            assertEquals(left, numbers[1]);
            for (int i : new int[] {0, 2, 3}) {
                assertEquals(-2 * left, numbers[i], 1e-15 * left);
            }
        }
    }

    private static List<String> javaSnippets() throws IOException {
        Matcher matcher = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
        List<String> snippets = new ArrayList<>();
        while (matcher.find()) {
            snippets.add(matcher.group(1));
        }
        return snippets;
    }

    private Path write(String name, String source) throws IOException {
        return Files.writeString(folder.resolve(name + ".java"), source);
    }

    private void compile(List<Path> sources) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        List<String> options =
                List.of("-Xlint:all,-processing", "-Werror", "-d", folder.toString(), "-s", folder.toString());
        JavaCompiler.CompilationTask task = javac.getTask(
                output,
                null,
                null,
                options,
                null,
                javac.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(sources));
        task.setProcessors(List.of(new DifferentiableProcessor()));
        assertTrue(task.call(), output::toString);
    }
}
