package dev.pullback.processor.libraries;

import dev.pullback.Differentiable;
import dev.pullback.processor.DifferentiableProcessor;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A library whose eligible methods have been annotated and compiled; what cannot be differentiated is a warning.
 *
 * @param classes where the classes are
 * @param classPath what else they need, the library's other classes among it
 * @param errors what javac or the processor said against the library: there should be nothing
 * @param rejections what the processor will not differentiate
 */
record Compiled(Path classes, List<Path> classPath, List<String> errors, List<Rejection> rejections) {

    static final String ANNOTATION = "@dev.pullback.Differentiable ";

    /**
     * Annotates methods and compiles the files that declare them.
     *
     * @param library the library's classes, which stand in for the files without such a method
     * @param directory empty; what is written goes there
     */
    static Compiled of(List<Eligible> methods, List<Path> library, Path directory) throws IOException {
        Map<Path, List<Eligible>> byFile = methods.stream().collect(Collectors.groupingBy(Eligible::file));
        List<Path> annotated = new ArrayList<>();
        for (Map.Entry<Path, List<Eligible>> file : byFile.entrySet()) {
            Path target = directory.resolve("sources").resolve(String.valueOf(annotated.size()));
            Files.createDirectories(target);
            Path copy = target.resolve(file.getKey().getFileName());
            Files.writeString(copy, annotated(Files.readString(file.getKey()), file.getValue()));
            annotated.add(copy);
        }
        annotated.sort(Comparator.comparing(file -> file.getFileName().toString()));
        List<Path> classPath = new ArrayList<>(library);
        classPath.add(home(Differentiable.class));
        Path classes = Files.createDirectories(directory.resolve("classes"));
        List<Diagnostic<? extends JavaFileObject>> said = compile(annotated, classPath, classes);
        return new Compiled(
                classes,
                classPath,
                said.stream()
                        .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
                        .map(Object::toString)
                        .toList(),
                Rejection.among(said, methods));
    }

    private static String annotated(String source, List<Eligible> methods) {
        StringBuilder text = new StringBuilder(source);
        methods.stream()
                .sorted(Comparator.comparing(Eligible::start).reversed())
                .forEach(method -> text.insert(method.start(), ANNOTATION));
        return text.toString();
    }

    private static List<Diagnostic<? extends JavaFileObject>> compile(
            List<Path> files, List<Path> classPath, Path classes) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        try (StandardJavaFileManager manager = javac.getStandardFileManager(diagnostics, null, null)) {
            List<String> options = List.of(
                    "-parameters",
                    "-g",
                    "-Xlint:none",
                    "-Xmaxwarns",
                    "100000",
                    "-Apullback.unsupported=warn",
                    "-implicit:none",
                    "-encoding",
                    "UTF-8",
                    "-cp",
                    path,
                    "-d",
                    classes.toString(),
                    "-s",
                    classes.toString());
            JavaCompiler.CompilationTask task = javac.getTask(
                    null, manager, diagnostics, options, null, manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new DifferentiableProcessor()));
            task.call();
        }
        return diagnostics.getDiagnostics();
    }

    private static Path home(Class<?> type) {
        return Path.of(java.net.URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** The annotated methods, those without derivatives among them, in a fixed order. */
    List<Method> annotated() throws IOException, ClassNotFoundException {
        List<URL> urls = new ArrayList<>();
        urls.add(classes.toUri().toURL());
        for (Path path : classPath) {
            urls.add(path.toUri().toURL());
        }
        // the tests have the library on their own class path, as it was
        ClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        List<Method> methods = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '.');
                Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()), false, loader);
                Arrays.stream(type.getDeclaredMethods())
                        .filter(Compiled::isAnnotated)
                        .forEach(methods::add);
            }
        }
        return methods.stream().sorted(Comparator.comparing(Method::toString)).toList();
    }

    private static boolean isAnnotated(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().equals(Differentiable.class.getName()));
    }
}
