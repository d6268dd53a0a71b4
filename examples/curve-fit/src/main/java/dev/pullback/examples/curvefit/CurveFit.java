package dev.pullback.examples.curvefit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Fits the 27 nonlinear-regression data sets of NIST's StRD collection with generated Jacobians and prints how many certified digits are
 * found.
 *
 * <p>usage: CurveFit [FOLDER], where the plot goes
 */
public final class CurveFit {

    /** Enough correct digits to call a set solved. */
    static final double DIGITS = 8;

    private CurveFit() {}

    /** One line of the table. */
    record Row(DataSet set, int start, Fit generated, Fit differences) {

        double digits() {
            return generated.correctDigits(set.certified());
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : ".");
        fitAll(Catalogue.models()); // warms up, so that the times below are of compiled code
        List<Row> rows = fitAll(Catalogue.models());
        print(rows);
        Path plot = Files.createDirectories(folder).resolve("curve-fit.png");
        Plot.write(rows, List.of("Thurber", "ENSO", "Gauss1"), plot);
        System.out.println("Plot of data, fits and residuals: " + plot);
        showGeneratedSource();
    }

    static List<Row> fitAll(Map<String, Model> models) {
        List<Row> rows = new ArrayList<>();
        models.forEach((name, model) -> {
            DataSet set = DataSet.read(name);
            for (int start = 0; start < 2; start++) {
                double[] from = set.starts()[start];
                rows.add(new Row(
                        set,
                        start + 1,
                        Fit.of(set, model, from, Fit.Jacobian.GENERATED),
                        Fit.of(set, model, from, Fit.Jacobian.DIFFERENCES)));
            }
        });
        return rows;
    }

    private static void print(List<Row> rows) {
        System.out.printf(
                Locale.ROOT,
                "%-9s %5s %9s %18s %18s %7s %5s %12s %12s%n",
                "set",
                "start",
                "parameter",
                "certified",
                "fitted",
                "digits",
                "iter",
                "generated us",
                "differ. us");
        rows.forEach(CurveFit::print);
        long solved = rows.stream()
                .filter(row -> row.start() == 2 && row.digits() >= DIGITS)
                .count();
        System.out.printf(Locale.ROOT, "%d of 27 sets to %.0f digits from the nearer start%n", solved, DIGITS);
        rows.stream().filter(row -> row.start() == 2 && row.digits() < DIGITS).forEach(CurveFit::explain);
    }

    private static void print(Row row) {
        double[] certified = row.set().certified();
        for (int k = 0; k < certified.length; k++) {
            String first = k > 0
                    ? " ".repeat(15)
                    : String.format(Locale.ROOT, "%-9s %5d", row.set().name(), row.start());
            String last = k > 0
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            " %7.1f %5d %12.0f %12.0f",
                            row.digits(),
                            row.generated().iterations(),
                            row.generated().nanoseconds() / 1e3,
                            row.differences().nanoseconds() / 1e3);
            System.out.printf(
                    Locale.ROOT,
                    "%s %9s %18.10E %18.10E%s%n",
                    first,
                    "b" + (k + 1),
                    certified[k],
                    row.generated().parameters()[k],
                    last);
        }
    }

    private static void explain(Row row) {
        String failure = row.generated().failure();
        System.out.printf(
                Locale.ROOT,
                "  %s: %.1f digits%s%n",
                row.set().name(),
                row.digits(),
                failure.isEmpty() ? "" : ", the optimizer gave up: " + failure);
    }

    /** Says where the generated class lies, if this runs from a build folder, and shows how it begins. */
    private static void showGeneratedSource() throws IOException {
        Path classes;
        try {
            classes = Path.of(CurveFit.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IOException(e);
        }
        Path source = classes.resolveSibling("generated-sources")
                .resolve("annotations/dev/pullback/examples/curvefit/ModelsGrad.java");
        if (!Files.exists(source)) {
            return;
        }
        System.out.println("Generated source: " + Path.of("").toAbsolutePath().relativize(source));
        try (Stream<String> lines = Files.lines(source)) {
            lines.limit(60).forEach(line -> System.out.println("  " + line));
        }
    }
}
