package dev.pullback.processor.corpus;

import java.lang.reflect.Method;
import java.util.Objects;

/** Where the primal throws, every member throws the same, after the same effects on the arguments. */
final class ThrowCheck {
    private final Check check;
    private final Subject.Outcome expected;

    ThrowCheck(Check check, Subject.Outcome expected) {
        this.check = check;
        this.expected = expected;
    }

    void run() throws ReflectiveOperationException {
        throwsAlike("vjp", check.companion().vjp, new Object[0]);
        Object[] tangents = ForwardCheck.tangents(check, check.arguments(), null);
        throwsAlike("jvp", check.companion().jvp, tangents);
        if (check.subject().returnsScalar()) {
            Class<?>[] parameters = check.subject().primal().getParameterTypes();
            throwsAlike("grad", check.companion().member("Grad", parameters), new Object[0]);
            throwsAlike("valueAndGrad", check.companion().member("ValueAndGrad", parameters), new Object[0]);
        }
    }

    private void throwsAlike(String what, Method member, Object[] more) {
        Object[] given = Storage.copy(check.arguments());
        Object[] all = new Object[given.length + more.length];
        System.arraycopy(given, 0, all, 0, given.length);
        System.arraycopy(more, 0, all, given.length, more.length);
        try {
            Companion.call(member, null, all);
            check.fail(() -> what + " returns where the primal throws " + expected.thrown());
        } catch (Throwable thrown) {
            boolean alike = thrown.getClass() == expected.thrown().getClass()
                    && (isImplicit(thrown)
                            || Objects.equals(
                                    thrown.getMessage(), expected.thrown().getMessage()));
            if (!alike) {
                check.fail(() -> what + " throws " + thrown + " for " + expected.thrown());
            }
        }
        check.same(what + " leaves other arguments on throwing", given, expected.after());
    }

    private static boolean isImplicit(Throwable thrown) {
        return thrown instanceof IndexOutOfBoundsException
                || thrown instanceof NullPointerException
                || thrown instanceof ArithmeticException
                || thrown instanceof NegativeArraySizeException
                || thrown instanceof ClassCastException;
    }
}
