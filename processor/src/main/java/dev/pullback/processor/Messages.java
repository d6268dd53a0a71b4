package dev.pullback.processor;

import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.javac.Attributed;
import dev.pullback.processor.javac.Reporter;
import dev.pullback.processor.javac.Signatures;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;

/** What of the findings about a method is printed, and where. */
final class Messages {

    private Messages() {}

    static Problems of(Candidate candidate, Attributed source, Reporter.Strictness strictness) {
        Signatures signatures = new Signatures(source.trees());
        Problems printed = new Problems();
        for (Problems.Report report : candidate.problems.reports()) {
            if (report.problem() == Problem.INPUT_DOES_NOT_REACH_OUTPUT) {
                // of no interest in a helper, nor beside an error
                if (!candidate.onDemand && !candidate.problems.hasErrors()) {
                    printed.report(
                            report.problem(),
                            parameter(candidate, signatures, report),
                            report.arguments().toArray());
                }
            } else {
                printed.report(
                        report.problem(), report.origin(), report.arguments().toArray());
            }
        }
        if (strictness == Reporter.Strictness.WARNINGS && !candidate.onDemand) {
            ErrorsOfHelpers.of(candidate, source)
                    .ifPresent(report -> printed.report(
                            report.problem(),
                            report.origin(),
                            report.arguments().toArray()));
        }
        return printed;
    }

    private static Origin parameter(Candidate candidate, Signatures signatures, Problems.Report report) {
        return candidate.method.getParameters().stream()
                .filter(parameter -> parameter.getSimpleName().contentEquals((String)
                        report.arguments().get(0)))
                .findFirst()
                .map(parameter -> signatures.origin(parameter, candidate.method))
                .orElse(report.origin());
    }
}
