package dev.pullback.processor.random;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/** Choices from a seed. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    <T> T pick(List<Supplier<T>> choices) {
        return any(choices).get();
    }

    /** A number that no computation meets by chance, so that no comparison with it is a tie. */
    String odd(double from, double to) {
        return String.format(Locale.ROOT, "%.4f", from + (to - from) * random.nextDouble());
    }

    /** The same, not near zero and of either sign. */
    String number() {
        return (chance(40) ? "-" : "") + odd(0.2, 1.4);
    }
}
