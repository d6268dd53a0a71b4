package dev.pullback.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Golden files, one a construct: {@code golden/Branch.java} and the companion expected of it, byte for byte, in
 * {@code golden/BranchGrad.java.txt}. {@code -Dgolden.update=true} rewrites what is expected; read the difference
 * before committing it.
 */
final class GoldenTest {
    private static final Path GOLDEN = Javac.resources("golden");

    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path directory;

    @TestFactory
    Stream<DynamicTest> companionsAreAsExpected() {
        return Javac.sources(GOLDEN).stream().map(source -> dynamicTest(name(source), () -> check(source)));
    }

    private static String name(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    private static void check(Path source) throws IOException, ReflectiveOperationException {
        Path output = Files.createDirectory(directory.resolve(name(source)));
        Javac.Result result = Javac.into(output).compile(List.of(source)).orThrow();
        Path generated = output.resolve("golden").resolve(name(source) + "Grad.java");
        Path expected = GOLDEN.resolve(name(source) + "Grad.java.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.copy(generated, expected, StandardCopyOption.REPLACE_EXISTING);
        }
        assertEquals(Files.readString(expected), Files.readString(generated));
        assertEquals(List.of(), failures(result.loader(), name(source)));
    }

    private static List<String> failures(ClassLoader loader, String name) throws ReflectiveOperationException {
        List<String> failures = new ArrayList<>();
        for (Method primal : Subject.differentiable(Class.forName("golden." + name, true, loader))) {
            failures.addAll(Check.method(primal, Javac.companion(primal)));
        }
        return failures;
    }
}
