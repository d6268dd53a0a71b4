package dev.pullback.processor.corpus;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Checks everything the contract says of a companion's members against the primal, by reflection: any compiled class
 * will do, generated or written by hand, as long as it was compiled with {@code -parameters}.
 */
public final class Check {
    /** What was found wrong at some arguments, what could not be decided there, and what the pullback gave for which seeds. */
    public record Verdict(List<String> failures, List<String> undecided, List<Double> weights, List<Double> gradient) {
        static Verdict empty() {
            return new Verdict(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private final Subject subject;
    private final Companion companion;
    private final Object[] arguments;
    private final Random random;
    private final Verdict verdict = Verdict.empty();

    private Check(Subject subject, Companion companion, Object[] arguments) {
        this.subject = subject;
        this.companion = companion;
        this.arguments = arguments;
        this.random = new Random(
                31L * subject.label().hashCode() + Arrays.hashCode(Storage.numbers(Storage.slots((Object) arguments))));
    }

    /** All failures of a method at the arguments that its {@code <name>Args()} offers; what is undecided fails too. */
    public static List<String> method(Method primal, Class<?> companion) {
        Subject subject = Subject.of(primal);
        List<String> failures = new ArrayList<>();
        try {
            List<Object[]> sets = subject.argumentSets();
            if (sets.isEmpty()) {
                failures.add(subject.label() + ": no arguments fit");
            }
            for (Object[] arguments : sets) {
                Verdict verdict = at(primal, companion, arguments);
                failures.addAll(verdict.failures());
                failures.addAll(verdict.undecided());
            }
        } catch (ReflectiveOperationException e) {
            failures.add(subject.label() + ": " + e);
        }
        return failures;
    }

    /** Checks a method at one set of arguments, which are left as they were. */
    public static Verdict at(Method primal, Class<?> companion, Object[] arguments) {
        Subject subject = Subject.of(primal);
        try {
            Check check = new Check(subject, new Companion(subject, companion), arguments);
            check.run();
            return check.verdict;
        } catch (Throwable t) {
            String where = t.getStackTrace().length == 0 ? "" : " at " + t.getStackTrace()[0];
            Verdict thrown = Verdict.empty();
            thrown.failures().add(subject.label() + ": " + t + where + " for " + Storage.show(arguments));
            return thrown;
        }
    }

    private void run() throws Throwable {
        runWithoutSharing();
        if (verdict.failures().isEmpty()) {
            new SharingCheck(this).run();
        }
    }

    private void runWithoutSharing() throws Throwable {
        Subject.Outcome expected = subject.run(arguments);
        if (expected.thrown() != null) {
            new ThrowCheck(this, expected).run();
            return;
        }
        double[] outputs = subject.outputs(expected, companion.written);
        if (!Arrays.stream(outputs).allMatch(Double::isFinite)) {
            undecided(() -> "outputs are not finite: " + Arrays.toString(outputs));
            return;
        }
        double[] weights = random(outputs.length);
        double[] gradient = new ReverseCheck(this, expected).run(weights);
        Arrays.stream(weights).forEach(verdict.weights()::add);
        Arrays.stream(gradient).forEach(verdict.gradient()::add);
        if (!verdict.failures().isEmpty()) {
            return;
        }
        compareWithDifferences(gradient, weights, magnitude(outputs));
        new ForwardCheck(this, expected).run(gradient, weights);
        new ScalarCheck(this, expected).run();
        new JacobianCheck(this, expected).run();
    }

    /** The size of the largest output, or one. */
    static double magnitude(double[] outputs) {
        return Arrays.stream(outputs).map(Math::abs).reduce(1, Math::max);
    }

    private void compareWithDifferences(double[] gradient, double[] weights, double outputs) {
        int[] cells = Storage.cells(Storage.slots(arguments, subject.active()));
        double[] total = summedBy(cells, gradient);
        for (int k = 0; k < cells.length; k++) {
            if (cells[k] == k) {
                compare(k, total[k], differences(subject, arguments, k, companion.written, weights), outputs);
            }
        }
    }

    /** Adds up what belongs to one storage cell, at the first slot of the cell. */
    static double[] summedBy(int[] cells, double[] gradient) {
        double[] total = new double[gradient.length];
        for (int k = 0; k < cells.length; k++) {
            total[cells[k]] += gradient[k];
        }
        return total;
    }

    /** The derivative of the weighted outputs with respect to one storage cell. */
    static Differences differences(Subject subject, Object[] at, int cell, int[] written, double[] weights) {
        List<Storage.Slot> slots = Storage.slots(at, subject.active());
        int[] cells = Storage.cells(slots);
        double[] direction = new double[cells.length];
        for (int k = 0; k < cells.length; k++) {
            direction[k] = cells[k] == cell ? 1 : 0;
        }
        double scale = Math.abs(slots.get(cell).get());
        return Differences.of(t -> subject.stepped(at, direction, t, written), weights, scale, subject.epsilon());
    }

    /** Whether differences are good enough to tell a right derivative of this size from a wrong one. */
    static boolean decides(Differences differences, Subject subject, double derivative, double outputs) {
        double magnitude = Math.max(Math.max(Math.abs(derivative), Math.abs(differences.value())), 1e-2 * outputs);
        return differences.error() <= (subject.isSingle() ? 2e-3 : 1e-7) * magnitude;
    }

    /** The agreement asked for: as good as the differences are, and never worse than the floor. */
    private void compare(int k, double derivative, Differences expected, double outputs) {
        if (!decides(expected, subject, derivative, outputs)) {
            undecided(() -> "vjp component " + k + " = " + derivative + ", but differences give only " + expected);
        }
        double magnitude = Math.max(Math.abs(derivative), Math.abs(expected.value()));
        double allowed = (subject.isSingle() ? 1e-4 : 1e-9) * magnitude + 10 * expected.error();
        if (!(Math.abs(derivative - expected.value()) <= allowed)) {
            fail(() -> "vjp component " + k + " = " + derivative + ", differences give " + expected);
        }
    }

    Subject subject() {
        return subject;
    }

    Companion companion() {
        return companion;
    }

    Object[] arguments() {
        return arguments;
    }

    /** Numbers between -1 and 1 that float holds exactly and that are not small. */
    double[] random(int length) {
        double[] numbers = new double[length];
        for (int k = 0; k < length; k++) {
            numbers[k] = Math.scalb(1 + random.nextInt(1 << 20), -21) * (random.nextBoolean() ? 1 : -1)
                    + (random.nextBoolean() ? 0.5 : -0.5);
            numbers[k] = numbers[k] == 0 ? 0.75 : numbers[k];
        }
        return numbers;
    }

    void fail(Supplier<String> detail) {
        verdict.failures().add(subject.label() + " at " + Storage.show(arguments) + ": " + detail.get());
    }

    void undecided(Supplier<String> detail) {
        verdict.undecided().add(subject.label() + " at " + Storage.show(arguments) + ": undecided: " + detail.get());
    }

    /** Checks the same method at other arguments and takes over what fails there. */
    void addFailuresAt(Object[] others, String prefix) {
        Check check = new Check(subject, companion, others);
        try {
            check.runWithoutSharing();
        } catch (Throwable t) {
            check.fail(() -> "throws " + t);
        }
        check.verdict.failures().forEach(failure -> verdict.failures().add(prefix + failure));
    }

    /** Fails unless two numbers agree to rounding, in the precision of the method, relative to {@code scale}. */
    void close(String what, double actual, double expected, double scale) {
        double allowed = (subject.isSingle() ? 1e-5 : 1e-12) * scale;
        if (!(Math.abs(actual - expected) <= allowed)) {
            fail(() -> what + ": " + actual + " for " + expected + ", allowed difference " + allowed);
        }
    }

    /** Fails unless two values are equal to the last bit. */
    void same(String what, Object actual, Object expected) {
        if (!Storage.same(actual, expected)) {
            fail(() -> what + ": " + Storage.show(actual) + " for " + Storage.show(expected));
        }
    }

    /** Fails unless arguments were left as the primal leaves them: contents, and which array is where. */
    void sameEffects(String what, Object[] given, List<Object> before, Subject.Outcome expected, List<Object> primal) {
        same(what + " leaves other arguments", given, expected.after());
        if (!Storage.references(given, before).equals(Storage.references(expected.after(), primal))) {
            fail(() -> what + " leaves other references in the arguments");
        }
    }
}
