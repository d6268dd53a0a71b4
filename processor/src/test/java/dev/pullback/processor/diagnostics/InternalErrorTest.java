package dev.pullback.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pullback.processor.DifferentiableProcessor;
import dev.pullback.processor.diagnostics.OtherCompilersTest.Wrapping;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mistake of ours is a message about a method, and costs the user no more than that method. */
class InternalErrorTest {

    private static final String MODEL = """
            package example;
            import dev.pullback.Differentiable;
            final class Model {
              @Differentiable static double good(double x) { return x * x; }
              @Differentiable static double bad(double x) { return x * x * x; }
              static double ofGood() { return ModelGrad.goodGrad(3); }
            }
            """;

    @TempDir
    private Path folder;

    /** Something must fail inside: here it is the dump, since a folder has the name of its file. */
    private UserBuild failing() throws Exception {
        Path dump = folder.resolve("dump");
        Files.createDirectories(dump.resolve("example.Model.bad-double-4-forward.txt"));
        return UserBuild.in(folder).source("example.Model", MODEL).options("-Apullback.dump=" + dump);
    }

    @Test
    void isOneMessageThatNamesTheMethod() throws Exception {
        UserBuild.Result result =
                failing().options("--should-stop=ifError=FLOW").run();
        assertEquals(List.of("[Pullback/Internal]"), result.codes());
        UserBuild.Message message = result.messages().get(0);
        assertEquals("bad", message.token());
        assertTrue(message.text().contains("failed on bad;"), message::text);
        assertTrue(message.text().contains("report"), message::text);
    }

    @Test
    void leavesTheRestRightIfItIsAWarning() throws Exception {
        UserBuild.Result result =
                failing().options("-Apullback.unsupported=warn").run();
        assertEquals(List.of("[Pullback/Internal]"), result.codes());
        assertEquals(6.0, result.call("example.Model", "ofGood"));
    }

    @Test
    void outsideOfAllMethodsIsOneMessageToo() {
        UserBuild.Result result = UserBuild.in(folder)
                .source("example.Model", MODEL)
                .with(new Wrapping(new DifferentiableProcessor(), environment -> broken(environment, "getFiler")))
                .run();
        assertEquals(List.of("[Pullback/Internal]"), result.codes());
        assertTrue(result.text().contains("failed on good or on one of 1 more;"), result::text);
    }

    @Test
    void aFileThatCannotBeWrittenIsOneMessage() {
        UserBuild.Result result = UserBuild.in(folder)
                .source("example.Model", MODEL)
                .with(new Wrapping(new DifferentiableProcessor(), InternalErrorTest::withoutFiles))
                .run();
        assertEquals(List.of("[Pullback/NotWritten]"), result.codes());
        assertTrue(result.text().contains("disk is full"), result::text);
    }

    private static ProcessingEnvironment withoutFiles(ProcessingEnvironment real) {
        Filer filer = (Filer) Proxy.newProxyInstance(
                InternalErrorTest.class.getClassLoader(), new Class<?>[] {Filer.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("disk is full");
                });
        return (ProcessingEnvironment) Proxy.newProxyInstance(
                InternalErrorTest.class.getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getFiler") ? filer : method.invoke(real, arguments));
    }

    private static ProcessingEnvironment broken(ProcessingEnvironment real, String name) {
        return (ProcessingEnvironment) Proxy.newProxyInstance(
                InternalErrorTest.class.getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals(name)) {
                        throw new IllegalStateException("out of order");
                    }
                    return method.invoke(real, arguments);
                });
    }
}
