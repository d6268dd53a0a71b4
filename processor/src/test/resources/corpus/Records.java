package corpus;

import static corpus.Args.d;
import static corpus.Args.f;
import static corpus.Args.i;

import dev.pullback.Constant;
import dev.pullback.Differentiable;

/** Records as parameters, results and locals. */
final class Records {
    private Records() {}

    @Differentiable
    record Point(double x, double y) {}

    /** Active and passive components, of which one is constant. */
    @Differentiable
    record Option(double strike, int steps, String name, double rate, @Constant double fee) {}

    /** Records in records. */
    @Differentiable
    record Segment(Point from, double weight, Point to) {}

    /** Arrays. */
    @Differentiable
    record Layer(double[] weights, double bias, int[] order) {}

    @Differentiable
    record Net(Layer first, double[][] rows, @Constant double[] data) {}

    @Differentiable
    record Single(float a, float[] b) {}

    /** A constructor that looks at what it is given. */
    @Differentiable
    record Rate(double value, double[] grid) {
        Rate {
            if (value < 0) {
                throw new IllegalArgumentException("negative rate: " + value);
            }
            for (double g : grid) {
                if (Double.isNaN(g)) {
                    throw new IllegalArgumentException("not a number");
                }
            }
        }

        static Rate flat(double value) {
            return new Rate(value, new double[] {value, 2 * value});
        }
    }

    // --- components that are numbers

    @Differentiable
    static double distance(Point p, Point q) {
        double dx = p.x() - q.x();
        double dy = p.y() - q.y();
        return Math.sqrt(dx * dx + dy * dy);
    }

    static Object[][] distanceArgs() {
        return new Object[][] {{new Point(0.3, 0.7), new Point(-1.2, 0.4)}};
    }

    @Differentiable
    static Point rotated(Point p, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new Point(c * p.x() - s * p.y(), s * p.x() + c * p.y());
    }

    static Object[][] rotatedArgs() {
        return new Object[][] {{new Point(0.3, 0.7), 0.4}};
    }

    @Differentiable
    static Point same(Point p) {
        return p;
    }

    static Object[][] sameArgs() {
        return new Object[][] {{new Point(0.3, 0.7)}};
    }

    @Differentiable
    static double mixed(Option o, double spot) {
        double v = spot;
        for (int k = 0; k < o.steps(); k++) {
            v *= Math.exp(o.rate() / o.steps());
        }
        return (v - o.strike() - o.fee()) * o.name().length();
    }

    static Object[][] mixedArgs() {
        return new Object[][] {{new Option(0.9, 3, "call", 0.2, 0.1), 1.4}};
    }

    @Differentiable
    static Option bumped(Option o, double by) {
        return new Option(o.strike() * by, o.steps() + 1, o.name() + "+", Math.sin(o.rate()), o.fee());
    }

    static Object[][] bumpedArgs() {
        return new Object[][] {{new Option(0.9, 3, "call", 0.2, 0.1), 1.4}};
    }

    @Differentiable
    static double constant(@Constant Point p, double x) {
        return p.x() * x * x + p.y() * x;
    }

    static Object[][] constantArgs() {
        return new Object[][] {{new Point(0.3, 0.7), 0.4}};
    }

    // --- control flow

    @Differentiable
    static double swapped(Point p, Point q, int n) {
        Point a = p;
        Point b = q;
        for (int k = 0; k < n; k++) {
            Point t = a;
            a = b;
            b = new Point(t.x() * a.y(), t.y() + 0.5 * a.x());
        }
        return a.x() * b.y() + a.y();
    }

    static Object[][] swappedArgs() {
        Point p = new Point(0.3, 0.7);
        Point q = new Point(-1.2, 0.4);
        return new Object[][] {{p, q, 0}, {p, q, 1}, {p, q, 4}};
    }

    @Differentiable
    static Point early(Point p, @Constant double limit) {
        Point at = p;
        for (int k = 0; k < 20; k++) {
            at = new Point(at.x() * 1.3, at.y() + at.x());
            if (at.y() > limit) {
                return at;
            }
        }
        return p;
    }

    static Object[][] earlyArgs() {
        return new Object[][] {{new Point(0.3, 0.7), 2.0}, {new Point(0.3, 0.7), 1e9}};
    }

    @Differentiable
    static double branches(Point p, Point q, boolean first) {
        Point chosen = first ? p : q;
        Point other;
        if (chosen.x() > 0) {
            other = new Point(chosen.y(), chosen.x() * chosen.x());
        } else {
            other = q;
        }
        return chosen.x() * other.y() + other.x();
    }

    static Object[][] branchesArgs() {
        Point p = new Point(0.3, 0.7);
        Point q = new Point(-1.2, 0.4);
        return new Object[][] {{p, q, true}, {p, q, false}};
    }

    @Differentiable
    static double switched(Point p, int kind) {
        Point q = switch (kind) {
            case 0 -> p;
            case 1 -> new Point(p.y(), p.x());
            default -> {
                double r = p.x() * p.y();
                yield new Point(r, r * r);
            }
        };
        return Math.sin(q.x()) + q.x() * q.y();
    }

    static Object[][] switchedArgs() {
        Point p = new Point(0.3, 0.7);
        return new Object[][] {{p, 0}, {p, 1}, {p, 2}};
    }

    @Differentiable
    static double whileLoop(Point p, @Constant double limit) {
        Point at = p;
        while (at.x() < limit) {
            at = new Point(at.x() + at.y() * at.y(), at.y() * 1.1);
        }
        return at.x() * at.y();
    }

    static Object[][] whileLoopArgs() {
        return new Object[][] {{new Point(0.3, 0.7), 3.0}, {new Point(5, 0.7), 3.0}};
    }

    @Differentiable
    static double tried(Point p, double[] x) {
        Point at = p;
        double s = 0;
        try {
            at = new Point(p.x() * x[0], p.y());
            s = at.x() * at.y();
        } finally {
            if (x.length > 7) {
                throw new IllegalStateException("long");
            }
        }
        return s * p.x();
    }

    static Object[][] triedArgs() {
        return new Object[][] {{new Point(0.3, 0.7), d(0.4)}};
    }

    // --- null

    @Differentiable
    static double orElse(Point p, double x) {
        if (p == null) {
            throw new IllegalStateException("no point for " + x);
        }
        return p.x() * p.y() * x;
    }

    static Object[][] orElseArgs() {
        return new Object[][] {{new Point(0.3, 0.7), 0.4}, {null, 0.4}};
    }

    @Differentiable
    static double missing(Point p, double x) {
        return p.x() * x;
    }

    static Object[][] missingArgs() {
        return new Object[][] {{new Point(0.3, 0.7), 0.4}, {null, 0.4}};
    }

    // --- records in records

    @Differentiable
    static double length(Segment s) {
        Point d = minus(s.to(), s.from());
        return s.weight() * Math.hypot(d.x(), d.y());
    }

    private static Point minus(Point p, Point q) {
        return new Point(p.x() - q.x(), p.y() - q.y());
    }

    static Object[][] lengthArgs() {
        return new Object[][] {{new Segment(new Point(0.3, 0.7), 2.5, new Point(-1.2, 0.4))}};
    }

    @Differentiable
    static Segment turned(Segment s, double by) {
        return new Segment(s.to(), s.weight() * by, new Point(s.from().y(), by));
    }

    static Object[][] turnedArgs() {
        return new Object[][] {{new Segment(new Point(0.3, 0.7), 2.5, new Point(-1.2, 0.4)), 0.8}};
    }

    @Differentiable
    static double chain(Segment s, int n) {
        Segment at = s;
        for (int k = 0; k < n; k++) {
            at = k % 2 == 0 ? turned(at, at.weight()) : new Segment(at.from(), 0.5, at.from());
        }
        return length(at) + at.to().x();
    }

    static Object[][] chainArgs() {
        Segment s = new Segment(new Point(0.3, 0.7), 1.5, new Point(-1.2, 0.4));
        return new Object[][] {{s, 0}, {s, 1}, {s, 3}};
    }

    // --- arrays

    @Differentiable
    static double dense(Layer layer, double[] x) {
        double s = layer.bias();
        for (int k = 0; k < x.length; k++) {
            s += layer.weights()[layer.order()[k]] * x[k];
        }
        return Math.tanh(s);
    }

    static Object[][] denseArgs() {
        return new Object[][] {{new Layer(d(0.3, -0.2, 0.5), 0.1, i(2, 0, 1)), d(0.7, 0.4, -0.9)}};
    }

    @Differentiable
    static double onlyArray(Rate rate) {
        double s = 0;
        for (int k = 0; k < rate.grid().length; k++) {
            s += rate.grid()[k] * rate.grid()[k];
        }
        return s * rate.value();
    }

    static Object[][] onlyArrayArgs() {
        return new Object[][] {{new Rate(5.3, d(0.7, 0.4))}, {new Rate(5.3, d())}};
    }

    @Differentiable
    static double net(Net net, double x) {
        double s = x;
        for (double[] row : net.rows()) {
            for (int k = 0; k < row.length; k++) {
                s += row[k] * net.first().weights()[k] * net.data()[k];
            }
        }
        return Math.sin(s) * net.first().bias();
    }

    static Object[][] netArgs() {
        Layer layer = new Layer(d(0.3, -0.2), 0.1, i());
        return new Object[][] {{new Net(layer, Args.rows(d(0.3, 0.1), d(0.2)), d(1.5, 0.5)), 0.3}};
    }

    @Differentiable
    static Layer scaled(Layer layer, double by) {
        double[] w = layer.weights().clone();
        for (int k = 0; k < w.length; k++) {
            w[k] *= by;
        }
        return new Layer(w, layer.bias() + by, layer.order());
    }

    static Object[][] scaledArgs() {
        return new Object[][] {{new Layer(d(0.3, -0.2, 0.5), 0.1, i(2, 0, 1)), 0.7}};
    }

    @Differentiable
    static Layer held(double[] w, double b) {
        return new Layer(w, b * b, null);
    }

    static Object[][] heldArgs() {
        return new Object[][] {{d(0.3, -0.2), 0.7}};
    }

    @Differentiable
    static double heldThenRead(double[] w, double b) {
        Layer layer = held(w, b);
        return layer.weights()[0] * layer.bias() + w[1];
    }

    static Object[][] heldThenReadArgs() {
        return new Object[][] {{d(0.3, -0.2), 0.7}};
    }

    /** One array in two records, written through one of them and read through the other. */
    @Differentiable
    static double shared(double[] x, double b) {
        double[] w = x.clone();
        Layer p = new Layer(w, b, null);
        Layer q = new Layer(w, b * b, null);
        p.weights()[0] *= q.bias();
        q.weights()[1] += p.weights()[0] * p.bias();
        return w[0] * q.weights()[1] * p.weights()[2];
    }

    static Object[][] sharedArgs() {
        return new Object[][] {{d(0.3, -0.2, 0.5), 0.7}};
    }

    @Differentiable
    static double doubleBuffer(Layer start, int n) {
        Layer now = new Layer(start.weights().clone(), start.bias(), start.order());
        Layer next = new Layer(new double[start.weights().length], 0.5, start.order());
        for (int s = 0; s < n; s++) {
            for (int k = 0; k < now.weights().length; k++) {
                next.weights()[k] = now.weights()[k] * now.bias() + Math.sin(next.bias());
            }
            Layer t = now;
            now = next;
            next = t;
        }
        return now.weights()[0] * now.weights()[1];
    }

    static Object[][] doubleBufferArgs() {
        Layer layer = new Layer(d(0.3, -0.2), 0.9, i());
        return new Object[][] {{layer, 0}, {layer, 1}, {layer, 3}};
    }

    private static void shift(Layer layer, double by) {
        for (int k = 0; k < layer.weights().length; k++) {
            layer.weights()[k] = layer.weights()[k] * layer.bias() + by;
        }
    }

    @Differentiable
    static double writtenInside(double[] x, double b) {
        Layer layer = new Layer(x.clone(), b, i(1));
        for (int k = 0; k < 3; k++) {
            shift(layer, b * k);
        }
        return layer.weights()[layer.order()[0]] * layer.weights()[0];
    }

    static Object[][] writtenInsideArgs() {
        return new Object[][] {{d(0.3, -0.2), 0.7}};
    }

    @Differentiable
    static double otherFile(Layer layer, double x) {
        Layer scaled = RecordCallees.scaled(layer, x);
        double s = 0;
        for (int k = 0; k < layer.weights().length; k++) {
            s += RecordCallees.at(scaled, k) * layer.weights()[k] + RecordCallees.point(new Point(s, x)).y();
        }
        return s;
    }

    static Object[][] otherFileArgs() {
        return new Object[][] {{new Layer(d(0.3, -0.2, 0.5), 0.1, i()), 0.7}};
    }

    @Differentiable
    static double writtenByOtherFile(double[] x, double b) {
        Layer layer = new Layer(x.clone(), b, null);
        RecordCallees.shift(layer, b);
        RecordCallees.shift(layer, layer.weights()[0]);
        return layer.weights()[0] * layer.weights()[1];
    }

    static Object[][] writtenByOtherFileArgs() {
        return new Object[][] {{d(0.3, -0.2), 0.7}};
    }

    /** The parameter gives way to a record with a shorter array. */
    @Differentiable
    static double reassigned(Layer layer, double x) {
        layer = RecordCallees.shortened(layer, x);
        layer = RecordCallees.scaled(layer, layer.bias());
        return layer.weights()[0] * layer.bias();
    }

    static Object[][] reassignedArgs() {
        return new Object[][] {{new Layer(d(0.3, -0.2, 0.5), 0.1, i()), 0.7}};
    }

    @Differentiable
    static double recursive(Point p, int n) {
        return n == 0 ? p.x() * p.y() : recursive(new Point(p.y(), p.x() * p.y() + n), n - 1) * p.x();
    }

    static Object[][] recursiveArgs() {
        return new Object[][] {{new Point(0.3, 0.7), 0}, {new Point(0.3, 0.7), 3}};
    }

    @Differentiable
    static double loopOfCalls(Point p, double[] x) {
        Point at = p;
        for (int k = 0; k < x.length; k++) {
            at = rotated(at, x[k]);
            at = minus(at, new Point(at.y() * x[k], 0.1));
        }
        return at.x();
    }

    static Object[][] loopOfCallsArgs() {
        return new Object[][] {{new Point(0.3, 0.7), d(0.1, 0.2, 0.4)}, {new Point(0.3, 0.7), d()}};
    }

    // --- constructors

    @Differentiable
    static double validated(double x, double[] grid) {
        Rate rate = new Rate(x * x - 0.1, grid);
        return rate.value() * rate.grid()[0];
    }

    static Object[][] validatedArgs() {
        return new Object[][] {{0.7, d(0.3)}, {0.1, d(0.3)}, {0.7, d(Double.NaN)}};
    }

    @Differentiable
    static double factory(double x) {
        Rate rate = Rate.flat(x);
        return rate.value() * rate.grid()[1];
    }

    static Object[][] factoryArgs() {
        return new Object[][] {{0.7}, {-0.7}};
    }

    // --- float

    @Differentiable
    static float single(Single s, double x) {
        float t = s.a() * s.a();
        for (float b : s.b()) {
            t += b * (float) x;
        }
        return t;
    }

    static Object[][] singleArgs() {
        return new Object[][] {{new Single(0.3F, f(0.5, 0.25)), 0.75}};
    }
}
