package dev.pullback.processor.lower;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.pullback.processor.ir.Origin;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What javac knows about the trees of one source file: types, elements, positions and text. */
final class Sources {

    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final CompilationUnitTree unit;
    private final String file;
    private final CharSequence text;
    private final Map<TypeElement, Boolean> flawed = new HashMap<>();

    Sources(CompilationUnitTree unit, Trees trees, Elements elements, Types types) {
        this.trees = trees;
        this.elements = elements;
        this.types = types;
        this.unit = unit;
        String path = unit.getSourceFile().getName();
        this.file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        this.text = read(unit);
    }

    private static CharSequence read(CompilationUnitTree unit) {
        try {
            return unit.getSourceFile().getCharContent(true);
        } catch (IOException e) {
            return "";
        }
    }

    Elements elements() {
        return elements;
    }

    Types types() {
        return types;
    }

    /** The path of a tree that is a child of the path's leaf. */
    static TreePath child(TreePath path, Tree tree) {
        return new TreePath(path, tree);
    }

    /** The expression without the parentheses around it. */
    static TreePath bare(TreePath path) {
        return path.getLeaf() instanceof ParenthesizedTree parentheses
                ? bare(child(path, parentheses.getExpression()))
                : path;
    }

    /** The type of an expression; null where javac found none. */
    @Nullable
    TypeMirror type(TreePath path) {
        TypeMirror type = trees.getTypeMirror(path);
        return type == null || type.getKind() == TypeKind.ERROR ? null : type;
    }

    @Nullable
    Element element(TreePath path) {
        return trees.getElement(path);
    }

    /** Whether a record that wants to be differentiated cannot be. */
    boolean hasFlaw(TypeElement record) {
        return flawed.computeIfAbsent(
                record, type -> Records.flaw(type, trees, elements).isPresent());
    }

    /** Where an element of this compilation is declared; null for one that comes from a class file. */
    @Nullable
    TreePath declaration(Element element) {
        return trees.getPath(element);
    }

    /** A statement as a whole. */
    Origin statement(TreePath path) {
        int start = start(path);
        return origin(path, start < 0 ? path.getLeaf().toString() : SourceText.statement(text, start), start);
    }

    /** The header of a statement that has a body. */
    Origin header(TreePath path) {
        int start = start(path);
        return origin(path, start < 0 ? "" : SourceText.header(text, start), start);
    }

    private Origin origin(TreePath path, String quoted, int start) {
        int line = start < 0 ? 0 : (int) unit.getLineMap().getLineNumber(start);
        return new Origin(file, line, quoted, path);
    }

    private int start(TreePath path) {
        long start = trees.getSourcePositions().getStartPosition(unit, path.getLeaf());
        return start < 0 || start >= text.length() ? -1 : (int) start;
    }
}
