package dev.pullback.processor.corpus;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Classes {@code p.M} with one method of as many parts as wanted. */
enum LongSources {
    RETURNS("double f(double x, double y, @Constant double c) { double s = x;", "return s; }") {
        @Override
        String part(int k) {
            return "s = Math.sin(s * y); if (s > c) return s * x;";
        }
    },
    BREAKS(
            "double f(double[] x, double y, @Constant double c) { double s = y; for (int i = 0; i < x.length; i++) {",
            "} return s; }") {
        @Override
        String part(int k) {
            return "s = Math.sin(s + x[i]); if (s > c) break;";
        }
    },
    CONTINUES(
            "double f(double[] x, double y, @Constant double c) { double s = y; for (int i = 0; i < x.length; i++) {",
            "} return s; }") {
        @Override
        String part(int k) {
            return "s = Math.sin(s + x[i]); if (s > c) continue;";
        }
    },
    ELSE_IFS("double f(double x, double y) { double s = 0;", "{ s = x; } return s; }") {
        @Override
        String part(int k) {
            return "if (x < " + k + ") { double t" + k + " = Math.sin(x * " + k + "); s = t" + k + " * y; } else";
        }
    },
    STATEMENTS("double f(double x, double y) { double s = x, t = y, u = x * y;", "return s * t * u; }") {
        @Override
        String part(int k) {
            return switch (k % 4) {
                case 0 -> "s = s * t + y;";
                case 1 -> "t = Math.sin(t) + s;";
                case 2 -> "s = s / (1 + t * t);";
                default -> "double v" + k + " = Math.exp(-s) * t; u += 0.5 * v" + k + ";";
            };
        }
    },
    LOOP_BODY("double f(double[] x, double y) { double s = y; for (double v : x) { double t0 = s * v;", "} return s; }") {
        @Override
        String part(int k) {
            return "double t" + (k + 1) + " = Math.exp(-t" + k + " * t" + Math.max(0, k - 9) + ") + y; s += t" + k + ";";
        }
    },
    SWITCH(
            "double f(double[] x, int[] k, double y) { double s = y; for (int i = 0; i < x.length; i++) { switch (k[i]) {",
            "default: s = s * x[i]; } } return s; }") {
        @Override
        String part(int k) {
            return "case " + k + ": s = Math.sin(s * x[i]) * Math.cos(y) + " + k + "; break;";
        }
    },
    NEST("double f(double[] x, double y) { double s = y;", "}".repeat(12) + " return s; }") {
        @Override
        String part(int k) {
            return k >= 12 ? "s = Math.sin(s);" : "for (int i" + k + " = 0; i" + k + " < x.length; i" + k + "++) { s = Math.sin(s * x[i" + k + "]);";
        }
    };

    private final String start;
    private final String end;

    LongSources(String start, String end) {
        this.start = start;
        this.end = end;
    }

    abstract String part(int k);

    String source(int parts) {
        IntFunction<String> part = this::part;
        return "package p;\nimport dev.pullback.*;\nfinal class M {\n@Differentiable static " + start + "\n"
                + IntStream.range(0, parts).mapToObj(part).collect(Collectors.joining("\n"))
                + "\n" + end + "\n}\n";
    }
}
