package dev.pullback.processor.lower;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Whether the code of a record leaves its components as they are: accessors return them, and the canonical constructor only looks at what it
 * is given. Then a component is what the constructor was called with, whoever reads it. It is found out from the source alone.
 */
final class RecordBodies {

    private static final Set<String> READERS = Set.of(
            "Objects.requireNonNull", "java.util.Objects.requireNonNull", "Arrays.stream", "java.util.Arrays.stream");

    private final Set<String> components = new HashSet<>();
    private final Map<String, Integer> arrays = new HashMap<>();

    private RecordBodies(TypeElement type) {
        for (RecordComponentElement component : type.getRecordComponents()) {
            components.add(component.getSimpleName().toString());
            int rank = 0;
            for (TypeMirror level = component.asType();
                    level instanceof ArrayType array;
                    level = array.getComponentType()) {
                rank++;
            }
            if (rank > 0) {
                arrays.put(component.getSimpleName().toString(), rank);
            }
        }
    }

    static Optional<Records.Flaw> flaw(TreePath record, TypeElement type) {
        RecordBodies bodies = new RecordBodies(type);
        for (Tree member : ((ClassTree) record.getLeaf()).getMembers()) {
            if (member instanceof MethodTree method && method.getBody() != null) {
                TreePath path = new TreePath(record, method);
                Optional<Records.Flaw> flaw = method.getName().contentEquals("<init>")
                        ? bodies.ofConstructor(path, method)
                        : bodies.ofAccessor(path, method);
                if (flaw.isPresent()) {
                    return flaw;
                }
            }
        }
        return Optional.empty();
    }

    // --- accessors

    private Optional<Records.Flaw> ofAccessor(TreePath path, MethodTree method) {
        String name = method.getName().toString();
        boolean accessor = method.getParameters().isEmpty() && components.contains(name);
        if (!accessor || returns(method, name)) {
            return Optional.empty();
        }
        return Optional.of(new Records.Flaw(
                path,
                "An accessor that does not just return its component",
                "Generated code reads components by their accessors. Give the method another name."));
    }

    private static boolean returns(MethodTree method, String component) {
        return method.getBody().getStatements().size() == 1
                && method.getBody().getStatements().get(0) instanceof ReturnTree returned
                && isComponent(returned.getExpression(), component);
    }

    private static boolean isComponent(@Nullable ExpressionTree tree, String component) {
        if (tree instanceof ParenthesizedTree inner) {
            return isComponent(inner.getExpression(), component);
        } else if (tree instanceof IdentifierTree identifier) {
            return identifier.getName().contentEquals(component);
        }
        return tree instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals(component)
                && isThis(select.getExpression());
    }

    private static boolean isThis(Tree tree) {
        return tree instanceof IdentifierTree identifier && identifier.getName().contentEquals("this");
    }

    // --- constructors

    private Optional<Records.Flaw> ofConstructor(TreePath path, MethodTree method) {
        if (delegates(method)) {
            return Optional.empty();
        }
        Finder finder = new Finder();
        finder.scan(path, null);
        return Optional.ofNullable(finder.found)
                .map(
                        at -> new Records.Flaw(
                                at,
                                "A record whose constructor does more than look at its components",
                                "A component has to be what the constructor was given. Write a static method that changes it and calls the constructor."));
    }

    /** Whether it only calls another constructor of the record, which then is the one that matters. */
    private static boolean delegates(MethodTree method) {
        return !method.getBody().getStatements().isEmpty()
                && method.getBody().getStatements().get(0)
                        instanceof com.sun.source.tree.ExpressionStatementTree statement
                && statement.getExpression() instanceof MethodInvocationTree call
                && isThis(call.getMethodSelect());
    }

    /** Finds the first place where a component is changed, or may be. */
    private final class Finder extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private @Nullable TreePath found;
        private final Set<String> locals = new HashSet<>();

        private void find() {
            if (found == null) {
                found = getCurrentPath();
            }
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
            locals.add(tree.getName().toString());
            return super.visitVariable(tree, unused);
        }

        @Override
        public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
            if (tree.getVariable() instanceof MemberSelectTree select && isThis(select.getExpression())) {
                String name = select.getIdentifier().toString();
                if (!(tree.getExpression() instanceof IdentifierTree given)
                        || !given.getName().contentEquals(name)) {
                    find();
                }
                return null;
            }
            written(tree.getVariable());
            return super.visitAssignment(tree, unused);
        }

        @Override
        public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
            written(tree.getVariable());
            return super.visitCompoundAssignment(tree, unused);
        }

        @Override
        public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
            switch (tree.getKind()) {
                case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                    written(tree.getExpression());
                default -> {}
            }
            return super.visitUnary(tree, unused);
        }

        /** Anything but a variable of the constructor's own, which is no component. */
        private void written(Tree target) {
            boolean own = target instanceof IdentifierTree identifier
                    && locals.contains(identifier.getName().toString())
                    && !components.contains(identifier.getName().toString());
            if (!own || target instanceof ArrayAccessTree) {
                find();
            }
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
            if (isThis(tree) && !(getCurrentPath().getParentPath().getLeaf() instanceof MemberSelectTree)) {
                find();
            } else if (arrays.containsKey(tree.getName().toString())
                    && !onlyLookedAt(tree.getName().toString())) {
                find();
            }
            return super.visitIdentifier(tree, unused);
        }

        /** Whether the array here is only compared, asked for its length, or read, so that it goes nowhere and stays as it is. */
        private boolean onlyLookedAt(String array) {
            int rank = arrays.getOrDefault(array, 1);
            Tree at = getCurrentPath().getLeaf();
            TreePath around = Objects.requireNonNull(getCurrentPath().getParentPath());
            while (rank > 0 && around.getLeaf() instanceof ArrayAccessTree access && access.getExpression() == at) {
                rank--;
                at = access;
                around = Objects.requireNonNull(around.getParentPath());
            }
            Tree use = around.getLeaf();
            return rank == 0
                    || use instanceof BinaryTree
                    || (use instanceof MemberSelectTree select
                            && select.getIdentifier().contentEquals("length"))
                    || (use instanceof EnhancedForLoopTree && rank == 1)
                    || (use instanceof MethodInvocationTree call
                            && READERS.contains(call.getMethodSelect().toString()));
        }
    }
}
