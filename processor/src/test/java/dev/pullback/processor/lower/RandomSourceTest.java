package dev.pullback.processor.lower;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random methods and what they were lowered to do the same. */
class RandomSourceTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void doesWhatTheSourceDoes(long seed) throws Exception {
        check(seed);
    }

    private static void check(long seed) throws Exception {
        Compilation compilation = Compilation.of("subject.Random", RandomSource.of("subject", "Random", seed, 20));
        assertTrue(Agreement.check(compilation, "subject.Random", 40) > 0);
    }

    /** Goes on from a seed; for more than a test has time for. */
    public static void main(String[] args) throws Exception {
        long from = Long.parseLong(args[0]);
        for (long seed = from; seed < from + Long.parseLong(args[1]); seed++) {
            try {
                check(seed);
            } catch (AssertionError | RuntimeException e) {
                String message = String.valueOf(e);
                System.out.println("seed " + seed + ": " + message.substring(0, Math.min(message.length(), 6000)));
            }
        }
    }
}
