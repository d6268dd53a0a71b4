package dev.pullback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

    @GeneratedDerivative(
            of = "loss",
            parameters = {"double[]", "int"},
            written = {},
            readAgain = {0},
            result = -1,
            orders = {1})
    @Differentiable
    record Point(double x, @Constant int label) {

        @Differentiable(order = 2)
        static double loss(double[] w, @Constant double[] x) {
            return w[0] * x[0];
        }
    }

    @Test
    void firstOrderIsTheDefault() throws NoSuchMethodException {
        Method loss = Point.class.getDeclaredMethod("loss", double[].class, double[].class);
        assertEquals(1, Point.class.getAnnotation(Differentiable.class).order());
        assertEquals(2, loss.getAnnotation(Differentiable.class).order());
    }

    @Test
    void constantsAreSeenAtRunTime() throws NoSuchMethodException {
        Method loss = Point.class.getDeclaredMethod("loss", double[].class, double[].class);
        assertNull(loss.getParameters()[0].getAnnotation(Constant.class));
        assertNotNull(loss.getParameters()[1].getAnnotation(Constant.class));
        assertNotNull(Point.class.getRecordComponents()[1].getAnnotation(Constant.class));
    }

    @Test
    void whatIsForTheCompilerOnlyIsNotSeenAtRunTime() {
        assertNull(Point.class.getAnnotation(GeneratedDerivative.class));
    }
}
