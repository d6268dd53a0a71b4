package dev.pullback.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A loop of n calls costs a fixed multiple of the primal in every mode, whatever n: passes of loops and calls of methods
 * are counted by instrumenting primal and companion alike, and allocated bytes by the virtual machine. Nothing is timed.
 */
final class CallCostTest {
    private static final int SMALL = 200;
    private static final int LARGE = 10 * SMALL;
    /** Growth by this factor when n grows by ten is linear, with room for constant parts and tapes that double. */
    private static final double LINEAR = 14;
    /** The reverse mode's passes and calls for each of the primal's. */
    private static final double MULTIPLE = 8;

    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path directory;

    private static ClassLoader plain;
    private static ClassLoader counting;

    @BeforeAll
    static void compile() throws IOException {
        Path output = Files.createDirectory(directory.resolve("plain"));
        List<Path> sources = Javac.sources(Javac.resources("cost"));
        plain = Javac.into(output).compile(sources).orThrow().loader();

        Path instrumented = Files.createDirectory(directory.resolve("instrumented"));
        List<Path> all = new ArrayList<>();
        for (Path source : concatenated(sources, Javac.sources(output.resolve("cost")))) {
            Path copy = instrumented.resolve(source.getFileName());
            Files.writeString(copy, LoopCounter.counting(file(source), "cost.Count.passes"));
            all.add(copy);
        }
        Path count = instrumented.resolve("Count.java");
        Files.writeString(
                count, "package cost; public final class Count { private Count() {} public static long passes; }");
        all.add(count);
        Path classes = Files.createDirectory(directory.resolve("counting"));
        counting = Javac.into(classes).withoutProcessor().compile(all).orThrow().loader();
    }

    private static List<Path> concatenated(List<Path> a, List<Path> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    private static JavaFileObject file(Path source) {
        return new SimpleJavaFileObject(source.toUri(), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
                return Files.readString(source);
            }
        };
    }

    /** What is measured of a mode: run it once on arguments of length n. */
    private interface Run {
        void on(double[] x) throws ReflectiveOperationException;
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "otherFile, Vjp", "otherFile, Grad", "otherFile, Jvp",
        "inPlace, Vjp", "inPlace, Grad", "inPlace, Jvp",
        "local, Vjp", "local, Grad", "local, Jvp",
        "rows, Vjp", "rows, Grad", "rows, Jvp",
        "sameFile, Vjp", "sameFile, Grad", "sameFile, Jvp",
        "helpers, Vjp", "helpers, Grad", "helpers, Jvp",
        "recursion, Vjp", "recursion, Grad", "recursion, Jvp"
    })
    void costsAFixedMultiple(String name, String mode) throws ReflectiveOperationException {
        Class<?> sums = counting.loadClass("cost.Sums");
        Method primal = sums.getMethod(name, double[].class);
        Run run = run(counting, name, mode);
        long primalPasses = passes(x -> primal.invoke(null, (Object) x), LARGE);
        long small = passes(run, SMALL);
        long large = passes(run, LARGE);
        String what = name + mode + ": " + small + " passes at " + SMALL + ", " + large + " at " + LARGE
                + ", the primal " + primalPasses;
        assertTrue(large <= LINEAR * small, what);
        assertTrue(large <= MULTIPLE * primalPasses, what);

        Run allocating = run(plain, name, mode);
        long few = bytes(allocating, SMALL);
        long many = bytes(allocating, LARGE);
        assertTrue(
                many <= LINEAR * few + 4096,
                name + mode + " allocates " + few + " bytes at " + SMALL + ", " + many + " at " + LARGE);
    }

    private static Run run(ClassLoader loader, String name, String mode) throws ReflectiveOperationException {
        Class<?> companion = loader.loadClass("cost.SumsGrad");
        if (mode.equals("Jvp")) {
            Method jvp = companion.getMethod(name + mode, double[].class, double[].class);
            return x -> jvp.invoke(null, x, ones(x.length));
        }
        Method member = companion.getMethod(name + mode, double[].class);
        if (mode.equals("Grad")) {
            return x -> member.invoke(null, (Object) x);
        }
        Method apply = Arrays.stream(member.getReturnType().getMethods())
                .filter(method -> method.getName().equals("apply") && !method.isBridge())
                .findFirst()
                .orElseThrow();
        return x -> {
            Object pullback = member.invoke(null, (Object) x);
            apply.invoke(
                    pullback, apply.getParameterCount() == 1 ? new Object[] {1.0} : new Object[] {1.0, ones(x.length)});
        };
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1.0);
        return ones;
    }

    private static long passes(Run run, int n) throws ReflectiveOperationException {
        Field passes = counting.loadClass("cost.Count").getField("passes");
        long before = passes.getLong(null);
        run.on(ones(n));
        return passes.getLong(null) - before;
    }

    private static long bytes(Run run, int n) throws ReflectiveOperationException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        run.on(ones(n));
        long least = Long.MAX_VALUE;
        for (int k = 0; k < 3; k++) {
            double[] x = ones(n);
            long before = threads.getThreadAllocatedBytes(thread);
            run.on(x);
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        return least;
    }
}
