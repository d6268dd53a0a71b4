package dev.pullback.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pullback.processor.DifferentiableProcessor;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which builds run the compiler. */
class SettingsTest {

    private static final String MODEL = """
            package example;
            import dev.pullback.Constant;
            import dev.pullback.Differentiable;
            /** A model. */
            public final class Model {
              private Model() {}
              /**
               * Its loss.
               *
               * @param x where
               * @param y how
               * @return the loss
               */
              @Differentiable
              public static double loss(double x, @Constant double y) {
                return x * x * y;
              }
              /**
               * Its slope.
               *
               * @return the slope
               */
              public static double test() {
                return ModelGrad.lossGrad(3, 2);
              }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void gradleIsToldThatTheProcessorIsIsolating() throws Exception {
        String file = "META-INF/gradle/incremental.annotation.processors";
        try (InputStream in = DifferentiableProcessor.class.getClassLoader().getResourceAsStream(file)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(DifferentiableProcessor.class.getName() + ",isolating", text.strip());
        }
    }

    @Test
    void theProcessorIsAService() {
        assertTrue(ServiceLoader.load(Processor.class).stream()
                .anyMatch(provider -> provider.type() == DifferentiableProcessor.class));
    }

    @Test
    void allWarningsAsErrors() {
        UserBuild.Result result = UserBuild.in(folder)
                .source("example.Model", MODEL)
                .options("-Xlint:all", "-Werror", "-parameters")
                .run()
                .orThrow();
        assertEquals(12.0, result.call("example.Model", "test"));
    }

    @Test
    void annotationsOfOthersDoNotConcernIt() {
        UserBuild.Result result = UserBuild.in(folder)
                .source(
                        "example.Model",
                        MODEL.replace("@Differentiable\n", "@Differentiable @Deprecated(since = \"1\")\n"))
                .options("-Xlint:all,-deprecation,-dep-ann", "-Werror")
                .run();
        assertTrue(result.succeeded(), result::text);
    }

    @Test
    void processingOnly() {
        UserBuild.Result result = UserBuild.in(folder)
                .source("example.Model", MODEL)
                .options("-proc:only", "-Xlint:all", "-Werror")
                .run()
                .orThrow();
        assertEquals(
                List.of("example.ModelGrad"), List.copyOf(result.generated().keySet()));
        assertFalse(Files.exists(result.output().resolve("example/Model.class")));
    }

    @Test
    void processingOnlyReportsErrors() {
        UserBuild.Result result = UserBuild.in(folder)
                .source("example.Model", MODEL.replace("return x * x * y", "return Double.valueOf(x) * y"))
                .options("-proc:only")
                .run();
        assertEquals(List.of("[Pullback/ActiveEscapes]"), result.codes());
    }

    @Test
    void inTheUnnamedPackage() {
        UserBuild.Result result = UserBuild.in(folder)
                .source("Model", MODEL.replace("package example;", ""))
                .options("-Xlint:all", "-Werror")
                .run()
                .orThrow();
        assertEquals(12.0, result.call("Model", "test"));
    }

    // --- modules

    private UserBuild.Result inAModule(String directives) {
        return UserBuild.in(folder)
                .source(
                        "module-info",
                        "/** A module. */ module model { requires static dev.pullback; " + directives + " }")
                .source("example.Model", MODEL)
                .options(
                        "-Xlint:all",
                        "-Werror",
                        "--module-path",
                        UserBuild.runtime().toString())
                .run();
    }

    @Test
    void inANamedModule() {
        UserBuild.Result result = inAModule("requires java.compiler;");
        assertTrue(result.succeeded(), result::text);
        assertTrue(result.generated().get("example.ModelGrad").contains("@Generated("));
    }

    @Test
    void inANamedModuleThatDoesNotSeeGenerated() {
        UserBuild.Result result = inAModule("");
        assertTrue(result.succeeded(), result::text);
        assertFalse(result.generated().get("example.ModelGrad").contains("@Generated("));
    }

    // --- files

    private UserBuild.Result compile(Path source, Path output, String... options) throws Exception {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, null, null)) {
            List<String> all = new ArrayList<>(List.of(options));
            all.addAll(List.of("-cp", UserBuild.runtime() + java.io.File.pathSeparator + output));
            all.addAll(List.of("-d", output.toString()));
            JavaCompiler.CompilationTask task =
                    javac.getTask(null, files, diagnostics, all, null, files.getJavaFileObjects(source));
            task.setProcessors(List.of(new DifferentiableProcessor()));
            boolean succeeded = task.call();
            assertTrue(succeeded, () -> diagnostics.getDiagnostics().toString());
            return new UserBuild.Result(succeeded, List.of(), output, List.of(UserBuild.runtime()));
        }
    }

    @Test
    void aReadOnlySource() throws Exception {
        Path source = folder.resolve("read only/example/Model.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, MODEL);
        assertTrue(source.toFile().setWritable(false));
        assertTrue(source.getParent().toFile().setWritable(false));
        Path output = Files.createDirectories(folder.resolve("out"));
        try {
            assertEquals(12.0, compile(source, output).call("example.Model", "test"));
        } finally {
            assertTrue(source.getParent().toFile().setWritable(true));
        }
    }

    /** Classes, and generated sources beside them, of the last build are on the class path of the next. */
    @Test
    void overWhatAnEarlierBuildLeft() throws Exception {
        Path source = Files.writeString(folder.resolve("Model.java"), MODEL);
        Path output = Files.createDirectories(folder.resolve("out"));
        assertEquals(12.0, compile(source, output).call("example.Model", "test"));
        Files.writeString(source, MODEL.replace("x * x * y", "x * y"));
        assertEquals(2.0, compile(source, output).call("example.Model", "test"));
        // a generated source that is newer than its class, as after a copy, is what javac would compile
        Path companion = output.resolve("example/ModelGrad.java");
        Files.setLastModifiedTime(companion, FileTime.fromMillis(System.currentTimeMillis() + 10_000));
        AssertionError error = assertThrows(AssertionError.class, () -> compile(source, output));
        assertTrue(error.getMessage().contains("[Pullback/NameClash]"), error::getMessage);
        assertTrue(error.getMessage().contains("source of an earlier build"), error::getMessage);
    }
}
