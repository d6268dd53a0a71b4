package dev.pullback.processor.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Sources with something wrong in them: the compiler never crashes, whoever is to blame is named, and no companion that is generated
 * fails to compile. {@code -Drandom.mutants=20000} asks for more of them, {@code -Drandom.seed=7} repeats.
 */
final class MutatedSourcesTest {
    private static final int SECONDS = 60;
    private static final int FAILURES_SHOWN = 3;

    /** What mutants come from: each is one file with one class. */
    private final List<String> seeds = new ArrayList<>();

    MutatedSourcesTest() throws IOException {
        Path resources = Path.of("src", "test", "resources");
        for (String folder : List.of("golden", "rejections")) {
            try (Stream<Path> files = Files.list(resources.resolve(folder))) {
                for (Path file : files.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    seeds.add(Files.readString(file));
                }
            }
        }
    }

    @Test
    void aFixedSet() throws Exception {
        run(1, 400);
    }

    @Test
    @EnabledIfSystemProperty(named = "random.mutants", matches = "\\d+")
    void others() throws Exception {
        long seed = Long.getLong("random.seed", System.currentTimeMillis() / 1000 * 1_000_000);
        run(seed, Integer.getInteger("random.mutants"));
    }

    private void run(long seed, int mutants) throws InterruptedException {
        System.out.println("mutated sources: -Drandom.seed=" + seed + " -Drandom.mutants=" + mutants);
        List<String> findings = new ArrayList<>();
        AtomicInteger valid = new AtomicInteger();
        ExecutorService thread = Executors.newSingleThreadExecutor(MutatedSourcesTest::daemon);
        try (MemoryCompiler compiler = new MemoryCompiler()) {
            for (long s = seed; s < seed + mutants && findings.size() < FAILURES_SHOWN; s++) {
                String mutant = mutant(s);
                String wrong = inTime(thread, () -> wrongWith(compiler, mutant, valid));
                if (!wrong.isEmpty()) {
                    findings.add("-Drandom.seed=" + s + " -Drandom.mutants=1: " + wrong + "\n" + mutant);
                }
            }
        } finally {
            thread.shutdownNow();
        }
        System.out.println("mutated sources: " + mutants + ", of them valid Java " + valid);
        assertEquals("", String.join("\n\n", findings));
        assertTrue(valid.get() * 50 >= mutants, "too few are valid Java: " + valid);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(null, task, "mutants", 1 << 26);
        thread.setDaemon(true);
        return thread;
    }

    private static String inTime(ExecutorService thread, Callable<String> task) throws InterruptedException {
        Future<String> future = thread.submit(task);
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return "no answer in time";
        } catch (ExecutionException e) {
            return "harness: " + e.getCause();
        }
    }

    private String mutant(long seed) {
        Dice dice = new Dice(seed);
        String source;
        if (dice.chance(60)) {
            RandomProgram program = RandomProgram.of("m", "Callees0", seed);
            source = program.callees().text().isEmpty()
                    ? Trial.source("Mutant", List.of(program.members()))
                    : Trial.source("Mutant", List.of(program.members()))
                            + Trial.source("Callees0", List.of(program.callees()))
                                    .replaceFirst("(?s)^.*?(?=@SuppressWarnings)", "");
        } else {
            source = dice.any(seeds);
        }
        return Mutation.of(source, seed);
    }

    /** What Pullback did wrong with a source, or nothing. */
    private static String wrongWith(MemoryCompiler compiler, String source, AtomicInteger valid) {
        List<String> plain;
        try {
            plain = compiler.errors("Mutant", source, false);
        } catch (RuntimeException | Error e) {
            return ""; // javac's own
        }
        boolean isJava = plain.stream().allMatch(MutatedSourcesTest::isOfGeneratedCode);
        if (isJava) {
            valid.incrementAndGet();
        }
        List<String> errors;
        try {
            errors = compiler.errors("Mutant", source, true);
        } catch (RuntimeException | Error e) {
            return "javac crashed: " + e + " at " + (e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0]);
        }
        for (String error : errors) {
            if (error.contains("[Pullback/Internal]")) {
                return error;
            } else if (isJava && !error.contains("[Pullback/") && !plain.contains(error)) {
                return "only with Pullback: " + error;
            }
        }
        return "";
    }

    /** Without Pullback there are no companions; that those are missing is no mistake. */
    private static boolean isOfGeneratedCode(String error) {
        return error.contains("Grad") || error.contains("Tangent");
    }
}
