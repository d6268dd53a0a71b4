package dev.pullback.examples.curvefit;

/** A model of one observation and its gradient with respect to the parameters. */
public interface Model {

    /** The predicted response at the predictors {@code x}. */
    double value(double[] b, double[] x);

    /** The predicted response; overwrites {@code gradient} with its derivatives with respect to {@code b}. */
    double valueAndGradient(double[] b, double[] x, double[] gradient);

    /** A model of one predictor. */
    static Model of(Value value, Gradient gradient) {
        return new Model() {
            @Override
            public double value(double[] b, double[] x) {
                return value.at(b, x[0]);
            }

            @Override
            public double valueAndGradient(double[] b, double[] x, double[] target) {
                return gradient.at(b, x[0], target);
            }
        };
    }

    /** A method of {@link Models}. */
    interface Value {
        double at(double[] b, double x);
    }

    /** What Pullback generates for it. */
    interface Gradient {
        double at(double[] b, double x, double[] gradient);
    }
}
