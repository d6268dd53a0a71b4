package rejections;

import dev.pullback.Constant;
import dev.pullback.Differentiable;
import java.util.ArrayList;
import java.util.List;

final class Records {
    private Records() {}

    // --- declarations

    @Differentiable
    record Generic<T>(double x, T other) {} // ERROR [Pullback/Unsupported] at record

    @Differentiable
    record Endless(double x, Endless next) {} // ERROR [Pullback/Unsupported] at next

    @Differentiable
    private record Hidden(double x) {} // ERROR [Pullback/Unsupported] at record

    @Differentiable
    record Passive(int n, String name, @Constant double k) {} // ERROR [Pullback/Unsupported] at record

    @Differentiable
    record Many(double x, Point[] points) {} // ERROR [Pullback/Unsupported] at points

    @Differentiable
    record Around(double x, Generic<String> inner) {} // ERROR [Pullback/Unsupported] at inner

    @Differentiable
    record Doubled(double x) {
        public double x() { // ERROR [Pullback/Unsupported] at x
            return 2 * x;
        }
    }

    @Differentiable
    record Clamped(double x) {
        Clamped {
            x = Math.max(x, 0); // ERROR [Pullback/Unsupported] at x = Math.max(x, 0)
        }
    }

    @Differentiable
    record Filled(double[] a) {
        Filled {
            a[0] = 1; // ERROR [Pullback/Unsupported] at a[0] = 1
        }
    }

    @Differentiable
    record Sorted(double[] a) {
        Sorted {
            java.util.Arrays.sort(a); // ERROR [Pullback/Unsupported] at a
        }
    }

    @Differentiable
    record Handed(double[][] rows) {
        Handed {
            java.util.Arrays.fill(rows[0], 1); // ERROR [Pullback/Unsupported] at rows
        }
    }

    @Differentiable
    record Copied(double[] a) {
        Copied(double[] a) {
            this.a = a.clone(); // ERROR [Pullback/Unsupported] at this.a = a.clone()
        }
    }

    @Differentiable
    record Point(double x, double y) {
        Point(double both) {
            this(both, both);
        }

        @Differentiable
        double norm() { // ERROR [Pullback/Unsupported] at norm
            return x * x + y * y; // ERROR [Pullback/Unsupported] at x // ERROR [Pullback/Unsupported] at x // ERROR [Pullback/Unsupported] at y // ERROR [Pullback/Unsupported] at y
        }

        double product() {
            return x * y;
        }
    }

    @Differentiable
    record Priced(double price, @Constant double fee) {}

    record Box(Point point) {}

    // --- uses

    @Differentiable
    static double ofFlawed(Clamped c, double x) { // ERROR [Pullback/Unsupported] at c
        return c.x() * x;
    }

    @Differentiable
    static double ofGeneric(Generic<String> g, double x) { // ERROR [Pullback/Unsupported] at g
        return x * x;
    }

    @Differentiable
    static double ofArray(Point[] points) { // ERROR [Pullback/NoActiveParameter] at ofArray // ERROR [Pullback/Unsupported] at points
        return points[0].x();
    }

    @Differentiable
    static double ofMadeArray(Point p) {
        Point[] all = {p, p}; // ERROR [Pullback/Unsupported] at all // ERROR [Pullback/ActiveEscapes] at p // ERROR [Pullback/ActiveEscapes] at p
        return all[0].x();
    }

    @Differentiable
    static double secondConstructor(double x) {
        return new Point(x).y(); // ERROR [Pullback/Unsupported] at new Point(x)
    }

    @Differentiable
    static double ofNull(Point p, boolean none) {
        Point q = null; // ERROR [Pullback/Unsupported] at null
        if (!none) {
            q = p;
        }
        return q.x();
    }

    @Differentiable
    static double chosenNull(Point p, boolean none) {
        Point q = none ? null : p; // ERROR [Pullback/Unsupported] at null
        return q.x() * p.y();
    }

    @Differentiable
    static Point returnsNull(Point p, boolean none) {
        return none ? null : p; // ERROR [Pullback/Unsupported] at null
    }

    @Differentiable
    static boolean same(Point p, Point q) { // ERROR [Pullback/NothingToDifferentiate] at same
        return p == q; // ERROR [Pullback/Unsupported] at p == q
    }

    @Differentiable
    static double compared(Point p, Point q) {
        return p == q ? p.x() : p.y() * q.y(); // ERROR [Pullback/Unsupported] at p == q
    }

    @Differentiable
    static double equal(Point p, Point q) {
        return p.equals(q) ? p.x() : p.y() * q.y(); // ERROR [Pullback/ActiveEscapes] at p.equals
    }

    @Differentiable
    static double hashed(Point p) {
        return p.x() * p.hashCode(); // ERROR [Pullback/ActiveEscapes] at p.hashCode
    }

    @Differentiable
    static double shown(Point p) {
        String text = "at " + p; // ERROR [Pullback/ActiveEscapes] at "at " + p
        return p.x() * text.length();
    }

    @Differentiable
    static double collected(Point p) {
        List<Point> points = new ArrayList<>();
        points.add(p); // ERROR [Pullback/ActiveEscapes] at points.add
        return points.get(0).x() * p.y();
    }

    @Differentiable
    static double boxed(Point p) {
        Box box = new Box(p); // ERROR [Pullback/ActiveEscapes] at new Box(p)
        return box.point().x() * p.y();
    }

    @Differentiable
    static double asObject(Point p) {
        Object o = p; // ERROR [Pullback/ActiveEscapes] at p
        return ((Point) o).x() * p.y();
    }

    @Differentiable
    static double captured(Point p) {
        java.util.function.DoubleSupplier x = () -> p.x(); // ERROR [Pullback/ActiveEscapes] at () -> p.x()
        return x.getAsDouble() * p.y();
    }

    @Differentiable
    static double instanceMethod(Point p) {
        return p.product(); // ERROR [Pullback/ActiveEscapes] at p.product
    }

    @Differentiable
    static Priced constantComponent(double x) { // ERROR [Pullback/ActiveEscapes] at constantComponent
        return new Priced(x, x * x);
    }

    @Differentiable
    static double constantArgument(double x) {
        return price(new Priced(x, x * x)) * recursive(new Priced(x, x * x), 2); // ERROR [Pullback/ActiveEscapes] at price // ERROR [Pullback/ActiveEscapes] at recursive
    }

    private static double price(Priced p) {
        return p.price() * p.fee();
    }

    private static double recursive(Priced p, int n) {
        return n == 0 ? p.fee() : recursive(p, n - 1) * p.price();
    }
}
