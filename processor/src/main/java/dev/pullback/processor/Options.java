package dev.pullback.processor;

import dev.pullback.processor.javac.Reporter;
import java.util.Map;
import java.util.Set;

/**
 * The options of the processor.
 *
 * @param strictness {@code -Apullback.unsupported=warn} makes warnings of what cannot be differentiated
 * @param dump {@code -Apullback.dump=DIR}
 * @param optimise {@code -Apullback.optimise=off} leaves the optimisations out, to tell their mistakes from others
 */
record Options(Reporter.Strictness strictness, Dump dump, boolean optimise) {

    static final Set<String> NAMES = Set.of("pullback.unsupported", "pullback.dump", "pullback.optimise");

    static Options of(Map<String, String> options) {
        boolean warn = "warn".equals(options.get("pullback.unsupported"));
        return new Options(
                warn ? Reporter.Strictness.WARNINGS : Reporter.Strictness.ERRORS,
                new Dump(options.get("pullback.dump")),
                !"off".equals(options.get("pullback.optimise")));
    }
}
