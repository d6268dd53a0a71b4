package dev.pullback.processor.libraries;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A method of a library that a user could want to differentiate: static, visible, with a body, of numbers and arrays of numbers only, with a
 * real input, and with a real result or a real array to write into.
 *
 * @param file the source file
 * @param start where the declaration starts, in characters
 * @param end where it ends
 * @param name the method's name behind that of its class: {@code Beta.logBeta}
 */
record Eligible(Path file, int start, int end, String name) {

    private static final Pattern NUMBERS =
            Pattern.compile("(double|float|int|long|short|byte|char|boolean)(\\[]|\\.\\.\\.)*");
    private static final Pattern REAL = Pattern.compile("(double|float)(\\[]|\\.\\.\\.)*");
    private static final Pattern REAL_ARRAY = Pattern.compile("(double|float)(\\[]|\\.\\.\\.)+");

    /** All of them, in the order of the files. */
    static List<Eligible> in(List<Path> files) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<Eligible> found = new ArrayList<>();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) javac.getTask(
                    null,
                    manager,
                    ignored -> {},
                    List.of("-proc:none", "-encoding", "UTF-8"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Search(unit, positions, found).scan(unit, "");
            }
        }
        return found;
    }

    /** Looks at the members of visible classes; local and anonymous classes are not looked into. */
    private static final class Search extends TreeScanner<@Nullable Void, String> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Eligible> found;

        Search(CompilationUnitTree unit, SourcePositions positions, List<Eligible> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, String around) {
            boolean visible = !tree.getModifiers().getFlags().contains(Modifier.PRIVATE);
            return visible ? super.visitClass(tree, tree.getSimpleName() + ".") : null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, String around) {
            if (isOne(tree)) {
                found.add(new Eligible(
                        Path.of(unit.getSourceFile().toUri()),
                        (int) positions.getStartPosition(unit, tree),
                        (int) positions.getEndPosition(unit, tree),
                        around + tree.getName()));
            }
            return null;
        }
    }

    private static boolean isOne(MethodTree method) {
        Set<Modifier> modifiers = method.getModifiers().getFlags();
        if (method.getBody() == null
                || method.getReturnType() == null
                || !modifiers.contains(Modifier.STATIC)
                || modifiers.contains(Modifier.PRIVATE)
                || !method.getTypeParameters().isEmpty()) {
            return false;
        }
        List<String> parameters = method.getParameters().stream()
                .map(VariableTree::getType)
                .map(Object::toString)
                .toList();
        String result = method.getReturnType().toString();
        boolean output = result.equals("void")
                ? parameters.stream().anyMatch(type -> REAL_ARRAY.matcher(type).matches())
                : REAL.matcher(result).matches();
        return output
                && parameters.stream().allMatch(type -> NUMBERS.matcher(type).matches())
                && parameters.stream().anyMatch(type -> REAL.matcher(type).matches());
    }
}
