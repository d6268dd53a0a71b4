package dev.pullback.examples.curvefit;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A picture: a column a data set, the data with the fit above and the residuals below. */
final class Plot {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 380;

    private Plot() {}

    static void write(List<CurveFit.Row> rows, List<String> sets, Path file) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH * sets.size(), 2 * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < sets.size(); i++) {
            String name = sets.get(i);
            CurveFit.Row row = rows.stream()
                    .filter(r -> r.set().name().equals(name) && r.start() == 2)
                    .findFirst()
                    .orElseThrow();
            graphics.translate(i * WIDTH, 0);
            fit(row).paint(graphics, WIDTH, HEIGHT);
            graphics.translate(0, HEIGHT);
            residuals(row).paint(graphics, WIDTH, HEIGHT);
            graphics.translate(-i * WIDTH, -HEIGHT);
        }
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static XYChart fit(CurveFit.Row row) {
        DataSet set = row.set();
        double[] x = predictor(set);
        XYChart chart = chart(set.name() + ", data and fit", "y");
        points(chart, "data", x, set.y());
        Model model = Catalogue.models().get(set.name());
        double[] curveX = IntStream.rangeClosed(0, 400)
                .mapToDouble(i -> min(x) + (max(x) - min(x)) * i / 400)
                .toArray();
        double[] curveY = Arrays.stream(curveX)
                .map(at -> model.value(row.generated().parameters(), new double[] {at}))
                .toArray();
        chart.addSeries("fit", curveX, curveY).setMarker(SeriesMarkers.NONE);
        return chart;
    }

    private static XYChart residuals(CurveFit.Row row) {
        DataSet set = row.set();
        Model model = Catalogue.models().get(set.name());
        double[] residuals = IntStream.range(0, set.y().length)
                .mapToDouble(i -> set.y()[i] - model.value(row.generated().parameters(), set.x()[i]))
                .toArray();
        XYChart chart = chart(set.name() + ", residuals", "y - fit");
        points(chart, "residuals", predictor(set), residuals);
        return chart;
    }

    private static void points(XYChart chart, String name, double[] x, double[] y) {
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] sortedX = Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
        double[] sortedY = Arrays.stream(order).mapToDouble(i -> y[i]).toArray();
        chart.addSeries(name, sortedX, sortedY)
                .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
                .setMarker(SeriesMarkers.CIRCLE);
    }

    private static XYChart chart(String title, String y) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("x")
                .yAxisTitle(y)
                .build();
        chart.getStyler().setMarkerSize(5);
        return chart;
    }

    private static double[] predictor(DataSet set) {
        return Arrays.stream(set.x()).mapToDouble(x -> x[0]).toArray();
    }

    private static double min(double[] x) {
        return Arrays.stream(x).min().orElse(0);
    }

    private static double max(double[] x) {
        return Arrays.stream(x).max().orElse(1);
    }
}
