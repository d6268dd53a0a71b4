package dev.pullback.processor.libraries;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The sources of a library, which are a jar on the class path of the tests, unpacked. */
final class Sources {

    private Sources() {}

    /**
     * Unpacks the Java files of a jar, but for those that declare no class.
     *
     * @param file a file in the jar, by which it is found
     */
    static List<Path> unpacked(String file, Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        try (JarFile jar = new JarFile(jarWith(file).toFile())) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".java") && !entry.getName().endsWith("-info.java")) {
                    Path target = directory.resolve(entry.getName());
                    Files.createDirectories(target.getParent());
                    try (InputStream in = jar.getInputStream(entry)) {
                        Files.copy(in, target);
                    }
                    files.add(target);
                }
            }
        }
        return files.stream().sorted().toList();
    }

    /** The jar on the class path of the tests that has a file. */
    static Path jarWith(String file) {
        URL found = Sources.class.getClassLoader().getResource(file);
        if (found == null) {
            throw new IllegalStateException("no jar on the class path has " + file);
        }
        String url = found.toString();
        return Path.of(java.net.URI.create(url.substring("jar:".length(), url.indexOf("!/"))));
    }
}
