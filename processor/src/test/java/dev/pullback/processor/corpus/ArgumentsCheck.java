package dev.pullback.processor.corpus;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks that the arguments of a corpus method can tell a right derivative from a wrong one, before any is generated. */
final class ArgumentsCheck {
    private ArgumentsCheck() {}

    /** What is wrong with the arguments: nothing fits, nothing returns, outputs not finite, a kink or noise. */
    static List<String> of(Method primal) throws ReflectiveOperationException {
        Subject subject = Subject.of(primal);
        List<String> failures = new ArrayList<>();
        int returning = 0;
        for (Object[] arguments : subject.argumentSets()) {
            if (subject.run(arguments).thrown() == null) {
                returning++;
                check(subject, arguments, failures);
            }
        }
        if (returning == 0) {
            failures.add(subject.label() + ": no arguments with which it returns");
        }
        return failures;
    }

    private static void check(Subject subject, Object[] arguments, List<String> failures)
            throws ReflectiveOperationException {
        int[] written = subject.changed(arguments);
        double[] outputs = subject.outputs(subject.run(arguments), written);
        if (!Arrays.stream(outputs).allMatch(Double::isFinite)) {
            failures.add(subject.label() + " at " + Storage.show(arguments) + ": not finite");
            return;
        }
        double[] weights = new double[outputs.length];
        Arrays.setAll(weights, k -> 0.5 + 0.25 * Math.sin(k));
        int[] cells = Storage.cells(Storage.slots(arguments, subject.active()));
        for (int k = 0; k < cells.length; k++) {
            if (cells[k] == k) {
                Differences differences = Check.differences(subject, arguments, k, written, weights);
                if (!Check.decides(differences, subject, 0, Check.magnitude(outputs))) {
                    failures.add(subject.label() + " at " + Storage.show(arguments) + ": component " + k + ": "
                            + differences);
                }
            }
        }
    }
}
