package dev.pullback.processor.random;

import dev.pullback.processor.random.Names.Callee;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Random expressions of each type, with effects, whose values stay moderate and off the kinks where that can be had. */
final class Expressions {
    private final Dice dice;
    private final Names names;
    private final boolean single;

    Expressions(Dice dice, Names names, boolean single) {
        this.dice = dice;
        this.names = names;
        this.single = single;
    }

    Code of(String type, int depth) {
        return switch (type) {
            case "double" -> number(depth);
            case "float" -> single(depth);
            case "int" -> whole(depth);
            case "long" -> wide(depth);
            case "boolean" -> condition(depth);
            default -> array(type, depth);
        };
    }

    private static Code text(String type, String text) {
        return Code.of(type, text);
    }

    private void choose(List<Supplier<Code>> choices, int weight, Supplier<Code> choice) {
        for (int i = 0; i < weight; i++) {
            choices.add(choice);
        }
    }

    // --- double

    /** Between -3 and 3 or so, if what it reads is. */
    Code number(int depth) {
        if (depth <= 0 || dice.chance(15)) {
            return leaf();
        }
        List<Supplier<Code>> choices = new ArrayList<>();
        int d = depth - 1;
        choose(choices, 10, () -> Code.of("double", "($ " + dice.any(List.of("+", "-")) + " $)", number(d), number(d)));
        choose(choices, 10, () -> Code.of("double", "($ * $)", number(d), tame(d)));
        choose(choices, 3, () -> Code.of("double", "$ / (1.6 + $)", atom(d), tame(d)));
        choose(choices, 2, () -> Code.of("double", "-$", atom(d)));
        choose(choices, 8, () -> function(d));
        choose(choices, 3, () -> kinked(d));
        choose(choices, 3, () -> Code.of("double", "($ ? $ : $)", condition(d), number(d), number(d)));
        choose(choices, 2, () -> Code.of("double", "0.125 * ($ & 7)", whole(d)));
        choose(choices, 8, () -> element("double[]"));
        choose(choices, 5, () -> effect(d));
        choose(choices, 4, () -> call("double", d));
        choose(choices, 2, () -> selection("double", d));
        if (single) {
            choose(choices, 6, () -> Code.of("double", "(double) $", parenthesised(single(d))));
            choose(choices, 4, () -> single(d));
        }
        return dice.pick(choices);
    }

    private Code atom(int depth) {
        return parenthesised(number(depth));
    }

    private static Code parenthesised(Code code) {
        return Code.of(code.kind(), "($)", code);
    }

    /** Between -1 and 1, whatever it reads. */
    Code tame(int depth) {
        return switch (dice.below(5)) {
            case 0 -> Code.of("double", "Math.cos($)", number(depth));
            case 1 -> Code.of("double", "Math.tanh($)", number(depth));
            case 2 -> Code.of("double", "Math.atan($)", number(depth));
            default -> Code.of("double", "Math.sin($)", number(depth));
        };
    }

    private Code leaf() {
        if (dice.chance(15)) {
            return text("double", dice.any(List.of("0.5", "2.0", "0.25", "1.5", "0.731", "-0.4", "1f", "3")));
        }
        if (dice.chance(25)) {
            return element("double[]");
        }
        List<String> readable = names.readable("double");
        return text("double", readable.isEmpty() ? "0.83" : dice.any(readable));
    }

    private Code function(int d) {
        String owner = dice.chance(85) ? "Math" : "StrictMath";
        return switch (dice.below(19)) {
            case 0 -> Code.of("double", owner + ".exp(0.4 * $)", tame(d));
            case 1 -> Code.of("double", owner + ".log(1.7 + 0.6 * $)", tame(d));
            case 2 -> Code.of("double", owner + ".sqrt(1.8 + 0.7 * $)", tame(d));
            case 3 -> Code.of("double", owner + ".pow(1.9 + 0.5 * $, $)", tame(d), tame(d));
            case 4 -> Code.of("double", owner + ".hypot($, 1.2 + 0.3 * $)", number(d), tame(d));
            case 5 -> Code.of("double", owner + ".atan2($, 1.7 + 0.3 * $)", number(d), tame(d));
            case 6 -> Code.of("double", owner + ".fma($, $, $)", number(d), tame(d), number(d));
            case 7 -> Code.of("double", owner + ".cbrt(2.1 + 0.5 * $)", tame(d));
            case 8 -> Code.of("double", owner + ".log1p(0.4 * $)", tame(d));
            case 9 -> Code.of("double", owner + ".expm1(0.4 * $)", tame(d));
            case 10 -> Code.of("double", owner + ".sinh(0.5 * $)", tame(d));
            case 11 -> Code.of("double", owner + ".cosh(0.5 * $)", tame(d));
            case 12 -> Code.of("double", owner + ".asin(0.6 * $)", tame(d));
            case 13 -> Code.of("double", owner + ".acos(0.6 * $)", tame(d));
            case 14 -> Code.of("double", owner + ".tan(0.6 * $)", tame(d));
            case 15 -> Code.of("double", owner + ".log10(2.2 + 0.6 * $)", tame(d));
            case 16 -> Code.of("double", owner + ".toRadians(20 * $)", number(d));
            case 17 -> Code.of("double", owner + ".scalb($, $ & 1)", number(d), whole(d));
            default -> tame(d);
        };
    }

    /** Functions with kinks and steps, which an odd constant moves away. */
    private Code kinked(int d) {
        String odd = dice.odd(0.11, 0.93);
        return switch (dice.below(10)) {
            case 0, 1 -> Code.of("double", "Math.max($, $ + " + odd + ")", number(d), number(d));
            case 2, 3 -> Code.of("double", "Math.min($, $ - " + odd + ")", number(d), number(d));
            case 4 -> Code.of("double", "Math.abs($ + " + odd + ")", number(d));
            case 5 -> Code.of("double", "($ + " + odd + ") % 1.37", number(d));
            case 6 -> Code.of("double", "Math.copySign($ + " + odd + ", $ - " + odd + ")", number(d), number(d));
            case 7 -> Code.of("double", "Math.signum($ + " + odd + ")", number(d));
            case 8 ->
                Code.of(
                        "double",
                        "Math." + dice.any(List.of("floor", "ceil", "rint")) + "(1.7 * $ + " + odd + ")",
                        number(d));
            default -> Code.of("double", "(int) (2.3 * $ + " + odd + ")", number(d));
        };
    }

    private Code effect(int d) {
        List<String> variables = names.assignable("double");
        if (variables.isEmpty() && place("double[]") == null) {
            return leaf();
        }
        if (variables.isEmpty() || place("double[]") != null && dice.chance(35)) {
            return parenthesised(Code.of(
                    "double", "$ " + dice.any(List.of("=", "+=", "-=", "*=")) + " $", element("double[]"), tame(d)));
        }
        String variable = dice.any(variables);
        return switch (dice.below(5)) {
            case 0, 1 -> Code.of("double", "(" + variable + " = $)", number(d));
            case 2 -> Code.of("double", "(" + variable + " += $)", tame(d));
            case 3 -> Code.of("double", "(" + variable + " *= $)", tame(d));
            default -> text("double", variable + dice.any(List.of("++", "--")));
        };
    }

    /** An element of an array; also what can be assigned to. */
    Code element(String type) {
        String element = type.substring(0, type.length() - 2);
        Code array = array(type, 0);
        if (array == null) {
            return text(element, element.equals("double") ? "0.61" : element.equals("float") ? "0.61f" : "1");
        }
        return Code.of(element, "$[$]", array, index());
    }

    /** An element that is a place in memory, or nothing. */
    Code place(String type) {
        return array(type, 0) == null ? null : element(type);
    }

    // --- float

    Code single(int depth) {
        if (depth <= 0 || dice.chance(20)) {
            return singleLeaf();
        }
        int d = depth - 1;
        List<Supplier<Code>> choices = new ArrayList<>();
        choose(choices, 6, () -> Code.of("float", "($ " + dice.any(List.of("+", "-")) + " $)", single(d), single(d)));
        choose(choices, 6, () -> Code.of("float", "($ * $)", single(d), Code.of("float", "(float) $", tame(d))));
        choose(choices, 5, () -> Code.of("float", "(float) $", parenthesised(number(d))));
        choose(choices, 2, () -> Code.of("float", "-$", parenthesised(single(d))));
        choose(
                choices,
                2,
                () -> Code.of("float", "Math.max($, $ + " + dice.odd(0.1, 0.9) + "f)", single(d), single(d)));
        choose(choices, 1, () -> Code.of("float", "Math.abs($ + " + dice.odd(0.1, 0.9) + "f)", single(d)));
        choose(choices, 2, () -> Code.of("float", "($ ? $ : $)", condition(d), single(d), single(d)));
        choose(choices, 1, () -> Code.of("float", "0.25f * ($ & 3)", whole(d)));
        choose(choices, 5, () -> element("float[]"));
        choose(choices, 3, () -> call("float", d));
        List<String> variables = names.assignable("float");
        if (!variables.isEmpty()) {
            String variable = dice.any(variables);
            choose(choices, 2, () -> Code.of("float", "(" + variable + " = $)", single(d)));
            choose(choices, 2, () -> Code.of("float", "(" + variable + " += $)", tame(d)));
            choose(choices, 1, () -> text("float", variable + "++"));
        }
        return dice.pick(choices);
    }

    private Code singleLeaf() {
        List<String> readable = names.readable("float");
        if (readable.isEmpty() || dice.chance(20)) {
            return dice.chance(50) ? element("float[]") : text("float", dice.odd(0.2, 1.3) + "f");
        }
        return text("float", dice.any(readable));
    }

    // --- passive

    Code whole(int depth) {
        if (depth <= 0 || dice.chance(35)) {
            List<String> readable = names.readable("int");
            boolean literal = readable.isEmpty() || dice.chance(25);
            return text("int", literal ? String.valueOf(dice.below(6)) : dice.any(readable));
        }
        int d = depth - 1;
        List<Supplier<Code>> choices = new ArrayList<>();
        choose(
                choices,
                6,
                () -> Code.of(
                        "int", "($ " + dice.any(List.of("+", "-", "*", "^", "&", ">>")) + " $)", whole(d), whole(d)));
        choose(choices, 1, () -> Code.of("int", "($ % 5)", whole(d)));
        choose(choices, 2, () -> Code.of("int", "($ ? $ : $)", condition(d), whole(d), whole(d)));
        choose(choices, 1, () -> Code.of("int", "(int) $", parenthesised(wide(d))));
        choose(choices, 1, () -> Code.of("int", "(int) (3.1 * $ + " + dice.odd(0.1, 0.9) + ")", number(d)));
        choose(choices, 1, () -> Code.of("int", "Integer.max($, $)", whole(d), whole(d)));
        choose(choices, 2, () -> selection("int", d));
        choose(choices, 2, () -> call("int", d));
        if (!names.readable("int[]").isEmpty()) {
            String array = dice.any(names.readable("int[]"));
            choose(choices, 5, () -> Code.of("int", array + "[$]", index()));
            choose(choices, 1, () -> Code.of("int", array + "[$]" + dice.any(List.of("++", "--")), index()));
            choose(choices, 1, () -> Code.of("int", "(" + array + "[$] += $)", index(), whole(d)));
        }
        if (!names.readable("double[]").isEmpty()) {
            choose(choices, 1, () -> text("int", dice.any(names.readable("double[]")) + ".length"));
        }
        if (!names.readable("String").isEmpty()) {
            String string = dice.any(names.readable("String"));
            choose(choices, 1, () -> text("int", string + ".length()"));
            choose(choices, 1, () -> text("int", string + ".charAt(0)"));
        }
        List<String> variables = names.assignable("int");
        if (!variables.isEmpty()) {
            String variable = dice.any(variables);
            choose(choices, 2, () -> text("int", variable + dice.any(List.of("++", "--"))));
            choose(choices, 1, () -> text("int", dice.any(List.of("++", "--")) + variable));
            choose(choices, 1, () -> Code.of("int", "(" + variable + " = $)", whole(d)));
            choose(choices, 1, () -> Code.of("int", "(" + variable + " += $)", whole(d)));
        }
        return dice.pick(choices);
    }

    Code wide(int depth) {
        List<String> readable = names.readable("long");
        if (depth <= 0 || dice.chance(30)) {
            return text("long", readable.isEmpty() ? dice.below(9) + "L" : dice.any(readable));
        }
        int d = depth - 1;
        return switch (dice.below(3)) {
            case 0 -> Code.of("long", "($ " + dice.any(List.of("+", "*", "^", "-")) + " $)", wide(d), whole(d));
            case 1 -> Code.of("long", "(long) $", parenthesised(whole(d)));
            default -> Code.of("long", "($ >>> 3)", wide(d));
        };
    }

    Code index() {
        List<String> readable = names.readable("int");
        return switch (dice.below(5)) {
            case 0 -> Code.of("int", "$", text("int", String.valueOf(dice.below(4))));
            case 1, 2 -> Code.of("int", "$ & 3", text("int", readable.isEmpty() ? "2" : dice.any(readable)));
            case 3 -> Code.of("int", "Math.floorMod($, 4)", whole(1));
            default -> Code.of("int", "($) & 3", whole(1));
        };
    }

    Code condition(int depth) {
        List<String> flags = names.readable("boolean");
        if (depth <= 0) {
            return !flags.isEmpty() && dice.chance(30)
                    ? text("boolean", dice.any(flags))
                    : Code.of("boolean", "($ > " + dice.below(4) + ")", whole(0));
        }
        int d = depth - 1;
        List<Supplier<Code>> choices = new ArrayList<>();
        List<String> comparisons = List.of("<", ">", "==", "!=", "<=", ">=");
        choose(choices, 4, () -> Code.of("boolean", "($ " + dice.any(comparisons) + " $)", whole(d), whole(d)));
        choose(choices, 2, () -> Code.of("boolean", "(($ & 1) == 0)", whole(d)));
        choose(
                choices,
                4,
                () -> Code.of(
                        "boolean",
                        "($ " + dice.any(List.of("<", ">", "<=")) + " $ + " + dice.odd(0.07, 0.6) + ")",
                        number(d),
                        number(d)));
        choose(
                choices,
                4,
                () -> Code.of(
                        "boolean",
                        "($ " + dice.any(List.of("&&", "||", "&&", "||", "&", "^", "|")) + " $)",
                        condition(d),
                        condition(d)));
        choose(choices, 1, () -> Code.of("boolean", "!$", parenthesised(condition(d))));
        List<String> variables = names.assignable("boolean");
        if (!variables.isEmpty()) {
            choose(choices, 1, () -> Code.of("boolean", "(" + dice.any(variables) + " = $)", condition(d)));
        }
        if (!names.readable("String").isEmpty()) {
            choose(choices, 1, () -> text("boolean", dice.any(names.readable("String")) + ".equals(\"two\")"));
        }
        return dice.pick(choices);
    }

    // --- all types

    /** A switch; what is yielded is simple, for javac mistakes some parentheses after {@code yield} for a call. */
    private Code selection(String type, int d) {
        Code other = Code.fixed("if ($) { yield $; }\n", condition(d), of(type, 0));
        if (!names.readable("String").isEmpty() && dice.chance(20)) {
            return Code.of(
                    type,
                    "switch (" + dice.any(names.readable("String"))
                            + ") { case \"one\" -> $; case \"two\", \"three\" -> { $yield $; } default -> $; }",
                    of(type, d),
                    other,
                    of(type, 0),
                    of(type, d));
        }
        if (dice.chance(70)) {
            String arrows = "switch ($ & 3) { case 0 -> $; case 1, 2 -> { $yield $; } default -> $; }";
            return Code.of(type, arrows, whole(d), of(type, d), other, of(type, 0), of(type, d));
        }
        String groups = "switch ($ & 3) { case 0: yield $; case 1: { $yield $; } default: yield $; }";
        return Code.of(type, groups, whole(d), of(type, 0), other, of(type, 0), of(type, 0));
    }

    /** An array, or null if none is in sight. */
    Code array(String type, int depth) {
        List<String> readable = names.readable(type);
        List<String> outer = names.readable(type + "[]");
        if (readable.isEmpty() && outer.isEmpty()) {
            return null;
        }
        if (!outer.isEmpty() && (readable.isEmpty() || dice.chance(30))) {
            Code row = dice.chance(50)
                    ? text("int", String.valueOf(dice.below(3)))
                    : Code.of("int", "Math.floorMod($, 3)", whole(depth));
            return Code.of(type, dice.any(outer) + "[$]", row);
        }
        if (depth > 0 && dice.chance(25)) {
            return switch (dice.below(3)) {
                case 0 ->
                    Code.of(type, "($ ? $ : $)", condition(depth - 1), array(type, depth - 1), array(type, depth - 1));
                case 1 -> Code.of(type, "$.clone()", text(type, dice.any(readable)));
                default -> call(type, depth - 1);
            };
        }
        return text(type, dice.any(readable));
    }

    /** A call of something with this result, or the simplest of the type. */
    Code call(String result, int depth) {
        List<Callee> callees = names.calleesOf(result).stream()
                .filter(callee -> callee.parameters().stream().allMatch(this::isAtHand))
                .toList();
        return callees.isEmpty() ? of(result, 0) : call(dice.any(callees), depth);
    }

    private boolean isAtHand(String type) {
        return !type.endsWith("[]") || array(type, 0) != null;
    }

    Code call(Callee callee, int depth) {
        return call(callee.result(), callee.name() + "(", callee.parameters(), depth);
    }

    /** A call in which no two arrays are one, which callees may refuse. */
    Code call(String result, String open, List<String> parameters, int depth) {
        List<Code> arguments = new ArrayList<>();
        boolean arrays = false;
        for (String type : parameters) {
            Code argument = of(type, depth);
            boolean real = type.endsWith("[]") && !type.startsWith("int");
            if (arrays && real) {
                argument = Code.fixed(type.endsWith("[][]") ? "copied($)" : "$.clone()", argument);
            }
            arrays |= real;
            arguments.add(argument);
        }
        String template =
                open + String.join(", ", arguments.stream().map(a -> "$").toList()) + ")";
        return Code.of(result, template, arguments.toArray(Code[]::new));
    }
}
