package corpus;

import java.util.List;

/** Stands for a library that is not looked into: special functions, and objects with methods. */
final class Special {
    private Special() {}

    static double cubed(double x) {
        return x * x * x;
    }

    static double cubed(double x, int times) {
        double y = x;
        for (int i = 0; i < times; i++) {
            y = y * y * y;
        }
        return y;
    }

    /** Not quite what the others compute, so that it shows which was called. */
    static float cubed(float x) {
        return x * x * x + 1;
    }

    static double scaled(float x, double factor) {
        return x * factor;
    }

    static double weighted(double a, double b, double... weights) {
        double s = 0;
        for (double w : weights) {
            s += a * w + b * w * w;
        }
        return s;
    }

    static double exponential(double x) {
        return Math.exp(x);
    }

    static double root(double x) {
        return Math.sqrt(x);
    }

    static double checked(double x) {
        if (x < 0) {
            throw new IllegalArgumentException("negative: " + x);
        }
        return x * x;
    }

    /** Counts its calls. */
    static double counted(double x, int[] calls) {
        calls[0]++;
        return Math.sin(x);
    }

    static double named(String name, double x) {
        return name.length() * x * x;
    }

    /** A distribution of something. */
    interface Curve {
        double at(double x);

        double slope(double x);
    }

    /** An immutable curve. */
    static class Parabola implements Curve {
        final double factor;

        Parabola(double factor) {
            this.factor = factor;
        }

        @Override
        public double at(double x) {
            return factor * x * x;
        }

        @Override
        public double slope(double x) {
            return 2 * factor * x;
        }

        double between(double low, double high) {
            return at(high) - at(low);
        }
    }

    /** Inherits what it does. */
    static final class Shifted extends Parabola {
        Shifted(double factor) {
            super(factor);
        }

        @Override
        public double at(double x) {
            return super.at(x) + 1;
        }
    }

    /** A curve that can be changed. */
    static final class Movable implements Curve {
        private double factor;

        Movable to(double next) {
            factor = next;
            return this;
        }

        @Override
        public double at(double x) {
            return Math.sin(factor * x);
        }

        @Override
        public double slope(double x) {
            return factor * Math.cos(factor * x);
        }
    }

    /** A generic box. */
    static final class Box<T extends List<Double>> {
        final T weights;

        Box(T weights) {
            this.weights = weights;
        }

        double dot(double x) {
            double s = 0;
            for (double w : weights) {
                s = s * x + w;
            }
            return s;
        }

        double slope(double x) {
            double s = 0;
            double slope = 0;
            for (double w : weights) {
                slope = slope * x + s;
                s = s * x + w;
            }
            return slope;
        }
    }
}
