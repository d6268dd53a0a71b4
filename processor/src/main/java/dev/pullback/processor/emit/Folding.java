package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds the nodes of a region back into expressions: a value that is read once, later in the same region, is written there, as far as the
 * order of all that can throw and of all reads and writes of memory stays what it was.
 *
 * <pre>
 * _1 = w[j]; _2 = x[j]; _3 = _1 * _2; z' = z + _3      z' = z + w[j] * x[j]
 * </pre>
 *
 * What the user gave a name keeps it. The trees are built from the front, each node taking in what it can of those before it, the last one
 * first: what stays behind is in the way of those before it.
 */
final class Folding {

    private static final int WIDEST = 100;

    /**
     * What is left of a region.
     *
     * @param roots nodes that stand by themselves
     * @param trees what is folded into them and into what comes after them
     * @param leaves the variables that are read after the last node
     * @param width columns of what is read after the last node
     */
    record Folded(List<Root> roots, Trees trees, Set<Value> leaves, int width) {}

    /** A node with all that is folded into it. */
    static final class Root {
        final @Nullable Node node;
        private Impact impact;
        private int width;
        private final Set<Value> leaves = Anywhere.identitySet();
        private final boolean statement;

        private Root(@Nullable Node node, Impact impact, int width, boolean statement) {
            this.node = node;
            this.impact = impact;
            this.width = width;
            this.statement = statement;
        }

        boolean isExpression() {
            return !statement;
        }

        /** Whether it can be left out if nobody reads the result. */
        boolean isOptional() {
            return impact.leavesNoTrace();
        }
    }

    private final Body body;
    private final Trees anywhere;
    private final Map<Node.If, Folded> expressions = new IdentityHashMap<>();
    private final Set<Node.If> noExpressions = Collections.newSetFromMap(new IdentityHashMap<>());

    Folding(Body body, Trees anywhere) {
        this.body = body;
        this.anywhere = anywhere;
    }

    /**
     * Folds a region.
     *
     * @param last what is read after the last node, in this order, in a statement of its own
     * @param tail an If at the end of the region that must not become an expression, or null
     */
    Folded statements(Region region, List<Value> last, Node.@Nullable If tail) {
        Set<Node> plain = Collections.newSetFromMap(new IdentityHashMap<>());
        while (true) {
            Walk walk = new Walk(region, plain, false, tail);
            Node failed = walk.run(last);
            if (failed == null) {
                return walk.folded();
            }
            plain.add(failed);
        }
    }

    /** Folds a region with one yield into an expression, if that is possible. */
    @Nullable
    Folded expression(Region region) {
        Walk walk = new Walk(region, Set.of(), true, null);
        return walk.run(region.yields()) == null && walk.roots.isEmpty() ? walk.folded() : null;
    }

    /** An If as an expression, {@code c ? a : b}, or null; its width is that of both branches. */
    @Nullable
    Folded expression(Node.If node) {
        if (noExpressions.contains(node)) {
            return null;
        }
        Folded known = expressions.get(node);
        if (known == null) {
            known = tryExpression(node);
            if (known == null) {
                noExpressions.add(node);
            } else {
                expressions.put(node, known);
            }
        }
        return known;
    }

    private @Nullable Folded tryExpression(Node.If node) {
        if (node.results().size() != 1 || isConditionalAssignment(node)) {
            return null;
        }
        Folded then = expression(node.then());
        Folded otherwise = then == null ? null : expression(node.otherwise());
        if (then == null || otherwise == null || then.width + otherwise.width > WIDEST) {
            return null;
        }
        Trees trees = new Trees();
        trees.addAll(then.trees);
        trees.addAll(otherwise.trees);
        Set<Value> leaves = Anywhere.identitySet();
        leaves.addAll(then.leaves);
        leaves.addAll(otherwise.leaves);
        return new Folded(List.of(), trees, leaves, then.width + otherwise.width);
    }

    /** {@code if (c) s = …}: one of the branches leaves the variable as it was. */
    private boolean isConditionalAssignment(Node.If node) {
        String name = node.results().get(0).name();
        return !name.isEmpty()
                && node.regions().stream()
                        .anyMatch(branch -> branch.yields().get(0).name().equals(name)
                                && branch.nodes().stream()
                                        .noneMatch(inner -> inner.results()
                                                .contains(branch.yields().get(0))));
    }

    /** One attempt at a region. */
    private final class Walk {
        private final Region region;
        private final Patterns patterns;
        private final boolean all;
        private final Node.@Nullable If tail;
        private final List<Root> roots = new ArrayList<>();
        private final Trees trees = new Trees();
        private final Root end = new Root(null, Impact.NONE, 0, true);

        Walk(Region region, Set<Node> plain, boolean all, Node.@Nullable If tail) {
            this.region = region;
            this.patterns = Patterns.of(body, region, plain, tail);
            this.all = all;
            this.tail = tail;
        }

        Folded folded() {
            return new Folded(roots, trees, end.leaves, end.width);
        }

        /** Returns a store that has to stay plain; then everything has to be done again. */
        @Nullable
        Node run(List<Value> last) {
            for (Node node : region.nodes()) {
                if (node.results().stream().anyMatch(anywhere::isInline)
                        || patterns.isAbsorbed(node)
                        || isUseless(node)) {
                    continue;
                }
                Root root = root(patterns.closed(node));
                if (root.node != null && !absorbInto(root, root.node)) {
                    return root.node;
                }
                roots.add(root);
            }
            absorb(end, last);
            return null;
        }

        private boolean isUseless(Node node) {
            return node.regions().isEmpty()
                    && node.results().size() == 1
                    && body.uses(node.results().get(0)) == 0
                    && body.impact(node).leavesNoTrace();
        }

        private Root root(Node node) {
            Trees.Accumulation accumulation = patterns.accumulations().get(node);
            List<Value> elements = patterns.initialisers().get(node);
            if (accumulation != null) {
                trees.accumulation(node, accumulation);
            } else if (elements != null) {
                trees.initialiser(node, elements);
            }
            if (node instanceof Node.If branch && branch != tail) {
                Folded folded = expression(branch);
                if (folded != null) {
                    trees.addAll(folded.trees);
                    Root root = new Root(node, impact(branch), Trees.ownWidth(node) + folded.width, false);
                    root.leaves.addAll(folded.leaves);
                    return root;
                }
            }
            boolean isStatement = !node.regions().isEmpty() || node.results().size() != 1;
            Root root = new Root(node, impact(node), Trees.ownWidth(node), isStatement);
            if (accumulation != null && node instanceof Node.Store store) {
                Node operator = body.definition(store.value());
                root.impact = operator == null ? root.impact : root.impact.and(body.impact(operator));
            }
            return root;
        }

        private Impact impact(Node node) {
            if (node instanceof Node.Protected) {
                return Impact.UNKNOWN;
            }
            Impact impact = node.regions().isEmpty() ? body.impact(node) : Impact.NONE;
            for (Region inner : node.regions()) {
                for (Node each : inner.nodes()) {
                    impact = impact.and(impact(each));
                }
            }
            return impact;
        }

        private boolean absorbInto(Root root, Node node) {
            Trees.Accumulation accumulation = trees.accumulation(node);
            if (accumulation != null && node instanceof Node.Store store) {
                absorb(root, List.of(store.array(), store.index(), accumulation.load(), accumulation.operand()));
                return trees.isInline(accumulation.load());
            }
            List<Value> elements = trees.initialiser(node);
            if (elements != null) {
                absorb(root, elements);
            } else if (node instanceof Node.Loop loop) {
                absorb(root, loop.counter().isPresent() ? loop.inits().subList(0, 1) : List.of());
            } else if (node instanceof Node.Opaque opaque) {
                absorb(root, Opaques.foldable(opaque));
                addLeaves(root, opaque.operands());
            } else if (!isPartOfAccumulation(node)) {
                absorb(root, node.operands());
            }
            return true;
        }

        /** The load of {@code a[i] += e} is written in one with the store. */
        private boolean isPartOfAccumulation(Node node) {
            return node instanceof Node.Load load
                    && patterns.accumulations().values().stream().anyMatch(a -> a.load() == load.result());
        }

        /** Folds into a root what it can of what it reads, given in the order of evaluation. */
        private void absorb(Root into, List<Value> operands) {
            Set<Value> wanted = Anywhere.identitySet();
            operands.stream().filter(this::isTemporary).forEach(wanted::add);
            List<Root> folded = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            Impact passed = Impact.NONE;
            Set<String> assigned = new HashSet<>();
            for (int k = roots.size() - 1; k >= 0 && !wanted.isEmpty(); k--) {
                Root root = roots.get(k);
                Value result = root.statement || root.node == null
                        ? null
                        : root.node.results().get(0);
                int place = result != null && wanted.remove(result) ? operands.indexOf(result) : -1;
                if (place >= 0
                        && isFoldable(root)
                        && fits(into, root)
                        && root.impact.commutesWith(passed)
                        && staysInOrder(root, place, folded, places)
                        && root.leaves.stream().noneMatch(leaf -> isAmong(leaf, assigned))) {
                    folded.add(root);
                    places.add(place);
                    into.width += root.width;
                } else {
                    passed = passed.and(root.impact);
                    addAssigned(root, assigned);
                }
            }
            for (Root root : folded) {
                roots.remove(root);
                into.impact = into.impact.and(root.impact);
                into.leaves.addAll(root.leaves);
                if (root.node != null) {
                    trees.inline(root.node.results().get(0), root.node);
                }
            }
            addLeaves(into, operands);
            operands.forEach(operand -> into.width += trees.isInline(operand) ? 0 : anywhere.width(operand));
        }

        private boolean isTemporary(Value value) {
            return patterns.uses(value) == 1
                    && !body.isCaptured(value)
                    && !body.isZeroDivisor(value)
                    && (all || value.name().isEmpty());
        }

        /** Whether the variable is probably assigned: versions of one variable of the user's mostly share one. */
        private boolean isAmong(Value leaf, Set<String> assigned) {
            return assigned.contains(leaf.name()) && !body.isSteady(leaf);
        }

        private boolean fits(Root into, Root root) {
            return all || into.width + root.width <= WIDEST;
        }

        /** Not what javac takes for a constant: a loop on it would be one that never ends, a division by it might be one by zero. */
        private boolean isFoldable(Root root) {
            boolean constant = root.leaves.isEmpty()
                    && (root.node instanceof Node.Op op && !(op.operator() instanceof Intrinsic)
                            || root.node instanceof Node.If)
                    && root.node.results().get(0).type() instanceof Scalar type
                    && !type.differentiable();
            return !constant;
        }

        /** Whether it is evaluated before those of the folded that come after it, or need not. */
        private static boolean staysInOrder(Root root, int place, List<Root> folded, List<Integer> places) {
            for (int i = 0; i < folded.size(); i++) {
                if (places.get(i) < place && !root.impact.commutesWith(folded.get(i).impact)) {
                    return false;
                }
            }
            return true;
        }

        private void addLeaves(Root root, List<Value> values) {
            for (Value value : values) {
                if (!trees.isInline(value)) {
                    anywhere.leaves(value, root.leaves::add);
                }
            }
        }

        private static void addAssigned(Root root, Set<String> assigned) {
            if (root.node != null) {
                assigned(root.node, assigned);
                assigned.remove("");
            }
        }

        private static void assigned(Node node, Set<String> names) {
            node.results().forEach(result -> names.add(result.name()));
            if (node instanceof Node.Loop loop) {
                loop.params().forEach(param -> names.add(param.name()));
            }
            node.regions().forEach(inner -> inner.nodes().forEach(each -> assigned(each, names)));
        }
    }
}
