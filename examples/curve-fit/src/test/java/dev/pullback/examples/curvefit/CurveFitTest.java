package dev.pullback.examples.curvefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class CurveFitTest {

    @TestFactory
    List<DynamicTest> everySetIsSolvedToEightDigitsFromTheNearerStart() {
        List<DynamicTest> tests = new ArrayList<>();
        Catalogue.models()
                .forEach((name, model) -> tests.add(DynamicTest.dynamicTest(name, () -> {
                    DataSet set = DataSet.read(name);
                    Fit fit = Fit.of(set, model, set.starts()[1], Fit.Jacobian.GENERATED);
                    double digits = fit.correctDigits(set.certified());
                    assertTrue(digits >= CurveFit.DIGITS, () -> digits + " digits: " + fit + fit.failure());
                })));
        assertEquals(27, tests.size());
        return tests;
    }

    @Test
    void theResidualsAtTheCertifiedParametersSumToTheCertifiedSum() {
        Catalogue.models().forEach((name, model) -> {
            DataSet set = DataSet.read(name);
            double sum = 0;
            for (int i = 0; i < set.y().length; i++) {
                double residual = set.y()[i] - model.value(set.certified(), set.x()[i]);
                sum += residual * residual;
            }
            // Lanczos1 is made up without noise: what is left is rounding of the certified parameters
            double expected = set.residualSumOfSquares();
            assertEquals(expected, sum, name.equals("Lanczos1") ? 1e-18 : 1e-8 * expected, name);
        });
    }

    @Test
    void thePlotIsAPicture(@TempDir Path folder) throws Exception {
        DataSet set = DataSet.read("Thurber");
        Fit fit = Fit.of(set, Catalogue.models().get("Thurber"), set.starts()[1], Fit.Jacobian.GENERATED);
        Path file = folder.resolve("plot.png");
        Plot.write(List.of(new CurveFit.Row(set, 2, fit, fit)), List.of("Thurber"), file);
        assertTrue(Files.size(file) > 0);
        assertTrue(ImageIO.read(file.toFile()).getWidth() > 0);
    }
}
