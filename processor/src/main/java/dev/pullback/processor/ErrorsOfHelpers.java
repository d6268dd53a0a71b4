package dev.pullback.processor;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.javac.Attributed;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a method that is left out because of helpers that became a part of it: what is wrong is reported there, once for all that
 * call them, and each of these says where to look.
 */
final class ErrorsOfHelpers {

    private ErrorsOfHelpers() {}

    /** A message that points from the method to the helper; empty if something is wrong in the method itself. */
    static Optional<Problems.Report> of(Candidate candidate, Attributed source) {
        TreePath own = source.trees().getPath(candidate.method);
        List<@Nullable MethodTree> where = candidate.problems.reports().stream()
                .filter(report -> report.problem().severity() != Problem.Severity.WARNING)
                .<@Nullable MethodTree>map(report -> methodAround(report.origin()))
                .toList();
        if (own == null || where.isEmpty() || where.stream().anyMatch(at -> at == null || at == own.getLeaf())) {
            return Optional.empty();
        }
        MethodTree helper = where.get(0);
        if (helper == null) {
            return Optional.empty();
        }
        String name = helper.getName().toString();
        TreePath call = new FirstCall(name).scan(own, null);
        Origin at = candidate.signature.origin();
        Origin origin = call == null ? at : new Origin(at.file(), at.line(), at.text(), call);
        return Optional.of(new Problems.Report(Problem.CALLS_UNSUPPORTED, origin, List.of(name)));
    }

    private static @Nullable MethodTree methodAround(Origin origin) {
        TreePath at = origin.handle() instanceof TreePath path ? path : null;
        while (at != null && !(at.getLeaf() instanceof MethodTree)) {
            at = at.getParentPath();
        }
        return at == null ? null : (MethodTree) at.getLeaf();
    }

    /** The first call of a method of some name. */
    private static final class FirstCall extends TreePathScanner<@Nullable TreePath, @Nullable Void> {
        private final String name;

        FirstCall(String name) {
            this.name = name;
        }

        @Override
        public @Nullable TreePath visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
            String called = call.getMethodSelect().toString();
            return called.substring(called.lastIndexOf('.') + 1).equals(name)
                    ? getCurrentPath()
                    : super.visitMethodInvocation(call, null);
        }

        @Override
        public @Nullable TreePath reduce(@Nullable TreePath one, @Nullable TreePath other) {
            return other == null ? one : other;
        }
    }
}
