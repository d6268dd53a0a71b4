package corpus;

import dev.pullback.Constant;
import dev.pullback.Differentiable;

/** Records, and methods on them that other classes call. */
final class RecordFlowCallees {
    private RecordFlowCallees() {}

    @Differentiable
    record Point(double x, double y) {}

    @Differentiable
    record Curve(double[] times, double[] rates, @Constant double shift, int basis) {
        Curve {
            if (times.length != rates.length) {
                throw new IllegalArgumentException("lengths " + times.length + " and " + rates.length);
            }
        }
    }

    @Differentiable
    record Quote(double spot, Curve curve, String name, Point at, float weight) {}

    @Differentiable
    static Point turned(Point p, double angle) {
        return new Point(
                p.x() * Math.cos(angle) - p.y() * Math.sin(angle), p.x() * Math.sin(angle) + p.y() * Math.cos(angle));
    }

    @Differentiable
    static double distance(Point p, Point q) {
        double dx = p.x() - q.x();
        double dy = p.y() - q.y();
        return Math.sqrt(dx * dx + dy * dy);
    }

    @Differentiable
    static double discount(Curve curve, double time) {
        double sum = 0;
        for (int i = 0; i < curve.times().length; i++) {
            sum += curve.rates()[i] * Math.exp(-Math.abs(time - curve.times()[i]) * curve.basis());
        }
        return Math.exp(-sum * time * curve.shift());
    }

    @Differentiable
    static Curve bumped(Curve curve, double by) {
        double[] rates = curve.rates().clone();
        for (int i = 0; i < rates.length; i++) {
            rates[i] += by * rates[i];
        }
        return new Curve(curve.times(), rates, curve.shift(), curve.basis());
    }

    @Differentiable
    static void shift(Curve curve, double by) {
        for (int i = 0; i < curve.rates().length; i++) {
            curve.rates()[i] *= by;
        }
    }

    @Differentiable
    static double value(Quote quote, @Constant Point origin) {
        return quote.spot() * discount(quote.curve(), 0.7) * quote.name().length()
                + quote.weight() * distance(quote.at(), origin);
    }

    private static Curve curve() {
        return new Curve(new double[] {0.5, 1.2}, new double[] {0.3, 0.2}, 0.5, 1);
    }

    static Object[][] turnedArgs() {
        return new Object[][] {{new Point(0.8, 1.9), 0.7}};
    }

    static Object[][] distanceArgs() {
        return new Object[][] {{new Point(0.8, 1.9), new Point(2.5, 0.2)}};
    }

    static Object[][] discountArgs() {
        return new Object[][] {{curve(), 0.9}};
    }

    static Object[][] bumpedArgs() {
        return new Object[][] {{curve(), 0.4}};
    }

    static Object[][] shiftArgs() {
        return new Object[][] {{curve(), 1.7}};
    }

    static Object[][] valueArgs() {
        return new Object[][] {{new Quote(1.3, curve(), "ab", new Point(0.8, 1.9), 0.7f), new Point(2.5, 0.2)}};
    }
}
