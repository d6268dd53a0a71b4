package dev.pullback.processor;

import dev.pullback.processor.javac.Reporter;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options of the processor.
 *
 * @param strictness {@code -Apullback.unsupported=warn} makes warnings of what cannot be differentiated
 * @param dump {@code -Apullback.dump=DIR}
 * @param optimise {@code -Apullback.optimise=off} leaves the optimisations but inlining out, to tell their mistakes from others
 * @param complaints of values that mean nothing
 */
record Options(Reporter.Strictness strictness, Dump dump, boolean optimise, List<String> complaints) {

    private static final String UNSUPPORTED = "pullback.unsupported";
    private static final String DUMP = "pullback.dump";
    private static final String OPTIMISE = "pullback.optimise";

    static final Set<String> NAMES = Set.of(UNSUPPORTED, DUMP, OPTIMISE);

    static Options of(Map<String, String> options) {
        List<String> complaints = new ArrayList<>();
        boolean warns = choice(options, UNSUPPORTED, "error", "warn", complaints);
        boolean plain = choice(options, OPTIMISE, "on", "off", complaints);
        return new Options(
                warns ? Reporter.Strictness.WARNINGS : Reporter.Strictness.ERRORS,
                dump(options, complaints),
                !plain,
                complaints);
    }

    /** @return whether the second of two values is given; the first is what goes without saying */
    private static boolean choice(
            Map<String, String> options, String name, String first, String second, List<String> complaints) {
        String value = options.getOrDefault(name, first);
        if (!value.equals(first) && !value.equals(second)) {
            complaints.add("-A" + name + " can be " + first + " or " + second + ", not " + value);
        }
        return value.equals(second);
    }

    private static Dump dump(Map<String, String> options, List<String> complaints) {
        try {
            return Dump.into(options.get(DUMP));
        } catch (IOException | InvalidPathException e) {
            complaints.add("-A" + DUMP + " needs a folder to write to, not " + options.get(DUMP));
            return Dump.OFF;
        }
    }
}
