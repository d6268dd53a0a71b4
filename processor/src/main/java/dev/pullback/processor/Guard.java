package dev.pullback.processor;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;
import dev.pullback.processor.transform.Unsupported;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps whatever goes wrong inside from the compiler: it becomes a message about a method. */
final class Guard {

    private Guard() {}

    /** Does something for one method. */
    static void run(Candidate candidate, Runnable step) {
        try {
            step.run();
        } catch (Unsupported e) {
            candidate.problems.report(e.problem(), e.origin(), e.arguments().toArray());
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            internal(candidate, e);
        }
    }

    /** Replaces the functions of some methods by what a pass makes of all of them; a method on which it fails is left out. */
    static void together(List<Candidate> candidates, UnaryOperator<List<Function>> pass) {
        List<Candidate> sound = candidates.stream().filter(Candidate::isSound).toList();
        try {
            List<Function> now = pass.apply(functions(sound));
            for (int i = 0; i < sound.size(); i++) {
                sound.get(i).function = now.get(i);
            }
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            sound.forEach(candidate -> run(
                    candidate,
                    () -> candidate.function =
                            pass.apply(functions(List.of(candidate))).get(0)));
            if (sound.stream().allMatch(Candidate::isSound)) {
                // only together do they fail
                sound.forEach(candidate -> internal(candidate, e));
            } else {
                together(sound, pass);
            }
        }
    }

    private static List<Function> functions(List<Candidate> sound) {
        return sound.stream().map(Guard::function).toList();
    }

    /** The function of a method that has been lowered. */
    static Function function(Candidate candidate) {
        Function function = candidate.function;
        if (function == null) {
            throw new IllegalStateException("not lowered: " + candidate.method);
        }
        return function;
    }

    /** Reports a mistake of ours, unless it comes of looking into a method that has errors. */
    static void internal(Candidate candidate, Throwable e) {
        if (candidate.problems.hasErrors() || reportsUnknown(candidate)) {
            return;
        }
        Problems.Report failure = failure(candidate.signature.name(), candidate.signature.origin(), e);
        candidate.problems.report(
                failure.problem(), failure.origin(), failure.arguments().toArray());
    }

    /**
     * What is said of a mistake of ours, or of javac's.
     *
     * @param named the method, or one of those that it happened on
     */
    static Problems.Report failure(String named, Origin origin, Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        boolean ofJavac = trace.length > 0 && trace[0].getClassName().startsWith("com.sun.tools.javac.");
        return ofJavac
                ? new Problems.Report(
                        Problem.UNSUPPORTED,
                        origin,
                        List.of(
                                "A class that javac fails to analyse",
                                "It said " + described(e)
                                        + ". Compile with -proc:none to see what javac has against it, and mend that."))
                : new Problems.Report(Problem.INTERNAL, origin, List.of(named, described(e)));
    }

    private static boolean reportsUnknown(Candidate candidate) {
        try {
            return candidate.reportsUnknown.getAsBoolean();
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            return false; // javac fails again
        }
    }

    /** What went wrong, and where. */
    private static String described(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        if (trace.length == 0) {
            return e.toString();
        }
        Optional<StackTraceElement> ours = Arrays.stream(trace)
                .filter(element -> element.getClassName().startsWith("dev.pullback."))
                .findFirst()
                .filter(element -> element != trace[0]);
        return e + " at " + trace[0]
                + ours.map(element -> ", called at " + element).orElse("");
    }
}
