package dev.pullback.processor.problem;

import java.util.Locale;

/** Every message that Pullback can print: what is wrong, why, and the way out. */
public enum Problem {
    NO_DERIVATIVE_RULE(
            Severity.ERROR,
            "%s has no derivative rule. Call a differentiable method, write the computation out, give it a rule (see @DerivativesOf), or declare the parameters that reach it @Constant."),
    ACTIVE_ESCAPES(
            Severity.ERROR,
            "the active value %s would be lost here: %s. Keep it in a double, a float or an array of them, or declare what it depends on @Constant."),
    UNSUPPORTED(Severity.ERROR, "%s cannot be differentiated. %s"),
    NOTHING_TO_DIFFERENTIATE(
            Severity.ERROR,
            "%s has no active result and writes no active array, so there is nothing to differentiate. Return a double, a float or an array of them, or remove @Differentiable."),
    NO_ACTIVE_PARAMETER(
            Severity.ERROR,
            "%s has no independent variable: no parameter is a double, a float or an array of them without @Constant. Add one, or remove @Differentiable."),
    NAME_CLASH(Severity.ERROR, "the generated %s clashes with %s. Rename one of them."),
    CALLS_UNSUPPORTED(
            Severity.ERROR,
            "this calls %s, which cannot be differentiated; the reason is given there. Mend it, or call something else."),
    NO_COMPANION(
            Severity.ERROR,
            "%s was compiled without its derivatives: there is no class %s. Compile it with the Pullback processor."),
    NO_TREES(
            Severity.ERROR,
            "Pullback reads method bodies through javac's tree API, which this compiler does not offer. Compile with javac."),
    NOT_WRITTEN(
            Severity.FATAL,
            "the derivatives cannot be written: %s. Make the folder for generated sources writable, and compile each class once only."),
    RULE_FITS_NOTHING(Severity.ERROR, "the rule %s fits no method %s. %s."),
    RULE_UNUSABLE(Severity.ERROR, "the rule %s cannot be used: %s. %s"),
    RULE_AMBIGUOUS(
            Severity.ERROR,
            "there are several rules for this call of %s, in %s. Name only one of these classes in @UseDerivatives, or the one that is meant nearer to the call."),
    NO_RULES(
            Severity.ERROR,
            "%s has no rules for anybody. Annotate it with @DerivativesOf, or remove it from @UseDerivatives."),
    OPTION(Severity.WARNING, "%s."),
    SPOILT_BY_GENERATED_TYPE(
            Severity.FATAL,
            "the type of this variable follows from a class that is still to be generated, and it is declared beside a method that Pullback has to read now. Declare the variable's type, or move this code to another class."),
    INPUT_DOES_NOT_REACH_OUTPUT(
            Severity.WARNING,
            "the derivative with respect to %s is always zero: it does not reach the result. Declare it @Constant."),
    DERIVATIVE_LOST(
            Severity.WARNING,
            "%s depends on an independent variable, and its derivative is lost here: %s. Use the value itself, or write @SuppressWarnings(\"Pullback/DerivativeLost\") if that is meant."),
    INTERNAL(
            Severity.ERROR,
            "Pullback failed on %s; this is a bug of Pullback, not of your code. Please report it with the method: %s");

    /** Whether the method can still be differentiated. */
    public enum Severity {
        /** No, and it is never only a warning. */
        FATAL,
        /** No. */
        ERROR,
        /** Yes. */
        WARNING
    }

    private final Severity severity;
    private final String template;

    Problem(Severity severity, String template) {
        this.severity = severity;
        this.template = template;
    }

    public Severity severity() {
        return severity;
    }

    public String template() {
        return template;
    }

    /** The name in messages and in {@code @SuppressWarnings}: {@code NO_DERIVATIVE_RULE} is {@code NoDerivativeRule}. */
    public String code() {
        StringBuilder code = new StringBuilder();
        for (String word : name().split("_")) {
            code.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return code.toString();
    }
}
