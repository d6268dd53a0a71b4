package dev.pullback.processor;

import dev.pullback.processor.custom.CustomRule;
import dev.pullback.processor.custom.RuleClass;
import dev.pullback.processor.custom.Uses;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.javac.Attributed;
import dev.pullback.processor.lower.Callees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The callees of one method: those of its class, and those that the user's rules make of methods that are not looked into. */
final class RulesInScope implements Callees {

    private final Callees callees;
    private final Attributed source;
    private final List<List<RuleClass>> scopes = new ArrayList<>();

    /**
     * The callees of a method.
     *
     * @param callees those of its class
     * @param known the classes of rules that have been read already; others are added
     */
    RulesInScope(ExecutableElement method, Callees callees, Attributed source, Map<TypeElement, RuleClass> known) {
        this.callees = callees;
        this.source = source;
        for (List<TypeElement> scope : Uses.scopes(method)) {
            scopes.add(scope.stream()
                    .map(holder -> known.computeIfAbsent(holder, any -> RuleClass.of(any, source)))
                    .toList());
        }
    }

    /** All classes of rules that are named for the method. */
    List<RuleClass> classes() {
        return scopes.stream().flatMap(List::stream).toList();
    }

    @Override
    public @Nullable Callee find(ExecutableElement method) {
        return callees.find(method);
    }

    @Override
    public List<CustomRule> rules(ExecutableElement method, @Nullable TypeMirror receiver) {
        for (List<RuleClass> scope : scopes) {
            List<CustomRule> found = scope.stream()
                    .flatMap(rules -> rules.rules().stream())
                    .filter(rule -> rule.isFor(method, receiver, source))
                    .toList();
            if (!found.isEmpty()) {
                return found.stream()
                        .filter(rule -> found.stream().noneMatch(other -> rule.isLessSpecific(other, source.types())))
                        .toList();
            }
        }
        return List.of();
    }
}
