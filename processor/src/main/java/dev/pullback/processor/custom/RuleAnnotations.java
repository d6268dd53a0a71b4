package dev.pullback.processor.custom;

import java.util.List;

/** The annotations that rules are written with. */
public final class RuleAnnotations {

    public static final String DERIVATIVES_OF = "dev.pullback.DerivativesOf";
    public static final String USE_DERIVATIVES = "dev.pullback.UseDerivatives";
    public static final String PARTIAL = "dev.pullback.Partial";
    public static final String VJP = "dev.pullback.Vjp";
    public static final String JVP = "dev.pullback.Jvp";
    static final String WRT = "dev.pullback.Wrt";
    static final String RESULT = "dev.pullback.Result";
    static final String WRITTEN = "dev.pullback.Written";

    /** All of them, for javac, which warns of annotations that nobody claims. */
    public static final List<String> ALL =
            List.of(DERIVATIVES_OF, USE_DERIVATIVES, PARTIAL, VJP, JVP, WRT, RESULT, WRITTEN);

    private RuleAnnotations() {}
}
