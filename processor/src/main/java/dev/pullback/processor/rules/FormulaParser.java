package dev.pullback.processor.rules;

import dev.pullback.processor.ir.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the formulas of the table: Java expressions of numbers, names, calls and {@code - + * / % < <= > >= == != && ?:}. */
final class FormulaParser {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\\d+(?:\\.\\d+)?(?:e-?\\d+)?|[A-Za-z]\\w*|&&|[<>=!]=|[-+*/%<>?:(),])\\s*");

    /** Binary operators, loosest first; all associate to the left. */
    private static final List<List<String>> LEVELS = List.of(
            List.of("&&"),
            List.of("==", "!="),
            List.of("<", "<=", ">", ">="),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private static final String END = "";

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int position;

    private FormulaParser(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            matcher.region(matcher.end(), text.length());
        }
        if (matcher.regionStart() < text.length()) {
            throw unexpected(text.substring(matcher.regionStart()));
        }
    }

    static Formula parse(String text) {
        FormulaParser parser = new FormulaParser(text);
        Formula formula = parser.choice();
        parser.expect(END);
        return formula;
    }

    private Formula choice() {
        Formula condition = binary(0);
        if (!accept("?")) {
            return condition;
        }
        Formula then = choice();
        expect(":");
        return new Formula.Choice(condition, then, choice());
    }

    private Formula binary(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        Formula left = binary(level + 1);
        while (LEVELS.get(level).contains(peek())) {
            Primitive operator = operator(next());
            left = new Formula.Binary(operator, left, binary(level + 1));
        }
        return left;
    }

    private static Primitive operator(String sign) {
        if (sign.equals("&&")) {
            return Primitive.AND;
        }
        for (Primitive operator : Primitive.values()) {
            if (operator.symbol().equals(sign)) {
                return operator;
            }
        }
        throw new IllegalStateException("no operator " + sign);
    }

    private Formula unary() {
        return accept("-") ? new Formula.Negation(unary()) : primary();
    }

    private Formula primary() {
        if (accept("(")) {
            Formula inside = choice();
            expect(")");
            return inside;
        }
        String token = next();
        if (token.isEmpty() || !Character.isLetterOrDigit(token.charAt(0))) {
            throw unexpected(token);
        } else if (Character.isDigit(token.charAt(0))) {
            return new Formula.Literal(Double.parseDouble(token));
        }
        return accept("(") ? new Formula.Call(token, arguments()) : new Formula.Name(token);
    }

    private List<Formula> arguments() {
        List<Formula> arguments = new ArrayList<>();
        do {
            arguments.add(choice());
        } while (accept(","));
        expect(")");
        return arguments;
    }

    private String peek() {
        return position < tokens.size() ? tokens.get(position) : END;
    }

    private String next() {
        String token = peek();
        position++;
        return token;
    }

    private boolean accept(String token) {
        if (!peek().equals(token)) {
            return false;
        }
        position++;
        return true;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw unexpected(peek());
        }
    }

    private IllegalArgumentException unexpected(String token) {
        return new IllegalArgumentException("cannot read `" + text + "` at `" + token + "`");
    }
}
