package dev.pullback.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The harness accepts a right companion and finds each fault that one can have. */
final class CheckTest {
    /** What is wrong with {@link SampleGrad} at present. */
    enum Fault {
        NONE,
        VALUE_DIFFERS,
        PRIMAL_WRITES_MORE,
        COTANGENT_OFF_BY_1E8,
        READS_WRITTEN_ARRAY,
        APPLIES_ONCE,
        WRITES_SEED,
        RETURNS_SEED,
        NAN_FOR_ZERO_SEED,
        SHADOW_OVERWRITTEN,
        SHADOW_OF_WRITTEN_NOT_IN_OUT,
        TANGENT_WRONG,
        TANGENT_OF_WRITTEN_STALE,
        GRADIENT_WRONG,
        NO_GUARD,
        GUARD_WITHOUT_NAMES,
        NO_GUARD_IN_FORWARD_MODE,
        OTHER_EXCEPTION
    }

    private static volatile Fault fault = Fault.NONE;

    @Test
    void acceptsARightCompanion() throws ReflectiveOperationException {
        assertEquals(List.of(), failuresWith(Fault.NONE));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void finds(Fault wrong) throws ReflectiveOperationException {
        assertFalse(failuresWith(wrong).isEmpty());
    }

    private static List<String> failuresWith(Fault wrong) throws ReflectiveOperationException {
        Method primal = Sample.class.getDeclaredMethod("scaled", double[].class, double[].class, double.class);
        fault = wrong;
        try {
            return Check.method(primal, SampleGrad.class);
        } finally {
            fault = Fault.NONE;
        }
    }

    static final class Sample {
        private Sample() {}

        /** y = x * y * k, and the sum of y. */
        static double scaled(double[] x, double[] y, double k) {
            if (k < 0) {
                throw new IllegalStateException("negative");
            }
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                y[i] = x[i] * y[i] * k;
                sum += y[i];
            }
            return sum;
        }

        static Object[][] scaledArgs() {
            double[] x = {0.4, -0.7};
            return new Object[][] {{x, new double[] {1.1, 0.6}, 0.9}, {x, new double[] {1.1, 0.6}, -0.9}};
        }
    }

    /** A companion by hand, with the fault of the day. */
    static final class SampleGrad {
        private SampleGrad() {}

        record ScaledGradient(double[] x, double[] y, double k) {}

        record ScaledJvp(double value, double tangent) {}

        record ScaledValueAndGrad(double value, ScaledGradient grad) {}

        static ScaledVjp scaledVjp(double[] x, double[] y, double k) {
            guard(x, y);
            double[] before = y.clone();
            double value = value(x, y, k);
            return new ScaledVjp(value, x, fault == Fault.READS_WRITTEN_ARRAY ? y : before, k);
        }

        private static double value(double[] x, double[] y, double k) {
            if (fault == Fault.OTHER_EXCEPTION && k < 0) {
                throw new IllegalStateException("negative k");
            }
            double value = Sample.scaled(x, y, k);
            if (fault == Fault.PRIMAL_WRITES_MORE) {
                x[0] = -x[0];
            }
            return fault == Fault.VALUE_DIFFERS ? Math.nextUp(value) : value;
        }

        private static void guard(double[] x, double[] y) {
            if (x == y && fault != Fault.NO_GUARD) {
                throw new IllegalArgumentException(
                        fault == Fault.GUARD_WITHOUT_NAMES ? "the same array" : "x and y are the same array");
            }
        }

        static ScaledJvp scaledJvp(double[] x, double[] y, double k, double[] xDot, double[] yDot, double kDot) {
            if (fault != Fault.NO_GUARD_IN_FORWARD_MODE) {
                guard(x, y);
            }
            double[] before = y.clone();
            double value = value(x, y, k);
            double tangent = 0;
            for (int i = 0; i < x.length; i++) {
                double yi = xDot[i] * before[i] * k + x[i] * yDot[i] * k + x[i] * before[i] * kDot;
                yDot[i] = fault == Fault.TANGENT_OF_WRITTEN_STALE ? yDot[i] : yi;
                tangent += yi;
            }
            return new ScaledJvp(value, fault == Fault.TANGENT_WRONG ? tangent * (1 + 1e-9) : tangent);
        }

        static ScaledGradient scaledGrad(double[] x, double[] y, double k) {
            ScaledGradient gradient = scaledVjp(x, y, k).apply(1, new double[y.length]);
            return fault == Fault.GRADIENT_WRONG
                    ? new ScaledGradient(gradient.x, gradient.y, gradient.k * 2)
                    : gradient;
        }

        static ScaledValueAndGrad scaledValueAndGrad(double[] x, double[] y, double k) {
            ScaledVjp pullback = scaledVjp(x, y, k);
            return new ScaledValueAndGrad(pullback.value(), pullback.apply(1, new double[y.length]));
        }

        /** The pullback; a record of what it needs. */
        record ScaledVjp(double value, double[] x, double[] y, double k) {
            ScaledGradient apply(double resultBar, double[] yBar) {
                double[] xBar = new double[x.length];
                double[] shadow = fault == Fault.RETURNS_SEED ? yBar : yBar.clone();
                double kBar = applyInto(resultBar, xBar, shadow);
                if (fault == Fault.WRITES_SEED) {
                    yBar[0] = 0;
                }
                return new ScaledGradient(xBar, shadow, kBar);
            }

            double applyInto(double resultBar, double[] xBar, double[] yBar) {
                double kBar = fault == Fault.NAN_FOR_ZERO_SEED && resultBar == 0 ? Double.NaN : 0;
                for (int i = 0; i < x.length; i++) {
                    double before = y[i];
                    double bar = resultBar + yBar[i];
                    if (fault == Fault.COTANGENT_OFF_BY_1E8) {
                        bar *= 1 + 1e-8;
                    }
                    kBar += bar * x[i] * before;
                    xBar[i] = (fault == Fault.SHADOW_OVERWRITTEN ? 0 : xBar[i]) + bar * before * k;
                    yBar[i] = (fault == Fault.SHADOW_OF_WRITTEN_NOT_IN_OUT ? yBar[i] : 0) + bar * x[i] * k;
                    if (fault == Fault.APPLIES_ONCE) {
                        y[i] = 0;
                    }
                }
                return kBar;
            }
        }
    }
}
