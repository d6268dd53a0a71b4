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
