package dev.pullback.processor.corpus;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** The pullback: its value, {@code apply} as a pure linear function, and {@code applyInto}. */
final class ReverseCheck {
    private static final int THREADS = 4;

    private final Check check;
    private final Companion companion;
    private final Subject subject;
    private final Subject.Outcome expected;

    ReverseCheck(Check check, Subject.Outcome expected) {
        this.check = check;
        this.companion = check.companion();
        this.subject = check.subject();
        this.expected = expected;
    }

    /** The cotangents for the given seeds, flattened, after all checks that need no second oracle. */
    double[] run(double[] weights) throws Throwable {
        Object[] given = Storage.copy(check.arguments());
        List<Object> before = Storage.arrays(given);
        Object pullback = Companion.call(companion.vjp, null, given);
        checkForwardSweep(pullback, given, before);
        checkNames(pullback);
        Object[] first = apply(pullback, weights);
        double[] gradient = Storage.numbers(first);
        checkShapes(first, given);
        scribbleCallersArrays(pullback, given, first);
        check.same("a second apply", Storage.numbers(apply(pullback, weights)), gradient);
        checkThreads(pullback, weights, gradient);
        checkLinear(pullback, weights, gradient);
        if (companion.applyInto.isPresent()) {
            checkApplyInto(pullback, companion.applyInto.get(), weights, first);
        } else if (Opened.pieces(first).stream().anyMatch(ReverseCheck::isArray)) {
            check.fail(() -> "the pullback has no applyInto");
        }
        return gradient;
    }

    private void checkForwardSweep(Object pullback, Object[] given, List<Object> before) throws Throwable {
        Subject.Outcome again = subject.run(check.arguments());
        check.same("the primal run twice", again.after(), expected.after());
        Object[] primalGiven = Storage.copy(check.arguments());
        List<Object> primalBefore = Storage.arrays(primalGiven);
        Object result = Companion.call(subject.primal(), null, primalGiven);
        check.sameEffects("vjp", given, before, new Subject.Outcome(result, null, primalGiven), primalBefore);
        if (subject.primal().getReturnType() != void.class) {
            Object value = Companion.call(companion.value, pullback);
            check.same("value", value, result);
            if (!Storage.references(value, before).equals(Storage.references(result, primalBefore))) {
                check.fail(() -> "value is another array than the primal's result");
            }
        }
    }

    private void checkNames(Object pullback) {
        if (!subject.isOverloaded()) {
            check.same("name of the pullback", pullback.getClass().getSimpleName(), subject.capitalised() + "Vjp");
        }
        boolean oneSeed = companion.apply.getParameterCount() == 1;
        boolean fromDouble = oneSeed && companion.apply.getParameterTypes()[0] == double.class;
        boolean fromObject = oneSeed && !companion.apply.getParameterTypes()[0].isPrimitive();
        boolean toDouble = companion.apply.getReturnType() == double.class;
        boolean toObject = !companion.apply.getReturnType().isPrimitive();
        boolean fits = !(fromDouble && toObject && !(pullback instanceof DoubleFunction))
                && !(fromDouble && toDouble && !(pullback instanceof DoubleUnaryOperator))
                && !(fromObject && toObject && !(pullback instanceof Function));
        if (!fits) {
            check.fail(() -> "the pullback does not implement the functional interface that fits");
        }
        if (subject.active().length > 1) {
            List<String> names = Arrays.stream(companion.apply.getReturnType().getRecordComponents())
                    .map(component -> component.getName())
                    .toList();
            List<String> parameters =
                    Arrays.stream(subject.active()).mapToObj(subject::parameter).toList();
            check.same("components of the gradient", names.toArray(), parameters.toArray());
        }
    }

    /** Applies to fresh seeds, which must be left alone and not be handed back. */
    private Object[] apply(Object pullback, double[] weights) throws Throwable {
        Object[] seeds = companion.seeds(expected, weights);
        Object answer = Companion.call(companion.apply, pullback, seeds);
        check.same("seeds after apply", Storage.numbers(seeds), weights);
        Object[] cotangents = companion.cotangents(answer);
        if (Storage.references(cotangents, Storage.arrays(seeds)).stream().anyMatch(k -> k >= 0)) {
            check.fail(() -> "apply returns a seed");
        }
        return cotangents;
    }

    private void checkShapes(Object[] cotangents, Object[] given) {
        Object[] arguments = check.arguments();
        int[] active = subject.active();
        for (int k = 0; k < active.length; k++) {
            int at = k;
            if (!Storage.sameShape(cotangents[k], arguments[active[k]])) {
                check.fail(() -> "the cotangent of " + subject.parameter(active[at]) + " has another shape: "
                        + Storage.show(cotangents[at]));
            }
        }
        if (Storage.arrays(cotangents).size() - 1 != count(cotangents)) {
            check.fail(() -> "cotangents share arrays");
        }
        if (Storage.references(cotangents, Storage.arrays(given)).stream().anyMatch(k -> k >= 0)) {
            check.fail(() -> "a cotangent is an argument");
        }
    }

    private static int count(Object value) {
        if (value instanceof Opened opened) {
            return count(opened.components());
        }
        if (value == null || !value.getClass().isArray()) {
            return 0;
        }
        int count = 0;
        if (value instanceof Object[] rows) {
            for (Object row : rows) {
                count += row != null && row.getClass().isArray()
                        ? 1 + count(row)
                        : row instanceof Opened ? count(row) : 0;
            }
        }
        return count;
    }

    /** What the method wrote or returned, and the cotangents of the first apply, belong to the caller again. */
    private void scribbleCallersArrays(Object pullback, Object[] given, Object[] cotangents) throws Throwable {
        Object[] arguments = check.arguments();
        for (int k = 0; k < given.length; k++) {
            List<Object> pieces = Opened.pieces(given[k]);
            List<Object> before = Opened.pieces(arguments[k]);
            for (int p = 0; p < pieces.size(); p++) {
                int place = k + (given[k] instanceof Opened ? (p + 1) * Opened.INSIDE : 0);
                if (companion.isWrittenAt(place) || !Storage.same(pieces.get(p), before.get(p))) {
                    Storage.scribble(pieces.get(p));
                }
            }
        }
        Storage.scribble(cotangents);
        if (subject.primal().getReturnType().isArray()
                || Opened.fits(subject.primal().getReturnType())) {
            Storage.scribble(Companion.call(companion.value, pullback));
        }
    }

    private void checkThreads(Object pullback, double[] weights, double[] gradient) throws Throwable {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<double[]>> tasks = new ArrayList<>();
            for (int t = 0; t < 2 * THREADS; t++) {
                tasks.add(() -> {
                    try {
                        return Storage.numbers(apply(pullback, weights));
                    } catch (Throwable e) {
                        throw new AssertionError(e);
                    }
                });
            }
            for (Future<double[]> answer : threads.invokeAll(tasks)) {
                check.same("apply from several threads", answer.get(), gradient);
            }
        } finally {
            threads.shutdown();
        }
    }

    /** A pullback is linear, and doubling and zero are exact. */
    private void checkLinear(Object pullback, double[] weights, double[] gradient) throws Throwable {
        double[] doubled = Storage.numbers(apply(pullback, times(2, weights)));
        check.same("apply to doubled seeds", doubled, times(2, gradient));
        double[] none = Storage.numbers(apply(pullback, times(0, weights)));
        if (!Arrays.stream(none).allMatch(component -> component == 0)) {
            check.fail(() -> "apply to zero seeds gives " + Arrays.toString(none));
        }
    }

    static double[] times(double factor, double[] numbers) {
        return Arrays.stream(numbers).map(number -> number * factor).toArray();
    }

    private void checkApplyInto(Object pullback, Method applyInto, double[] weights, Object[] cotangents)
            throws Throwable {
        Object[] fresh = apply(pullback, weights);
        Object[] seeds = companion.seeds(expected, weights);
        List<Object> given = new ArrayList<>();
        if (subject.returnsReal()) {
            given.add(seeds[0]);
        }
        List<double[]> expectedShadows = new ArrayList<>();
        int seed = subject.returnsReal() ? 1 : 0;
        for (int a = 0; a < fresh.length; a++) {
            List<Object> pieces = Opened.pieces(fresh[a]);
            for (int p = 0; p < pieces.size(); p++) {
                Object piece = pieces.get(p);
                int place = subject.active()[a] + (fresh[a] instanceof Opened ? (p + 1) * Opened.INSIDE : 0);
                if (isArray(piece) || (piece == null && companion.activeTypes()[a].isArray())) {
                    double[] cotangent = Storage.numbers(piece);
                    boolean written = companion.isWrittenAt(place);
                    double[] held = written ? new double[cotangent.length] : check.random(cotangent.length);
                    given.add(written ? seedOf(seeds, seed, place) : Storage.filled(piece, held));
                    expectedShadows.add(sum(held, cotangent));
                }
            }
        }
        Object answer = Companion.call(applyInto, pullback, given.toArray());
        for (int s = 0; s < expectedShadows.size(); s++) {
            closeAll("applyInto, shadow " + s, Storage.numbers(given.get(seed + s)), expectedShadows.get(s));
        }
        checkReturned(answer, fresh);
        if (subject.returnsReal()) {
            check.same("seed after applyInto", Storage.numbers(given.get(0)), Storage.numbers(seeds[0]));
        }
    }

    private static boolean isArray(Object value) {
        return value != null && value.getClass().isArray();
    }

    private Object seedOf(Object[] seeds, int first, int place) {
        int s = first;
        while (companion.written[s - first] != place) {
            s++;
        }
        return seeds[s];
    }

    private void checkReturned(Object answer, Object[] fresh) {
        List<Object> scalars = Opened.pieces(fresh).stream()
                .filter(cotangent -> !(cotangent == null || cotangent.getClass().isArray()))
                .toList();
        if (scalars.isEmpty() == (answer != null)) {
            check.fail(() -> "applyInto returns " + Storage.show(answer) + " for " + scalars);
        } else if (!scalars.isEmpty()) {
            Object[] returned = scalars.size() == 1 ? new Object[] {answer} : Companion.components(answer);
            closeAll("applyInto's result", Storage.numbers(returned), Storage.numbers(scalars.toArray()));
        }
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int k = 0; k < b.length; k++) {
            sum[k] += b[k];
        }
        return sum;
    }

    private void closeAll(String what, double[] actual, double[] wanted) {
        check.same(what + " length", actual.length, wanted.length);
        double scale = Arrays.stream(wanted).map(Math::abs).max().orElse(0);
        for (int k = 0; k < wanted.length && k < actual.length; k++) {
            check.close(what + " component " + k, actual[k], wanted[k], Math.max(scale, 1));
        }
    }
}
