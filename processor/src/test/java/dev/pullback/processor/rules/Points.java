package dev.pullback.processor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Where the rows of the table are tested: every sign quadrant, from the smallest to the largest double, around 1, and at random. */
final class Points {

    private static final double[] FEW =
            both(Double.MIN_VALUE, 1e-310, Double.MIN_NORMAL, 1e-160, 1e-8, 0.3, 1, 2.5, 15, 1e154, 1e160, 1.7e308);

    private static final double[] MANY = DoubleStream.concat(
                    DoubleStream.of(FEW),
                    DoubleStream.of(both(
                            1e-300,
                            1e-154,
                            1e-100,
                            1e-20,
                            1e-3,
                            0.1,
                            0.5,
                            0.7,
                            0.9,
                            1 - 1e-9,
                            Math.nextDown(1.0),
                            Math.nextUp(1.0),
                            1 + 1e-9,
                            1.4,
                            1.5,
                            2,
                            3,
                            5.5,
                            10,
                            20,
                            37,
                            100,
                            354,
                            356,
                            700,
                            710,
                            745,
                            800,
                            1e5,
                            1e9,
                            1e16,
                            1e22,
                            1e100,
                            1e300,
                            Double.MAX_VALUE)))
            .toArray();

    private static final double[] MODERATE = both(0.01, 0.3, 0.77, 1.6, 2, 3, 4.1, 9);

    private Points() {}

    private static double[] both(double... positive) {
        return DoubleStream.of(positive).flatMap(x -> DoubleStream.of(x, -x)).toArray();
    }

    /** Where the row is defined and has a derivative that is not one-sided or infinite. */
    static List<double[]> regular(Row row) {
        List<double[]> points = new ArrayList<>();
        collect(row, new double[row.arity()], 0, row.arity() == 1 ? MANY : FEW, points);
        Random random = new Random(row.toString().hashCode());
        for (int k = 0; k < 200; k++) {
            points.add(random(row, random));
        }
        points.removeIf(point -> !isRegular(row, point));
        return points;
    }

    /** Regular points where neither the function nor its derivatives are extreme. */
    static List<double[]> moderate(Row row) {
        List<double[]> points = new ArrayList<>();
        collect(row, new double[row.arity()], 0, MODERATE, points);
        points.removeIf(point -> !isRegular(row, point));
        return points;
    }

    private static void collect(Row row, double[] point, int index, double[] magnitudes, List<double[]> into) {
        if (index == point.length) {
            into.add(point.clone());
            return;
        }
        // three arguments of every magnitude would be thousands of points
        int step = row.arity() > 2 ? 3 : 1;
        double[] numbers = row.isReal(index)
                ? magnitudes
                : IntStream.of(-2098, -1022, -5, 0, 1, 7, 1000, 1023, 2000)
                        .asDoubleStream()
                        .toArray();
        for (int i = (index * 2) % step; i < numbers.length; i += step) {
            point[index] = numbers[i];
            collect(row, point, index + 1, magnitudes, into);
        }
    }

    /** The magnitude is uniform on a logarithmic scale; of a power, that of the result is. */
    private static double[] random(Row row, Random random) {
        double[] point = new double[row.arity()];
        double spread = random.nextBoolean() ? 3 : 300;
        for (int i = 0; i < point.length; i++) {
            double magnitude = Math.pow(10, spread * (2 * random.nextDouble() - 1));
            point[i] = row.isReal(i) ? random.nextBoolean() ? magnitude : -magnitude : random.nextInt(4000) - 2000;
        }
        if (row.rule().name().equals("pow")) {
            point[0] = Math.abs(point[0]);
            point[1] = 760 * (2 * random.nextDouble() - 1) / Math.log(point[0]);
        }
        return point;
    }

    private static boolean isRegular(Row row, double... x) {
        if (!row.admits(x)) {
            return false;
        }
        return switch (row.rule().name()) {
            case "abs", "copySign", "sqrt", "cbrt", "log", "log10" -> x[0] != 0;
            case "log1p" -> x[0] != -1;
            case "asin", "acos" -> Math.abs(x[0]) != 1;
            case "max", "min" -> x[0] != x[1];
            case "clamp" -> x[0] != x[1] && x[0] != x[2];
            case "/", "%", "IEEEremainder" -> x[1] != 0;
            // beyond, the oracle's exponents run out
            case "exp", "expm1", "sinh", "cosh", "tanh" -> Math.abs(x[0]) < 1e4;
            case "pow" ->
                (x[0] > 0 || (x[0] < 0 && x[1] == Math.rint(x[1]))) && Math.abs(x[1] * Math.log(Math.abs(x[0]))) < 1e4;
            default -> true;
        };
    }
}
