package dev.pullback.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Random statements that always terminate: every loop that does not count to a fixed end burns fuel. */
final class Statements {
    private final Dice dice;
    private final Names names;
    private final Expressions expressions;
    private final String result;
    private final boolean single;
    /** Statements that may still be written. */
    private int budget;

    private int loops;
    private int breakables;

    Statements(Dice dice, Names names, String result, boolean single, int budget) {
        this.dice = dice;
        this.names = names;
        this.result = result;
        this.single = single;
        this.budget = budget;
        this.expressions = new Expressions(dice, names, single);
    }

    /** Some statements, and whether what follows can be reached. */
    record Block(Code code, boolean completes) {}

    Block block(int depth, int count) {
        int variables = names.variables.size();
        Block block = open(depth, count);
        names.leave(variables);
        return block;
    }

    /** The same, but what it declares can be named afterwards. */
    Block open(int depth, int count) {
        List<Code> codes = new ArrayList<>();
        boolean completes = true;
        for (int i = 0; i < count && completes; i++) {
            Block next = statement(depth, i == count - 1);
            codes.add(next.code());
            completes = next.completes();
        }
        return new Block(Code.sequence(codes), completes);
    }

    private static Block completing(Code code) {
        return new Block(code, true);
    }

    private Block statement(int depth, boolean last) {
        budget--;
        int kind = dice.below(depth > 0 && budget > 0 ? 106 : 50);
        if (kind < 30) {
            return completing(simple());
        } else if (kind < 42) {
            return completing(declaration());
        } else if (kind < 46) {
            return completing(references());
        } else if (kind < 50) {
            if (last && loops + breakables > 0 && dice.chance(30)) {
                return new Block(jump(), false);
            }
            return completing(Code.statement("if ($) {\n$}", expressions.condition(2), jump()));
        } else if (kind < 66) {
            return branches(depth);
        } else if (kind < 88) {
            return completing(loop(depth));
        } else if (kind < 95) {
            return completing(selection(depth));
        } else if (kind < 98) {
            String label = names.fresh("B");
            names.labels.add(label);
            Code condition = expressions.condition(1);
            Code body = block(depth - 1, 2).code();
            names.labels.remove(label);
            return completing(Code.statement(label + ": {\nif ($) { break " + label + "; }\n$}", condition, body));
        }
        return kind < 100 ? enclosed("{\n$}", depth) : guarded(depth);
    }

    private Block enclosed(String template, int depth) {
        Block inner = block(depth - 1, dice.between(1, 3));
        return new Block(Code.statement(template, inner.code()), inner.completes());
    }

    /** A {@code finally} may have effects, but none on what is differentiated. */
    private Block guarded(int depth) {
        List<String> ints = names.readable("int[]");
        List<String> locks = new ArrayList<>(names.readable("double[]"));
        locks.add("String.class");
        if (dice.chance(30)) {
            return enclosed("synchronized (" + dice.any(locks) + ") {\n$}", depth);
        }
        String last = ints.isEmpty() ? "assert true;" : dice.any(ints) + "[" + dice.below(4) + "] ^= 1;";
        return enclosed("try {\n$} finally {\n" + last + "\n}", depth);
    }

    // --- simple statements

    private Code simple() {
        return dice.pick(List.<Supplier<Code>>of(
                this::scalarAssignment,
                this::scalarAssignment,
                this::elementAssignment,
                this::elementAssignment,
                this::elementAssignment,
                this::wholeAssignment,
                this::bulk,
                this::chained,
                this::callStatement));
    }

    private Code scalarAssignment() {
        String type = single && dice.chance(50) ? "float" : "double";
        List<String> variables = names.assignable(type);
        if (variables.isEmpty()) {
            return wholeAssignment();
        }
        return assignment(Code.fixed(dice.any(variables)), type);
    }

    /** Assigns what stays moderate however often it is done. */
    private Code assignment(Code place, String type) {
        String half = type.equals("float") ? "0.5f" : "0.5";
        return switch (dice.below(8)) {
            case 0, 1 -> Code.statement("$ = $;", place, tame(type));
            case 2 -> Code.statement("$ = " + half + " * $;", place, tame(type));
            case 3, 4 -> Code.statement("$ " + dice.any(List.of("+=", "-=")) + " $;", place, expressions.tame(2));
            case 5 -> Code.statement("$ *= $;", place, expressions.tame(2));
            case 6 -> Code.statement("$ /= 1.3 + 0.5 * $;", place, expressions.tame(2));
            default ->
                dice.chance(30)
                        ? Code.statement("$" + dice.any(List.of("++", "--")) + ";", place)
                        : Code.statement("$ = $;", place, expressions.of(type, 1));
        };
    }

    private Code tame(String type) {
        return type.equals("float")
                ? Code.of("float", "(float) $", expressions.tame(2))
                : dice.chance(60) ? expressions.tame(3) : Code.of("double", "0.4 * $", expressions.number(2));
    }

    private Code elementAssignment() {
        String type = single && dice.chance(50) ? "float[]" : "double[]";
        Code place = expressions.place(type);
        return place == null ? scalarAssignment() : assignment(place, type.substring(0, type.length() - 2));
    }

    private Code wholeAssignment() {
        if (dice.chance(25) && !names.readable("int[]").isEmpty()) {
            return Code.statement(
                    dice.any(names.readable("int[]")) + "[$] " + dice.any(List.of("=", "+=", "^=")) + " $;",
                    expressions.index(),
                    expressions.whole(2));
        }
        if (dice.chance(15) && !names.assignable("long").isEmpty()) {
            return Code.statement(dice.any(names.assignable("long")) + " += $;", expressions.whole(2));
        }
        if (dice.chance(15) && !names.assignable("boolean").isEmpty()) {
            return Code.statement(dice.any(names.assignable("boolean")) + " = $;", expressions.condition(2));
        }
        List<String> variables = names.assignable("int");
        String variable = variables.isEmpty() ? "fuel" : dice.any(variables);
        if (variables.isEmpty() || dice.chance(20)) {
            return Code.statement(variable + "--;");
        }
        return dice.chance(20)
                ? Code.statement(variable + " += $;", expressions.number(2))
                : Code.statement(
                        variable + " " + dice.any(List.of("=", "+=", "-=", "^=", "<<=")) + " $;", expressions.whole(2));
    }

    private Code bulk() {
        Code a = expressions.array("double[]", 0);
        Code b = expressions.array("double[]", 0);
        if (a == null || b == null) {
            return scalarAssignment();
        }
        return switch (dice.below(4)) {
            case 0 ->
                dice.chance(20)
                        ? Code.statement("Objects.requireNonNull($);", a)
                        : Code.statement("Arrays.fill($, $);", a, expressions.number(2));
            case 1 -> Code.statement("Arrays.fill($, 1, 3, $);", a, expressions.number(1));
            default ->
                Code.statement(
                        "System.arraycopy($, $ & 1, $, $ & 1, 3);", a, expressions.whole(1), b, expressions.whole(1));
        };
    }

    private Code chained() {
        Code place = expressions.place("double[]");
        List<String> variables = names.assignable("double");
        return place == null || variables.isEmpty()
                ? scalarAssignment()
                : Code.statement(dice.any(variables) + " = $ = $;", place, expressions.tame(2));
    }

    private Code callStatement() {
        List<Names.Callee> effects = names.callees.stream()
                .filter(c -> c.parameters().contains("double[]")
                        && c.parameters().stream().allMatch(p -> !p.endsWith("[]") || expressions.array(p, 0) != null))
                .toList();
        return effects.isEmpty() ? elementAssignment() : Code.statement("$;", expressions.call(dice.any(effects), 1));
    }

    // --- declarations and references

    private Code declaration() {
        List<String> types = single
                ? List.of("double", "float", "float", "double[]", "float[]", "double[][]", "int", "boolean")
                : List.of(
                        "double",
                        "double",
                        "double",
                        "double[]",
                        "double[]",
                        "double[][]",
                        "int",
                        "int[]",
                        "boolean",
                        "long");
        String type = dice.any(types);
        String name = names.fresh("v");
        Code initial = initial(type);
        if (initial == null) {
            return scalarAssignment();
        }
        boolean inferred = dice.chance(15) && !initial.text().startsWith("{");
        Code code = !type.endsWith("]") && dice.chance(20)
                ? Code.statement(
                        type + " " + name + ";\nif ($) { " + name + " = $; } else { " + name + " = $; }",
                        expressions.condition(1),
                        initial,
                        expressions.of(type, 1))
                : Code.statement((inferred ? "var" : type) + " " + name + " = $;", initial);
        if (inferred && !type.endsWith("]")) {
            code = Code.statement(type + " " + name + " = $;", initial);
        }
        names.add(type, name, true);
        return code;
    }

    private Code initial(String type) {
        return switch (type) {
            case "double" -> expressions.number(3);
            case "float" -> expressions.single(3);
            case "int", "long", "boolean" -> expressions.of(type, 2);
            case "int[]" ->
                dice.chance(50) ? Code.of(type, "new int[6]") : Code.of(type, "{3, $, 1, 0}", expressions.index());
            case "double[][]" -> matrix();
            default -> vector(type);
        };
    }

    private Code vector(String type) {
        String element = type.substring(0, type.length() - 2);
        Code array = expressions.array(type, 1);
        int kind = array == null ? dice.below(3) : dice.below(10);
        return switch (kind) {
            case 0 -> Code.of(type, "new " + element + "[" + dice.between(4, 6) + "]");
            case 1, 2 ->
                Code.of(
                        type,
                        (dice.chance(50) ? "" : "new " + type) + "{$, $, $, $}",
                        expressions.of(element, 2),
                        expressions.of(element, 1),
                        expressions.of(element, 1),
                        expressions.of(element, 2));
            case 3 -> Code.of(type, "Arrays.copyOf($, " + dice.between(4, 6) + ")", array);
            case 4 -> Code.of(type, "Arrays.copyOfRange($, $ & 1, 6)", array, expressions.whole(1));
            case 5, 6 -> Code.of(type, "$.clone()", array);
            default -> array;
        };
    }

    private Code matrix() {
        List<String> rows = names.readable("double[]");
        return switch (dice.below(rows.isEmpty() ? 2 : 5)) {
            case 0 -> Code.of("double[][]", "new double[3][4]");
            case 1 ->
                Code.of(
                        "double[][]",
                        "copied(new double[][] {{$, 0.4, 0.9, 1.1}, {0.3, $, 0.2, 0.6}, {1, 2, 0.7, $}})",
                        expressions.number(1),
                        expressions.number(1),
                        expressions.number(1));
            case 2 ->
                names.readable("double[][]").isEmpty()
                        ? Code.of("double[][]", "new double[4][5]")
                        : Code.of("double[][]", dice.any(names.readable("double[][]")) + ".clone()");
            case 3 ->
                Code.of(
                        "double[][]",
                        "{" + dice.any(rows) + ", new double[5], $}",
                        Code.of("double[]", "$.clone()", expressions.array("double[]", 0)));
            default ->
                Code.of(
                        "double[][]",
                        "{" + dice.any(rows) + ", $, $}",
                        expressions.array("double[]", 1),
                        expressions.array("double[]", 0));
        };
    }

    private Code references() {
        List<String> variables = names.assignable("double[]");
        if (variables.isEmpty()) {
            return scalarAssignment();
        }
        String one = dice.any(variables);
        String other = dice.any(variables);
        if (dice.chance(40) && !one.equals(other)) {
            String held = names.fresh("t");
            return Code.statement("double[] " + held + " = " + one + ";\n" + one + " = " + other + ";\n" + other + " = "
                    + held + ";");
        }
        List<String> owned = names.assignable("double[][]");
        if (dice.chance(30) && !owned.isEmpty()) {
            return Code.statement(dice.any(owned) + "[" + dice.below(3) + "] = $;", expressions.array("double[]", 1));
        }
        if (dice.chance(20) && !owned.isEmpty()) {
            String matrix = dice.any(owned);
            String held = names.fresh("t");
            return Code.statement("double[] " + held + " = " + matrix + "[0];\n" + matrix + "[0] = " + matrix + "[2];\n"
                    + matrix + "[2] = " + held + ";");
        }
        Code value = dice.chance(30) ? Code.of("double[]", "new double[4]") : expressions.array("double[]", 2);
        return Code.statement(one + " = $;", value);
    }

    // --- control flow

    private Code jump() {
        List<String> continuable =
                names.labels.stream().filter(label -> label.startsWith("L")).toList();
        int kind = dice.below(20);
        if (kind < 6 && breakables > 0) {
            return Code.fixed("break;\n");
        } else if (kind < 10 && loops > 0) {
            return Code.fixed("continue;\n");
        } else if (kind < 13 && !names.labels.isEmpty()) {
            return Code.fixed("break " + dice.any(names.labels) + ";\n");
        } else if (kind < 16 && !continuable.isEmpty()) {
            return Code.fixed("continue " + dice.any(continuable) + ";\n");
        } else if (kind == 19 && dice.chance(30)) {
            return Code.fixed("throw new IllegalStateException(\"at \" + $);\n", expressions.whole(1));
        }
        return exit();
    }

    Code exit() {
        return result.equals("void") ? Code.fixed("return;\n") : Code.fixed("return $;\n", expressions.of(result, 2));
    }

    private Block branches(int depth) {
        Code condition = expressions.condition(2);
        Block then = block(depth - 1, dice.between(1, 3));
        if (dice.chance(40)) {
            return completing(Code.statement("if ($) {\n$}", condition, then.code()));
        }
        Block otherwise = block(depth - 1, dice.between(1, 3));
        return new Block(
                Code.statement("if ($) {\n$} else {\n$}", condition, then.code(), otherwise.code()),
                then.completes() || otherwise.completes());
    }

    private Code loop(int depth) {
        String label = names.fresh("L");
        String i = names.fresh("i");
        int variables = names.variables.size();
        List<String> doubles = names.readable("double[]");
        int kind = dice.below(10);
        boolean labelled = dice.chance(25);
        Code head = kind < 7 ? Code.fixed("") : expressions.condition(2);
        String open = "";
        String close = "}";
        switch (kind) {
            case 0, 1 -> {
                open = "for (int " + i + " = 0; " + i + " < " + dice.between(2, 4) + "; " + i + "++) {\n";
                names.add("int", i, false);
            }
            case 2 -> {
                String array = doubles.isEmpty() ? "new double[3]" : dice.any(doubles);
                open = "for (int " + i + " = 0; " + i + " < " + array + ".length; " + i
                        + "++) {\nif (fuel-- <= 0) { break; }\n";
                names.add("int", i, false);
            }
            case 3 -> {
                open = "for (int " + i + " = " + dice.between(2, 4) + "; " + i + " > 0; " + i + " -= "
                        + dice.between(1, 2) + ") {\n";
                names.add("int", i, false);
            }
            case 4 -> {
                if (doubles.isEmpty()) {
                    open = "for (int " + i + " : new int[] {2, 0, 3}) {\n";
                    names.add("int", i, true);
                } else {
                    open = "for (double " + i + " : " + dice.any(doubles) + ") {\n";
                    names.add("double", i, true);
                }
            }
            case 5 -> {
                List<String> matrices = names.readable("double[][]");
                List<String> ints = names.readable("int[]");
                if (!matrices.isEmpty() && dice.chance(60)) {
                    open = "for (double[] " + i + " : " + dice.any(matrices) + ") {\n";
                    names.add("double[]", i, true);
                } else {
                    String array = ints.isEmpty() ? "new int[] {1, 3}" : dice.any(ints);
                    open = "for (int " + i + " : " + array + ") {\nif (fuel-- < 0) { break; }\n";
                    names.add("int", i, true);
                }
            }
            case 6 -> open = "while (true) {\nif (fuel-- <= 0) { break; }\n";
            case 7 -> open = "while (fuel-- > 0 && $) {\n";
            case 8 -> {
                names.add("int", i, true);
                open = "for (int " + i + " = 3; fuel-- > 0 && $; " + i + " -= 2) {\n";
            }
            default -> {
                open = "do {\nif (" + dice.any(withDefault(names.readable("boolean"), "fuel == 3"))
                        + ") { continue; }\n";
                close = "} while (fuel-- > 0 && $);";
            }
        }
        loops++;
        breakables++;
        if (labelled) {
            names.labels.add(label);
        }
        Code body = block(depth - 1, dice.between(1, 4)).code();
        names.labels.remove(label);
        loops--;
        breakables--;
        names.leave(variables);
        String template = (labelled ? label + ": " : "") + open + "$" + close;
        if (kind < 7) {
            return Code.statement(template, body);
        }
        return kind < 9 ? Code.statement(template, head, body) : Code.statement(template, body, head);
    }

    private static List<String> withDefault(List<String> list, String otherwise) {
        return list.isEmpty() ? List.of(otherwise) : list;
    }

    private Code selection(int depth) {
        breakables++;
        boolean arrows = dice.chance(40);
        List<String> strings = names.readable("String");
        boolean text = !strings.isEmpty() && dice.chance(30);
        List<String> constants = text ? List.of("\"one\"", "\"two\"", "\"three\"") : List.of("0", "1", "2");
        Code on = text
                ? Code.of("String", dice.any(strings))
                : Code.of("int", "$ & 3", Code.of("int", "($)", expressions.whole(2)));
        List<Code> pieces = new ArrayList<>(List.of(on));
        StringBuilder template = new StringBuilder("switch ($) {\n");
        int fallback = dice.below(5);
        for (int i = 0; i < 3; i++) {
            template.append(i == fallback ? "default" : "case " + constants.get(i))
                    .append(arrows ? " -> {\n$}\n" : ": {\n$}\n");
            Block block = block(depth - 1, dice.below(3));
            pieces.add(block.code());
            if (!arrows && block.completes() && dice.chance(60)) {
                template.append("break;\n");
            }
        }
        String end = text ? "\"four\"" : "3";
        template.append("case ").append(end).append(arrows ? " -> fuel--;\n}" : ": fuel--;\n}");
        breakables--;
        return Code.statement(template.toString(), pieces.toArray(Code[]::new));
    }
}
