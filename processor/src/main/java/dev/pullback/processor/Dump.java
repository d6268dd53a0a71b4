package dev.pullback.processor;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Printer;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.ir.Verifier;
import dev.pullback.processor.javac.Signatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code -Apullback.dump=DIR}: the IR after every stage, a file a method and stage, {@code example.Model.loss-DoubleArray-2-optimised.txt}.
 * What is written is verified; where assertions are on everything is.
 */
final class Dump {

    private static final boolean VERIFIES = Dump.class.desiredAssertionStatus();

    /** Writes nothing. */
    static final Dump OFF = new Dump(null);

    private final @Nullable Path folder;

    private Dump(@Nullable Path folder) {
        this.folder = folder;
    }

    /** @throws IOException if there is no such folder and none can be made */
    static Dump into(@Nullable String folder) throws IOException {
        return folder == null ? OFF : new Dump(Files.createDirectories(Path.of(folder)));
    }

    void after(String stage, Function function) {
        after(stage, function, function.params(), function.body());
    }

    /** @param inScope what a region may refer to */
    void after(String stage, Function function, List<Value> inScope, Region region) {
        if (VERIFIES || folder != null) {
            verify(stage, inScope, region);
        }
        if (folder != null) {
            write(stage, function, region);
        }
    }

    private static void verify(String stage, List<Value> inScope, Region region) {
        try {
            Verifier.verify(inScope, region);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(stage + ": " + e.getMessage(), e);
        }
    }

    private void write(String stage, Function function, Region region) {
        if (folder == null) {
            return;
        }
        String text = region == function.body() ? Printer.print(function) : Printer.print(region);
        try {
            Files.writeString(folder.resolve(name(function.signature()) + "-" + stage + ".txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Signature signature) {
        return signature.parameters().stream()
                .map(parameter -> "-" + simple(parameter.type()))
                .collect(Collectors.joining("", Signatures.ownerOf(signature) + "." + signature.name(), ""));
    }

    private static String simple(Type type) {
        if (type instanceof ArrayType array) {
            return simple(array.element()) + "Array";
        }
        String erased = type.java().replaceAll("<.*>", "");
        return erased.substring(erased.lastIndexOf('.') + 1);
    }
}
