package dev.pullback.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pullback.processor.ir.Primitive;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaParserTest {

    @ParameterizedTest
    @CsvSource({
        "a - b - c, (a - b) - c",
        "a / b * c, (a / b) * c",
        "a + b * c, a + (b * c)",
        "-a * b, (-a) * b",
        "a < b && c == d ? 1 : x > 0 ? 2 : 3, (((a < b) && (c == d)) ? 1 : ((x > 0) ? 2 : 3))",
        "a > b ? c > d ? 1 : 2 : 3, a > b ? (c > d ? 1 : 2) : 3",
        "1.5e-3*sin( x ), 0.0015 * sin(x)"
    })
    void bindsAsJavaDoes(String formula, String parenthesised) {
        assertEquals(FormulaParser.parse(parenthesised), FormulaParser.parse(formula));
    }

    @Test
    void calls() {
        assertEquals(
                new Formula.Call(
                        "pow",
                        List.of(
                                new Formula.Name("x"),
                                new Formula.Binary(Primitive.SUB, new Formula.Name("p"), new Formula.Literal(1)))),
                FormulaParser.parse("pow(x, p - 1)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a +", "a b", "f(a", "(a", "a ? b", "a # b", "a)", "f()"})
    void refusesWhatIsNoFormula(String text) {
        assertThrows(IllegalArgumentException.class, () -> FormulaParser.parse(text));
    }
}
