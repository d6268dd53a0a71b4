package dev.pullback.processor;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Printer;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Verifier;
import dev.pullback.processor.javac.Signatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code -Apullback.dump=DIR}: the IR after every stage, verified, a file a method and stage. */
final class Dump {

    private final @Nullable Path folder;

    Dump(@Nullable String folder) {
        this.folder = folder == null ? null : Path.of(folder);
    }

    void write(Function function, String stage) {
        if (folder != null) {
            Verifier.verify(function);
            write(function, stage, Printer.print(function));
        }
    }

    void write(Function function, String stage, Region region) {
        if (folder != null) {
            write(function, stage, Printer.print(region));
        }
    }

    private void write(Function function, String stage, String text) {
        if (folder == null) {
            return;
        }
        String name = Signatures.ownerOf(function.signature()) + "." + function.signature().name() + "-"
                + function.signature().parameters().size() + "." + stage + ".txt";
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
