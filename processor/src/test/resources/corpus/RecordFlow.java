package corpus;

import corpus.RecordFlowCallees.Curve;
import corpus.RecordFlowCallees.Point;
import corpus.RecordFlowCallees.Quote;
import dev.pullback.Constant;
import dev.pullback.Differentiable;

/** Records as locals, in control flow, and as what callees get and return. */
final class RecordFlow {
    private RecordFlow() {}

    @Differentiable
    record Pair(double first, double second) {}

    @Differentiable
    static double made(double x, double y) {
        Pair pair = new Pair(x * y, Math.sin(x));
        return pair.first() * pair.second() + pair.first();
    }

    static Object[][] madeArgs() {
        return new Object[][] {{1.3, 0.4}};
    }

    @Differentiable
    static double swappedInALoop(double x, double y, int n) {
        Pair a = new Pair(x, y);
        Pair b = new Pair(y * y, x);
        for (int i = 0; i < n; i++) {
            Pair t = a;
            a = b;
            b = new Pair(t.first() * b.second(), t.second() + 0.1 * i);
        }
        return a.first() + 3 * b.first() * a.second();
    }

    static Object[][] swappedInALoopArgs() {
        return new Object[][] {{1.3, 0.4, 3}, {0.7, 1.1, 0}};
    }

    @Differentiable
    static double chosen(double x, double y, boolean flag) {
        Pair a = new Pair(x, y);
        Pair b = flag ? a : new Pair(y, x * x);
        if (x > y) {
            b = new Pair(b.second(), b.first() * a.first());
        }
        return switch (flag && x <= y ? 1 : 2) {
            case 1 -> b.first() * b.second();
            default -> b.first() - b.second() * b.second();
        };
    }

    static Object[][] chosenArgs() {
        return new Object[][] {{1.3, 0.4, true}, {1.3, 0.4, false}, {0.4, 1.3, true}, {0.4, 1.3, false}};
    }

    @Differentiable
    static double returnsEarly(double x, double y, int n) {
        Pair p = new Pair(x, y);
        while (true) {
            if (p.first() > 4 || n-- <= 0) {
                return p.first() * p.second();
            }
            p = new Pair(p.first() * 1.5, p.second() + p.first());
        }
    }

    static Object[][] returnsEarlyArgs() {
        return new Object[][] {{1.3, 0.4, 10}, {1.3, 0.4, 1}};
    }

    private static Pair helper(Pair p, double by) {
        if (by > 1) {
            return p;
        }
        return new Pair(p.second() * by, p.first());
    }

    @Differentiable
    static double helped(double x, double y) {
        Pair p = helper(helper(new Pair(x, y), 0.3), 1.7);
        return p.first() * helper(p, y).second();
    }

    static Object[][] helpedArgs() {
        return new Object[][] {{1.3, 0.4}, {0.9, 1.4}};
    }

    private static Pair power(Pair p, int n) {
        return n == 0 ? p : power(new Pair(p.first() * p.second(), p.second() + 0.1), n - 1);
    }

    @Differentiable
    static double recursive(double x, double y) {
        Pair p = power(new Pair(x, y), 3);
        return p.first() + p.second();
    }

    static Object[][] recursiveArgs() {
        return new Object[][] {{1.3, 0.4}};
    }

    @Differentiable
    static double called(double x, double y, double angle) {
        Point p = new Point(x, y);
        Point q = RecordFlowCallees.turned(p, angle);
        return RecordFlowCallees.distance(q, new Point(2, 3)) * q.x();
    }

    static Object[][] calledArgs() {
        return new Object[][] {{1.3, 0.4, 0.6}};
    }

    @Differentiable
    static double calledInALoop(double x, double y, int n) {
        Point p = new Point(x, y);
        double path = 0;
        for (int i = 0; i < n; i++) {
            Point next = RecordFlowCallees.turned(p, 0.1 * i + y);
            path += RecordFlowCallees.distance(p, next);
            p = next;
        }
        return path * p.x();
    }

    static Object[][] calledInALoopArgs() {
        return new Object[][] {{1.3, 0.4, 3}};
    }

    @Differentiable
    static double arraysInside(double[] times, double[] rates, double by) {
        Curve curve = new Curve(times, rates, 1.5, 2);
        Curve other = RecordFlowCallees.bumped(curve, by);
        return RecordFlowCallees.discount(other, by) * RecordFlowCallees.discount(curve, 0.3) + other.rates()[0];
    }

    static Object[][] arraysInsideArgs() {
        return new Object[][] {{new double[] {0.5, 1.2, 2}, new double[] {0.3, 0.2, 0.4}, 0.8}};
    }

    @Differentiable
    static void writtenInside(double[] times, double[] rates, double by) {
        Curve curve = new Curve(times.clone(), rates, 1.5, 2);
        RecordFlowCallees.shift(curve, by);
        curve.rates()[0] += by * curve.times()[1];
        RecordFlowCallees.shift(curve, by * by);
    }

    static Object[][] writtenInsideArgs() {
        return new Object[][] {{new double[] {0.5, 1.2, 2}, new double[] {0.3, 0.2, 0.4}, 0.8}};
    }

    @Differentiable
    static double nested(double spot, double[] times, double[] rates, double x, float weight, @Constant double away) {
        Quote quote = new Quote(spot, new Curve(times, rates, 0.5, 1), "ab", new Point(x, spot), weight);
        return RecordFlowCallees.value(quote, new Point(away, 0.2)) * quote.curve().rates()[1] + quote.at().y();
    }

    static Object[][] nestedArgs() {
        return new Object[][] {{1.3, new double[] {0.5, 1.2}, new double[] {0.3, 0.2}, 0.8, 0.7f, 2.5}};
    }

    @Differentiable
    static double validated(double[] times, double[] rates, double x) {
        Curve curve = new Curve(times, rates, 1.5, 2);
        return curve.rates()[0] * x + curve.times()[0];
    }

    static Object[][] validatedArgs() {
        return new Object[][] {
            {new double[] {0.5, 1.2}, new double[] {0.3, 0.2}, 1.4}, {new double[3], new double[2], 0.3}
        };
    }

    @Differentiable
    static double oneArrayTwice(double[] values, double x) {
        Curve curve = new Curve(values, values, 1.5, 1);
        return RecordFlowCallees.discount(curve, x) + curve.times()[0] * curve.rates()[1];
    }

    static Object[][] oneArrayTwiceArgs() {
        return new Object[][] {{new double[] {0.5, 1.2}, 1.4}};
    }

    @Differentiable
    static double inTry(double x, double y, int[] k) {
        Pair p = new Pair(x, y);
        try {
            p = new Pair(p.second(), p.first() * x);
        } finally {
            k[0]++;
        }
        return p.first() * p.second() * k[0];
    }

    static Object[][] inTryArgs() {
        return new Object[][] {{1.3, 0.4, new int[1]}};
    }

    @Differentiable
    static double scratchInside(double[] x, int n) {
        Curve buffers = new Curve(new double[x.length], x.clone(), 1, 1);
        for (int i = 0; i < n; i++) {
            Curve next = new Curve(buffers.rates(), buffers.times(), 1, 1);
            for (int j = 0; j < x.length; j++) {
                next.rates()[j] = next.times()[j] * next.times()[j] + 0.1 * j;
            }
            buffers = next;
        }
        double sum = 0;
        for (double v : buffers.rates()) {
            sum += v;
        }
        return sum;
    }

    static Object[][] scratchInsideArgs() {
        return new Object[][] {{new double[] {0.5, 0.8, 1.1}, 3}, {new double[] {0.5, 0.8}, 0}};
    }

    // --- members for records: each method has a twin with what is in the records as parameters, and in an array as result

    @Differentiable
    static double area(Pair a, Pair b) {
        return a.first() * b.second() - a.second() * b.first();
    }

    @Differentiable
    static double areaFlat(double aFirst, double aSecond, double bFirst, double bSecond) {
        return area(new Pair(aFirst, aSecond), new Pair(bFirst, bSecond));
    }

    static Object[][] areaFlatArgs() {
        return new Object[][] {{1.3, 0.4, 0.7, 2.1}};
    }

    static Object[][] areaArgs() {
        return new Object[][] {{new Pair(1.3, 0.4), new Pair(0.7, 2.1)}};
    }

    @Differentiable
    static Pair mixed(Pair a, double by, int n) {
        for (int i = 0; i < n; i++) {
            a = new Pair(a.second() * by, a.first());
        }
        return a;
    }

    @Differentiable
    static double[] mixedFlat(double first, double second, double by, int n) {
        Pair p = mixed(new Pair(first, second), by, n);
        return new double[] {p.first(), p.second()};
    }

    static Object[][] mixedFlatArgs() {
        return new Object[][] {{1.3, 0.4, 0.7, 3}, {1.3, 0.4, 0.7, 0}};
    }

    static Object[][] mixedArgs() {
        return new Object[][] {{new Pair(1.3, 0.4), 0.7, 3}, {new Pair(1.3, 0.4), 0.7, 0}};
    }

    @Differentiable
    static double priced(Quote quote, @Constant Point origin, double[] extra) {
        return RecordFlowCallees.value(quote, origin) * extra[0] + quote.curve().times()[1] * quote.spot();
    }

    @Differentiable
    static double pricedFlat(
            double spot,
            double[] times,
            double[] rates,
            @Constant double shift,
            int basis,
            String name,
            double x,
            double y,
            float weight,
            @Constant double originX,
            @Constant double originY,
            double[] extra) {
        Quote quote = new Quote(spot, new Curve(times, rates, shift, basis), name, new Point(x, y), weight);
        return priced(quote, new Point(originX, originY), extra);
    }

    static Object[][] pricedFlatArgs() {
        return new Object[][] {
            {
                1.3,
                new double[] {0.5, 1.2},
                new double[] {0.3, 0.2},
                0.5,
                1,
                "ab",
                0.8,
                1.9,
                0.7f,
                2.5,
                0.2,
                new double[] {0.9}
            }
        };
    }

    static Object[][] pricedArgs() {
        Curve curve = new Curve(new double[] {0.5, 1.2}, new double[] {0.3, 0.2}, 0.5, 1);
        Quote quote = new Quote(1.3, curve, "ab", new Point(0.8, 1.9), 0.7f);
        return new Object[][] {{quote, new Point(2.5, 0.2), new double[] {0.9}}};
    }

    @Differentiable
    static Curve shifted(Curve curve, double by) {
        double[] rates = new double[curve.rates().length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = curve.rates()[i] * by + curve.times()[i];
        }
        return new Curve(curve.times().clone(), rates, 2 * curve.shift(), curve.basis() + 1);
    }

    @Differentiable
    static double[] shiftedFlat(double[] times, double[] rates, @Constant double shift, int basis, double by) {
        Curve curve = shifted(new Curve(times, rates, shift, basis), by);
        double[] all = new double[2 * times.length];
        System.arraycopy(curve.times(), 0, all, 0, times.length);
        System.arraycopy(curve.rates(), 0, all, times.length, times.length);
        return all;
    }

    static Object[][] shiftedFlatArgs() {
        return new Object[][] {{new double[] {0.5, 1.2}, new double[] {0.3, 0.2}, 0.5, 1, 1.7}};
    }

    static Object[][] shiftedArgs() {
        return new Object[][] {{new Curve(new double[] {0.5, 1.2}, new double[] {0.3, 0.2}, 0.5, 1), 1.7}};
    }
}
