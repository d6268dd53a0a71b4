package dev.pullback.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pullback.processor.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One file a message, {@code rejections/NoDerivativeRule.java} for {@code [Pullback/NoDerivativeRule]}. What is expected stands on the line:
 *
 * <pre>
 * double y = Math.foo(x); // ERROR [Pullback/NoDerivativeRule] at Math.foo
 * </pre>
 */
class RejectionsTest {

    private static final Path FILES =
            Path.of(System.getProperty("basedir", ""), "src", "test", "resources", "rejections");

    private static final Pattern EXPECTED =
            Pattern.compile("// (ERROR|WARNING) (\\[Pullback/\\w+\\]) at (.+?)(?= // (?:ERROR|WARNING) |$)");

    /** A message ends with what to do, in so many words. */
    private static final Pattern WAY_OUT = Pattern.compile(
            "(?s).{20,}[.;:] (?:\"?[A-Z]\\w+ (?:\\S+ )*)?.*\\b(?:[Cc]all|[Ww]rite|[Dd]eclare|[Kk]eep|[Rr]eturn"
                    + "|[Rr]emove|[Rr]ename|[Mm]end|[Cc]ompile|[Aa]dd|[Mm]ove|[Mm]ake|[Pp]ass|[Dd]rop|[Uu]se|[Gg]ive|[Tt]ake"
                    + "|[Ss]ynchronize|[Aa]ssign|[Aa]nnotate|[Cc]reate|[Rr]eport|[Rr]eplace|[Oo]pen)\\b.*\\.");

    /** What no source file can provoke, and the test that does. */
    private static final Map<Problem, String> ELSEWHERE = new EnumMap<>(Map.of(
            Problem.NO_TREES, "OtherCompilersTest.withoutTreesEachMethodHasOneError",
            Problem.INTERNAL, "InternalErrorTest.isOneMessageThatNamesTheMethod",
            Problem.NOT_WRITTEN, "InternalErrorTest.aFileThatCannotBeWrittenIsOneMessage",
            Problem.OPTION, "OptionsTest.valuesThatMeanNothingAreToldOnce",
            Problem.SPOILT_BY_GENERATED_TYPE, "OwnCompanionTest.whatOnlyTheFirstCompilerSeesIsTold"));

    @TempDir
    private Path folder;

    private static Stream<String> files() throws IOException {
        try (Stream<Path> all = Files.list(FILES)) {
            return all
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String source(String name) throws IOException {
        return Files.readString(FILES.resolve(name + ".java"));
    }

    /** Compiled without the processor: what other code was compiled before. */
    private UserBuild.Result library() throws IOException {
        return UserBuild.in(folder)
                .source("rejections.Library", source("library/Library"))
                .options("-proc:none")
                .run()
                .orThrow();
    }

    private UserBuild build(String name) throws IOException {
        // javac goes on after our errors as some plugins make it do: what misses a part of the companion would now be
        // an error too
        return UserBuild.in(folder)
                .source("rejections." + name, source(name))
                .options("-Xlint:all", "--should-stop=ifError=FLOW")
                .against(library());
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasExactlyTheMessagesThatItSays(String name) throws Exception {
        List<String> expected = expected(source(name));
        List<String> actual = build(name).run().messages().stream()
                .sorted((a, b) -> Long.compare(a.line(), b.line()))
                .map(m -> m.line() + ": "
                        + (m.code().isEmpty() ? m.toString() : m.kind() + " " + m.code() + " at " + m.token()))
                .toList();
        assertEquals(String.join("\n", expected), String.join("\n", actual).replace("MANDATORY_", ""));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyMessageHasAReasonAndAWayOut(String name) throws Exception {
        for (UserBuild.Message message : build(name).run().messages()) {
            assertTrue(WAY_OUT.matcher(message.text()).matches(), message::toString);
            assertFalse(message.text().contains("%"), message::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void warningsLeaveTheRestUsable(String name) throws Exception {
        UserBuild build = build(name).options("-Apullback.unsupported=warn");
        UserBuild.Result result = build.run();
        for (UserBuild.Message message : result.messages()) {
            boolean absent = message.text().contains("cannot find symbol")
                    || message.text().contains("does not exist");
            boolean ours = !message.code().isEmpty();
            assertTrue(ours || absent, message::toString);
        }
    }

    @Test
    void everyProblemHasAFileOrATest() throws Exception {
        List<String> missing = new ArrayList<>();
        List<String> files = files().toList();
        for (Problem problem : Problem.values()) {
            String test = ELSEWHERE.get(problem);
            if (test == null
                    && !(files.contains(problem.code())
                            && source(problem.code()).contains("[Pullback/" + problem.code() + "]"))) {
                missing.add(problem + " has no rejections/" + problem.code() + ".java that expects it");
            } else if (test != null && !exists(test)) {
                missing.add(problem + " has no test " + test);
            }
        }
        assertEquals(List.of(), missing);
    }

    private static boolean exists(String test) throws ClassNotFoundException {
        String[] parts = test.split("\\.");
        return Arrays.stream(Class.forName(RejectionsTest.class.getPackageName() + "." + parts[0])
                        .getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(parts[1]) && method.isAnnotationPresent(Test.class));
    }

    private static List<String> expected(String source) {
        List<String> expected = new ArrayList<>();
        String[] lines = source.split("\n");
        for (int i = 0; i < lines.length; i++) {
            for (Matcher matcher = EXPECTED.matcher(lines[i]); matcher.find(); ) {
                expected.add((i + 1) + ": " + matcher.group(1) + " " + matcher.group(2) + " at " + matcher.group(3));
            }
        }
        return expected;
    }
}
