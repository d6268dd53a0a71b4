package dev.pullback.processor.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Writes valid Java methods that have every statement and assign everywhere, from a seed. */
final class RandomSource {

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private final List<String> ints = new ArrayList<>();
    private final List<String> doubles = new ArrayList<>();
    /** Labels of the loops and blocks around; a loop's begin with L. */
    private final List<String> labels = new ArrayList<>();

    private int loops;
    private int breakables;
    private int names;
    /** Loops in which nothing may be assigned that counts are kept in. */
    private int budget;

    private RandomSource(long seed) {
        random = new Random(seed);
    }

    static String of(String packageName, String className, long seed, int methods) {
        RandomSource source = new RandomSource(seed);
        source.out
                .append("package ")
                .append(packageName)
                .append(";\nfinal class ")
                .append(className)
                .append(" {\n");
        source.out.append("private static double help(double[] x, int k) { x[k & 3] += k; return x[k + 1 & 3]--; }\n");
        source.out.append("private static int count(int[] k, int n) { return k[n & 3]++; }\n");
        for (int i = 0; i < methods; i++) {
            source.method("m" + i, i % 5 == 4);
        }
        return source.out.append("}\n").toString();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void method(String name, boolean isVoid) {
        ints.clear();
        doubles.clear();
        labels.clear();
        names = 0;
        budget = 40;
        line("static " + (isVoid ? "void " : "double ") + name
                + "(double[] x, int[] k, int n, double a, boolean b, StringBuilder log) {");
        line("int fuel = 30; int p = 1, q = n; double s = 0, t = a;");
        ints.addAll(List.of("n", "p", "q"));
        doubles.addAll(List.of("a", "s", "t"));
        boolean completes = block(4, 3 + random.nextInt(4), isVoid);
        if (completes) {
            line("log.append(p).append(' ').append(q).append(' ').append(n);");
            line(isVoid ? "x[0] += s + t;" : "return s * 3 + t + a;");
        }
        line("}");
    }

    /** @return whether it can complete normally */
    private boolean block(int depth, int count, boolean isVoid) {
        int someInts = ints.size();
        int someDoubles = doubles.size();
        boolean completes = true;
        for (int i = 0; i < count && completes; i++) {
            completes = statement(depth, isVoid, i == count - 1);
        }
        ints.subList(someInts, ints.size()).clear();
        doubles.subList(someDoubles, doubles.size()).clear();
        return completes;
    }

    private boolean statement(int depth, boolean isVoid, boolean last) {
        budget--;
        int kind = random.nextInt(depth > 0 && budget > 0 ? 100 : 40);
        if (kind < 30) {
            simple();
        } else if (kind < 36) {
            declaration();
        } else if (kind < 40) {
            if (last && chance(60)) {
                return jump(isVoid);
            }
            line("if (" + condition(2) + ")");
            jump(isVoid);
        } else if (kind < 60) {
            return branches(depth, isVoid);
        } else if (kind < 80) {
            loop(depth, isVoid);
        } else if (kind < 90) {
            selection(depth, isVoid);
        } else if (kind < 95) {
            String label = "B" + names++;
            labels.add(label);
            line(label + ": { if (" + condition(1) + ") break " + label + ";");
            block(depth - 1, 1 + random.nextInt(3), isVoid);
            line("}");
            labels.remove(label);
        } else {
            line("{");
            boolean completes = block(depth - 1, 1 + random.nextInt(3), isVoid);
            line("}");
            return completes;
        }
        return true;
    }

    private void simple() {
        switch (random.nextInt(8)) {
            case 0 -> line(any(doubles) + " = " + number(2) + ";");
            case 1 -> line(any(ints) + " = " + whole(2) + ";");
            case 2 -> line(any(doubles) + " " + any(List.of("+=", "-=", "*=")) + " " + number(2) + ";");
            case 3 -> line(any(ints) + " " + any(List.of("+=", "-=", "^=", "|=", "<<=")) + " " + whole(2) + ";");
            case 4 -> line("x[" + index() + "] " + any(List.of("=", "+=", "*=")) + " " + number(2) + ";");
            case 5 -> line("k[" + index() + "] " + any(List.of("=", "+=", "-=")) + " " + whole(2) + ";");
            case 6 -> line("log.append(" + whole(2) + ").append(',');");
            default -> line(any(ints) + any(List.of("++", "--")) + ";");
        }
    }

    private void declaration() {
        String name = "v" + names++;
        if (chance(50)) {
            line("int " + name + " = " + whole(2) + ";");
            ints.add(name);
        } else {
            line("double " + name + ";");
            line(name + " = " + number(2) + ";");
            doubles.add(name);
        }
    }

    /** @return false */
    private boolean jump(boolean isVoid) {
        int kind = random.nextInt(10);
        List<String> continuable =
                labels.stream().filter(label -> label.startsWith("L")).toList();
        if (kind < 3 && breakables > 0) {
            line("break;");
        } else if (kind < 5 && loops > 0) {
            line("continue;");
        } else if (kind < 7 && !labels.isEmpty()) {
            line("break " + any(labels) + ";");
        } else if (kind < 8 && !continuable.isEmpty()) {
            line("continue " + any(continuable) + ";");
        } else if (kind < 9) {
            line(isVoid ? "return;" : "return " + number(2) + ";");
        } else {
            line("throw new IllegalStateException(\"at \" + " + whole(1) + ");");
        }
        return false;
    }

    private boolean branches(int depth, boolean isVoid) {
        line("if (" + condition(2) + ") {");
        boolean then = block(depth - 1, 1 + random.nextInt(3), isVoid);
        if (chance(50)) {
            line("}");
            return true;
        }
        line("} else {");
        boolean otherwise = block(depth - 1, 1 + random.nextInt(3), isVoid);
        line("}");
        return then || otherwise;
    }

    private void loop(int depth, boolean isVoid) {
        String label = "L" + names++;
        labels.add(label);
        loops++;
        breakables++;
        String variable = "i" + names++;
        int count = 1 + random.nextInt(3);
        int someInts = ints.size();
        switch (random.nextInt(6)) {
            case 0 -> {
                line(label + ": for (int " + variable + " = 0; " + variable + " < " + count + "; " + variable
                        + "++) {");
                block(depth - 1, count, isVoid);
                line("}");
            }
            case 1 -> {
                ints.add(variable);
                line(label + ": for (int " + variable + " = " + count + "; fuel-- > 0 && " + condition(1) + "; "
                        + variable + " -= 2, p++) {");
                block(depth - 1, count, isVoid);
                line("}");
            }
            case 2 -> {
                line(label + ": while (fuel-- > 0 && " + condition(2) + ") {");
                block(depth - 1, count, isVoid);
                line("}");
            }
            case 3 -> {
                line(label + ": do { if (" + condition(1) + ") continue;");
                block(depth - 1, count, isVoid);
                line("} while (fuel-- > 0 && " + condition(2) + ");");
            }
            case 4 -> {
                line(label + ": while (true) { if (fuel-- <= 0) break;");
                block(depth - 1, count, isVoid);
                line("}");
            }
            default -> {
                ints.add(variable);
                line(label + ": for (int " + variable + " : k) { if (fuel-- < 0) break;");
                block(depth - 1, count, isVoid);
                line("}");
            }
        }
        ints.subList(someInts, ints.size()).clear();
        breakables--;
        loops--;
        labels.remove(label);
    }

    private void selection(int depth, boolean isVoid) {
        breakables++;
        boolean arrows = chance(40);
        line("switch (" + whole(2) + " & 7) {");
        int groups = 1 + random.nextInt(4);
        int fallback = random.nextInt(6);
        for (int i = 0; i < groups; i++) {
            line(i == fallback ? "default" : "case " + i + (arrows && chance(50) ? ", " + (i + 4) : ""));
            line(arrows ? " -> {" : ":");
            if (arrows) {
                block(depth - 1, random.nextInt(3), isVoid);
                line("}");
            } else {
                line("{");
                boolean completes = block(depth - 1, random.nextInt(3), isVoid);
                line("}");
                if (completes && chance(50)) {
                    line("break;");
                }
            }
        }
        // the last one completes normally, so the switch does
        line(arrows ? "case 9 -> p++;" : "case 9: p++;");
        line("}");
        breakables--;
    }

    // --- expressions

    private String index() {
        return chance(96) ? "(" + whole(1) + ") & 3" : whole(1);
    }

    private String pick(List<Supplier<String>> choices) {
        return choices.get(random.nextInt(choices.size())).get();
    }

    private String whole(int depth) {
        if (depth == 0 || chance(30)) {
            return chance(60) ? any(ints) : String.valueOf(random.nextInt(6));
        }
        return pick(List.of(
                () -> "(" + whole(depth - 1) + " " + any(List.of("+", "-", "*", "^", "&", ">>")) + " "
                        + whole(depth - 1) + ")",
                () -> any(ints) + any(List.of("++", "--")),
                () -> any(List.of("++", "--")) + any(ints),
                () -> "(" + any(ints) + " = " + whole(depth - 1) + ")",
                () -> "(" + any(ints) + " += " + whole(depth - 1) + ")",
                () -> "k[" + index() + "]",
                () -> "k[" + index() + "]++",
                () -> "(k[" + index() + "] -= " + whole(depth - 1) + ")",
                () -> "count(k, " + whole(depth - 1) + ")",
                () -> "(" + condition(depth - 1) + " ? " + whole(depth - 1) + " : " + whole(depth - 1) + ")",
                () -> "(int) " + any(doubles),
                () -> "log.append(" + whole(depth - 1) + ").length()",
                () -> "Integer.max(" + whole(depth - 1) + ", " + whole(depth - 1) + ")",
                () -> "switch (" + whole(depth - 1) + " & 3) { case 0 -> " + whole(depth - 1) + "; case 1 -> { if ("
                        + condition(depth - 1) + ") yield " + whole(depth - 1) + "; " + any(ints)
                        + "++; yield 3; } default -> " + whole(depth - 1) + "; }",
                () -> "x.length"));
    }

    private String number(int depth) {
        if (depth == 0 || chance(30)) {
            return chance(70) ? any(doubles) : any(List.of("0.5", "2", "1.25", "-3", "1f"));
        }
        return pick(List.of(
                () -> "(" + number(depth - 1) + " " + any(List.of("+", "-", "*", "/")) + " " + number(depth - 1) + ")",
                () -> "(" + any(doubles) + " = " + number(depth - 1) + ")",
                () -> "(" + any(doubles) + " += " + number(depth - 1) + ")",
                () -> "x[" + index() + "]",
                () -> "x[" + index() + "]--",
                () -> "(x[" + index() + "] *= " + number(depth - 1) + ")",
                () -> any(doubles) + "++",
                () -> "help(x, " + whole(depth - 1) + ")",
                () -> "Math.max(" + number(depth - 1) + ", " + number(depth - 1) + ")",
                () -> "(" + condition(depth - 1) + " ? " + number(depth - 1) + " : " + whole(depth - 1) + ")",
                () -> "-" + any(doubles),
                () -> whole(depth - 1)));
    }

    private String condition(int depth) {
        if (depth == 0) {
            return chance(30) ? "b" : "(" + any(ints) + " > " + random.nextInt(4) + ")";
        }
        return pick(List.of(
                () -> "(" + whole(depth - 1) + " " + any(List.of("<", ">", "==", "!=", "<=")) + " " + whole(depth - 1)
                        + ")",
                () -> "(" + number(depth - 1) + " " + any(List.of("<", ">")) + " " + number(depth - 1) + ")",
                () -> "(" + condition(depth - 1) + " " + any(List.of("&&", "||", "&", "^")) + " " + condition(depth - 1)
                        + ")",
                () -> "!" + condition(depth - 1),
                () -> "(b = " + condition(depth - 1) + ")",
                () -> "((" + whole(depth - 1) + " & 1) == 0)"));
    }
}
