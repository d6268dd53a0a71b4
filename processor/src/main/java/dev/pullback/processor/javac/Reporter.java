package dev.pullback.processor.javac;

import com.sun.source.util.TreePath;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Prints what was found, each message at its token. */
public final class Reporter {

    /** What becomes of what keeps a method from being differentiated. */
    public enum Strictness {
        ERRORS,
        /** {@code -Apullback.unsupported=warn}. */
        WARNINGS
    }

    private final @Nullable Attributed first;
    private final Messager messager;
    private final Strictness strictness;

    /**
     * A reporter.
     *
     * @param first the compiler that the user runs; null if it shows no trees
     */
    public Reporter(@Nullable Attributed first, Messager messager, Strictness strictness) {
        this.first = first;
        this.messager = messager;
        this.strictness = strictness;
    }

    /** Prints a message without a tree at an element of the compiler that the user runs. */
    public void print(Element element, Problems.Report report) {
        messager.printMessage(kind(report.problem()), report.text(), element);
    }

    /**
     * Prints messages about a method.
     *
     * @param method as {@code by} knows it
     */
    public void print(Element method, Attributed by, Problems problems) {
        for (Problems.Report report : problems.reports()) {
            boolean warning = kind(report.problem()) != Diagnostic.Kind.ERROR;
            if (!warning || !Annotations.suppresses(method, report.problem().code())) {
                print(report, by);
            }
        }
    }

    private void print(Problems.Report report, Attributed by) {
        Diagnostic.Kind kind = kind(report.problem());
        Optional<TreePath> place = first != null && report.origin().handle() instanceof TreePath path
                ? Places.of(path, by, first)
                : Optional.empty();
        if (first != null && place.isPresent()) {
            first.trees()
                    .printMessage(
                            kind,
                            report.text(),
                            place.get().getLeaf(),
                            place.get().getCompilationUnit());
        } else {
            messager.printMessage(kind, report.text());
        }
    }

    private Diagnostic.Kind kind(Problem problem) {
        return switch (problem.severity()) {
            case FATAL -> Diagnostic.Kind.ERROR;
            // mandatory: -nowarn must not hide that a derivative is missing
            case ERROR -> strictness == Strictness.ERRORS ? Diagnostic.Kind.ERROR : Diagnostic.Kind.MANDATORY_WARNING;
            case WARNING -> Diagnostic.Kind.WARNING;
        };
    }
}
