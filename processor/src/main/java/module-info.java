/** The annotation processor that writes derivatives. It exports nothing: the compiler finds it as a service. */
module dev.pullback.processor {
    requires static com.google.auto.service;
    requires com.palantir.javapoet;
    requires java.compiler;
    requires jdk.compiler;
    requires static org.jspecify;

    provides javax.annotation.processing.Processor with
            dev.pullback.processor.DifferentiableProcessor;
}
