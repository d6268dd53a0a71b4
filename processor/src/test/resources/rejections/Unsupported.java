package rejections;

import dev.pullback.Constant;
import dev.pullback.Differentiable;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

final class Unsupported {
    private static double hidden = 1;
    private static double[] replaced = {1, 2};
    private static final double OPEN = Double.parseDouble("3");

    private interface Secret {
        double get();
    }

    static final class Box {
        private int inside;

        static Box of(int n) {
            return new Box();
        }

        class Inner {}
    }

    static final class Loner {
        private Loner() {}
    }

    // --- declarations

    @Differentiable
    static double rowsMovedAfterCall(double[][] m, int n) {
        double s = 0;
        for (int i = 0; i < n; i++) {
            s += deepSum(m, n) * m[0][0]; // ERROR [Pullback/Unsupported] at deepSum
            m[0] = m[1];
        }
        return s;
    }

    static double deepSum(double[][] m, int n) {
        return n > 0 ? deepSum(m, n - 1) * m[1][0] : m[0][0];
    }

    @Differentiable
    double ofAnInstance(double x) { // ERROR [Pullback/Unsupported] at ofAnInstance
        return x;
    }

    @Differentiable
    private static double hiddenMethod(double x) { // ERROR [Pullback/Unsupported] at hiddenMethod
        return x;
    }

    @Differentiable
    static native double withoutABody(double x); // ERROR [Pullback/Unsupported] at withoutABody

    @Differentiable
    static synchronized double locked(double x) { // ERROR [Pullback/Unsupported] at locked
        return x;
    }

    @Differentiable
    static <T> double generic(T t, double x) { // ERROR [Pullback/Unsupported] at generic
        return x;
    }

    @Differentiable(order = 3)
    static double thrice(double x) { // ERROR [Pullback/Unsupported] at thrice
        return x;
    }

    @Differentiable
    static double ofASecret(Secret secret, double x) { // ERROR [Pullback/Unsupported] at ofASecret
        return x;
    }

    private static final class Nest {
        @Differentiable
        static double inside(double x) { // ERROR [Pullback/Unsupported] at inside
            return x;
        }
    }

    @Differentiable
    static final class NotARecord {} // ERROR [Pullback/Unsupported] at class

    @Differentiable
    private static synchronized double severalAtOnce(double x) { // ERROR [Pullback/Unsupported] at severalAtOnce
        try {
            x += hidden; // ERROR [Pullback/Unsupported] at hidden
        } finally {
            x++; // ERROR [Pullback/Unsupported] at x
        }
        return Library.cube(x); // ERROR [Pullback/NoDerivativeRule] at Library.cube
    }

    @Differentiable
    static double manyParameters( // ERROR [Pullback/Unsupported] at manyParameters
            double x0, double x1, double x2, double x3, double x4, double x5, double x6, double x7, double x8, double x9,
            double x10, double x11, double x12, double x13, double x14, double x15, double x16, double x17, double x18, double x19,
            double x20, double x21, double x22, double x23, double x24, double x25, double x26, double x27, double x28, double x29,
            double x30, double x31, double x32, double x33, double x34, double x35, double x36, double x37, double x38, double x39,
            double x40, double x41, double x42, double x43, double x44, double x45, double x46, double x47, double x48, double x49,
            double x50, double x51, double x52, double x53, double x54, double x55, double x56, double x57, double x58, double x59,
            double x60, double x61, double x62, double x63, double x64, double x65, double x66, double x67, double x68, double x69,
            double x70, double x71, double x72, double x73, double x74, double x75, double x76, double x77, double x78, double x79,
            double x80, double x81, double x82, double x83, double x84, double x85, double x86, double x87, double x88, double x89,
            double x90, double x91, double x92, double x93, double x94, double x95, double x96, double x97, double x98, double x99) {
        return x0 + x99;
    }

    // --- statements

    @Differentiable
    static double tries(double x) {
        try {
            x *= 2;
        } catch (ArithmeticException e) { // ERROR [Pullback/Unsupported] at catch (ArithmeticException e) {
            x = 1;
        }
        return x;
    }

    @Differentiable
    static double closes(double x) {
        try (java.util.Scanner scanner = new java.util.Scanner("1")) { // ERROR [Pullback/Unsupported] at try (java.util.Scanner scanner = new java.util.Scanner("1")) {
            x *= scanner.nextInt();
        }
        return x;
    }

    @Differentiable
    static double jumpsOutOfFinally(double x, int[] k) {
        while (x < 10) {
            try {
                k[0]++;
            } finally { // ERROR [Pullback/Unsupported] at {
                if (k[0] > 3) {
                    break;
                }
            }
            x *= x;
        }
        return x;
    }

    @Differentiable
    static double usesInFinally(double x, int[] k) {
        int n = 0;
        try {
            n = k[0];
            x *= x;
        } finally {
            k[1] = n; // ERROR [Pullback/Unsupported] at n
        }
        return x * n;
    }

    @Differentiable
    static double activeInFinally(double[] x, double y) {
        double s = 0;
        try {
            x[0] *= y;
        } finally {
            x[1] = y; // ERROR [Pullback/Unsupported] at x[1]
            s = y * y; // ERROR [Pullback/Unsupported] at y * y
        }
        return x[0] * x[1] * s;
    }

    @Differentiable
    static double locals(double x) {
        class Local {} // ERROR [Pullback/Unsupported] at class Local {}
        return x;
    }

    @Differentiable
    static double asserts(int[] k, double x) {
        assert k[0]++ > 0; // ERROR [Pullback/Unsupported] at assert k[0]++ > 0;
        return x;
    }

    // --- expressions

    @Differentiable
    static double functions(int[] k, double x) {
        Supplier<String> block = () -> { return "a"; }; // ERROR [Pullback/Unsupported] at () -> { return "a"; }
        DoubleSupplier anonymous = new DoubleSupplier() { // ERROR [Pullback/Unsupported] at new DoubleSupplier() {
            @Override
            public double getAsDouble() {
                return 1;
            }
        };
        Runnable counts = () -> k[0]++; // ERROR [Pullback/Unsupported] at k[0]++
        Supplier<Object> makes = () -> new Secret[3]; // ERROR [Pullback/Unsupported] at Secret
        Supplier<String> bound = Box.of(3)::toString; // ERROR [Pullback/Unsupported] at Box.of(3)::toString
        return x;
    }

    @Differentiable
    static double objects(Object o, double x) {
        Box.Inner inner = Box.of(2).new Inner(); // ERROR [Pullback/Unsupported] at new
        var both = x > 1 ? 1 : "a"; // ERROR [Pullback/Unsupported] at both
        boolean twice = o instanceof String s && s.isEmpty() || o instanceof Integer i && i > 0;
        return x;
    }

    @Differentiable
    static void splits(double x, double[] halves) {
        double z = 1073741824 * x;
        halves[0] = (x + z) - z; // ERROR [Pullback/Unsupported] at halves[0]
        halves[1] = x - halves[0];
    }

    @Differentiable
    static double privates(double x) {
        x += hidden; // ERROR [Pullback/Unsupported] at hidden
        x += OPEN; // ERROR [Pullback/Unsupported] at OPEN
        Box box = Box.of(4);
        box.inside = 4; // ERROR [Pullback/Unsupported] at box.inside
        Object loner = new Loner(); // ERROR [Pullback/Unsupported] at new Loner()
        Secret secret = null; // ERROR [Pullback/Unsupported] at secret
        return x;
    }

    @Differentiable
    static double tableThatSomebodyReplaces(double x) {
        return x * replaced[0]; // ERROR [Pullback/Unsupported] at replaced
    }

    static void replace(double[] other) {
        replaced = other;
    }
}

final class UnsupportedUser {
    static double uses(double x) {
        return UnsupportedGrad.ofAnInstanceGrad(x)
                + UnsupportedGrad.hiddenMethodGrad(x)
                + UnsupportedGrad.withoutABodyGrad(x)
                + UnsupportedGrad.lockedVjp(x).apply(1)
                + UnsupportedGrad.genericGrad("", x)
                + UnsupportedGrad.thriceGrad(x)
                + UnsupportedGrad.triesGrad(x)
                + UnsupportedGrad.closesJvp(x, 1).tangent()
                + UnsupportedGrad.jumpsOutOfFinallyGrad(x, new int[1])
                + UnsupportedGrad.usesInFinallyGrad(x, new int[2])
                + UnsupportedGrad.activeInFinallyVjp(new double[] {x, x}, x).value()
                + UnsupportedGrad.localsGrad(x)
                + UnsupportedGrad.assertsGrad(new int[1], x)
                + UnsupportedGrad.functionsGrad(new int[1], x)
                + UnsupportedGrad.objectsGrad("", x)
                + UnsupportedGrad.privatesGrad(x);
    }
}
