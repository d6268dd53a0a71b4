package corpus;

import static corpus.Args.d;

import dev.pullback.Differentiable;

/** Methods of nested classes, interfaces, enums and records; helpers and callees across the nest. */
final class Nesting {
    static final double SCALE = 3;

    private Nesting() {}

    static double shared(double x) {
        return x * x * SCALE;
    }

    /** A static nested class. */
    static final class Inner {
        private static final double OFFSET = 0.25;

        private Inner() {}

        @Differentiable
        static double usesOuter(double x) {
            return shared(x) + OFFSET * Nesting.shared(x + 1);
        }

        static Object[][] usesOuterArgs() {
            return new Object[][] {{0.7}};
        }

        /** One level deeper. */
        static class Deeper {
            private Deeper() {}

            @Differentiable
            static double usesSibling(double x, double[] a) {
                return usesOuter(x) * Function.square(a[0]) + Kind.weighted(a, 1);
            }

            static Object[][] usesSiblingArgs() {
                return new Object[][] {{0.7, d(0.4, 0.9)}};
            }
        }
    }

    /** An interface with a static method. */
    interface Function {
        @Differentiable
        static double square(double x) {
            return x * x;
        }

        static Object[][] squareArgs() {
            return new Object[][] {{0.7}};
        }
    }

    /** An enum with a static method that walks its constants. */
    enum Kind {
        ONE(1),
        TWO(2);

        final double weight;

        Kind(double weight) {
            this.weight = weight;
        }

        @Differentiable
        static double weighted(double[] a, int from) {
            double s = 0;
            for (Kind kind : values()) {
                if (kind.ordinal() >= from) {
                    s += kind.weight * a[kind.ordinal()] * a[0];
                }
            }
            return s;
        }

        static Object[][] weightedArgs() {
            return new Object[][] {{d(0.4, 0.9), 0}, {d(0.4, 0.9), 2}};
        }
    }
}
