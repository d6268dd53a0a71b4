package dev.pullback.processor.rules;

import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Operator;
import dev.pullback.processor.ir.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A row of the table: a function, and its partial derivative with respect to each argument.
 *
 * <p>A partial is a formula in the arguments and the result {@code y}. One that mentions {@code v} is not the partial but already its
 * product with the direction, for where the order of operations matters.
 */
final class Rule {

    private final Formula function;
    private final List<Partial> partials;
    private final List<ForLiteral> forLiterals;
    private final Optional<Partial> ofEqual;
    private final Optional<Partial> domain;
    private final String note;

    /** A formula with the text that it was read from. */
    record Partial(String text, Formula formula) {
        static Partial of(String text) {
            return new Partial(text, FormulaParser.parse(text));
        }
    }

    /** What the first partial is if another argument is this literal. */
    private record ForLiteral(String argument, double literal, Partial partial) {}

    private Rule(
            Formula function,
            List<Partial> partials,
            List<ForLiteral> forLiterals,
            Optional<Partial> ofEqual,
            Optional<Partial> domain,
            String note) {
        this.function = function;
        this.partials = List.copyOf(partials);
        this.forLiterals = List.copyOf(forLiterals);
        this.ofEqual = ofEqual;
        this.domain = domain;
        this.note = note;
        if (arguments().size() != partials.size()) {
            throw new IllegalArgumentException(partials.size() + " partials for " + this);
        }
    }

    static Rule rule(String function, String... partials) {
        List<Partial> parsed = new ArrayList<>();
        for (String partial : partials) {
            parsed.add(Partial.of(partial));
        }
        Formula parsedFunction = FormulaParser.parse(function);
        return new Rule(parsedFunction, parsed, List.of(), Optional.empty(), Optional.empty(), "");
    }

    /** The same rule, with another first partial for where the argument is a literal. */
    Rule with(String argument, double literal, String partial) {
        List<ForLiteral> more = new ArrayList<>(forLiterals);
        more.add(new ForLiteral(argument, literal, Partial.of(partial)));
        return new Rule(function, partials, more, ofEqual, domain, note);
    }

    /** The same rule, with the sum of both partials for where both arguments are one value. */
    Rule ofEqual(String partial) {
        return new Rule(function, partials, forLiterals, Optional.of(Partial.of(partial)), domain, note);
    }

    /** The same rule for a function that is not defined everywhere. */
    Rule on(String condition) {
        return new Rule(function, partials, forLiterals, ofEqual, Optional.of(Partial.of(condition)), note);
    }

    /** The same rule with a remark for the documentation. */
    Rule because(String remark) {
        return new Rule(function, partials, forLiterals, ofEqual, domain, remark);
    }

    /** The function's name, or the operator's symbol. */
    String name() {
        return function instanceof Formula.Call call
                ? call.function()
                : function instanceof Formula.Binary binary ? binary.operator().symbol() : Primitive.NEG.symbol();
    }

    List<String> arguments() {
        return function.parts().stream()
                .map(part -> ((Formula.Name) part).name())
                .toList();
    }

    /** Whether this is the rule of the operator with that many operands. */
    boolean isFor(Operator operator, int operands) {
        if (operands != partials.size()) {
            return false;
        } else if (operator instanceof Intrinsic intrinsic) {
            return function instanceof Formula.Call call && call.function().equals(intrinsic.name());
        }
        return function instanceof Formula.Binary binary
                ? binary.operator() == operator
                : operator == Primitive.NEG && isNegation();
    }

    private boolean isNegation() {
        return function instanceof Formula.Negation;
    }

    List<Partial> partials() {
        return partials;
    }

    /** The partial that holds if one argument is a literal. */
    Optional<Formula> partialFor(String argument, double literal) {
        return forLiterals.stream()
                .filter(row -> row.argument.equals(argument) && row.literal == literal)
                .map(row -> row.partial.formula())
                .findFirst();
    }

    Optional<Formula> ofEqual() {
        return ofEqual.map(Partial::formula);
    }

    /** Where the function is defined, if not everywhere. */
    Optional<Formula> domain() {
        return domain.map(Partial::formula);
    }

    /** The row of a Markdown table: function, partials, domain, remarks. */
    String markdown() {
        String all = partials.stream().map(partial -> code(partial.text())).collect(Collectors.joining("<br>"));
        List<String> remarks = new ArrayList<>();
        forLiterals.forEach(
                row -> remarks.add(code(row.argument + " == " + plain(row.literal)) + ": " + code(row.partial.text())));
        ofEqual.ifPresent(partial -> remarks.add("both the same: " + code(partial.text())));
        if (!note.isEmpty()) {
            remarks.add(note);
        }
        String where = domain.map(condition -> code(condition.text())).orElse("");
        return "| " + code(toString()) + " | " + all + " | " + where + " | " + String.join("<br>", remarks) + " |";
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    @Override
    public String toString() {
        List<String> arguments = arguments();
        if (function instanceof Formula.Call) {
            return name() + "(" + String.join(", ", arguments) + ")";
        }
        return isNegation() ? "-" + arguments.get(0) : arguments.get(0) + " " + name() + " " + arguments.get(1);
    }
}
