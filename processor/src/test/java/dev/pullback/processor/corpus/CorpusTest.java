package dev.pullback.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every method of the corpus ({@code src/test/resources/corpus}) in every mode, optimised and not.
 * {@code -Dcorpus=Exits} runs one class only.
 */
final class CorpusTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final List<Path> SOURCES = Javac.sources(Javac.resources("corpus"));

    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path directory;

    @Test
    void isLargeEnough() throws Exception {
        int methods = 0;
        for (Class<?> type : plain()) {
            methods += Subject.differentiable(type).size();
        }
        assertTrue(methods >= 350, methods + " methods");
    }

    @TestFactory
    Stream<DynamicNode> argumentsAreTelling() throws Exception {
        List<DynamicNode> tests = new ArrayList<>();
        for (Class<?> type : plain()) {
            tests.add(container(type, primal -> assertEquals(List.of(), ArgumentsCheck.of(primal))));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicNode> derivativesAreRight() throws Exception {
        return Stream.of(variant("on"), variant("off"));
    }

    private static DynamicNode variant(String optimise) throws Exception {
        Path output = Files.createDirectory(directory.resolve("optimise-" + optimise));
        Javac.Result result =
                Javac.into(output).with("-Apullback.optimise=" + optimise).compile(SOURCES);
        String name = "optimise=" + optimise;
        if (!result.succeeded()) {
            Executable fail = result::orThrow;
            return dynamicContainer(name, List.of(dynamicTest("compiles", fail)));
        }
        List<DynamicNode> classes = new ArrayList<>();
        for (Class<?> type : Javac.classes(result.loader(), "corpus", SOURCES)) {
            classes.add(container(type, primal -> {
                List<String> failures =
                        assertTimeoutPreemptively(LIMIT, () -> Check.method(primal, Javac.companion(primal)));
                assertTrue(failures.isEmpty(), () -> String.join("\n", failures));
            }));
        }
        return dynamicContainer(name, classes);
    }

    private interface Property {
        void holdsFor(Method primal) throws Exception;
    }

    private static DynamicNode container(Class<?> type, Property property) {
        String only = System.getProperty("corpus", "");
        List<DynamicTest> tests = Subject.differentiable(type).stream()
                .filter(primal -> only.isEmpty() || type.getSimpleName().matches(only))
                .map(primal -> dynamicTest(Subject.of(primal).label(), () -> property.holdsFor(primal)))
                .toList();
        return dynamicContainer(type.getSimpleName(), tests);
    }

    private static List<Class<?>> plain() throws IOException, ClassNotFoundException {
        Path output = Files.createTempDirectory(directory, "plain");
        ClassLoader loader =
                Javac.into(output).withoutProcessor().compile(SOURCES).orThrow().loader();
        return Javac.classes(loader, "corpus", SOURCES);
    }
}
