package dev.pullback.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A caller compiled when only the class files of its callees, companion included, are left. */
final class SeparateCompilationTest {
    private static final Path CORPUS = Javac.resources("corpus");
    private static final List<Path> CALLEES = List.of(CORPUS.resolve("Args.java"), CORPUS.resolve("Callees.java"));
    private static final List<Path> CALLERS = List.of(CORPUS.resolve("Calls.java"));

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path directory;

    @Test
    void calleeInADirectory() throws Exception {
        check(compiledCallees());
    }

    @Test
    void calleeInAJar() throws Exception {
        check(jar(compiledCallees()));
    }

    @Test
    void calleeInTheSameCompilationInAnyOrder() throws Exception {
        Path output = Files.createDirectory(directory.resolve("together"));
        List<Path> sources = new ArrayList<>(CALLERS);
        sources.addAll(CALLEES);
        checkCallers(Javac.into(output).compile(sources).orThrow().loader());
    }

    @Test
    void calleeCompiledByAnotherSetting() throws Exception {
        Path output = Files.createDirectory(directory.resolve("plainly"));
        Javac.into(output).with("-Apullback.optimise=off").compile(CALLEES).orThrow();
        check(output);
    }

    private Path compiledCallees() throws IOException {
        Path output = Files.createDirectory(directory.resolve("callees"));
        return Javac.into(output).compile(CALLEES).orThrow().output();
    }

    private void check(Path callees) throws Exception {
        Path output = Files.createDirectory(directory.resolve("callers"));
        checkCallers(Javac.into(output)
                .withClasses(callees)
                .compile(CALLERS)
                .orThrow()
                .loader());
    }

    private static void checkCallers(ClassLoader loader) throws ReflectiveOperationException {
        List<String> failures = new ArrayList<>();
        for (Method primal : Subject.differentiable(Class.forName("corpus.Calls", true, loader))) {
            failures.addAll(Check.method(primal, Javac.companion(primal)));
        }
        assertEquals(List.of(), failures);
    }

    private Path jar(Path classes) throws IOException {
        Path jar = directory.resolve("callees.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
        return jar;
    }
}
