package dev.pullback.processor.corpus;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a method with a real result has besides: {@code Grad}, {@code ValueAndGrad} and {@code GradInto}. */
final class ScalarCheck {
    private final Check check;
    private final Companion companion;
    private final Subject subject;
    private final Subject.Outcome expected;

    ScalarCheck(Check check, Subject.Outcome expected) {
        this.check = check;
        this.companion = check.companion();
        this.subject = check.subject();
        this.expected = expected;
    }

    void run() throws Throwable {
        if (!subject.returnsScalar()) {
            return;
        }
        Class<?>[] parameters = subject.primal().getParameterTypes();
        double[] gradient = byPullback();
        Object grad = called(companion.member("Grad", parameters), new Object[0]);
        agree("grad", Storage.numbers(companion.cotangents(grad)), gradient);
        if (subject.active().length > 1 && !subject.isOverloaded()) {
            check.same("name of grad's result", grad.getClass().getSimpleName(), subject.capitalised() + "Gradient");
        }
        Object both = called(companion.member("ValueAndGrad", parameters), new Object[0]);
        check.same("valueAndGrad's value", Companion.component(both, "value"), expected.result());
        double[] grads = Storage.numbers(companion.cotangents(Companion.component(both, "grad")));
        agree("valueAndGrad", grads, gradient);
        if (Arrays.stream(companion.activeTypes()).allMatch(Class::isArray)) {
            checkGradInto(gradient);
        }
    }

    /** The gradient by {@code apply}: one for the result, nothing for what the method wrote. */
    private double[] byPullback() throws Throwable {
        double[] weights = new double[subject.outputs(expected, companion.written).length];
        weights[0] = 1;
        Object pullback = Companion.call(companion.vjp, null, Storage.copy(check.arguments()));
        Object answer = Companion.call(companion.apply, pullback, companion.seeds(expected, weights));
        return Storage.numbers(companion.cotangents(answer));
    }

    /** Calls a member on fresh arguments; they must end up as the primal leaves them. */
    private Object called(Method member, Object[] more) throws Throwable {
        Object[] given = Storage.copy(check.arguments());
        List<Object> before = Storage.arrays(given);
        Object[] primalGiven = Storage.copy(check.arguments());
        List<Object> primalBefore = Storage.arrays(primalGiven);
        Object result = Companion.call(subject.primal(), null, primalGiven);
        Object answer = Companion.call(member, null, concatenated(given, more));
        Subject.Outcome primal = new Subject.Outcome(result, null, primalGiven);
        check.sameEffects(member.getName(), given, before, primal, primalBefore);
        return answer;
    }

    private static Object[] concatenated(Object[] given, Object[] more) {
        return Stream.concat(Arrays.stream(given), Arrays.stream(more)).toArray();
    }

    private void checkGradInto(double[] gradient) throws Throwable {
        Class<?>[] parameters = Stream.concat(
                        Arrays.stream(subject.primal().getParameterTypes()), Arrays.stream(companion.activeTypes()))
                .toArray(Class<?>[]::new);
        Method gradInto = companion.member("GradInto", parameters);
        Object[] targets = targets();
        Object value = called(gradInto, targets);
        check.same("gradInto's value", value, expected.result());
        agree("gradInto", Storage.numbers(targets), gradient);
        checkRefusals(gradInto);
    }

    private Object[] targets() {
        Object[] like = Arrays.stream(subject.active())
                .mapToObj(k -> check.arguments()[k])
                .toArray();
        return (Object[]) Storage.filled(like, check.random(Storage.slots(like).size()));
    }

    /** A target that is an argument, or is not of the argument's shape, is refused. */
    private void checkRefusals(Method gradInto) {
        for (int a = 0; a < subject.active().length; a++) {
            int parameter = subject.active()[a];
            if (!(check.arguments()[parameter] instanceof double[] array)) {
                continue;
            }
            Object[] longer = targets();
            longer[a] = new double[array.length + 1];
            refused("a target of another length", gradInto, Storage.copy(check.arguments()), longer);
            Object[] given = Storage.copy(check.arguments());
            Object[] argument = targets();
            argument[a] = given[parameter];
            if (array.length > 0) {
                refused("a target that is an argument", gradInto, given, argument);
            }
        }
    }

    private void refused(String what, Method gradInto, Object[] given, Object[] targets) {
        try {
            Companion.call(gradInto, null, concatenated(given, targets));
            check.fail(() -> "gradInto takes " + what);
        } catch (IllegalArgumentException refusal) {
            check.same(what + " is named", refusal.getMessage() != null, true);
        } catch (Throwable t) {
            check.fail(() -> "gradInto answers " + t + " to " + what);
        }
    }

    private void agree(String what, double[] actual, double[] wanted) {
        check.same(what + " length", actual.length, wanted.length);
        double scale = Arrays.stream(wanted).map(Math::abs).max().orElse(0);
        for (int k = 0; k < wanted.length && k < actual.length; k++) {
            check.close(what + " component " + k, actual[k], wanted[k], 10 * scale);
        }
    }
}
