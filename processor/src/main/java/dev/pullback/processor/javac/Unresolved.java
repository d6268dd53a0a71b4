package dev.pullback.processor.javac;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Which names of attributed source javac could not resolve.
 *
 * @param generated whether there are names among them that Pullback is about to generate
 * @param broken whether there are others; javac itself will complain of those in the end
 * @param missing whether some of the others are types or imports, which another processor may generate
 */
public record Unresolved(boolean generated, boolean broken, boolean missing) {

    /**
     * The unresolved names of a method or a class.
     *
     * @param companions simple names of the classes that are about to be generated
     */
    public static Unresolved in(TreePath path, Attributed source, Set<String> companions) {
        Scanner scanner = new Scanner(path.getCompilationUnit(), source, companions);
        scanner.scan(path, null);
        return scanner.result();
    }

    /** The unresolved names of a class and of the imports of its file. */
    static Unresolved inFile(TreePath topLevel, Attributed source, Set<String> companions) {
        Scanner scanner = new Scanner(topLevel.getCompilationUnit(), source, companions);
        scanner.scan(topLevel, null);
        topLevel.getCompilationUnit().getImports().forEach(scanner::checkImport);
        return scanner.result();
    }

    private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final Attributed source;
        private final Set<String> companions;
        private final Set<String> imported = new HashSet<>();
        private boolean generated;
        private boolean broken;
        private boolean missing;

        Scanner(CompilationUnitTree unit, Attributed source, Set<String> companions) {
            this.source = source;
            this.companions = companions;
            for (ImportTree tree : unit.getImports()) {
                List<String> names = names(tree.getQualifiedIdentifier());
                if (isGenerated(names)) {
                    imported.add(names.get(names.size() - 1));
                }
            }
        }

        Unresolved result() {
            return new Unresolved(generated, broken, missing);
        }

        void checkImport(ImportTree tree) {
            List<String> names = names(tree.getQualifiedIdentifier());
            String whole = String.join(".", names);
            // the tree API of Java 17 knows no module imports (JEP 511); a module that is not there nobody generates
            if (tree.toString().startsWith("import module ")) {
                broken |= source.elements().getModuleElement(whole) == null;
                return;
            }
            boolean star = whole.endsWith("*");
            String type = tree.isStatic() || star ? whole.substring(0, whole.lastIndexOf('.')) : whole;
            boolean known = source.elements().getTypeElement(type) != null
                    || (star && !tree.isStatic() && source.elements().getPackageElement(type) != null);
            if (isGenerated(names)) {
                generated |= !known;
            } else if (!known) {
                broken = true;
                missing = true;
            }
        }

        @Override
        public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void unused) {
            return null;
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
            Element element = source.trees().getElement(getCurrentPath());
            if (element != null && isUnknown(element) && !isCallWithUnknownArguments()) {
                cause(List.of(tree.getName().toString()));
            } else if (element != null && element.getKind().isField()) {
                declaredElsewhere(element.asType());
            }
            return super.visitIdentifier(tree, null);
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
            Element element = source.trees().getElement(getCurrentPath());
            TreePath qualifier = new TreePath(getCurrentPath(), tree.getExpression());
            TypeMirror type = source.trees().getTypeMirror(qualifier);
            boolean known = type != null && type.getKind() != TypeKind.ERROR;
            if (element != null && isUnknown(element) && known && !isCallWithUnknownArguments()) {
                cause(names(tree));
            }
            return super.visitMemberSelect(tree, null);
        }

        /** An error symbol, the one that javac gives to what it does not find. */
        private static boolean isUnknown(Element element) {
            ElementKind kind = element.getKind();
            return (kind.isClass() || kind.isInterface()) && element.asType().getKind() == TypeKind.ERROR;
        }

        /** Which method is meant depends on the types of its arguments: then these are the cause. */
        private boolean isCallWithUnknownArguments() {
            TreePath call = getCurrentPath().getParentPath();
            return call != null
                    && call.getLeaf() instanceof MethodInvocationTree tree
                    && tree.getMethodSelect() == getCurrentPath().getLeaf()
                    && tree.getArguments().stream().anyMatch(argument -> isUnknown(call, argument));
        }

        private boolean isUnknown(TreePath call, ExpressionTree argument) {
            TypeMirror type = source.trees().getTypeMirror(new TreePath(call, argument));
            return type == null || type.getKind() == TypeKind.ERROR;
        }

        /** A field whose declaration, perhaps in another file, has an unknown type. */
        private void declaredElsewhere(TypeMirror type) {
            if (type.getKind() == TypeKind.ERROR) {
                boolean ours =
                        companions.stream().anyMatch(List.of(type.toString().split("\\W+"))::contains);
                generated |= ours;
                broken |= !ours;
            }
        }

        private void cause(List<String> names) {
            String last = names.get(names.size() - 1);
            if (isGenerated(names) || (names.size() == 1 && (imported.contains(last) || imported.contains("*")))) {
                generated = true;
                return;
            }
            broken = true;
            Tree around = getCurrentPath().getParentPath().getLeaf();
            missing |= Character.isUpperCase(names.get(0).charAt(0))
                    || Character.isUpperCase(last.charAt(0))
                    || (around instanceof VariableTree variable
                            && variable.getType() == getCurrentPath().getLeaf());
        }

        private boolean isGenerated(List<String> names) {
            return names.stream().anyMatch(companions::contains);
        }

        private static List<String> names(Tree qualified) {
            return List.of(qualified.toString().split("\\."));
        }
    }
}
