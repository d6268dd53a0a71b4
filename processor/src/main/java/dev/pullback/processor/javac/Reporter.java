package dev.pullback.processor.javac;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Set<Printed> printed = new HashSet<>();

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
     * Prints messages about a method. Those at one token become one, since javac shows only the first error at a place.
     *
     * @param method as {@code by} knows it
     */
    public void print(Element method, Attributed by, Problems problems) {
        Map<Place, List<String>> messages = new LinkedHashMap<>();
        for (Problems.Report report : problems.reports()) {
            Diagnostic.Kind kind = kind(report.problem());
            if (kind == Diagnostic.Kind.ERROR
                    || !Annotations.suppresses(method, report.problem().code())) {
                Tree at = report.origin().handle() instanceof TreePath path ? token(path.getLeaf()) : null;
                List<String> here = messages.computeIfAbsent(
                        new Place(report.origin().handle(), at, kind), unused -> new ArrayList<>());
                if (printed.add(new Printed(at, report.text()))) {
                    here.add(report.text());
                }
            }
        }
        messages.forEach((place, texts) -> print(place, String.join("\n", texts), by));
    }

    /** Where and how something is printed; it is the tree that counts, not the path to it. */
    private record Place(@Nullable Object handle, @Nullable Tree tree, Diagnostic.Kind kind) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place place && place.tree == tree && place.kind == kind;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(tree) + kind.hashCode();
        }
    }

    /** What was said of a tree: a part that two methods call, and that is put into both, is reported once. */
    private record Printed(@Nullable Tree tree, String text) {}

    private void print(Place place, String text, Attributed by) {
        if (text.isEmpty()) {
            return;
        }
        Optional<TreePath> found = first != null && place.handle() instanceof TreePath path
                ? Places.of(path, by, first)
                : Optional.empty();
        if (first != null && found.isPresent()) {
            first.trees()
                    .printMessage(
                            place.kind(),
                            text,
                            token(found.get().getLeaf()),
                            found.get().getCompilationUnit());
        } else {
            messager.printMessage(place.kind(), text);
        }
    }

    /** Of a call its name, where javac too points when it complains of one. */
    private static Tree token(Tree tree) {
        return tree instanceof MethodInvocationTree call ? call.getMethodSelect() : tree;
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
