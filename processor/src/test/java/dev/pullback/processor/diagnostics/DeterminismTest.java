package dev.pullback.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pullback.processor.DifferentiableProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same bytes for the same source: again, in another order, in another Java machine, and many at a time. */
class DeterminismTest {

    private static final Path CORPUS = Path.of(System.getProperty("basedir", ""), "src", "test", "resources", "corpus");

    /** With calls between files, helpers, clashing names and copied tables. */
    private static final List<String> FILES = List.of("Args", "Callees", "Calls", "Constants", "Names");

    @TempDir
    private Path folder;

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String name : FILES) {
            sources.put("corpus." + name, Files.readString(CORPUS.resolve(name + ".java")));
        }
        sources.put("corpus.Letters", """
                package corpus;
                import dev.pullback.Differentiable;
                final class Letters {
                  /* Iıİi: what becomes of these depends on the language that one asks in */
                  @Differentiable static double inteğral(double ıx, double größe) { return ıx * größe * "ß".length(); }
                  @Differentiable static double title(double i) { return i * 1.5e-7; }
                }
                """);
        return sources;
    }

    private Map<String, String> generated(List<String> order) throws IOException {
        Map<String, String> sources = sources();
        Map<String, String> ordered = new LinkedHashMap<>();
        order.forEach(name -> ordered.put(name, sources.get(name)));
        return UserBuild.in(folder)
                .sources(ordered)
                .options("-encoding", "UTF-8")
                .run()
                .generated();
    }

    private static List<String> names() throws IOException {
        return new ArrayList<>(sources().keySet());
    }

    @Test
    void again() throws Exception {
        assertEquals(generated(names()), generated(names()));
    }

    @Test
    void inAnotherOrder() throws Exception {
        Map<String, String> expected = generated(names());
        Random random = new Random(1);
        for (int i = 0; i < 2; i++) {
            List<String> order = names();
            Collections.shuffle(order, random);
            assertEquals(expected, generated(order), () -> "in the order " + order);
        }
    }

    @Test
    void manyAtATime() throws Exception {
        Map<String, String> expected = generated(names());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Map<String, String>>> tasks = Collections.nCopies(4, () -> generated(names()));
            for (Future<Map<String, String>> future : threads.invokeAll(tasks, 2, TimeUnit.MINUTES)) {
                assertEquals(expected, future.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Hash codes of strings are the same everywhere, those of objects are not; nor are charsets, languages and line ends. */
    @Test
    void inAnotherJavaMachine() throws Exception {
        Map<String, String> expected = generated(names());
        List<List<String>> machines = List.of(
                List.of(
                        "-Dfile.encoding=ISO-8859-1",
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Dline.separator=\r\n"),
                List.of(
                        "-Dfile.encoding=UTF-16",
                        "-Duser.language=ar",
                        "-Duser.country=EG",
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:hashCode=3"));
        for (List<String> machine : machines) {
            Path output = Files.createTempDirectory(folder, "machine");
            assertEquals(expected, inMachine(machine, output), machine::toString);
        }
    }

    private Map<String, String> inMachine(List<String> options, Path output) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-m", "jdk.compiler/com.sun.tools.javac.Main", "-encoding", "UTF-8"));
        command.addAll(
                List.of("-cp", UserBuild.runtime().toString(), "-d", output.toString(), "-s", output.toString()));
        command.addAll(List.of("-processor", DifferentiableProcessor.class.getName()));
        command.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
        Path sources = Files.createTempDirectory(folder, "sources").resolve("corpus");
        Files.createDirectories(sources);
        for (Map.Entry<String, String> source : sources().entrySet()) {
            Path file = sources.resolve(source.getKey().replace("corpus.", "") + ".java");
            Files.writeString(file, source.getValue());
            command.add(file.toString());
        }
        File log = output.resolve("log.txt").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        assertEquals(0, process.waitFor(), () -> String.join(" ", command));
        return new UserBuild.Result(true, List.of(), output, List.of()).generated();
    }
}
