package dev.pullback.processor.corpus;

import dev.pullback.Differentiable;
import dev.pullback.processor.DifferentiableProcessor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.hipparchus.util.FastMath;

/** Runs javac as the strictest user does, {@code -Xlint:all -Werror}, with the processor or without it. */
public final class Javac {
    private final Path output;
    private final List<Path> classPath = new ArrayList<>();
    private final List<String> options = new ArrayList<>(List.of("-Xlint:all", "-Werror", "-parameters", "-g"));
    private boolean processing = true;

    private Javac(Path output) {
        this.output = output;
        classPath.add(pathOf(Differentiable.class));
        // a library's version of Math
        classPath.add(pathOf(FastMath.class));
    }

    /** A compiler that writes classes and generated sources to one directory. */
    public static Javac into(Path output) {
        return new Javac(output);
    }

    public Javac with(String... more) {
        options.addAll(Arrays.asList(more));
        return this;
    }

    Javac withClasses(Path... more) {
        classPath.addAll(Arrays.asList(more));
        return this;
    }

    Javac withoutProcessor() {
        processing = false;
        options.add("-proc:none");
        return this;
    }

    /** What javac said, and where what it wrote is. */
    public record Result(boolean succeeded, List<String> messages, Path output, List<Path> classPath) {
        /** Loads the compiled classes, and the class path they were compiled against. */
        public ClassLoader loader() {
            URL[] urls = Stream.concat(Stream.of(output), classPath.stream())
                    .map(Javac::url)
                    .toArray(URL[]::new);
            return new URLClassLoader(urls, Differentiable.class.getClassLoader());
        }

        public Result orThrow() {
            if (!succeeded) {
                throw new AssertionError("javac failed:\n" + String.join("\n", messages));
            }
            return this;
        }
    }

    public Result compile(List<Path> sources) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, null, null)) {
            JavaCompiler.CompilationTask task = javac.getTask(
                    null, files, diagnostics, allOptions(), null, files.getJavaFileObjectsFromPaths(sources));
            if (processing) {
                task.setProcessors(List.of(new DifferentiableProcessor()));
            }
            boolean succeeded = task.call();
            return new Result(
                    succeeded,
                    diagnostics.getDiagnostics().stream().map(Javac::text).toList(),
                    output,
                    classPath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> allOptions() {
        List<String> all = new ArrayList<>(options);
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        all.addAll(List.of("-cp", path, "-d", output.toString(), "-s", output.toString()));
        return all;
    }

    private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
        String file = diagnostic.getSource() == null
                ? ""
                : Path.of(diagnostic.getSource().getName()).getFileName() + ":" + diagnostic.getLineNumber() + ": ";
        return file + diagnostic.getKind() + ": " + diagnostic.getMessage(null);
    }

    private static Path pathOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The directory of test resources in the source tree, where golden files can also be updated. */
    static Path resources(String directory) {
        return Path.of(System.getProperty("basedir", ""), "src", "test", "resources", directory);
    }

    static List<Path> sources(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes named after source files and those nested in them, loaded. */
    static List<Class<?>> classes(ClassLoader loader, String packageName, List<Path> sources)
            throws ClassNotFoundException {
        List<Class<?>> classes = new ArrayList<>();
        for (Path source : sources) {
            String name = source.getFileName().toString().replace(".java", "");
            addNest(Class.forName(packageName + "." + name, true, loader), classes);
        }
        return classes;
    }

    private static void addNest(Class<?> type, List<Class<?>> classes) {
        classes.add(type);
        Arrays.stream(type.getDeclaredClasses())
                .sorted(Comparator.comparing(Class::getName))
                .forEach(nested -> addNest(nested, classes));
    }

    public static Class<?> companion(Method primal) throws ClassNotFoundException {
        Class<?> owner = primal.getDeclaringClass();
        String name = owner.getName().replace('$', '_') + "Grad";
        return Class.forName(name, true, owner.getClassLoader());
    }
}
