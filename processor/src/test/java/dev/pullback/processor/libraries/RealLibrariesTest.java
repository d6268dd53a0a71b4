package dev.pullback.processor.libraries;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Libraries that were not written for this, differentiated whole: every eligible method is annotated, and what is generated is checked. What
 * is not is listed, by code and with a message, in {@code docs/real-libraries.md}; {@code -DupdateDocs=true} writes those tables.
 */
class RealLibrariesTest {

    private static final Path PAGE = Path.of("..", "docs", "real-libraries.md");

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path directory;

    @Test
    void commonsMath() throws Exception {
        check(Library.MATH);
    }

    @Test
    void commonsNumbersGamma() throws Exception {
        check(Library.GAMMA);
    }

    private void check(Library library) throws Exception {
        LibraryCheck found = LibraryCheck.of(library, directory);
        assertAll(
                () -> assertEquals(List.of(), found.compiled().errors(), "does not compile"),
                () -> assertEquals(List.of(), found.silent(), "rejected without a message"),
                () -> assertEquals(List.of(), found.wrong(), "wrong"),
                () -> assertEquals(List.of(), found.undecided(), "not decided by the arguments"),
                () -> thePageSays(library.name(), Summary.of(found)));
    }

    private static void thePageSays(String name, String summary) throws Exception {
        String start = "<!-- " + name + ", by RealLibrariesTest -->\n";
        String end = "<!-- end -->";
        String page = Files.readString(PAGE);
        int from = page.indexOf(start) + start.length();
        int to = page.indexOf(end, from);
        if (Boolean.getBoolean("updateDocs")) {
            Files.writeString(PAGE, page.substring(0, from) + summary + page.substring(to));
        } else {
            assertEquals(page.substring(from, to), summary);
        }
    }
}
