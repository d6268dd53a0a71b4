package dev.pullback.processor.javac;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Another javac that reads the same sources and sees the same classes, so that whatever it writes into its trees is of no consequence for
 * what the user gets. It compiles nothing: it only enters the classes, and attributes those that it is asked about.
 */
final class SecondCompiler {

    private SecondCompiler() {}

    /**
     * The second compiler's view of some classes.
     *
     * @param topLevels the classes whose bodies will be asked for
     * @param roots all classes that are being compiled
     */
    static Optional<Attributed> of(
            Collection<TypeElement> topLevels, Collection<? extends Element> roots, JavacEnvironment first) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return Optional.empty();
        }
        try {
            // closed with the class loader of platform classes, which the trees need as long as they are used
            StandardJavaFileManager platform = compiler.getStandardFileManager(message -> {}, null, null);
            VisibleClasses classes = new VisibleClasses(platform, first, roots);
            List<JavaFileObject> sources = classes.sourcesOf(topLevels);
            JavacTask task = (JavacTask) compiler.getTask(
                    Writer.nullWriter(), classes, message -> {}, options(first.environment()), null, sources);
            task.parse();
            task.analyze();
            return Optional.of(new Attributed(Trees.instance(task), task.getElements(), task.getTypes()));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // what it cannot do the first one can, at a price
            return Optional.empty();
        }
    }

    private static List<String> options(ProcessingEnvironment environment) {
        List<String> options = new ArrayList<>(List.of("-proc:none", "-nowarn", "--add-modules", "ALL-SYSTEM"));
        SourceVersion version = environment.getSourceVersion();
        boolean preview = environment.isPreviewEnabled();
        if (preview || version != SourceVersion.latest()) {
            options.addAll(List.of("-source", String.valueOf(version.ordinal())));
        }
        if (preview) {
            options.add("--enable-preview");
        }
        // not to attribute everything now: where javac does not know these it takes longer, no more
        options.addAll(List.of("-XDshould-stop.ifNoError=ENTER", "-XDshould-stop.ifError=ENTER"));
        return options;
    }
}
