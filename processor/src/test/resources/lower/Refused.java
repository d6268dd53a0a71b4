package subject;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** What is refused: in a comment on its line, the token and how the message begins. */
final class Refused {
    private static double hidden = 1;
    private static final double[] WRITTEN = {1, 2};
    private static final double[] LEAKED = {1, 2};
    private static final double[] READ = {1, 2};
    private static final double OPEN = Double.parseDouble("3");

    private interface Secret { double get(); }

    static final class Box { private int inside; private Box(int inside) { this.inside = inside; } static Box of(int n) { return new Box(n); } class Inner {} }

    static void writer() { WRITTEN[0] = 3; double[] other = LEAKED; }

    static double tries(double x, int[] k) {
        try {
            x = hidden; // hidden | Code that uses the private field hidden
        } catch (RuntimeException e) { // catch (RuntimeException e) { k[0]++; } | A catch clause
            k[0]++;
        } finally {
            x++; // x | A local variable that is assigned in a try block
        }
        return x;
    }

    static double jumps(double x) {
        try {
            x++;
        } finally { // { return 2; } | A finally block that does not end normally
            return 2;
        }
    }

    static double locals(double x) {
        class Local {} // class Local { Local() { super(); } } | A local class
        Supplier<String> s = () -> { return "a"; }; // ()->{ return "a"; } | A lambda with a block
        DoubleSupplier d = new DoubleSupplier() { public double getAsDouble() { return 1; } }; // new DoubleSupplier(){ () { super(); } public double getAsDouble() { return 1; } } | An anonymous class
        return x;
    }

    static double privates(double x) {
        x += WRITTEN[0]; // WRITTEN | Code that uses the private field WRITTEN
        x += LEAKED[0]; // LEAKED | Code that uses the private field LEAKED
        x += READ[1] * OPEN; // OPEN | Code that uses the private field OPEN
        Box b = new Box(3); // new Box(3) | Code that uses the private constructor of Box
        b.inside = 4; // b.inside | Code that uses the private field inside
        hidden = 3; // hidden | Code that uses the private field hidden
        Secret secret = null; // secret | Code that uses the private type Secret
        return x + b.inside; // b.inside | Code that uses the private field inside
    }

    static double functions(int[] k, double x) {
        Runnable r = () -> k[0]++; // k[0]++ | An assignment in a lambda
        Supplier<Object> made = () -> switch (k.length) { default -> "a"; }; // switch (k.length) { default -> yield "a"; } | This part of a lambda
        Supplier<String> s = Box.of(3)::toString; // Box.of(3)::toString | A method reference to a computed receiver
        Box.Inner inner = Box.of(2).new Inner(); // Box.of(2).new Inner() | The creation of an inner class
        assert k[0]++ > 0; // assert k[0]++ > 0; | An assert with an assignment
        var both = x > 1 ? 1 : "a"; // both | A variable of a type without a name
        return x;
    }
}
