package dev.pullback.processor.corpus;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Classes {@code p.M} with one method of as many parts as wanted, and arguments for it. */
enum LongSources {
    RETURNS(
            "double f(double x, double y, @Constant double c) { double s = x;",
            "return s; }",
            "{0.3, 0.7, 2.0}, {0.3, 2.0, 0.9}, {0.9, 1.0, 0.1}") {
        @Override
        String part(int k) {
            return "s = Math.sin(s * y + 0.01 * x); if (s > c) return s * x;";
        }
    },
    BREAKS(
            "double f(double[] x, double y, @Constant double c) { double s = y; for (int i = 0; i < x.length; i++) {",
            "} return s; }",
            "{new double[] {0.3, 0.2, 0.5}, 0.7, 2.0}, {new double[] {0.3, 0.9}, 0.2, 0.9}") {
        @Override
        String part(int k) {
            return "s = Math.sin(s + x[i]); if (s > c) break;";
        }
    },
    CONTINUES(
            "double f(double[] x, double y, @Constant double c) { double s = y; for (int i = 0; i < x.length; i++) {",
            "} return s; }",
            "{new double[] {0.3, 0.2, 0.5}, 0.7, 2.0}, {new double[] {0.3, 0.9, 0.1}, 0.2, 0.9}") {
        @Override
        String part(int k) {
            return "s = Math.sin(s + x[i]); if (s > c) continue;";
        }
    },
    ELSE_IFS("double f(double x, double y) { double s = 0;", "{ s = x; } return s; }", "{0.3, 0.7}, {60.5, 0.1}") {
        @Override
        String part(int k) {
            return "if (x < " + k + ") { double t" + k + " = Math.sin(x * " + k + "); s = t" + k + " * y; } else";
        }
    },
    STATEMENTS("double f(double x, double y) { double s = x, t = y, u = 0;", "return s * t + u; }", "{0.4, 0.3}") {
        @Override
        String part(int k) {
            return switch (k % 4) {
                case 0 -> "s = Math.sin(s * y + t);";
                case 1 -> "t = 0.5 * t + s * x;";
                case 2 -> "double v" + k + " = Math.exp(-s) * t;";
                default -> "u += v" + (k - 1) + " * s;";
            };
        }
    },
    NO_VARIABLE_TWICE("double f(double x, double t0) {", "return t5000; }", "{0.9, 0.3}") {
        @Override
        String part(int k) {
            return "double t" + (k + 1) + " = Math.sin(t" + k + ") * x;";
        }
    },
    MANY_ALIVE(
            "double f(double[] x) { double u = x[0];" + locals(150, "x[1] * "),
            "return u; }",
            "{new double[] {0.3, 0.4, 0.9}}") {
        @Override
        String part(int k) {
            return "double t" + (k + 150) + " = Math.cos(t" + k + " * x[2]) + 0.2 * t" + (k + 149) + "; u += t"
                    + (k + 150) + " * t" + (k + 90) + ";";
        }
    },
    LOOP_BODY(
            "double f(double[] x, double y) { double s = y; for (double v : x) { double t0 = s * v;",
            "} return s; }",
            "{new double[] {0.3, 0.2, 0.5}, 0.7}") {
        @Override
        String part(int k) {
            return "double t" + (k + 1) + " = Math.exp(-t" + k + " * t" + Math.max(0, k - 9)
                    + ") * 0.3 + y; s = 0.9 * s + t" + k + ";";
        }
    },
    ARRAYS(
            "void f(double[] x, double[][] rows, double y) { double[] w = new double[7]; for (int i = 0; i < x.length; i++) {"
                    + " double[] row = rows[i];",
            "x[i] += w[3]; } }",
            "{new double[] {0.3, 0.2}, new double[][] {{0.1, 0.4, 0.2}, {0.7, 0.3, 0.5}}, 0.6}") {
        @Override
        String part(int k) {
            return switch (k % 3) {
                case 0 -> "w[" + k % 7 + "] = 0.4 * w[" + (k + 3) % 7 + "] + x[i] * row[" + k % 2 + "];";
                case 1 -> "row[" + k % 3 + "] = Math.sin(row[" + (k + 1) % 3 + "] + w[" + k % 5 + "]) * y;";
                default -> "for (int j = 0; j < 2; j++) { x[i] = 0.3 * x[i] + row[j] * w[j + " + k % 4 + "]; }";
            };
        }
    },
    BRANCHES(
            "double f(double x, double y, @Constant double c) { double s = x, t = y;",
            "return s * t; }",
            "{0.3, 0.7, 0.5}, {0.6, 0.2, 0.4}") {
        @Override
        String part(int k) {
            String calm = "s = Math.sin(s + t * y); t = 0.4 * t + Math.cos(s) * x;";
            return "if (s > c) {" + calm.repeat(5) + "if (t > c) {" + calm + "} else {" + calm.repeat(7) + "}} else {"
                    + calm.repeat(3) + "if (s > 100) return s * t * x; s = Math.exp(-s * s); }";
        }
    },
    SWITCH(
            "double f(double[] x, int[] k, double y) { double s = y; for (int i = 0; i < x.length; i++) { switch (k[i]) {",
            "default: s = s * x[i]; } } return s; }",
            "{new double[] {0.3, 0.2, 0.5, 0.4}, new int[] {3, 190, 1000, 30}, 0.7}") {
        @Override
        String part(int k) {
            return "case " + k + ": s = Math.sin(s * x[i]) * Math.cos(y) + " + k + "; break;";
        }
    },
    NEST(
            "double f(double[] x, double y) { double s = y;",
            "}".repeat(5) + " return s; }",
            "{new double[] {0.3, 0.4}, 0.7}") {
        @Override
        String part(int k) {
            return k >= 5
                    ? "s = Math.sin(s + 0.1 * y);"
                    : "for (int i" + k + " = 0; i" + k + " < x.length; i" + k + "++) { s = Math.sin(s * x[i" + k
                            + "]);";
        }
    };

    private final String start;
    private final String end;
    private final String arguments;

    LongSources(String start, String end, String arguments) {
        this.start = start;
        this.end = end;
        this.arguments = arguments;
    }

    abstract String part(int k);

    String source(int parts) {
        IntFunction<String> part = this::part;
        return "package p;\nimport dev.pullback.*;\nfinal class M {\nstatic Object[][] fArgs() { return new Object[][] {"
                + arguments + "}; }\n@Differentiable static " + start + "\n"
                + IntStream.range(0, parts).mapToObj(part).collect(Collectors.joining("\n"))
                + "\n" + end + "\n}\n";
    }

    private static String locals(int count, String factor) {
        return IntStream.range(0, count)
                .mapToObj(k -> "double t" + k + " = " + factor + "0.0" + (k + 1) + ";")
                .collect(Collectors.joining(" "));
    }
}
