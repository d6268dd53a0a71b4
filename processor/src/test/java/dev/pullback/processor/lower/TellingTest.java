package dev.pullback.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Printer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Lowered code is what one would write by hand: no variable that is not carried, no flag that is not needed. */
class TellingTest {

    private static Compilation compile() throws Exception {
        return Compilation.of("subject.Telling", LoweringTest.source("Telling"));
    }

    @Test
    void looksAsExpected() throws Exception {
        String actual =
                compile().functions().values().stream().map(Printer::print).collect(Collectors.joining("\n"));
        try (InputStream in = TellingTest.class.getResourceAsStream("/lower/Telling.txt")) {
            byte[] expected = Objects.requireNonNull(in).readAllBytes();
            assertEquals(new String(expected, StandardCharsets.UTF_8), actual);
        }
    }

    @Test
    void everyNodeQuotesItsStatement() throws Exception {
        Function norm = compile().function("norm");
        List<String> quoted = Node.all(norm.body()).stream()
                .map(node -> node.origin().line() + ": " + node.origin().text())
                .distinct()
                .toList();
        assertEquals(
                List.of(
                        "6: double s = 0",
                        "7: int i = 0",
                        "7: for (int i = 0; i < x.length; i++)",
                        "8: s += x[i] * x[i]",
                        "11: return Math.sqrt(s)"),
                quoted);
    }
}
