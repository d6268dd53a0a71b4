package dev.pullback.processor.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Random programs are differentiated as javac runs them: a fixed set, and others where
 * {@code -Drandom.programs=100000} asks for them; {@code -Drandom.seed=7} repeats what failed.
 */
final class RandomProgramsTest {
    private static final int BATCH = 30;
    private static final int FEW = 60;
    private static final int SHRINK_SECONDS = Integer.getInteger("random.shrink", 60);
    private static final int FAILURES_SHOWN = Integer.getInteger("random.failures", 3);
    /** What of all programs may be undecided: discontinuities nearby, or results that are mostly rounding. */
    private static final double UNDECIDED = 0.1;

    @Test
    void aFixedSet() throws Exception {
        run(1, 60);
    }

    @Test
    @EnabledIfSystemProperty(named = "random.programs", matches = "\\d+")
    void others() throws Exception {
        long seed = Long.getLong("random.seed", System.currentTimeMillis() / 1000 * 1_000_000);
        run(seed, Integer.getInteger("random.programs", 300));
    }

    private static void run(long seed, int programs) throws Exception {
        System.out.println("random programs: -Drandom.seed=" + seed + " -Drandom.programs=" + programs);
        List<Future<Trial.Report>> futures = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        AtomicBoolean enough = new AtomicBoolean();
        try {
            for (int from = 0; from < programs; from += BATCH) {
                long first = seed + from;
                int count = Math.min(BATCH, programs - from);
                // without optimisation every fourth batch only, if there are many: nobody but us compiles so
                boolean plainToo = programs <= FEW || from / BATCH % 4 == 0;
                futures.add(threads.submit(() -> enough.get() ? null : batch(first, count, plainToo)));
            }
            List<Trial.Finding> findings = new ArrayList<>();
            int undecided = 0;
            int throwing = 0;
            for (Future<Trial.Report> future : futures) {
                Trial.Report report = future.get();
                if (report != null) {
                    findings.addAll(report.findings());
                    undecided += report.undecided().size();
                    throwing += report.throwing();
                    enough.set(findings.size() >= FAILURES_SHOWN);
                }
            }
            System.out.println("random programs: " + programs + ", undecided " + undecided + ", throwing " + throwing);
            assertEquals("", shown(findings));
            assertTrue(undecided <= UNDECIDED * programs + 3, undecided + " of " + programs + " are undecided");
        } finally {
            threads.shutdownNow();
        }
    }

    private static Trial.Report batch(long first, int count, boolean plainToo) {
        List<RandomProgram> programs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            programs.add(RandomProgram.of("m" + i, Trial.otherClass(i), first + i));
        }
        return plainToo ? Trial.of(programs) : Trial.optimised(programs);
    }

    private static String shown(List<Trial.Finding> findings) {
        StringBuilder shown = new StringBuilder();
        for (Trial.Finding finding : findings.subList(0, Math.min(findings.size(), FAILURES_SHOWN))) {
            Trial.Finding smallest = Shrinker.smallest(finding, SHRINK_SECONDS);
            shown.append("\n-Drandom.seed=").append(finding.program().seed()).append(" -Drandom.programs=1: ");
            shown.append(smallest.message()).append("\n").append(Trial.shown(smallest.program()));
        }
        return shown.toString();
    }
}
