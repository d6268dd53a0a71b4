package golden;

import dev.pullback.Differentiable;

final class RecordParameter {
    private RecordParameter() {}

    @Differentiable
    record Point(double x, double y) {}

    @Differentiable
    record Segment(Point from, double[] weights) {}

    @Differentiable
    static Point turned(Segment s, double[] by) {
        Point at = s.from();
        for (int i = 0; i < by.length; i++) {
            at = new Point(at.x() * s.weights()[i] - at.y() * by[i], at.x() * by[i] + at.y());
        }
        return at;
    }

    static Object[][] turnedArgs() {
        Segment segment = new Segment(new Point(0.3, 0.7), new double[] {0.5, 1.5});
        return new Object[][] {{segment, new double[] {0.4, 0.2}}};
    }
}
