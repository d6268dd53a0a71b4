package dev.pullback.processor.corpus;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Makes a source count what it does: every entry of a loop's body and of a method adds one to a counter.
 *
 * <p>{@code while (c) { s(); }} becomes {@code while (c) { counter++; s(); }}
 */
final class LoopCounter extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final String increment;
    /** What to insert, by position from the end, so that no position moves. */
    private final TreeMap<Integer, String> insertions = new TreeMap<>((a, b) -> Integer.compare(b, a));

    private LoopCounter(CompilationUnitTree unit, SourcePositions positions, String counter) {
        this.unit = unit;
        this.positions = positions;
        this.increment = counter + "++;";
    }

    /** The text of a source in which {@code counter}, a static long, counts. */
    static String counting(JavaFileObject source, String counter) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) javac.getTask(null, files, null, List.of("-proc:none"), null, List.of(source));
            CompilationUnitTree unit = task.parse().iterator().next();
            LoopCounter counting = new LoopCounter(unit, Trees.instance(task).getSourcePositions(), counter);
            counting.scan(unit, null);
            StringBuilder text = new StringBuilder(source.getCharContent(true));
            counting.insertions.forEach(text::insert);
            return text.toString();
        }
    }

    @Override
    public Void visitForLoop(ForLoopTree loop, Void none) {
        count(loop.getStatement());
        return super.visitForLoop(loop, none);
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Void none) {
        count(loop.getStatement());
        return super.visitEnhancedForLoop(loop, none);
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree loop, Void none) {
        count(loop.getStatement());
        return super.visitWhileLoop(loop, none);
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree loop, Void none) {
        count(loop.getStatement());
        return super.visitDoWhileLoop(loop, none);
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
        boolean starts = method.getBody() != null && !method.getName().contentEquals("<init>");
        if (starts) {
            count(method.getBody());
        }
        return super.visitMethod(method, none);
    }

    private void count(StatementTree body) {
        if (!(body instanceof BlockTree)) {
            throw new IllegalArgumentException("a loop without braces: " + body);
        }
        insertions.put((int) positions.getStartPosition(unit, body) + 1, increment);
    }
}
