package dev.pullback.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pullback.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What cannot be lowered is reported at its token, all of a method at once, and lowering goes on. */
class RefusalsTest {

    @Test
    void everyRefusalIsAtItsTokenWithItsReason() throws Exception {
        String source = LoweringTest.source("Refused");
        Compilation compilation = Compilation.of("subject.Refused", source);
        List<String> expected = new ArrayList<>();
        String[] lines = source.split("\n");
        for (int i = 0; i < lines.length; i++) {
            int comment = lines[i].indexOf(" // ");
            if (comment >= 0) {
                expected.add((i + 1) + ": " + lines[i].substring(comment + 4));
            }
        }
        List<String> actual = new ArrayList<>();
        for (String name : List.of("tries", "jumps", "locals", "privates", "functions")) {
            Verifier.verify(compilation.function(name));
            actual.addAll(compilation.refusals(name));
        }
        assertEquals(expected.size(), actual.size(), () -> String.join("\n", actual));
        for (int i = 0; i < expected.size(); i++) {
            String prefix = actual.get(i)
                    .substring(
                            0, Math.min(expected.get(i).length(), actual.get(i).length()));
            assertEquals(expected.get(i), prefix);
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void patternsOfLaterVersionsAreRefused() {
        Compilation compilation = Compilation.of("subject.Patterns", """
                package subject;
                class Patterns {
                    record Box(double side) {}
                    static double types(Object o, double x) {
                        return switch (o) { case String s -> x; case Integer i when i > 3 -> 2 * x; default -> 3; };
                    }
                    static double nothing(String s, double x) {
                        switch (s) { case "a" -> x = 2; case null, default -> x = 3; }
                        return x;
                    }
                    static double records(Object o, double x) { return o instanceof Box(double s) ? s * x : x; }
                }
                """);
        assertEquals(2, compilation.refusals("types").size());
        assertEquals(1, compilation.refusals("nothing").size());
        assertEquals(List.of("11: o instanceof Box(double s) | This pattern"), compilation.refusals("records"));
    }
}
