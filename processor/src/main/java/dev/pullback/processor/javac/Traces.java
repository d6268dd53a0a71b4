package dev.pullback.processor.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Tells by a look at the syntax whether attributing a class before its time would leave traces. javac writes the types that it infers
 * into its trees and never takes them back: a {@code var}, or the parameter of a lambda, whose type is still to be generated would keep
 * an erroneous type and crash the compiler later, or keep the type of another overload and silently mean something else. The names of
 * anonymous and local classes and {@code @Override} under a supertype that does not exist yet have troubles of their own, and into the
 * constructors of records javac writes a call that it does not accept the next time.
 */
final class Traces extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Trees trees;
    private final Set<TypeElement> seen;
    private boolean found;

    private Traces(Trees trees, Set<TypeElement> seen) {
        this.trees = trees;
        this.seen = seen;
    }

    /** @param topLevel a class; attributing it attributes all in it, and its superclasses */
    static boolean wouldStay(TypeElement topLevel, Trees trees) {
        return wouldStay(topLevel, trees, new HashSet<>());
    }

    private static boolean wouldStay(TypeElement topLevel, Trees trees, Set<TypeElement> seen) {
        TreePath path = trees.getPath(topLevel);
        if (path == null || !seen.add(topLevel)) {
            return false;
        }
        Traces traces = new Traces(trees, seen);
        traces.scan(path, null);
        return traces.found;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        if (found || tree == null) {
            return null;
        } else if (tree.getKind().name().equals("DECONSTRUCTION_PATTERN")) {
            found = true;
            return null;
        }
        return super.scan(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        found |= isInferred(tree, getCurrentPath(), trees);
        return super.visitVariable(tree, null);
    }

    /**
     * Whether the source does not say of which type a variable is. Attribution fills the type in, without a place or, since JDK 25, at the
     * place of {@code var} or of the variable's name.
     */
    static boolean isInferred(VariableTree tree, TreePath path, Trees trees) {
        if (tree.getType() == null) {
            return true;
        }
        long start = trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), tree.getType());
        if (start < 0) {
            return true;
        }
        try {
            CharSequence source = path.getCompilationUnit().getSourceFile().getCharContent(true);
            int end = (int) start;
            while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
                end++;
            }
            String word = source.subSequence((int) start, end).toString();
            return word.equals("var") || tree.getName().contentEquals(word);
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        found = true;
        return null;
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        found = true;
        return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        found |= tree.getClassBody() != null;
        return super.visitNewClass(tree, null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        Tree around = getCurrentPath().getParentPath().getLeaf();
        boolean member = around instanceof ClassTree || around.getKind() == Tree.Kind.COMPILATION_UNIT;
        found |= !member;
        if (!found && trees.getElement(getCurrentPath()) instanceof TypeElement type) {
            found |= type.getSuperclass() instanceof DeclaredType superclass
                    && wouldStay(Signatures.topLevel(superclass.asElement()), trees, seen);
        }
        return super.visitClass(tree, null);
    }

    /** javac puts a call of {@code super()} into a record's constructor, and then complains of it. */
    private boolean isConstructorOfRecord(MethodTree tree) {
        return tree.getName().contentEquals("<init>")
                && getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD
                && trees.getSourcePositions().getEndPosition(getCurrentPath().getCompilationUnit(), tree) >= 0;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
        found |= isConstructorOfRecord(tree);
        boolean overrides = tree.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().endsWith("Override"));
        if (overrides && trees.getElement(getCurrentPath().getParentPath()) instanceof TypeElement type) {
            found |= hasMissingSupertype(type);
        }
        return super.visitMethod(tree, null);
    }

    private static boolean hasMissingSupertype(TypeElement type) {
        return isMissing(type.getSuperclass()) || type.getInterfaces().stream().anyMatch(Traces::isMissing);
    }

    private static boolean isMissing(TypeMirror supertype) {
        return supertype.getKind() == TypeKind.ERROR
                || (supertype instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement type
                        && hasMissingSupertype(type));
    }
}
