package rejections;

import dev.pullback.Constant;
import dev.pullback.Differentiable;
import java.util.ArrayList;
import java.util.List;

final class ActiveEscapes {
    static double field;
    static double[] table = {1, 2};
    static double[][] rows = {{1}, {2}};

    @Differentiable
    static double boxed(double x) {
        Double box = x; // ERROR [Pullback/ActiveEscapes] at x
        return box;
    }

    @Differentiable
    static double collected(double x) {
        List<Double> list = new ArrayList<>();
        list.add(x); // ERROR [Pullback/ActiveEscapes] at list.add
        return list.get(0);
    }

    @Differentiable
    static double inAString(double x) {
        String s = "x = " + x; // ERROR [Pullback/ActiveEscapes] at "x = " + x
        return x * s.length();
    }

    @Differentiable
    static double inAnExceptionOnly(double x) {
        if (x < 0) {
            throw new IllegalArgumentException("not " + x);
        }
        return x * x;
    }

    @Differentiable
    static double inAField(double x) {
        field = x; // ERROR [Pullback/ActiveEscapes] at field
        return field;
    }

    @Differentiable
    static double inAFieldsArray(double x) {
        table[0] = x; // ERROR [Pullback/ActiveEscapes] at table[0]
        return table[0];
    }

    @Differentiable
    static double inAFieldsArrayWithAName(double x) {
        double[] t = table;
        t[0] += x; // ERROR [Pullback/ActiveEscapes] at t[0]
        return t[0];
    }

    @Differentiable
    static double inAFieldsRows(double[] x) {
        rows[1] = x; // ERROR [Pullback/ActiveEscapes] at rows[1]
        return rows[1][0];
    }

    @Differentiable
    static double copiedToAField(double[] x) {
        System.arraycopy(x, 0, table, 0, 2); // ERROR [Pullback/ActiveEscapes] at System.arraycopy
        return table[0];
    }

    @Differentiable
    static void fills(double x, double[] y) {
        y[0] = x * x; // ERROR [Pullback/ActiveEscapes] at y[0]
    }

    @Differentiable
    static double filledByACall(double x) {
        fills(x, table);
        return table[0];
    }

    @Differentiable
    static double ofObjects(double[] x) {
        Object[] objects = new Object[1];
        objects[0] = x; // ERROR [Pullback/ActiveEscapes] at x
        return ((double[]) objects[0])[0];
    }

    @Differentiable
    static double scaled(double x, @Constant double by) {
        return x * by;
    }

    @Differentiable
    static double givenAsAConstant(double x) {
        return scaled(2, 3) + scaled(x, x); // ERROR [Pullback/ActiveEscapes] at scaled
    }

    @Differentiable
    static int counted(double[] x) {
        x[0] *= 2;
        int n = (int) x[0];
        return n + (x[1] > 0 ? 1 : 0);
    }

    @dev.pullback.DerivativesOf(Library.class)
    static final class Rules {
        @dev.pullback.Partial("power")
        static double power(@dev.pullback.Wrt double x, @Constant double y) {
            return y * Library.power(x, y - 1);
        }
    }

    @Differentiable
    @dev.pullback.UseDerivatives(Rules.class)
    static double inARule(double x) {
        return Library.power(x, 1.5) * Library.power(2, x); // ERROR [Pullback/ActiveEscapes] at Library.power
    }
}

final class ActiveEscapesUser {
    static double uses(double x) {
        double[] array = {x, x};
        return ActiveEscapesGrad.boxedGrad(x)
                + ActiveEscapesGrad.collectedVjp(x).apply(1)
                + ActiveEscapesGrad.inAStringJvp(x, 1).value()
                + ActiveEscapesGrad.inAnExceptionOnlyGrad(x)
                + ActiveEscapesGrad.inAFieldGrad(x)
                + ActiveEscapesGrad.inAFieldsArrayGrad(x)
                + ActiveEscapesGrad.inAFieldsArrayWithANameGrad(x)
                + ActiveEscapesGrad.inAFieldsRowsGradInto(array, new double[2])
                + ActiveEscapesGrad.copiedToAFieldGrad(array)[1]
                + ActiveEscapesGrad.filledByACallGrad(x)
                + ActiveEscapesGrad.ofObjectsGrad(array)[0]
                + ActiveEscapesGrad.givenAsAConstantGrad(x);
    }
}
