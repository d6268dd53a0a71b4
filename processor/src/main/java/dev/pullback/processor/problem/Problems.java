package dev.pullback.processor.problem;

import dev.pullback.processor.ir.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects what is wrong with a method; the front end prints it at the tokens. */
public final class Problems {

    /**
     * One message at one place.
     *
     * @param origin its handle is the tree path that the message points at
     */
    public record Report(Problem problem, Origin origin, List<Object> arguments) {

        /** The message as the user sees it, {@code [Pullback/NoDerivativeRule] ...}. */
        public String text() {
            return "[Pullback/" + problem.code() + "] " + String.format(problem.template(), arguments.toArray());
        }
    }

    private final List<Report> reports = new ArrayList<>();

    public void report(Problem problem, Origin origin, Object... arguments) {
        Report report = new Report(problem, origin, List.of(arguments));
        if (!reports.contains(report)) {
            reports.add(report);
        }
    }

    public List<Report> reports() {
        return Collections.unmodifiableList(reports);
    }

    /** Whether something was reported that keeps the method from being differentiated. */
    public boolean hasErrors() {
        return reports.stream().anyMatch(report -> report.problem().severity() != Problem.Severity.WARNING);
    }
}
