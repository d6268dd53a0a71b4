package corpus;

import dev.pullback.Constant;
import dev.pullback.DerivativesOf;
import dev.pullback.Jvp;
import dev.pullback.Vjp;
import dev.pullback.Written;
import java.util.function.Function;

/** Rules for {@link Blocks}. */
@DerivativesOf(Blocks.class)
final class BlockRules {
    private BlockRules() {}

    /** Value and tangent of a number. */
    record Dual(double value, double tangent) {}

    /** Value and tangent of a number. */
    record FloatDual(float value, float tangent) {}

    /** Value and tangent of an array. */
    record Duals(double[] value, double[] tangent) {}

    // --- dot

    @Jvp("dot")
    static Dual dot(double[] x, double[] y, double[] xDot, double[] yDot) {
        return new Dual(Blocks.dot(x, y), Blocks.dot(xDot, y) + Blocks.dot(x, yDot));
    }

    @Vjp("dot")
    static DotVjp dot(double[] x, double[] y) {
        return new DotVjp(Blocks.dot(x, y), x, y);
    }

    record DotVjp(double value, double[] x, double[] y) {
        void applyInto(double seed, double[] xBar, double[] yBar) {
            Blocks.axpy(seed, y, xBar);
            Blocks.axpy(seed, x, yBar);
        }
    }

    // --- axpy

    @Jvp("axpy")
    static void axpyAlong(double a, double[] x, @Written double[] y, double aDot, double[] xDot, double[] yDot) {
        Blocks.axpy(a, x, y);
        Blocks.axpy(aDot, x, yDot);
        Blocks.axpy(a, xDot, yDot);
    }

    @Vjp("axpy")
    static Axpy axpy(double a, double[] x, @Written double[] y) {
        Blocks.axpy(a, x, y);
        return (xBar, yBar) -> {
            Blocks.axpy(a, yBar, xBar);
            return Blocks.dot(x, yBar);
        };
    }

    /** A pullback may be a lambda. */
    interface Axpy {
        double applyInto(double[] xBar, double[] yBar);
    }

    // --- squares

    @Jvp("squares")
    static Duals squares(double[] x, double[] xDot) {
        double[] tangent = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            tangent[i] = 2 * x[i] * xDot[i];
        }
        return new Duals(Blocks.squares(x), tangent);
    }

    @Vjp(value = "squares", newResult = true)
    static Squares squares(double[] x) {
        return new Squares(x);
    }

    static final class Squares {
        private final double[] x;

        Squares(double[] x) {
            this.x = x;
        }

        double[] value() {
            return Blocks.squares(x);
        }

        void applyInto(double[] seed, double[] xBar) {
            for (int i = 0; i < x.length; i++) {
                xBar[i] += 2 * x[i] * seed[i];
            }
        }
    }

    // --- sorted

    private static int[] order(double[] x) {
        return java.util.stream.IntStream.range(0, x.length)
                .boxed()
                .sorted((i, j) -> Double.compare(x[i], x[j]))
                .mapToInt(i -> i)
                .toArray();
    }

    @Jvp("sorted")
    static int sorted(@Written double[] x, double[] xDot) {
        int[] order = order(x);
        double[] before = xDot.clone();
        for (int i = 0; i < order.length; i++) {
            xDot[i] = before[order[i]];
        }
        return Blocks.sorted(x);
    }

    @Vjp("sorted")
    static Sorted sorted(@Written double[] x) {
        int[] order = order(x);
        return new Sorted(Blocks.sorted(x), order);
    }

    record Sorted(int value, int[] order) {
        void applyInto(double[] xBar) {
            double[] after = xBar.clone();
            for (int i = 0; i < order.length; i++) {
                xBar[order[i]] = after[i];
            }
        }
    }

    // --- positive

    @Jvp("positive")
    static Duals positive(double[] x, double[] otherwise, double[] xDot, double[] otherwiseDot) {
        return x[0] > 0 ? new Duals(x, xDot) : new Duals(otherwise, otherwiseDot);
    }

    @Vjp("positive")
    static Positive positive(double[] x, double[] otherwise) {
        return new Positive(x, otherwise, x[0] > 0);
    }

    record Positive(double[] x, double[] otherwise, boolean first) {
        double[] value() {
            return first ? x : otherwise;
        }

        void applyInto(double[] seed, double[] xBar, double[] otherwiseBar) {
            Blocks.axpy(1, seed, first ? xBar : otherwiseBar);
        }
    }

    // --- product, of numbers only

    @Jvp("product")
    static Dual product(double x, double y, double xDot, double yDot) {
        return new Dual(x * y, xDot * y + x * yDot);
    }

    @Vjp("product")
    static Product product(double x, double y) {
        return new Product(x * y, x, y);
    }

    record Product(double value, double x, double y) {
        Cotangents apply(double seed) {
            return new Cotangents(y * seed, x * seed);
        }
    }

    record Cotangents(double ofX, double ofY) {}

    // --- mean, a generic pullback

    @Jvp("mean")
    static FloatDual mean(float[] x, @Constant float weight, float[] xDot) {
        return new FloatDual(Blocks.mean(x, weight), Blocks.mean(xDot, weight));
    }

    @Vjp("mean")
    static Mean<float[]> mean(float[] x, @Constant float weight) {
        return new Mean<>(Blocks.mean(x, weight), xBarAndSeed -> {
            float[] xBar = xBarAndSeed;
            for (int i = 0; i < xBar.length - 1; i++) {
                xBar[i] = weight * xBar[xBar.length - 1] / (xBar.length - 1);
            }
            return xBar;
        });
    }

    record Mean<T>(float value, Function<T, float[]> pullback) {
        void applyInto(float seed, T xBar) {
            float[] bar = (float[]) xBar;
            float[] work = new float[bar.length + 1];
            work[bar.length] = seed;
            @SuppressWarnings("unchecked") // T is float[]
            float[] result = pullback.apply((T) work);
            for (int i = 0; i < bar.length; i++) {
                bar[i] += result[i];
            }
        }
    }

    // --- picked

    @Jvp("picked")
    static Duals picked(double[][] m, int[] columns, double[][] mDot) {
        return new Duals(Blocks.picked(m, columns), Blocks.picked(mDot, columns));
    }

    @Vjp(value = "picked", newResult = true)
    static Picked picked(double[][] m, int[] columns) {
        return new Picked(Blocks.picked(m, columns), columns);
    }

    record Picked(double[] value, int[] columns) {
        void applyInto(double[] seed, double[][] mBar) {
            for (int i = 0; i < mBar.length; i++) {
                mBar[i][columns[i]] += seed[i];
            }
        }
    }

    // --- an object

    @DerivativesOf(Blocks.Table.class)
    static final class OfTables {
        private OfTables() {}

        @Jvp("all")
        static void allAlong(Blocks.Table table, double[] x, @Written double[] into, double[] xDot, double[] intoDot) {
            table.all(x, into);
            for (int i = 0; i < x.length; i++) {
                intoDot[i] = table.slope(x[i]) * xDot[i];
            }
        }

        @Vjp("all")
        static All all(Blocks.Table table, double[] x, @Written double[] into) {
            table.all(x, into);
            double[] slopes = java.util.Arrays.stream(x).map(table::slope).toArray();
            return new All(slopes);
        }

        record All(double[] slopes) {
            void applyInto(double[] xBar, double[] intoBar) {
                for (int i = 0; i < slopes.length; i++) {
                    xBar[i] += slopes[i] * intoBar[i];
                    intoBar[i] = 0;
                }
            }
        }

        @Jvp("at")
        static Dual at(Blocks.Table table, double x, double xDot) {
            return new Dual(table.at(x), table.slope(x) * xDot);
        }

        @Vjp("at")
        static At at(Blocks.Table table, double x) {
            return new At(table.at(x), table.slope(x));
        }

        record At(double value, double slope) {
            double apply(double seed) {
                return slope * seed;
            }
        }
    }
}
