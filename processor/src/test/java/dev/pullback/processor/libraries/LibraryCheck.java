package dev.pullback.processor.libraries;

import dev.pullback.processor.corpus.Check;
import dev.pullback.processor.corpus.Javac;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * What came of a library.
 *
 * @param eligible the methods that were annotated
 * @param generated those that were differentiated
 * @param undecided those of them for which differences say too little
 * @param wrong what differences contradict
 */
record LibraryCheck(
        Compiled compiled,
        List<Eligible> eligible,
        List<String> generated,
        List<String> undecided,
        List<String> wrong) {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    static LibraryCheck of(Library library, Path directory) throws Exception {
        List<Path> files = Sources.unpacked(library.source(), Files.createDirectory(directory.resolve("unpacked")));
        List<Eligible> methods = Eligible.in(files);
        List<Path> classes = library.classes().stream().map(Sources::jarWith).toList();
        Compiled compiled = Compiled.of(methods, classes, directory);
        List<String> generated = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        if (compiled.errors().isEmpty()) {
            Arguments arguments = new Arguments(library.arguments());
            for (Checked checked : checked(compiled, arguments)) {
                generated.add(checked.label);
                wrong.addAll(checked.wrong);
                if (!checked.decided) {
                    undecided.add(checked.label);
                }
            }
        }
        return new LibraryCheck(compiled, methods, generated, undecided, wrong);
    }

    /** The methods that were neither differentiated nor said to be rejected, by name: there should be none. */
    List<String> silent() {
        List<String> left = new ArrayList<>();
        eligible.forEach(method -> left.add(method.name()));
        generated.forEach(label -> left.remove(label.substring(0, label.indexOf('('))));
        compiled.rejections().stream()
                .flatMap(rejection -> rejection.method().stream())
                .distinct()
                .forEach(method -> left.remove(method.name()));
        return left;
    }

    private record Checked(String label, boolean decided, List<String> wrong) {}

    private static List<Checked> checked(Compiled compiled, Arguments arguments) throws Exception {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Checked>> running = new ArrayList<>();
            compiled.annotated().stream()
                    .filter(LibraryCheck::hasPullback)
                    .forEach(primal -> running.add(threads.submit(() -> checked(primal, arguments))));
            List<Checked> done = new ArrayList<>();
            for (Future<Checked> one : running) {
                done.add(one.get(LIMIT.toSeconds(), TimeUnit.SECONDS));
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    /** A method is right if it is at all arguments, and differences decide that at some. */
    private static Checked checked(Method primal, Arguments arguments) throws ClassNotFoundException {
        List<String> wrong = new ArrayList<>();
        boolean decided = false;
        for (Object[] set : arguments.of(primal)) {
            Check.Verdict verdict = Check.at(primal, Javac.companion(primal), set);
            wrong.addAll(verdict.failures());
            decided |= verdict.undecided().isEmpty() && !verdict.weights().isEmpty();
        }
        return new Checked(Arguments.label(primal), decided, wrong);
    }

    private static boolean hasPullback(Method method) {
        try {
            Javac.companion(method).getDeclaredMethod(method.getName() + "Vjp", method.getParameterTypes());
            return true;
        } catch (ClassNotFoundException | NoSuchMethodException e) {
            return false; // it was rejected, with a warning
        }
    }
}
