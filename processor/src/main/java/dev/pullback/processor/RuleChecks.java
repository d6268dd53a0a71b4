package dev.pullback.processor;

import dev.pullback.processor.custom.Flaw;
import dev.pullback.processor.custom.RuleAnnotations;
import dev.pullback.processor.custom.RuleClass;
import dev.pullback.processor.custom.Uses;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.javac.Annotations;
import dev.pullback.processor.javac.Attributed;
import dev.pullback.processor.javac.Reporter;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Checks the rules that are being compiled, used or not, and says what is wrong where they are declared. */
final class RuleChecks {

    /** Qualified names of classes of rules with types in their signatures that may still be generated. */
    private final Set<String> waiting = new LinkedHashSet<>();

    void run(RoundEnvironment round, Attributed source, Reporter reporter) {
        Set<TypeElement> holders = new LinkedHashSet<>();
        for (String name : waiting) {
            TypeElement type = source.elements().getTypeElement(name);
            if (type != null) {
                holders.add(type);
            }
        }
        waiting.clear();
        for (Element element : annotated(RuleAnnotations.DERIVATIVES_OF, round, source)) {
            if (element instanceof TypeElement type) {
                holders.add(type);
            }
        }
        for (TypeElement holder : holders) {
            if (Uses.isIncomplete(holder) && !round.processingOver()) {
                waiting.add(holder.getQualifiedName().toString());
            } else if (!Uses.isIncomplete(holder)) {
                RuleClass.of(holder, source).flaws().forEach(flaw -> reporter.print(flaw.at(), flaw.report()));
            }
        }
        for (String annotation : List.of(RuleAnnotations.PARTIAL, RuleAnnotations.VJP, RuleAnnotations.JVP)) {
            annotated(annotation, round, source).forEach(method -> withoutClass(method, reporter));
        }
        annotated(RuleAnnotations.USE_DERIVATIVES, round, source).forEach(user -> withoutRules(user, reporter));
    }

    private static Set<? extends Element> annotated(String annotation, RoundEnvironment round, Attributed source) {
        TypeElement type = source.elements().getTypeElement(annotation);
        return type == null ? Set.of() : round.getElementsAnnotatedWith(type);
    }

    private static void withoutClass(Element method, Reporter reporter) {
        Element holder = method.getEnclosingElement();
        if (holder != null && !Annotations.has(holder, RuleAnnotations.DERIVATIVES_OF)) {
            Flaw flaw = Flaw.unusable(
                    method,
                    holder.getSimpleName() + " does not say whose methods its rules are for",
                    "Annotate the class with @DerivativesOf.");
            reporter.print(method, flaw.report());
        }
    }

    private static void withoutRules(Element user, Reporter reporter) {
        for (TypeElement named : Uses.at(user)) {
            if (!Annotations.has(named, RuleAnnotations.DERIVATIVES_OF)) {
                reporter.print(
                        user, new Problems.Report(Problem.NO_RULES, Origin.NONE, List.of(named.getSimpleName())));
            }
        }
    }
}
