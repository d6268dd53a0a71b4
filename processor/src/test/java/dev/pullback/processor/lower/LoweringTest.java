package dev.pullback.processor.lower;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was lowered, printed as plain Java, compiled and executed, does what the source does, bit for bit. */
class LoweringTest {

    @ParameterizedTest
    @ValueSource(strings = {"Control", "Order", "Numbers", "Memory", "Passive", "Switching"})
    void doesWhatTheSourceDoes(String name) throws Exception {
        Compilation compilation = Compilation.of("subject." + name, source(name));
        int normal = Agreement.check(compilation, "subject." + name, 200);
        assertTrue(normal > 20 * compilation.functions().size(), "calls without an exception: " + normal);
    }

    static String source(String name) throws Exception {
        try (InputStream in = LoweringTest.class.getResourceAsStream("/lower/" + name + ".java")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
