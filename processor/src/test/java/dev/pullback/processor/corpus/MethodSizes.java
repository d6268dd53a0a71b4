package dev.pullback.processor.corpus;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;

/** Bytes of bytecode of each method of compiled classes, as {@code javap -c} counts them (JVMS 4.7.3). */
final class MethodSizes {
    private MethodSizes() {}

    /** Of the class and those nested in it, by {@code Type.method}; overloads count together. */
    static Map<String, Integer> of(Path directory, String simpleName) throws IOException {
        return of(directory, simpleName, Integer::sum);
    }

    /** The same, but of overloads the largest. */
    static Map<String, Integer> largest(Path directory, String simpleName) throws IOException {
        return of(directory, simpleName, Math::max);
    }

    private static Map<String, Integer> of(Path directory, String simpleName, IntBinaryOperator overloads)
            throws IOException {
        Map<String, Integer> sizes = new TreeMap<>();
        for (Path file : classFiles(directory)) {
            String name = file.getFileName().toString().replace(".class", "");
            if (name.equals(simpleName) || name.startsWith(simpleName + "$")) {
                try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                    read(in, name, overloads, sizes);
                }
            }
        }
        return sizes;
    }

    private static List<Path> classFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }

    private static void read(DataInputStream in, String type, IntBinaryOperator overloads, Map<String, Integer> sizes)
            throws IOException {
        in.skipNBytes(8);
        String[] constants = constants(in);
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        for (boolean methods : new boolean[] {false, true}) {
            int members = in.readUnsignedShort();
            for (int i = 0; i < members; i++) {
                in.skipNBytes(2);
                String name = constants[in.readUnsignedShort()];
                in.skipNBytes(2);
                int size = codeSize(in, constants);
                if (methods) {
                    sizes.merge(type + "." + name, size, overloads::applyAsInt);
                }
            }
        }
    }

    private static int codeSize(DataInputStream in, String[] constants) throws IOException {
        int size = 0;
        int attributes = in.readUnsignedShort();
        for (int k = 0; k < attributes; k++) {
            String name = constants[in.readUnsignedShort()];
            int length = in.readInt();
            if (name.equals("Code")) {
                in.skipNBytes(4);
                size = in.readInt();
                in.skipNBytes(length - 8L);
            } else {
                in.skipNBytes(length);
            }
        }
        return size;
    }

    /** The UTF-8 constants by index; empty for other kinds. */
    private static String[] constants(DataInputStream in) throws IOException {
        String[] constants = new String[in.readUnsignedShort()];
        for (int i = 1; i < constants.length; i++) {
            constants[i] = "";
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> constants[i] = in.readUTF();
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                default -> in.skipNBytes(4);
            }
        }
        return constants;
    }
}
