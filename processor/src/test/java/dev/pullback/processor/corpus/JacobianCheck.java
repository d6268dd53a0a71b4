package dev.pullback.processor.corpus;

import java.util.Arrays;

/** {@code Jacobian}: row i is what {@code apply} answers to the unit seed i. */
final class JacobianCheck {
    private final Check check;
    private final Companion companion;
    private final Subject subject;
    private final Subject.Outcome expected;

    JacobianCheck(Check check, Subject.Outcome expected) {
        this.check = check;
        this.companion = check.companion();
        this.subject = check.subject();
        this.expected = expected;
    }

    void run() throws Throwable {
        boolean fits = subject.primal().getReturnType() == double[].class
                && Arrays.equals(companion.activeTypes(), new Class<?>[] {double[].class});
        if (!fits) {
            return;
        }
        Object[] given = Storage.copy(check.arguments());
        double[][] jacobian = (double[][])
                Companion.call(companion.member("Jacobian", subject.primal().getParameterTypes()), null, given);
        check.same("jacobian leaves other arguments", given, expected.after());
        int rows = ((double[]) expected.result()).length;
        check.same("jacobian's rows", jacobian.length, rows);
        Object pullback = Companion.call(companion.vjp, null, Storage.copy(check.arguments()));
        for (int i = 0; i < rows && i < jacobian.length; i++) {
            double[] weights = new double[subject.outputs(expected, companion.written).length];
            weights[i] = 1;
            Object answer = Companion.call(companion.apply, pullback, companion.seeds(expected, weights));
            checkRow(i, jacobian[i], (double[]) answer);
        }
    }

    private void checkRow(int i, double[] row, double[] wanted) {
        check.same("columns in row " + i, row.length, wanted.length);
        double scale = Arrays.stream(wanted).map(Math::abs).max().orElse(0);
        for (int j = 0; j < wanted.length && j < row.length; j++) {
            check.close("jacobian[" + i + "][" + j + "]", row[j], wanted[j], 10 * scale);
        }
    }
}
