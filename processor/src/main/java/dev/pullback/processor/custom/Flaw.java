package dev.pullback.processor.custom;

import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;
import java.util.List;
import javax.lang.model.element.Element;

/**
 * What is wrong with a rule.
 *
 * @param at the declaration to point at
 */
public record Flaw(Element at, Problem problem, List<Object> arguments) {

    public static Flaw unusable(Element rule, String why, String advice) {
        return new Flaw(rule, Problem.RULE_UNUSABLE, List.of(rule.getSimpleName(), why, advice));
    }

    /** As a message at the declaration itself. */
    public Problems.Report report() {
        return new Problems.Report(problem, Origin.NONE, arguments);
    }
}
