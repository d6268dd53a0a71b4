package dev.pullback.processor.libraries;

import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * A library that was not written to be differentiated. The jars are on the class path of the tests.
 *
 * @param name as the page calls it
 * @param source a file of the jar with its sources
 * @param classes a file of each jar that is needed to compile it, its own classes among them
 * @param arguments for the methods that want others than are drawn
 */
record Library(String name, String source, List<String> classes, Map<String, Object[][]> arguments) {

    static final Library MATH = new Library(
            "commons-math3 3.6.1",
            "org/apache/commons/math3/util/FastMath.java",
            List.of("org/apache/commons/math3/util/FastMath.class"),
            Map.of(
                    "MathArrays.copyOfRange(double[],int,int)", args(new double[] {0.4, 0.9, 1.3}, 1, 3),
                    "Precision.round(float,int)", args(100f, -2),
                    "Precision.round(float,int,int)", args(100f, -2, RoundingMode.HALF_EVEN.ordinal())));

    static final Library GAMMA = new Library(
            "commons-numbers-gamma 1.2",
            "org/apache/commons/numbers/gamma/Gamma.java",
            List.of(
                    "org/apache/commons/numbers/gamma/Gamma.class",
                    "org/apache/commons/numbers/core/DD.class",
                    "org/apache/commons/numbers/fraction/ContinuedFraction.class"),
            Map.of("LogGammaSum.value(double,double)", args(1.3, 1.6)));

    private static Object[][] args(Object... arguments) {
        return new Object[][] {arguments};
    }
}
