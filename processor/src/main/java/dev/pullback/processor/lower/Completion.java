package dev.pullback.processor.lower;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a statement can complete normally (JLS 14.22), looked up before it is lowered. Where the answer is not simple it is yes, which
 * costs a flag and is never wrong.
 */
final class Completion {

    private final Sources sources;
    private final Map<Tree, Boolean> known = new IdentityHashMap<>();

    Completion(Sources sources) {
        this.sources = sources;
    }

    boolean isNormal(TreePath statement) {
        Boolean answer = known.get(statement.getLeaf());
        if (answer == null) {
            answer = find(statement);
            known.put(statement.getLeaf(), answer);
        }
        return answer;
    }

    /** Whether control can get past all of these statements, children of {@code parent}. */
    boolean isNormal(TreePath parent, List<? extends StatementTree> statements) {
        return statements.stream().allMatch(statement -> isNormal(Sources.child(parent, statement)));
    }

    private boolean find(TreePath path) {
        Tree tree = path.getLeaf();
        return switch (tree.getKind()) {
            case RETURN, THROW, BREAK, CONTINUE, YIELD -> false;
            case BLOCK -> isNormal(path, ((BlockTree) tree).getStatements());
            case IF -> branches(path, (IfTree) tree);
            case LABELED_STATEMENT -> {
                LabeledStatementTree labeled = (LabeledStatementTree) tree;
                yield isNormal(Sources.child(path, labeled.getStatement()))
                        || Breaks.leave(
                                labeled.getStatement(), labeled.getLabel().toString());
            }
            case WHILE_LOOP -> {
                WhileLoopTree loop = (WhileLoopTree) tree;
                yield !Constants.isTrue(sources, Sources.child(path, loop.getCondition()))
                        || Breaks.leave(loop.getStatement(), "");
            }
            case DO_WHILE_LOOP -> {
                DoWhileLoopTree loop = (DoWhileLoopTree) tree;
                yield !Constants.isTrue(sources, Sources.child(path, loop.getCondition()))
                        || Breaks.leave(loop.getStatement(), "");
            }
            case FOR_LOOP -> {
                ForLoopTree loop = (ForLoopTree) tree;
                boolean endless = loop.getCondition() == null
                        || Constants.isTrue(sources, Sources.child(path, loop.getCondition()));
                yield !endless || Breaks.leave(loop.getStatement(), "");
            }
            case SWITCH -> isNormal(path, (SwitchTree) tree);
            default -> true;
        };
    }

    private boolean branches(TreePath path, IfTree tree) {
        return tree.getElseStatement() == null
                || isNormal(Sources.child(path, tree.getThenStatement()))
                || isNormal(Sources.child(path, tree.getElseStatement()));
    }

    private boolean isNormal(TreePath path, SwitchTree tree) {
        boolean exhaustive = false;
        for (int i = 0; i < tree.getCases().size(); i++) {
            CaseTree one = tree.getCases().get(i);
            TreePath at = Sources.child(path, one);
            exhaustive |= Switches.isDefault(one);
            boolean last = i == tree.getCases().size() - 1;
            boolean ends = one.getCaseKind() == CaseTree.CaseKind.RULE
                    ? !isNormal(Sources.child(at, one.getBody()))
                    : !isNormal(at, one.getStatements());
            boolean mayFall = one.getCaseKind() == CaseTree.CaseKind.STATEMENT && !last;
            if (!ends && !mayFall) {
                return true;
            }
        }
        return !exhaustive || tree.getCases().stream().anyMatch(one -> Breaks.leave(one, ""));
    }

    /** Looks for a {@code break} that leaves a statement. */
    private static final class Breaks extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final String label;
        private int nested;
        private boolean found;

        private Breaks(String label) {
            this.label = label;
        }

        /** @param label empty for none */
        static boolean leave(Tree body, String label) {
            Breaks breaks = new Breaks(label);
            breaks.scan(body, null);
            return breaks.found;
        }

        @Override
        public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
            // a loop does not know its label here, so any labelled break may be its own
            found |= tree.getLabel() == null
                    ? nested == 0 && label.isEmpty()
                    : label.isEmpty() || tree.getLabel().contentEquals(label);
            return null;
        }

        private @Nullable Void inside(Runnable content) {
            nested++;
            content.run();
            nested--;
            return null;
        }

        @Override
        public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
            return inside(() -> super.visitWhileLoop(tree, null));
        }

        @Override
        public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
            return inside(() -> super.visitDoWhileLoop(tree, null));
        }

        @Override
        public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
            return inside(() -> super.visitForLoop(tree, null));
        }

        @Override
        public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
            return inside(() -> super.visitEnhancedForLoop(tree, null));
        }

        @Override
        public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void unused) {
            return inside(() -> super.visitSwitch(tree, null));
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
            return null;
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
            return null;
        }
    }
}
