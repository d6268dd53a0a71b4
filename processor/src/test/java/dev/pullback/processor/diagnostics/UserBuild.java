package dev.pullback.processor.diagnostics;

import dev.pullback.Differentiable;
import dev.pullback.processor.DifferentiableProcessor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What a user's build does: sources, options and processors in; classes, generated sources and messages out. */
final class UserBuild {

    private final Path output;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<Path> classPath = new ArrayList<>(List.of(runtime()));
    private final List<String> options = new ArrayList<>();
    private List<Processor> processors = List.of(new DifferentiableProcessor());

    private UnaryOperator<JavaFileManager> manager = UnaryOperator.identity();

    private UserBuild(Path output) {
        this.output = output;
    }

    /** A build that writes classes and generated sources to one new folder below. */
    static UserBuild in(Path folder) {
        try {
            return new UserBuild(Files.createTempDirectory(Files.createDirectories(folder), "build"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param name the qualified name of the class */
    UserBuild source(String name, String text) {
        sources.put(name, text);
        return this;
    }

    UserBuild sources(Map<String, String> more) {
        sources.putAll(more);
        return this;
    }

    UserBuild options(String... more) {
        options.addAll(Arrays.asList(more));
        return this;
    }

    UserBuild with(Processor... these) {
        processors = List.of(these);
        return this;
    }

    UserBuild against(Result other) {
        classPath.add(other.output);
        return this;
    }

    /** @param wrapper what a build tool puts around javac's file manager */
    UserBuild files(UnaryOperator<JavaFileManager> wrapper) {
        manager = wrapper;
        return this;
    }

    static Path runtime() {
        try {
            return Path.of(Differentiable.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Result run() {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8)) {
            List<Source> units = sources.entrySet().stream()
                    .map(entry -> new Source(entry.getKey(), entry.getValue()))
                    .toList();
            JavaCompiler.CompilationTask task =
                    javac.getTask(null, manager.apply(files), diagnostics, allOptions(), null, units);
            if (!options.contains("-proc:none")) {
                task.setProcessors(processors);
            }
            boolean succeeded = task.call();
            List<Message> messages = diagnostics.getDiagnostics().stream()
                    .map(UserBuild::message)
                    .toList();
            return new Result(succeeded, messages, output, List.copyOf(classPath));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> allOptions() {
        List<String> all = new ArrayList<>(options);
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        if (!options.contains("--module-path")) {
            all.addAll(List.of("-cp", path));
        }
        all.addAll(List.of("-d", output.toString(), "-s", output.toString()));
        return all;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    // --- what comes of it

    /**
     * One message of the compiler.
     *
     * @param file the simple name of the file, or nothing
     * @param token the source that it is about: what javac marks, or the name of what is declared there
     */
    record Message(Diagnostic.Kind kind, String file, long line, String token, String text) {

        /** {@code [Pullback/Unsupported]}, or nothing if the message is not ours. */
        String code() {
            return text.startsWith("[Pullback/") ? text.substring(0, text.indexOf(']') + 1) : "";
        }

        @Override
        public String toString() {
            return kind + " " + file + ":" + line + " at " + token + ": " + text;
        }
    }

    private static Message message(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject file = diagnostic.getSource();
        String name =
                file == null ? "" : file.getName().substring(file.getName().lastIndexOf('/') + 1);
        return new Message(
                diagnostic.getKind(),
                name,
                diagnostic.getLineNumber(),
                file == null || diagnostic.getPosition() < 0 ? "" : token(diagnostic, file),
                diagnostic.getMessage(null));
    }

    private static String token(Diagnostic<?> diagnostic, JavaFileObject file) {
        try {
            CharSequence source = file.getCharContent(true);
            int at = (int) diagnostic.getPosition();
            int end = at;
            while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
                end++;
            }
            int start = (int) diagnostic.getStartPosition();
            int to = Math.max((int) diagnostic.getEndPosition(), end);
            String marked = source.subSequence(start, to).toString();
            boolean declares = at > start && end > at && Character.isJavaIdentifierStart(source.charAt(at));
            return declares ? source.subSequence(at, end).toString() : marked.replaceAll("(?s)(\n| // ).*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a build has made. */
    record Result(boolean succeeded, List<Message> messages, Path output, List<Path> classPath) {

        /** The codes of our messages, in the order in which they came; a message of javac's own whole. */
        List<String> codes() {
            return messages.stream()
                    .map(message -> message.code().isEmpty() ? message.toString() : message.code())
                    .toList();
        }

        /** The files that were generated, by qualified class name. */
        Map<String, String> generated() {
            Map<String, String> files = new TreeMap<>();
            try (Stream<Path> all = Files.walk(output)) {
                for (Path file :
                        all.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String name = output.relativize(file).toString().replace(File.separatorChar, '.');
                    files.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return files;
        }

        Result orThrow() {
            if (!succeeded || !messages.isEmpty()) {
                throw new AssertionError("javac said:\n" + text());
            }
            return this;
        }

        String text() {
            return messages.stream().map(Message::toString).collect(Collectors.joining("\n"));
        }

        /** Calls a static method without parameters of a compiled class. */
        Object call(String className, String method) {
            URL[] urls = Stream.concat(Stream.of(output), classPath.stream())
                    .map(Result::url)
                    .toArray(URL[]::new);
            ClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
            try {
                var found = Class.forName(className, true, loader).getDeclaredMethod(method);
                found.setAccessible(true);
                return found.invoke(null);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(className + "." + method, e);
            }
        }

        private static URL url(Path path) {
            try {
                return path.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
