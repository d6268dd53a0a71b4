package corpus;

import static corpus.Args.d;

import dev.pullback.Differentiable;
import dev.pullback.UseDerivatives;
import java.util.Arrays;

/** What was once wrong, and was found by reading. */
@UseDerivatives(BlockRules.class)
final class FoundByReview {
    private FoundByReview() {}

    // a call reads again an array that this method returns without having written it

    @Differentiable
    static double[] returnedUnwritten(double[] x, double[] norm) {
        double[] y = x.clone();
        norm[0] = cubes(y, 1);
        return y;
    }

    static double cubes(double[] x, int n) {
        if (n > 0) {
            return cubes(x, n - 1) * 0.9;
        }
        double s = 0;
        for (double v : x) {
            s += v * v * v;
        }
        return s;
    }

    static Object[][] returnedUnwrittenArgs() {
        return new Object[][] {{d(0.7, 0.3), d(0.2)}};
    }

    @Differentiable
    static double[] returnedToRule(double[] x, double[] norm) {
        double[] y = Arrays.copyOf(x, x.length);
        norm[0] = Blocks.dot(y, y);
        return y;
    }

    static Object[][] returnedToRuleArgs() {
        return new Object[][] {{d(0.7, 0.3), d(0.2)}};
    }

    // rows of an array that is given, some of them moved: the caller may write through any of them

    @Differentiable
    static double rowsMoved(double[] z, double[][] m) {
        m[0] = m[1];
        double product = 1;
        for (double v : m[1]) {
            product *= v;
        }
        for (double v : z) {
            product *= v;
        }
        return product;
    }

    static Object[][] rowsMovedArgs() {
        return new Object[][] {{d(0.7, 0.3), new double[][] {d(0.2), d(0.4, 0.5)}}};
    }

    @Differentiable
    static double rowPutIn(double[] x, double[][] m) {
        double[] y = x.clone();
        m[0] = y;
        double product = cubes(y, 1);
        for (double v : y) {
            product *= v;
        }
        return product;
    }

    static Object[][] rowPutInArgs() {
        return new Object[][] {{d(0.7, 0.3), new double[][] {d(0.2, 0.1)}}};
    }

    // rows of a new array in each iteration: nothing to refuse

    @Differentiable
    static double rowsSetInLoop(double[] x, double y) {
        double s = y;
        for (int i = 0; i < 3; i++) {
            double[][] m = {x, {s, y}, x};
            s += squares(m, 1) * 0.1;
        }
        return s;
    }

    static double squares(double[][] m, int n) {
        if (n > 0) {
            return squares(m, n - 1) * 0.9;
        }
        double s = 0;
        for (double[] row : m) {
            for (double v : row) {
                s += v * v;
            }
        }
        return s;
    }

    static Object[][] rowsSetInLoopArgs() {
        return new Object[][] {{d(0.7, 0.3), 0.4}};
    }
}
