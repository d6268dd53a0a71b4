package dev.pullback.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A source of which some tokens were left out, doubled, swapped or replaced. */
final class Mutation {
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\n]*|/\\*.*?\\*/|\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'"
                    + "|[\\p{L}_$][\\w$]*|\\.?\\d[\\w.]*|>>>=|<<=|>>=|->|\\+\\+|--|&&|\\|\\||::|[-+*/%&|^!=<>]=|\\s+|.",
            Pattern.DOTALL);

    private static final List<String> OTHERS = List.of(
            "return",
            "break",
            "continue",
            "final",
            "static",
            "null",
            "this",
            "int",
            "double",
            "float",
            "long",
            "boolean",
            "byte",
            "char",
            "short",
            "String",
            "Object",
            "var",
            "switch",
            "yield",
            "case",
            "default",
            "if",
            "else",
            "for",
            "while",
            "do",
            "new",
            "throw",
            "try",
            "finally",
            "catch",
            "synchronized",
            "record",
            "class",
            "interface",
            "enum",
            "void",
            "private",
            "public",
            "abstract",
            "native",
            "assert",
            "instanceof",
            "super",
            "true",
            "false",
            "@Differentiable",
            "@Constant",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "[]",
            ";",
            ",",
            ".",
            "->",
            "::",
            "=",
            "+=",
            "-=",
            "*=",
            "%=",
            ">>>=",
            "+",
            "-",
            "*",
            "/",
            "%",
            "&&",
            "||",
            "!",
            "~",
            "^",
            "?",
            ":",
            "==",
            "<",
            ">",
            "...",
            "0",
            "1",
            "2.5",
            "0x1p3",
            "1f",
            "3L",
            "'c'",
            "\"s\"",
            "\"\"\"\n x\"\"\"",
            "Math.sin(",
            "(int)",
            "(float)",
            "length",
            "double[]",
            "int[]",
            "double[][]",
            "List<Double>",
            "<T>",
            "é",
            "_",
            "$",
            "Double",
            "Integer");

    private Mutation() {}

    static String of(String source, long seed) {
        Dice dice = new Dice(seed);
        List<String> tokens = tokens(source);
        int times = dice.chance(70) ? 1 : dice.between(2, 3);
        for (int i = 0; i < times; i++) {
            mutate(tokens, dice);
        }
        return String.join("", tokens);
    }

    private static List<String> tokens(String source) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static void mutate(List<String> tokens, Dice dice) {
        int at = place(tokens, dice);
        int other = place(tokens, dice);
        switch (dice.below(12)) {
            case 0 -> tokens.set(at, " ");
            case 1 -> tokens.add(at, tokens.get(at) + " ");
            case 2 -> {
                String token = tokens.get(at);
                tokens.set(at, tokens.get(other));
                tokens.set(other, token);
            }
            case 3 -> tokens.set(at, tokens.get(other));
            case 4, 5, 6, 7, 8, 9 -> tokens.set(at, alike(tokens, at, dice));
            default -> tokens.set(at, " " + dice.any(OTHERS) + " ");
        }
    }

    private static int place(List<String> tokens, Dice dice) {
        int at = dice.below(tokens.size());
        while (tokens.get(at).isBlank()) {
            at = dice.below(tokens.size());
        }
        return at;
    }

    /** A token that starts as this one does, so that the outcome has a chance to compile: a name for a name, a number for a number. */
    private static String alike(List<String> tokens, int at, Dice dice) {
        int kind = kind(tokens.get(at));
        List<String> like = tokens.stream().filter(token -> kind(token) == kind).toList();
        return dice.any(like);
    }

    private static int kind(String token) {
        char first = token.charAt(0);
        if (Character.isWhitespace(first)) {
            return 0;
        } else if (Character.isJavaIdentifierStart(first)) {
            return OTHERS.contains(token) ? 1 : 2;
        } else if (Character.isDigit(first)) {
            return 3;
        }
        return "+-*/%&|^<>=!?:".indexOf(first) >= 0 ? 4 : 5;
    }
}
