package dev.pullback.examples.customrules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomRulesTest {

    private static final double EULER = 0.57721566490153286;

    /** Name, derivative at a point, what it is known to be. */
    static Stream<Arguments> knownValues() {
        double rootPi = Math.sqrt(Math.PI);
        NormalDistribution normal = new NormalDistribution(1, 2);
        return Stream.of(
                Arguments.of("erf'(0)", FunctionsGrad.erfGrad(0), 2 / rootPi),
                Arguments.of("erf'(1)", FunctionsGrad.erfGrad(1), 0.41510749742059471),
                Arguments.of(
                        "erf(a, b) by a", FunctionsGrad.erfBetweenGrad(0, 1).low(), -2 / rootPi),
                Arguments.of(
                        "erf(a, b) by b", FunctionsGrad.erfBetweenGrad(0, 1).high(), 0.41510749742059471),
                Arguments.of("erfc'(1)", FunctionsGrad.erfcGrad(1), -0.41510749742059471),
                Arguments.of("erfInv'(0)", FunctionsGrad.erfInvGrad(0), rootPi / 2),
                Arguments.of("erfInv'(erf(1))", FunctionsGrad.erfInvGrad(Erf.erf(1.0)), 1 / 0.41510749742059471),
                Arguments.of("erfcInv'(1)", FunctionsGrad.erfcInvGrad(1), -rootPi / 2),
                Arguments.of("gamma'(1)", FunctionsGrad.gammaGrad(1), -EULER),
                Arguments.of("gamma'(4)", FunctionsGrad.gammaGrad(4), 6 * (11.0 / 6 - EULER)),
                Arguments.of("logGamma'(1/2)", FunctionsGrad.logGammaGrad(0.5), -EULER - 2 * Math.log(2)),
                Arguments.of("digamma'(1)", FunctionsGrad.digammaGrad(1), Math.PI * Math.PI / 6),
                Arguments.of("P(1, x)'", FunctionsGrad.gammaPGrad(1, 0.7), Math.exp(-0.7)),
                Arguments.of("Q(2, x)'", FunctionsGrad.gammaQGrad(2, 0.7), -0.7 * Math.exp(-0.7)),
                Arguments.of("logBeta by p", FunctionsGrad.logBetaGrad(1, 2).p(), -1.5),
                Arguments.of("logBeta by q", FunctionsGrad.logBetaGrad(1, 2).q(), -0.5),
                Arguments.of("I(x, 2, 3)'", FunctionsGrad.betaIGrad(0.3, 2, 3), 12 * 0.3 * 0.7 * 0.7),
                // Abramowitz and Stegun, table 9.1
                Arguments.of("J0'(1)", FunctionsGrad.besselJGrad(0, 1), -0.44005058574493351),
                Arguments.of("J1'(0)", FunctionsGrad.besselJGrad(1, 0), 0.5),
                Arguments.of("J1'(1)", FunctionsGrad.besselJGrad(1, 1), 0.76519768655796655 - 0.44005058574493351),
                Arguments.of(
                        "J1/2'(x)",
                        FunctionsGrad.besselJGrad(0.5, 2),
                        Math.sqrt(1 / Math.PI) * (Math.cos(2) - Math.sin(2) / 4)),
                Arguments.of("density'", FunctionsGrad.densityGrad(normal, 3), -0.5 * normal.density(3)),
                Arguments.of("logDensity'", FunctionsGrad.logDensityGrad(normal, 3), -0.5),
                Arguments.of("normal'(mean)", FunctionsGrad.cumulativeGrad(normal, 1), 0.5 / Math.sqrt(2 * Math.PI)),
                Arguments.of(
                        "exponential'",
                        FunctionsGrad.cumulativeGrad(new GammaDistribution(1, 2), 3),
                        0.5 * Math.exp(-1.5)),
                Arguments.of(
                        "between by low",
                        FunctionsGrad.betweenGrad(normal, 1, 3).low(),
                        -normal.density(1)),
                Arguments.of(
                        "between by high",
                        FunctionsGrad.betweenGrad(normal, 1, 3).high(),
                        normal.density(3)),
                Arguments.of("quantile'(1/2)", FunctionsGrad.quantileGrad(normal, 0.5), 2 * Math.sqrt(2 * Math.PI)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("knownValues")
    void derivativesAreWhatTheyAreKnownToBe(String name, double derivative, double known) {
        assertEquals(known, derivative, 1e-12 * Math.max(1, Math.abs(known)), name);
    }

    /** Hipparchus differentiates some of its functions itself, forward. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 1.7, 3.2, 5.5})
    void derivativesAreThoseOfHipparchus(double x) {
        Gradient variable = Gradient.variable(1, 0, x);
        agree(Erf.erf(variable), FunctionsGrad.erfGrad(x));
        agree(Erf.erfc(variable), FunctionsGrad.erfcGrad(x));
        agree(Gamma.gamma(variable), FunctionsGrad.gammaGrad(x));
        agree(Gamma.logGamma(variable), FunctionsGrad.logGammaGrad(x));
        agree(Gamma.digamma(variable), FunctionsGrad.digammaGrad(x));
    }

    private static void agree(Gradient expected, double derivative) {
        double known = expected.getGradient()[0];
        assertEquals(known, derivative, 1e-9 * Math.max(1, Math.abs(known)));
    }

    @Test
    void theGreeksOfACallAreThoseOfTheTextbook() {
        OptionsGrad.CallValueAndGrad call = OptionsGrad.callValueAndGrad(100, 100, 0.05, 0.2, 1);
        assertEquals(10.450583572185565, call.value(), 1e-10);
        assertEquals(0.6368306511756191, call.grad().spot(), 1e-12);
        assertEquals(53.232481545376345, call.grad().rate(), 1e-10);
        assertEquals(37.52403469169379, call.grad().volatility(), 1e-10);
        // minus theta
        assertEquals(6.414027546438197, call.grad().years(), 1e-10);
        assertEquals(
                call.grad().spot(),
                OptionsGrad.callJvp(100, 100, 0.05, 0.2, 1, 1, 0, 0, 0).tangent(),
                1e-15);
    }

    @Test
    void theGreeksOfBachelierAreProbabilityAndDensity() {
        NormalDistribution normal = new NormalDistribution();
        OptionsGrad.BachelierGradient greeks = OptionsGrad.bachelierGrad(102, 100, 4);
        assertEquals(normal.cumulativeProbability(0.5), greeks.forward(), 1e-14);
        assertEquals(normal.density(0.5), greeks.deviation(), 1e-14);
    }

    @Test
    void likelihoodsHaveNoSlopeAtTheirMaximum() {
        double[] data = {0.2, 0.5, 0.9, 1.4, 0.3};
        double mean = 0.66;
        double meanOfLogs =
                java.util.Arrays.stream(data).map(Math::log).average().orElseThrow();
        // the shape solves log(a) - digamma(a) = log(mean) - mean of logs
        double shape = solved(a -> Math.log(a) - Digamma.of(a) - Math.log(mean) + meanOfLogs);
        LikelihoodsGrad.GammaGradient slope = LikelihoodsGrad.gammaGrad(shape, mean / shape, data);
        assertEquals(0, slope.shape(), 1e-9);
        assertEquals(0, slope.scale(), 1e-9);
    }

    private static double solved(DoubleUnaryOperator f) {
        double low = 0.1;
        double high = 100;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (f.applyAsDouble(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Test
    void aRuleForAnInterfaceServesEveryDistribution() {
        double[] low = {0, 1};
        double[] high = {1, 3};
        NormalDistribution normal = new NormalDistribution(1, 2);
        LikelihoodsGrad.CensoredGradient slope = LikelihoodsGrad.censoredGrad(normal, 0.5, low, high);
        double expected = 0;
        for (int i = 0; i < 2; i++) {
            double probability = normal.probability(low[i] - 0.5, high[i] - 0.5);
            double byLow = -normal.density(low[i] - 0.5) / probability;
            double byHigh = normal.density(high[i] - 0.5) / probability;
            assertEquals(byLow, slope.low()[i], 1e-14);
            assertEquals(byHigh, slope.high()[i], 1e-14);
            expected -= byLow + byHigh;
        }
        assertEquals(expected, slope.shift(), 1e-14);
    }

    @Test
    void theBetaLikelihoodIsFlatWhereTheMeansOfLogarithmsAreRight() {
        // of p = q = 1, the uniform distribution, both are -1
        double[] data = {Math.exp(-1), 1 - Math.exp(-1)};
        double half = (-1 + Math.log1p(-Math.exp(-1))) / 2;
        LikelihoodsGrad.BetaGradient slope = LikelihoodsGrad.betaGrad(1, 1, data);
        assertEquals(2 * (half + 1), slope.p(), 1e-12);
        assertEquals(2 * (half + 1), slope.q(), 1e-12);
    }
}
