package dev.pullback.processor.javac;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;
import javax.annotation.processing.Messager;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic;

/** Prints what was found, each message at its token. */
public final class Reporter {

    /** What becomes of what keeps a method from being differentiated. */
    public enum Strictness {
        ERRORS,
        /** {@code -Apullback.unsupported=warn}. */
        WARNINGS
    }

    private final Trees trees;
    private final Messager messager;
    private final Strictness strictness;

    public Reporter(Trees trees, Messager messager, Strictness strictness) {
        this.trees = trees;
        this.messager = messager;
        this.strictness = strictness;
    }

    public void print(ExecutableElement method, Problems problems) {
        for (Problems.Report report : problems.reports()) {
            print(method, report);
        }
    }

    private void print(ExecutableElement method, Problems.Report report) {
        Problem problem = report.problem();
        boolean error = problem.severity() == Problem.Severity.ERROR;
        if (!error && Annotations.suppresses(method, problem.code())) {
            return;
        }
        Diagnostic.Kind kind =
                error && strictness == Strictness.ERRORS ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
        if (report.origin().handle() instanceof TreePath path) {
            trees.printMessage(kind, report.text(), path.getLeaf(), path.getCompilationUnit());
        } else {
            messager.printMessage(kind, report.text(), method);
        }
    }
}
