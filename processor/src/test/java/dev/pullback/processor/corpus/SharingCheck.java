package dev.pullback.processor.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One array given at two places: for arrays that are only read, the answers of separate arrays to the last bit; for
 * arrays that are written, the right derivative or an {@code IllegalArgumentException} that names the parameters.
 */
final class SharingCheck {
    private final Check check;
    private final Companion companion;
    private final Subject subject;

    SharingCheck(Check check) {
        this.check = check;
        this.companion = check.companion();
        this.subject = check.subject();
    }

    /** Arguments in which the given parameters share an array. */
    private record Shared(Object[] arguments, int... parameters) {}

    void run() throws Throwable {
        for (Shared shared : variants()) {
            Subject.Outcome outcome = subject.run(shared.arguments());
            if (outcome.thrown() == null && isFinite(outcome)) {
                if (isReadOnly(shared, outcome)) {
                    checkReadOnly(shared, outcome);
                } else if (hasConstant(shared)) {
                    checkWithConstant(shared, outcome);
                } else {
                    checkWritten(shared);
                }
            }
        }
    }

    private boolean isFinite(Subject.Outcome outcome) {
        double[] outputs = subject.outputs(outcome, companion.written);
        return IntStream.range(0, outputs.length).allMatch(k -> Double.isFinite(outputs[k]));
    }

    private List<Shared> variants() {
        List<Shared> variants = new ArrayList<>();
        Object[] arguments = check.arguments();
        for (int i = 0; i < arguments.length; i++) {
            for (int j = 0; j < arguments.length; j++) {
                if (arguments[i] == null || arguments[j] == null || !Storage.isReal(arguments[i].getClass())) {
                    continue;
                }
                if (i < j && arguments[i].getClass().isArray() && arguments[i].getClass() == arguments[j].getClass()) {
                    Object[] shared = Storage.copy(arguments);
                    shared[j] = shared[i];
                    variants.add(new Shared(shared, i, j));
                }
                if (arguments[i] instanceof Object[] rows && rows.length > 0) {
                    addRowVariants(i, j, variants);
                }
            }
        }
        return variants;
    }

    private void addRowVariants(int i, int j, List<Shared> variants) {
        Object[] shared = Storage.copy(check.arguments());
        Object[] rows = (Object[]) shared[i];
        if (i == j && rows.length > 1 && Storage.sameShape(rows[0], rows[1]) && rows[0] != null) {
            rows[1] = rows[0];
            variants.add(new Shared(shared, i));
        } else if (i != j && rows[0] != null && shared[j].getClass() == rows[0].getClass()) {
            shared[j] = rows[0];
            variants.add(new Shared(shared, i, j));
        }
    }

    private boolean hasConstant(Shared shared) {
        return IntStream.of(shared.parameters())
                .anyMatch(k -> IntStream.of(subject.active()).noneMatch(active -> active == k));
    }

    /** Whether a constant array may be written nothing tells: a refusal is right, and so is the answer of separate arrays. */
    private void checkWithConstant(Shared shared, Subject.Outcome outcome) throws Throwable {
        try {
            Companion.call(companion.vjp, null, Storage.copy(shared.arguments()));
        } catch (IllegalArgumentException refusal) {
            checkRefusal(shared, refusal);
            return;
        }
        if (isUnchanged(shared, outcome)) {
            checkReadOnly(shared, outcome);
        }
    }

    /** Whether the method never writes the shared parameters, as far as all its arguments tell. */
    private boolean isReadOnly(Shared shared, Subject.Outcome outcome) throws ReflectiveOperationException {
        return !hasConstant(shared) && isUnchanged(shared, outcome);
    }

    private boolean isUnchanged(Shared shared, Subject.Outcome outcome) throws ReflectiveOperationException {
        int[] changed = subject.everChanged();
        return IntStream.of(shared.parameters())
                .allMatch(k -> !companion.isWritten(k)
                        && IntStream.of(changed).noneMatch(c -> c == k)
                        && Storage.same(shared.arguments()[k], outcome.after()[k]));
    }

    private void checkReadOnly(Shared shared, Subject.Outcome outcome) throws Throwable {
        Object[] separate = (Object[]) Storage.filled(shared.arguments(), Storage.numbers(shared.arguments()));
        double[] weights = check.random(subject.outputs(outcome, companion.written).length);
        String what = names(shared) + " as one array";
        check.same("vjp with " + what, reverse(shared.arguments(), weights), reverse(separate, weights));
        double[] direction =
                check.random(Storage.slots(separate, subject.active()).size());
        Object[] tangents = ForwardCheck.tangents(check, separate, direction);
        check.same("jvp with " + what, forward(shared.arguments(), tangents), forward(separate, tangents));
    }

    private double[] reverse(Object[] arguments, double[] weights) throws Throwable {
        Object pullback = Companion.call(companion.vjp, null, Storage.copy(arguments));
        Object[] seeds = companion.seeds(subject.run(arguments), weights);
        return Storage.numbers(companion.cotangents(Companion.call(companion.apply, pullback, seeds)));
    }

    private double[] forward(Object[] arguments, Object[] tangents) throws Throwable {
        Object[] given = Storage.copy(arguments);
        Object[] moved = Storage.copy(tangents);
        Object[] all = new Object[given.length + moved.length];
        System.arraycopy(given, 0, all, 0, given.length);
        System.arraycopy(moved, 0, all, given.length, moved.length);
        Object answer = Companion.call(companion.jvp, null, all);
        Object tangent = subject.returnsReal() ? Companion.component(answer, "tangent") : null;
        return Storage.numbers(new Object[] {tangent, moved});
    }

    private void checkWritten(Shared shared) {
        try {
            Companion.call(companion.vjp, null, Storage.copy(shared.arguments()));
        } catch (IllegalArgumentException refusal) {
            checkRefusal(shared, refusal);
            return;
        } catch (Throwable t) {
            check.fail(() -> "vjp with " + names(shared) + " as one array throws " + t);
            return;
        }
        check.addFailuresAt(shared.arguments(), names(shared) + " as one array: ");
    }

    private void checkRefusal(Shared shared, IllegalArgumentException refusal) {
        for (int k : shared.parameters()) {
            if (!String.valueOf(refusal.getMessage()).contains(subject.parameter(k))) {
                check.fail(() -> "the refusal of " + names(shared) + " does not name them: " + refusal.getMessage());
            }
        }
        Object[] separate = (Object[]) Storage.filled(shared.arguments(), Storage.numbers(shared.arguments()));
        try {
            forward(shared.arguments(), ForwardCheck.tangents(check, separate, null));
            check.fail(() -> "vjp refuses " + names(shared) + " as one array, jvp with separate tangents does not");
        } catch (IllegalArgumentException alike) {
            // refused in both modes
        } catch (Throwable t) {
            check.fail(() -> "jvp with " + names(shared) + " as one array throws " + t);
        }
    }

    private String names(Shared shared) {
        return String.join(
                " and ",
                IntStream.of(shared.parameters()).mapToObj(subject::parameter).toList());
    }
}
