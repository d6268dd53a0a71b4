package dev.pullback.processor.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every line of {@code docs/supported-java.md} names cases of the corpus that exist. */
class SupportedJavaPageTest {

    private static final Path PAGE = Path.of("..", "docs", "supported-java.md");
    private static final Pattern CASES = Pattern.compile("\\[\\w+\\]\\((\\S+?corpus\\S+?)\\) ((?:`\\w+`(?:, )?)+)");
    private static final Pattern CASE = Pattern.compile("`(\\w+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    @Test
    void everyLineOfTheListHasCases() throws IOException {
        int lines = 0;
        boolean refused = false;
        for (String line : Files.readAllLines(PAGE)) {
            refused |= line.equals("## Refused");
            if (line.startsWith("- ") && !refused) {
                assertTrue(CASES.matcher(line).find(), line);
                lines++;
            }
        }
        assertTrue(lines > 50, "lines");
    }

    @Test
    void theCasesAreDifferentiableMethodsOfTheCorpus() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Matcher cases = CASES.matcher(Files.readString(PAGE)); cases.find(); ) {
            String source = Files.readString(PAGE.resolveSibling(cases.group(1)).normalize());
            for (Matcher named = CASE.matcher(cases.group(2)); named.find(); ) {
                Pattern declared = Pattern.compile("@Differentiable[^;{]*? " + named.group(1) + "\\(");
                if (!declared.matcher(source).find()) {
                    missing.add(cases.group(1) + " " + named.group(1));
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void theLinksLeadSomewhere() throws IOException {
        for (Matcher link = LINK.matcher(Files.readString(PAGE)); link.find(); ) {
            assertTrue(Files.exists(PAGE.resolveSibling(link.group(1)).normalize()), link.group(1));
        }
    }
}
