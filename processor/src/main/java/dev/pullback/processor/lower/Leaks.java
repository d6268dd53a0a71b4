package dev.pullback.processor.lower;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.pullback.processor.ir.ArrayType;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every use of an array: reading an element or the length is fine, and so is giving it to a static method of the same source file
 * that does no more with it. Anything else may change it.
 */
final class Leaks extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Sources sources;
    private final VariableElement variable;
    private final int rank;
    private final Set<Element> parameters;
    private boolean found;

    private Leaks(Sources sources, VariableElement variable, Set<Element> parameters) {
        this.sources = sources;
        this.variable = variable;
        this.rank = ((ArrayType) IrTypes.of(variable.asType())).rank();
        this.parameters = parameters;
    }

    /** Whether anything in the top-level class around a field may change the array in it. */
    static boolean leaks(Sources sources, VariableElement field, TreePath declaration) {
        TreePath top = declaration;
        while (top.getParentPath() != null && top.getParentPath().getParentPath() != null) {
            top = top.getParentPath();
        }
        return new Leaks(sources, field, new HashSet<>()).findIn(top);
    }

    private boolean findIn(TreePath path) {
        scan(path, null);
        return found;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        if (tree.getName().contentEquals(variable.getSimpleName())) {
            use(getCurrentPath());
        }
        return super.visitIdentifier(tree, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        if (tree.getIdentifier().contentEquals(variable.getSimpleName())) {
            use(getCurrentPath());
        }
        return super.visitMemberSelect(tree, null);
    }

    private void use(TreePath path) {
        Element element = sources.element(path);
        // what javac has not resolved may be the variable
        if (element == null || element.equals(variable)) {
            found |= !isRead(path, rank);
        }
    }

    /** @param left how many indices lead to a scalar from here */
    private boolean isRead(TreePath path, int left) {
        TreePath parent = path.getParentPath();
        Tree around = parent.getLeaf();
        boolean isArray = around instanceof ArrayAccessTree access && access.getExpression() == path.getLeaf();
        if (isArray && left > 1) {
            return isRead(parent, left - 1);
        } else if (isArray) {
            return isValue(parent);
        } else if (around instanceof MemberSelectTree select) {
            boolean copies = select.getIdentifier().contentEquals("clone") && left == 1;
            return copies || select.getIdentifier().contentEquals("length");
        } else if (around instanceof MethodInvocationTree call
                && call.getArguments().contains(path.getLeaf())) {
            return sources.element(parent) instanceof ExecutableElement method
                    && isOnlyRead(method, call.getArguments().indexOf(path.getLeaf()));
        }
        return around instanceof EnhancedForLoopTree loop && loop.getExpression() == path.getLeaf() && left == 1;
    }

    private boolean isOnlyRead(ExecutableElement method, int index) {
        TreePath declaration = sources.declaration(method);
        if (declaration == null
                || declaration.getCompilationUnit() != getCurrentPath().getCompilationUnit()
                || method.isVarArgs()
                || !method.getModifiers().contains(Modifier.STATIC)
                || !(declaration.getLeaf() instanceof MethodTree tree)
                || tree.getBody() == null) {
            return false;
        }
        VariableElement parameter = method.getParameters().get(index);
        boolean isArray = IrTypes.of(parameter.asType()) instanceof ArrayType;
        // a method that is being looked at already, since it calls itself, is judged by its other uses
        return isArray
                && (!parameters.add(parameter)
                        || !new Leaks(sources, parameter, parameters)
                                .findIn(Sources.child(declaration, tree.getBody())));
    }

    /** Whether an element is read, not assigned. */
    private static boolean isValue(TreePath element) {
        Tree around = element.getParentPath().getLeaf();
        return switch (around.getKind()) {
            case PARENTHESIZED -> isValue(element.getParentPath());
            case ASSIGNMENT -> ((AssignmentTree) around).getVariable() != element.getLeaf();
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> false;
            default ->
                !(around instanceof CompoundAssignmentTree compound) || compound.getVariable() != element.getLeaf();
        };
    }
}
