package corpus;

import static corpus.Args.d;
import static corpus.Args.i;
import static corpus.Args.rows;

import dev.pullback.Constant;
import dev.pullback.Differentiable;

/** Whole models of statistics, finance, learning and mechanics. */
final class Models {
    private Models() {}

    private static double normalCdf(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double poly = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI) * poly;
        return x >= 0 ? 1 - tail : tail;
    }

    @Differentiable
    static double blackScholes(double spot, double strike, double rate, double volatility, double years, boolean call) {
        double sd = volatility * Math.sqrt(years);
        double d1 = (Math.log(spot / strike) + (rate + 0.5 * volatility * volatility) * years) / sd;
        double d2 = d1 - sd;
        double discount = Math.exp(-rate * years);
        return call
                ? spot * normalCdf(d1) - strike * discount * normalCdf(d2)
                : strike * discount * normalCdf(-d2) - spot * normalCdf(-d1);
    }

    static Object[][] blackScholesArgs() {
        return new Object[][] {{1.1, 1.0, 0.03, 0.25, 0.75, true}, {0.9, 1.0, 0.03, 0.25, 0.75, false}};
    }

    @Differentiable
    static double logSumExp(double[] a) {
        double largest = a[0];
        for (int k = 1; k < a.length; k++) {
            if (a[k] > largest) {
                largest = a[k];
            }
        }
        double s = 0;
        for (double v : a) {
            s += Math.exp(v - largest);
        }
        return largest + Math.log(s);
    }

    static Object[][] logSumExpArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2)}, {d(100, 101, 99)}, {d(0.3)}};
    }

    @Differentiable
    static double logisticRegression(double[] w, double bias, @Constant double[][] x, @Constant boolean[] y) {
        double s = 0;
        for (int k = 0; k < x.length; k++) {
            double z = bias;
            for (int j = 0; j < w.length; j++) {
                z += w[j] * x[k][j];
            }
            double margin = y[k] ? z : -z;
            s += margin > 0 ? Math.log1p(Math.exp(-margin)) : -margin + Math.log1p(Math.exp(margin));
        }
        double penalty = 0;
        for (double v : w) {
            penalty += v * v;
        }
        return s / x.length + 0.01 * penalty;
    }

    static Object[][] logisticRegressionArgs() {
        return new Object[][] {
            {d(0.4, 0.9), 0.1, rows(d(0.7, 0.2), d(-0.3, 1.1), d(0.5, -0.6)), new boolean[] {true, false, true}}
        };
    }

    @Differentiable
    static double rosenbrock(double[] x) {
        double s = 0;
        for (int k = 0; k < x.length - 1; k++) {
            double a = x[k + 1] - x[k] * x[k];
            double b = 1 - x[k];
            s += 100 * a * a + b * b;
        }
        return s;
    }

    static Object[][] rosenbrockArgs() {
        return new Object[][] {{d(0.4, 0.9, -0.2, 1.1)}, {d(1, 1)}, {d(0.3)}, {d()}};
    }

    @Differentiable
    static double gaussianMixture(double[] logWeights, double[][] means, double[][] logScales, @Constant double[][] data) {
        int components = logWeights.length;
        double[] terms = new double[components];
        double total = 0;
        for (double[] point : data) {
            for (int c = 0; c < components; c++) {
                double t = logWeights[c];
                for (int j = 0; j < point.length; j++) {
                    double z = (point[j] - means[c][j]) * Math.exp(-logScales[c][j]);
                    t -= 0.5 * z * z + logScales[c][j];
                }
                terms[c] = t;
            }
            total += logSumExp(terms);
        }
        return total - data.length * logSumExp(logWeights);
    }

    static Object[][] gaussianMixtureArgs() {
        return new Object[][] {
            {
                d(0.4, -0.3),
                rows(d(0.1, 0.2), d(0.9, 0.7)),
                rows(d(-0.1, 0.2), d(0.3, 0.1)),
                rows(d(0.7, 0.2), d(-0.3, 1.1), d(0.5, -0.6))
            }
        };
    }

    private static double[] layer(double[][] w, double[] b, double[] x, boolean activated) {
        double[] y = new double[b.length];
        for (int k = 0; k < b.length; k++) {
            double z = b[k];
            for (int j = 0; j < x.length; j++) {
                z += w[k][j] * x[j];
            }
            y[k] = activated ? Math.tanh(z) : z;
        }
        return y;
    }

    @Differentiable
    static double network(double[][][] weights, double[][] biases, @Constant double[] input, @Constant double[] target) {
        double[] x = input;
        for (int k = 0; k < weights.length; k++) {
            x = layer(weights[k], biases[k], x, k + 1 < weights.length);
        }
        double s = 0;
        for (int k = 0; k < target.length; k++) {
            double e = x[k] - target[k];
            s += e * e;
        }
        return s;
    }

    static Object[][] networkArgs() {
        return new Object[][] {
            {
                new double[][][] {rows(d(0.4, 0.9), d(-0.3, 0.2), d(0.5, 0.1)), rows(d(0.7, -0.4, 0.6))},
                rows(d(0.1, 0.2, -0.1), d(0.05)),
                d(0.8, -0.6),
                d(0.3)
            }
        };
    }

    @Differentiable
    static double kalmanStep(double[] x, double[][] p, double q, double r, double z) {
        double[] predicted = {x[0] + x[1], x[1]};
        double[][] pp = {
            {p[0][0] + p[0][1] + p[1][0] + p[1][1] + q, p[0][1] + p[1][1]}, {p[1][0] + p[1][1], p[1][1] + q}
        };
        double innovation = z - predicted[0];
        double s = pp[0][0] + r;
        double[] gain = {pp[0][0] / s, pp[1][0] / s};
        for (int k = 0; k < 2; k++) {
            x[k] = predicted[k] + gain[k] * innovation;
            for (int j = 0; j < 2; j++) {
                p[k][j] = pp[k][j] - gain[k] * pp[0][j];
            }
        }
        return -0.5 * (Math.log(s) + innovation * innovation / s);
    }

    static Object[][] kalmanStepArgs() {
        return new Object[][] {{d(0.4, 0.9), rows(d(1, 0.2), d(0.2, 0.8)), 0.1, 0.5, 1.7}};
    }

    @Differentiable
    static double binomialTree(double spot, double strike, double rate, double volatility, double years, int n) {
        double dt = years / n;
        double up = Math.exp(volatility * Math.sqrt(dt));
        double down = 1 / up;
        double growth = Math.exp(rate * dt);
        double p = (growth - down) / (up - down);
        double[] value = new double[n + 1];
        for (int k = 0; k <= n; k++) {
            value[k] = Math.max(strike - spot * Math.pow(up, 2 * k - n), 0);
        }
        for (int step = n - 1; step >= 0; step--) {
            for (int k = 0; k <= step; k++) {
                double held = (p * value[k + 1] + (1 - p) * value[k]) / growth;
                value[k] = Math.max(held, strike - spot * Math.pow(up, 2 * k - step));
            }
        }
        return value[0];
    }

    static Object[][] binomialTreeArgs() {
        return new Object[][] {{1.02, 1.0, 0.03, 0.3, 0.75, 5}, {0.97, 1.0, 0.03, 0.3, 0.75, 1}};
    }

    @Differentiable
    static double garch(double[] returns, double omega, double alpha, double beta) {
        double variance = omega / (1 - alpha - beta);
        double s = 0;
        for (double r : returns) {
            s += Math.log(variance) + r * r / variance;
            variance = omega + alpha * r * r + beta * variance;
        }
        return -0.5 * s;
    }

    static Object[][] garchArgs() {
        return new Object[][] {{d(0.4, -0.9, 0.2), 0.1, 0.2, 0.7}, {d(), 0.1, 0.2, 0.7}};
    }

    @Differentiable
    static double forwardAlgorithm(double[] start, double[][] transition, double[][] emission, int[] observed) {
        int n = start.length;
        double[] alpha = new double[n];
        for (int k = 0; k < n; k++) {
            alpha[k] = start[k] * emission[k][observed[0]];
        }
        double log = 0;
        for (int t = 1; t < observed.length; t++) {
            double[] next = new double[n];
            double norm = 0;
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    next[j] += alpha[k] * transition[k][j];
                }
                next[j] *= emission[j][observed[t]];
                norm += next[j];
            }
            for (int j = 0; j < n; j++) {
                next[j] /= norm;
            }
            log += Math.log(norm);
            alpha = next;
        }
        double total = 0;
        for (double v : alpha) {
            total += v;
        }
        return log + Math.log(total);
    }

    static Object[][] forwardAlgorithmArgs() {
        return new Object[][] {
            {d(0.6, 0.4), rows(d(0.7, 0.3), d(0.2, 0.8)), rows(d(0.5, 0.5), d(0.1, 0.9)), i(0, 1, 1, 0)},
            {d(0.6, 0.4), rows(d(0.7, 0.3), d(0.2, 0.8)), rows(d(0.5, 0.5), d(0.1, 0.9)), i(1)}
        };
    }

    @Differentiable
    static double gravityEnergy(double[][] positions, double[] masses) {
        double energy = 0;
        for (int k = 0; k < masses.length; k++) {
            for (int j = 0; j < k; j++) {
                double r2 = 1e-2;
                for (int c = 0; c < positions[k].length; c++) {
                    double delta = positions[k][c] - positions[j][c];
                    r2 += delta * delta;
                }
                energy -= masses[k] * masses[j] / Math.sqrt(r2);
            }
        }
        return energy;
    }

    static Object[][] gravityEnergyArgs() {
        return new Object[][] {{rows(d(0.4, 0.9), d(-0.3, 0.2), d(0.5, -0.7)), d(1, 0.5, 2)}, {rows(), d()}};
    }

    @Differentiable
    static void leapfrog(double[] q, double[] p, double h, double stiffness, int steps) {
        for (int t = 0; t < steps; t++) {
            for (int k = 0; k < q.length; k++) {
                p[k] -= 0.5 * h * stiffness * Math.sin(q[k]);
            }
            for (int k = 0; k < q.length; k++) {
                q[k] += h * p[k];
            }
            for (int k = 0; k < q.length; k++) {
                p[k] -= 0.5 * h * stiffness * Math.sin(q[k]);
            }
        }
    }

    static Object[][] leapfrogArgs() {
        return new Object[][] {{d(0.4, 0.9), d(0.1, -0.3), 0.1, 1.5, 4}, {d(0.4), d(0.1), 0.1, 1.5, 0}};
    }

    @Differentiable
    static double editDistance(double[] a, double[] b, double gap) {
        double[] previous = new double[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            previous[j] = j * gap;
        }
        for (int k = 0; k < a.length; k++) {
            double[] current = new double[b.length + 1];
            current[0] = (k + 1) * gap;
            for (int j = 0; j < b.length; j++) {
                double match = previous[j] + (a[k] - b[j]) * (a[k] - b[j]);
                current[j + 1] = Math.min(match, Math.min(previous[j + 1], current[j]) + gap);
            }
            previous = current;
        }
        return previous[b.length];
    }

    static Object[][] editDistanceArgs() {
        return new Object[][] {{d(0.4, 1.9, 0.2), d(0.5, 0.1), 0.35}, {d(), d(0.5), 0.35}};
    }
}
