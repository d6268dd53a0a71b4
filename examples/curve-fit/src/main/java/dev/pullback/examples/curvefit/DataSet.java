package dev.pullback.examples.curvefit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One set of the collection.
 *
 * @param x the predictors of each observation
 * @param y the responses
 * @param starts the two starting points, the farther one first
 * @param certified the certified parameters, to 11 digits
 * @param deviation their certified standard deviations
 * @param residualSumOfSquares certified, too
 */
public record DataSet(
        String name,
        String difficulty,
        double[][] x,
        double[] y,
        double[][] starts,
        double[] certified,
        double[] deviation,
        double residualSumOfSquares) {

    /** Reads a set from the resources. */
    public static DataSet read(String name) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        List<double[]> observations = new ArrayList<>();
        try (InputStream in = DataSet.class.getResourceAsStream("nist/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalArgumentException("no data set " + name);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> words = List.of(line.split(" "));
                if (words.get(0).equals("observation")) {
                    observations.add(numbers(words.subList(1, words.size())));
                } else {
                    fields.put(words.get(0), words.subList(1, words.size()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(name, fields, observations);
    }

    private static DataSet of(String name, Map<String, List<String>> fields, List<double[]> observations) {
        double[][] x = new double[observations.size()][];
        double[] y = new double[observations.size()];
        for (int i = 0; i < y.length; i++) {
            double[] observation = observations.get(i);
            // Nelson's model is of the logarithm
            y[i] = name.equals("Nelson") ? Math.log(observation[0]) : observation[0];
            x[i] = java.util.Arrays.copyOfRange(observation, 1, observation.length);
        }
        return new DataSet(
                name,
                fields.get("difficulty").get(0),
                x,
                y,
                new double[][] {numbers(fields.get("start1")), numbers(fields.get("start2"))},
                numbers(fields.get("certified")),
                numbers(fields.get("deviation")),
                numbers(fields.get("residual-sum-of-squares"))[0]);
    }

    private static double[] numbers(List<String> words) {
        return words.stream().mapToDouble(Double::parseDouble).toArray();
    }
}
