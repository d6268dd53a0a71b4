package corpus;

import static corpus.Args.d;
import static corpus.Args.i;

import dev.pullback.Differentiable;

/** Methods with records that another file calls. */
final class RecordCallees {
    private RecordCallees() {}

    @Differentiable
    static Records.Layer scaled(Records.Layer layer, double by) {
        double[] w = new double[layer.weights().length];
        for (int k = 0; k < w.length; k++) {
            w[k] = layer.weights()[k] * by;
        }
        return new Records.Layer(w, layer.bias() * by, layer.order());
    }

    static Object[][] scaledArgs() {
        return new Object[][] {{new Records.Layer(d(0.3, -0.2, 0.5), 0.1, i(2, 0, 1)), 0.7}};
    }

    @Differentiable
    static Records.Layer shortened(Records.Layer layer, double by) {
        double[] w = {layer.weights()[1] * by + layer.weights()[2]};
        return new Records.Layer(w, layer.bias() + by, null);
    }

    static Object[][] shortenedArgs() {
        return new Object[][] {{new Records.Layer(d(0.3, -0.2, 0.5), 0.1, i(2, 0, 1)), 0.7}};
    }

    @Differentiable
    static double at(Records.Layer layer, int k) {
        return layer.weights()[k] * layer.bias();
    }

    static Object[][] atArgs() {
        return new Object[][] {{new Records.Layer(d(0.3, -0.2, 0.5), 0.1, i(2, 0, 1)), 1}};
    }

    @Differentiable
    static Records.Point point(Records.Point p) {
        return new Records.Point(p.y(), p.x() * p.y());
    }

    static Object[][] pointArgs() {
        return new Object[][] {{new Records.Point(0.3, 0.7)}};
    }

    @Differentiable
    static double shift(Records.Layer layer, double by) {
        for (int k = 0; k < layer.weights().length; k++) {
            layer.weights()[k] = layer.weights()[k] * layer.bias() + by;
        }
        return by * layer.bias();
    }

    static Object[][] shiftArgs() {
        return new Object[][] {{new Records.Layer(d(0.3, -0.2, 0.5), 0.1, i(2, 0, 1)), 0.7}};
    }
}
