package dev.pullback.processor.corpus;

import java.util.Arrays;
import java.util.List;

/** The forward mode: value and effects of the primal, and a tangent that satisfies the dot-product identity. */
final class ForwardCheck {
    private final Check check;
    private final Companion companion;
    private final Subject subject;
    private final Subject.Outcome expected;

    ForwardCheck(Check check, Subject.Outcome expected) {
        this.check = check;
        this.companion = check.companion();
        this.subject = check.subject();
        this.expected = expected;
    }

    /** Tangents that share arrays where the arguments do, holding the given numbers (or zeros) in order. */
    static Object[] tangents(Check check, Object[] arguments, double[] direction) {
        Object[] tangents = Storage.copy(arguments);
        List<Storage.Slot> slots = Storage.slots(tangents, check.subject().active());
        for (int k = 0; k < slots.size(); k++) {
            slots.get(k).set(direction == null ? 0 : direction[k]);
        }
        return Arrays.stream(check.subject().active())
                .mapToObj(k -> tangents[k])
                .toArray();
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).map(Math::abs).sum();
    }

    void run(double[] gradient, double[] weights) throws Throwable {
        int[] cells = Storage.cells(Storage.slots(check.arguments(), subject.active()));
        double[] direction = check.random(gradient.length);
        for (int k = 0; k < cells.length; k++) {
            direction[k] = direction[cells[k]];
        }
        double[] along = tangentOf(direction);
        double forward = 0;
        double reverse = 0;
        double scale = 0;
        for (int k = 0; k < weights.length && k < along.length; k++) {
            forward += weights[k] * along[k];
            scale += Math.abs(weights[k] * along[k]);
        }
        for (int k = 0; k < gradient.length; k++) {
            reverse += gradient[k] * direction[k];
            scale += Math.abs(gradient[k] * direction[k]);
        }
        check.same("length of jvp's tangents", along.length, weights.length);
        // what is far smaller than that is what cancellation has left over
        scale = Math.max(scale, 1e-4 * sum(weights) * sum(direction));
        check.close("jvp and vjp disagree (dot-product identity)", forward, reverse, scale);
        check.same(
                "jvp along twice a direction",
                tangentOf(ReverseCheck.times(2, direction)),
                ReverseCheck.times(2, along));
    }

    /** The tangents of the outputs: the result's, then those of the written parameters. */
    private double[] tangentOf(double[] direction) throws Throwable {
        Object[] given = Storage.copy(check.arguments());
        List<Object> before = Storage.arrays(given);
        Object[] tangents = tangents(check, check.arguments(), direction);
        Object[] all = new Object[given.length + tangents.length];
        System.arraycopy(given, 0, all, 0, given.length);
        System.arraycopy(tangents, 0, all, given.length, tangents.length);
        Object answer = Companion.call(companion.jvp, null, all);

        Object[] primalGiven = Storage.copy(check.arguments());
        List<Object> primalBefore = Storage.arrays(primalGiven);
        Object result = Companion.call(subject.primal(), null, primalGiven);
        check.sameEffects("jvp", given, before, new Subject.Outcome(result, null, primalGiven), primalBefore);
        return outputTangents(answer, tangents, direction);
    }

    private double[] outputTangents(Object answer, Object[] tangents, double[] direction) throws Throwable {
        Object[] untouched = tangents(check, check.arguments(), direction);
        Object[] outputs = new Object[1 + companion.written.length];
        if (subject.returnsReal()) {
            if (!subject.isOverloaded()) {
                check.same("name of jvp's result", answer.getClass().getSimpleName(), subject.capitalised() + "Jvp");
            }
            check.same("jvp's value", Companion.component(answer, "value"), expected.result());
            outputs[0] = Companion.component(answer, "tangent");
            if (!Storage.sameShape(outputs[0], expected.result())) {
                check.fail(() -> "the tangent has another shape: " + Storage.show(outputs[0]));
            }
        } else {
            check.same("jvp's result", answer, expected.result());
        }
        for (int a = 0; a < tangents.length; a++) {
            if (!companion.isWritten(subject.active()[a])) {
                check.same(
                        "tangent of " + subject.parameter(subject.active()[a]) + " after jvp",
                        tangents[a],
                        untouched[a]);
            }
        }
        for (int w = 0; w < companion.written.length; w++) {
            int written = companion.written[w];
            int active = Arrays.binarySearch(subject.active(), written % Opened.INSIDE);
            outputs[1 + w] = Opened.at(tangents, written - written % Opened.INSIDE + active);
        }
        return Storage.numbers(outputs);
    }
}
