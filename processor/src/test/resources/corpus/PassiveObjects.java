package corpus;

import static corpus.Args.d;
import static corpus.Args.i;

import dev.pullback.Differentiable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Objects carried along: strings, collections, functions; arrays reached through them are constants. */
final class PassiveObjects {
    private PassiveObjects() {}

    /** A passive value class. */
    record Setting(int order, double weight, String name) {}

    /** A passive enum with a field and a method. */
    enum Grid {
        COARSE(2),
        FINE(4);

        final int cells;

        Grid(int cells) {
            this.cells = cells;
        }

        double width(double length) {
            return length / cells;
        }
    }

    @Differentiable
    static double listOfRows(List<double[]> data, double[] w) {
        double s = 0;
        for (double[] row : data) {
            double z = 0;
            for (int j = 0; j < w.length; j++) {
                z += w[j] * row[j];
            }
            s += z * z;
        }
        return s / data.size();
    }

    static Object[][] listOfRowsArgs() {
        return new Object[][] {{List.of(d(0.4, 0.9), d(-0.2, 0.3)), d(0.7, 1.1)}, {List.of(d(1)), d()}};
    }

    @Differentiable
    static double listByIndex(double x, List<double[]> data, int k) {
        double[] row = data.get(k);
        double s = x;
        for (int j = 0; j < data.get(k).length; j++) {
            s = s * x + row[j];
        }
        return s;
    }

    static Object[][] listByIndexArgs() {
        return new Object[][] {{0.7, List.of(d(0.4, 0.9), d()), 0}, {0.7, List.of(d(0.4, 0.9), d()), 1}};
    }

    @Differentiable
    static double strings(double x, String text) {
        double s = 0;
        for (int k = 0; k < text.length(); k++) {
            s = s * x + (text.charAt(k) - 'a');
        }
        String shouted = text.toUpperCase() + "!" + text.length();
        return shouted.endsWith("!3") ? s * x : s + text.indexOf('c') * x;
    }

    static Object[][] stringsArgs() {
        return new Object[][] {{0.7, "abc"}, {0.7, "dcba"}, {0.7, ""}};
    }

    @Differentiable
    static double settings(double x, Setting setting) {
        double r = setting.weight();
        for (int k = 0; k < setting.order(); k++) {
            r *= x;
        }
        return setting.name().equals("negative") ? -r : r;
    }

    static Object[][] settingsArgs() {
        return new Object[][] {{0.7, new Setting(2, 1.5, "a")}, {0.7, new Setting(3, 0.5, "negative")}};
    }

    @Differentiable
    static double functionOfIndices(double[] a, IntUnaryOperator index) {
        double s = 1;
        for (int k = 0; k < a.length; k++) {
            s = s * 0.5 + a[index.applyAsInt(k)] * a[k];
        }
        return s;
    }

    static Object[][] functionOfIndicesArgs() {
        IntUnaryOperator backwards = k -> 2 - k;
        IntUnaryOperator first = k -> 0;
        return new Object[][] {{d(0.4, 0.9, -0.2), backwards}, {d(0.4, 0.9), first}};
    }

    @Differentiable
    static double enums(double x, Grid grid) {
        double s = 0;
        for (int k = 0; k < grid.cells; k++) {
            s += x * x / (1 + k * grid.width(2));
        }
        return grid == Grid.FINE ? s : s * grid.ordinal() + x;
    }

    static Object[][] enumsArgs() {
        return new Object[][] {{0.7, Grid.COARSE}, {0.7, Grid.FINE}};
    }

    @Differentiable
    static double mapOfWeights(double[] a, Map<String, Double> weights, List<String> names) {
        double s = 0;
        int k = 0;
        for (String name : names) {
            double weight = weights.getOrDefault(name, 1.0);
            s += weight * a[k] * a[k++];
        }
        return s;
    }

    static Object[][] mapOfWeightsArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2), Map.of("a", 2.0, "b", -1.0), List.of("a", "c", "b")}};
    }

    @Differentiable
    static double patterns(double x, Object kind) {
        if (kind instanceof Integer n && n > 1) {
            return x * n;
        }
        if (!(kind instanceof String text)) {
            return x * x;
        }
        return x * text.length() + Math.sin(x);
    }

    static Object[][] patternsArgs() {
        return new Object[][] {{0.7, 3}, {0.7, 1}, {0.7, "abcd"}};
    }

    @Differentiable
    static double evaluatedOnce(double x, int[] calls) {
        double s = 0;
        for (int k = 0; k < 3; k++) {
            s = s * x + counted(calls, k) * x;
            if (counted(calls, 1) > 1 && counted(calls, 2) > 2) {
                s += x;
            }
        }
        return s;
    }

    static int counted(int[] calls, int slot) {
        return ++calls[slot];
    }

    static Object[][] evaluatedOnceArgs() {
        return new Object[][] {{0.7, i(0, 0, 0)}, {0.7, i(4, 0, 5)}};
    }

    @Differentiable
    static double builders(double x, int n) {
        StringBuilder text = new StringBuilder();
        double s = 1;
        for (int k = 0; k < n; k++) {
            text.append(k);
            s = s * x + text.length();
        }
        var label = text.toString();
        return label.isEmpty() ? x : s / label.length();
    }

    static Object[][] buildersArgs() {
        return new Object[][] {{0.7, 0}, {0.7, 4}};
    }

    @Differentiable
    static double arraysOfFunctions(double x, int[][] rows) {
        int[][] copy = Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new);
        copy[0][0]++;
        int[] first = rows[0];
        Supplier<int[]> again = first::clone;
        return x * x * copy[0][0] + x * again.get()[0];
    }

    static Object[][] arraysOfFunctionsArgs() {
        return new Object[][] {{0.7, new int[][] {i(1, 2), i(3)}}};
    }

    @Differentiable
    static double arraysInFunctions(double x, int n) {
        IntFunction<int[]> makes = k -> new int[k + 1];
        Supplier<int[][]> filled = () -> new int[][] {{n, 2}, {}, null};
        Supplier<double[]> weights = () -> new double[] {1, n * 0.5};
        Supplier<String[][]> names = () -> new String[n][];
        return x * makes.apply(n).length + x * x * filled.get()[0][0] * weights.get()[1] + x * names.get().length;
    }

    static Object[][] arraysInFunctionsArgs() {
        return new Object[][] {{0.7, 3}};
    }
}
