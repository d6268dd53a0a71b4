package dev.pullback.processor.custom;

import dev.pullback.processor.javac.Annotations;
import dev.pullback.processor.javac.Attributed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** The rules that a class holds, and what is wrong with others that it would like to hold. */
public record RuleClass(TypeElement holder, List<CustomRule> rules, List<Flaw> flaws) {

    /** Reads a class with {@code @DerivativesOf}; of one without there are no rules. */
    public static RuleClass of(TypeElement holder, Attributed source) {
        List<CustomRule> rules = new ArrayList<>();
        List<Flaw> flaws = new ArrayList<>();
        Optional<Object> value = Annotations.find(holder, RuleAnnotations.DERIVATIVES_OF)
                .flatMap(annotation -> Annotations.value(annotation, "value"));
        if (value.isPresent() && value.get() instanceof DeclaredType declared && declared.getKind() != TypeKind.ERROR) {
            read(holder, (TypeElement) declared.asElement(), source, rules, flaws);
        } else if (value.isPresent()
                && value.get() instanceof javax.lang.model.type.TypeMirror other
                && other.getKind() != TypeKind.ERROR) {
            flaws.add(Flaw.unusable(
                    holder, other + " has no methods", "Name a class in @DerivativesOf, or make it one."));
        }
        return new RuleClass(holder, List.copyOf(rules), List.copyOf(flaws));
    }

    private static void read(
            TypeElement holder, TypeElement type, Attributed source, List<CustomRule> rules, List<Flaw> flaws) {
        for (Element at = holder; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                flaws.add(Flaw.unusable(
                        holder,
                        at.getSimpleName() + " is private, and generated code has to see it",
                        "Drop \"private\"."));
                return;
            }
        }
        PartialRules partials = new PartialRules(type, source, flaws);
        PairRules pairs = new PairRules(type, source, flaws);
        for (ExecutableElement method : ElementFilter.methodsIn(holder.getEnclosedElements())) {
            if (Annotations.has(method, RuleAnnotations.PARTIAL)) {
                partials.add(method);
            } else if (Annotations.has(method, RuleAnnotations.VJP)) {
                pairs.addVjp(method);
            } else if (Annotations.has(method, RuleAnnotations.JVP)) {
                pairs.addJvp(method);
            }
        }
        rules.addAll(partials.rules());
        rules.addAll(pairs.rules());
        twice(rules, flaws);
    }

    /** One rule a method: of two, neither is taken. */
    private static void twice(List<CustomRule> rules, List<Flaw> flaws) {
        Map<ExecutableElement, CustomRule> first = new LinkedHashMap<>();
        for (CustomRule rule : List.copyOf(rules)) {
            CustomRule other = first.putIfAbsent(rule.target(), rule);
            if (other != null) {
                rules.remove(rule);
                rules.remove(other);
                flaws.add(Flaw.unusable(
                        rule.mentioned().get(0),
                        other.mentioned().get(0).getSimpleName() + " is a rule for "
                                + Candidates.describe(rule.target()) + " too",
                        "Remove one of them."));
            }
        }
    }
}
