package dev.pullback.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pullback.processor.DifferentiableProcessor;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What build tools put between the compiler and a processor. */
class OtherCompilersTest {

    private static final String MODEL = """
            package example;
            import dev.pullback.Differentiable;
            final class Model {
              @Differentiable static double square(double x) { return x * x; }
              @Differentiable static double cube(double x) { return x * x * x; }
              static double both() { return ModelGrad.squareGrad(3) + ModelGrad.cubeGrad(2); }
            }
            """;

    @TempDir
    private Path folder;

    private final List<String> files = new ArrayList<>();

    private UserBuild.Result build(UnaryOperator<ProcessingEnvironment> wrapper) {
        return UserBuild.in(folder)
                .source("example.Model", MODEL)
                .with(new Wrapping(new DifferentiableProcessor(), wrapper))
                .run();
    }

    @Test
    void inGradle() {
        assertEquals(18.0, build(GradleEnvironment::new).orThrow().call("example.Model", "both"));
        assertEquals(List.of("example.ModelGrad"), files, "written through Gradle's filer, with what it comes from");
    }

    @Test
    void inIntelliJ() {
        assertEquals(18.0, build(this::proxied).orThrow().call("example.Model", "both"));
        assertEquals(List.of("example.ModelGrad"), files);
    }

    @Test
    void inOneWrapperWithinTheOther() {
        assertEquals(
                18.0,
                build(real -> new GradleEnvironment(proxied(real))).orThrow().call("example.Model", "both"));
        assertEquals(
                18.0,
                build(real -> proxied(new GradleEnvironment(real))).orThrow().call("example.Model", "both"));
    }

    @Test
    void inGradleMessagesAreAtTheirTokens() {
        UserBuild.Result result = UserBuild.in(folder)
                .source("example.Model", MODEL.replace("x * x *", "Thread.activeCount() * Double.valueOf(x) *"))
                .with(new Wrapping(new DifferentiableProcessor(), GradleEnvironment::new))
                .run();
        assertEquals(List.of("[Pullback/ActiveEscapes]"), result.codes());
        assertEquals(5, result.messages().get(0).line());
        assertEquals("Double.valueOf", result.messages().get(0).token());
    }

    @Test
    void withoutTreesEachMethodHasOneError() {
        UserBuild.Result result = build(real -> opaque(() -> real));
        assertEquals(List.of("[Pullback/NoTrees]", "[Pullback/NoTrees]"), result.codes());
        assertEquals(
                List.of("square", "cube"),
                result.messages().stream().map(UserBuild.Message::token).toList());
    }

    // --- the wrappers

    /** As in IntelliJ's APIWrappers: a proxy that asks a wrapper first and then what it wraps. */
    private ProcessingEnvironment proxied(ProcessingEnvironment real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("getFiler")) {
                return filer(real.getFiler());
            }
            return method.invoke(real, arguments);
        };
        return (ProcessingEnvironment) Proxy.newProxyInstance(
                OtherCompilersTest.class.getClassLoader(), new Class<?>[] {ProcessingEnvironment.class}, handler);
    }

    /** Another compiler's environment, in which javac's cannot be found. */
    private static ProcessingEnvironment opaque(Supplier<ProcessingEnvironment> real) {
        return (ProcessingEnvironment) Proxy.newProxyInstance(
                OtherCompilersTest.class.getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                new Foreign(real));
    }

    private record Foreign(Supplier<ProcessingEnvironment> real) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return method.invoke(real.get(), arguments);
        }
    }

    /** A filer that keeps a list, and that refuses files that come from nowhere or from more than one class as Gradle's does. */
    private Filer filer(Filer real) {
        return (Filer) Proxy.newProxyInstance(
                OtherCompilersTest.class.getClassLoader(), new Class<?>[] {Filer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("createSourceFile")) {
                        Object[] origins = (Object[]) arguments[1];
                        assertEquals(1, origins.length, "an isolating processor names one class");
                        assertTrue(origins[0] instanceof TypeElement);
                        files.add(arguments[0].toString());
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof IOException io ? io : e;
                    }
                });
    }

    /** As Gradle's: a class of its own with a field {@code delegate}. */
    private final class GradleEnvironment implements ProcessingEnvironment {
        private final ProcessingEnvironment delegate;
        private final Filer filer;

        GradleEnvironment(ProcessingEnvironment delegate) {
            this.delegate = delegate;
            this.filer = filer(delegate.getFiler());
        }

        @Override
        public Map<String, String> getOptions() {
            return delegate.getOptions();
        }

        @Override
        public Messager getMessager() {
            return delegate.getMessager();
        }

        @Override
        public Filer getFiler() {
            return filer;
        }

        @Override
        public Elements getElementUtils() {
            return delegate.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return delegate.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return delegate.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return delegate.getLocale();
        }
    }

    /** A processor that sees a wrapped environment. */
    record Wrapping(Processor processor, UnaryOperator<ProcessingEnvironment> wrapper) implements Processor {
        @Override
        public void init(ProcessingEnvironment environment) {
            processor.init(wrapper.apply(environment));
        }

        @Override
        public Set<String> getSupportedOptions() {
            return processor.getSupportedOptions();
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }

        @Override
        public Iterable<? extends javax.annotation.processing.Completion> getCompletions(
                javax.lang.model.element.Element element,
                javax.lang.model.element.AnnotationMirror annotation,
                javax.lang.model.element.ExecutableElement member,
                String userText) {
            return List.of();
        }
    }
}
