package dev.pullback.processor.random;

import dev.pullback.processor.corpus.Check;
import dev.pullback.processor.corpus.Javac;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compiles programs, optimised and not, and checks their derivatives as those of the corpus are checked. */
final class Trial {
    private static final int PROGRAMS_A_CLASS = 6;
    private static final int SECONDS_A_PROGRAM = 30;
    private static final Pattern REFUSAL = Pattern.compile(
            "IllegalArgumentException: (a row occurs twice in \\w+, which is written|\\w+ and \\w+ share an? (array|row), and one of them is written)");
    private static final List<String> VARIANTS = List.of("on", "off");

    /** What is wrong with a program, and all that is to be said of it. */
    record Finding(RandomProgram program, String kind, String message) {}

    /** The outcome for some programs; a program is undecided if some difference was not good enough to compare with. */
    record Report(List<Finding> findings, List<RandomProgram> undecided, int throwing) {
        private static Report empty() {
            return new Report(new ArrayList<>(), new ArrayList<>(), 0);
        }

        private Report and(Report other) {
            List<Finding> all = new ArrayList<>(findings);
            all.addAll(other.findings);
            List<RandomProgram> open = new ArrayList<>(undecided);
            open.addAll(other.undecided);
            return new Report(all, open, throwing + other.throwing);
        }
    }

    private Trial() {}

    static Report of(List<RandomProgram> programs) {
        return of(programs, VARIANTS);
    }

    /** As users compile, only optimised: at nearly half the cost. */
    static Report optimised(List<RandomProgram> programs) {
        return of(programs, VARIANTS.subList(0, 1));
    }

    /** Only whether a program fails as it did, in the variant in which it did. */
    static Report again(RandomProgram program, String kind) {
        List<String> variants = VARIANTS.stream()
                .filter(variant -> kind.startsWith("optimise=" + variant + " "))
                .toList();
        return of(List.of(program), variants.isEmpty() ? VARIANTS : variants);
    }

    private static Report of(List<RandomProgram> programs, List<String> variants) {
        Path directory = temporary();
        try {
            Map<String, Javac.Result> results = new LinkedHashMap<>();
            List<Path> sources = write(programs, directory);
            for (String variant : variants) {
                Path output = Files.createDirectory(directory.resolve(variant));
                Javac.Result result = Javac.into(output)
                        .with("-Apullback.optimise=" + variant)
                        .compile(sources);
                if (!result.succeeded()) {
                    return notCompiled(programs, variants, variant, result.messages());
                }
                results.put(variant, result);
            }
            return checked(programs, results);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(directory);
        }
    }

    private static Report notCompiled(
            List<RandomProgram> programs, List<String> variants, String variant, List<String> messages) {
        if (programs.size() > 1) {
            int half = programs.size() / 2;
            return of(programs.subList(0, half), variants).and(of(programs.subList(half, programs.size()), variants));
        }
        String first = messages.isEmpty() ? "javac crashed" : messages.get(0);
        String kind = "optimise=" + variant + " " + Kind.ofMessage(first);
        Report report = Report.empty();
        report.findings().add(new Finding(programs.get(0), kind, String.join("\n", messages)));
        return report;
    }

    private static Report checked(List<RandomProgram> programs, Map<String, Javac.Result> results) {
        Report report = Report.empty();
        Map<String, ClassLoader> loaders = new LinkedHashMap<>();
        results.forEach((variant, result) -> loaders.put(variant, result.loader()));
        ExecutorService thread = Executors.newSingleThreadExecutor(Trial::daemon);
        for (int i = 0; i < programs.size(); i++) {
            RandomProgram program = programs.get(i);
            String owner = className(i / PROGRAMS_A_CLASS);
            Future<Report> future = thread.submit(() -> checked(program, owner, loaders));
            try {
                report = report.and(future.get(SECONDS_A_PROGRAM, TimeUnit.SECONDS));
            } catch (TimeoutException e) {
                report.findings().add(new Finding(program, "does not end", "no answer in time"));
                thread.shutdown();
                thread = Executors.newSingleThreadExecutor(Trial::daemon);
            } catch (ExecutionException e) {
                report.findings().add(new Finding(program, "harness " + e.getCause(), "" + e.getCause()));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        thread.shutdown();
        return report;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(null, task, "random program", 1 << 26);
        thread.setDaemon(true);
        return thread;
    }

    private static Report checked(RandomProgram program, String owner, Map<String, ClassLoader> loaders)
            throws ReflectiveOperationException {
        Report report = Report.empty();
        Map<String, List<Check.Verdict>> verdicts = new LinkedHashMap<>();
        for (Map.Entry<String, ClassLoader> loader : loaders.entrySet()) {
            Class<?> type = Class.forName("random." + owner, true, loader.getValue());
            Method primal = Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.getName().equals(program.name()))
                    .findFirst()
                    .orElseThrow();
            Method arguments = type.getDeclaredMethod(program.name() + "Args");
            arguments.setAccessible(true);
            List<Check.Verdict> all = new ArrayList<>();
            for (Object[] set : (Object[][]) arguments.invoke(null)) {
                all.add(Check.at(primal, Javac.companion(primal), set));
            }
            verdicts.put("optimise=" + loader.getKey(), all);
        }
        verdicts.forEach((variant, all) -> all.stream()
                .flatMap(verdict -> verdict.failures().stream())
                .filter(failure -> !isRefusal(failure))
                .findFirst()
                .ifPresent(failure -> report.findings()
                        .add(new Finding(program, variant + " " + Kind.ofFailure(failure), variant + " " + failure))));
        List<List<Check.Verdict>> both = List.copyOf(verdicts.values());
        if (report.findings().isEmpty()) {
            for (int i = 0; both.size() == 2 && i < both.get(0).size(); i++) {
                compare(program, both.get(0).get(i), both.get(1).get(i), report);
            }
            if (both.get(0).stream()
                    .anyMatch(verdict -> !verdict.undecided().isEmpty()
                            || verdict.failures().stream().anyMatch(Trial::isRefusal))) {
                report.undecided().add(program);
            }
        }
        boolean throwing =
                both.get(0).stream().anyMatch(verdict -> verdict.gradient().isEmpty());
        return new Report(report.findings(), report.undecided(), throwing ? 1 : 0);
    }

    /** A program may give a method one array twice, or one row, that is written there; what is called refuses that when it runs. */
    private static boolean isRefusal(String failure) {
        return REFUSAL.matcher(failure).find();
    }

    private static void compare(RandomProgram program, Check.Verdict on, Check.Verdict off, Report report) {
        if (!on.weights().equals(off.weights())) {
            return; // without optimising more arrays may seem written, and have seeds
        }
        double scale = Stream.concat(on.gradient().stream(), off.gradient().stream())
                .mapToDouble(Math::abs)
                .reduce(1, Math::max);
        boolean single = program.members().text().contains("float");
        for (int k = 0; k < on.gradient().size() && k < off.gradient().size(); k++) {
            double apart = Math.abs(on.gradient().get(k) - off.gradient().get(k));
            if (!(apart <= (single ? 1e-4 : 1e-11) * scale)) {
                report.findings()
                        .add(new Finding(
                                program,
                                "optimise on and off differ",
                                "component " + k + ": " + on.gradient() + " with, " + off.gradient() + " without"));
                return;
            }
        }
    }

    // --- sources

    private static String className(int number) {
        return "Programs" + number;
    }

    /** The class in which the callees of a program are that has this place in a list. */
    static String otherClass(int place) {
        return "Callees" + place / PROGRAMS_A_CLASS;
    }

    private static List<Path> write(List<RandomProgram> programs, Path directory) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (int from = 0; from < programs.size(); from += PROGRAMS_A_CLASS) {
            int number = from / PROGRAMS_A_CLASS;
            List<RandomProgram> some = programs.subList(from, Math.min(from + PROGRAMS_A_CLASS, programs.size()));
            Path main = directory.resolve(className(number) + ".java");
            Files.writeString(
                    main,
                    source(
                            className(number),
                            some.stream().map(RandomProgram::members).toList()));
            sources.add(main);
            List<Code> callees = some.stream()
                    .map(RandomProgram::callees)
                    .filter(code -> !code.text().isEmpty())
                    .toList();
            for (String other :
                    some.stream().map(RandomProgram::otherClass).distinct().toList()) {
                if (!callees.isEmpty()) {
                    List<Code> own = some.stream()
                            .filter(p -> p.otherClass().equals(other))
                            .map(RandomProgram::callees)
                            .toList();
                    Path file = directory.resolve(other + ".java");
                    Files.writeString(file, source(other, own));
                    sources.add(file);
                }
            }
        }
        return sources;
    }

    static String source(String className, List<Code> members) {
        StringBuilder source = new StringBuilder();
        source.append("package random;\n\nimport dev.pullback.*;\nimport java.util.*;\n\n");
        source.append(
                "@SuppressWarnings({\"cast\", \"divzero\", \"fallthrough\", \"lossy-conversions\", \"pullback\"})\n");
        source.append("final class ").append(className).append(" {\n");
        String text = String.join("", members.stream().map(Code::text).toList());
        source.append(text);
        if (text.contains("copied(")) {
            source.append("""
                    private static double[][] copied(double[][] rows) {
                    double[][] copies = new double[rows.length][];
                    for (int i = 0; i < rows.length; i++) { copies[i] = rows[i].clone(); }
                    return copies;
                    }
                    """);
        }
        return source.append("}\n").toString();
    }

    /** The whole of a program as one can compile it. */
    static String shown(RandomProgram program) {
        String shown = source(className(0), List.of(program.members()));
        String others = program.callees().text();
        return others.isEmpty() ? shown : shown + "\n" + source(program.otherClass(), List.of(program.callees()));
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("pullback-random");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
