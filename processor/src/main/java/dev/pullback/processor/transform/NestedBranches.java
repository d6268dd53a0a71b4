package dev.pullback.processor.transform;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One nest of branches, cut into pieces that stand in a row; see {@link Unnesting}. */
final class NestedBranches {

    /**
     * A branch of the nest.
     *
     * @param before what is done first in the region of the link around; nothing for the first link
     * @param branch which of its regions goes on with the next link
     * @param weight what that region adds to the depth
     */
    record Link(List<Node> before, Node.If node, int branch, int weight) {
        Region inner() {
            return node.regions().get(branch);
        }

        Region other() {
            return node.regions().get(1 - branch);
        }
    }

    private final List<Link> links;
    /** Index of the first link of each piece. */
    private final List<Integer> starts = new ArrayList<>();
    /** What the nest results in, said with the results of the first link of each piece. */
    private final List<List<Value>> outcomes = new ArrayList<>();

    private final Map<Value, Integer> definers = new IdentityHashMap<>();
    private final Map<Value, Node.Const> constants = new IdentityHashMap<>();
    /** What later pieces read of a piece. */
    private final List<Set<Value>> handedOn = new ArrayList<>();
    /** Constants of earlier pieces that a piece reads. */
    private final List<Set<Value>> repeated = new ArrayList<>();

    private final Rewriter renamed = new Rewriter();

    private NestedBranches(List<Link> links, int deepest) {
        this.links = links;
        int depth = links.stream().mapToInt(Link::weight).sum();
        int pieces = (depth + deepest - 1) / deepest;
        int size = (depth + pieces - 1) / pieces;
        int inPiece = 0;
        starts.add(0);
        for (int k = 0; k < links.size(); k++) {
            if (inPiece == size) {
                starts.add(k);
                inPiece = 0;
            }
            inPiece += links.get(k).weight();
        }
    }

    /** Nodes that do what the first link does. */
    static List<Node> inRow(List<Link> links, int deepest) {
        NestedBranches nest = new NestedBranches(links, deepest);
        nest.lookThrough();
        return nest.pieces();
    }

    // --- who reads what

    private int pieceOf(int link) {
        int found = Collections.binarySearch(starts, link);
        return found >= 0 ? found : -found - 2;
    }

    private int end(int piece) {
        return piece + 1 < starts.size() ? starts.get(piece + 1) : links.size();
    }

    private void lookThrough() {
        for (int i = 0; i < starts.size(); i++) {
            handedOn.add(new LinkedHashSet<>());
            repeated.add(new LinkedHashSet<>());
        }
        List<Value> outcome = links.get(0).node().results();
        for (int k = 0; k < links.size(); k++) {
            Link link = links.get(k);
            int piece = pieceOf(k);
            if (starts.get(piece) == k) {
                outcomes.add(outcome);
                outcome.forEach(value -> read(value, piece));
            }
            for (Node node : link.before()) {
                readIn(node, piece);
                define(node, k);
            }
            read(link.node().condition(), piece);
            readIn(link.other(), piece);
            if (k == links.size() - 1) {
                readIn(link.inner(), piece);
            } else {
                readIn(link.inner().yields(), piece);
            }
            outcome = through(link, outcome);
        }
    }

    private void define(Node node, int link) {
        for (Value result : node.results()) {
            definers.put(result, link);
            if (node instanceof Node.Const constant) {
                constants.put(result, constant);
            }
        }
    }

    private static List<Value> through(Link link, List<Value> outcome) {
        Map<Value, Value> yielded = new IdentityHashMap<>();
        for (int i = 0; i < link.node().results().size(); i++) {
            yielded.put(link.node().results().get(i), link.inner().yields().get(i));
        }
        return outcome.stream().map(value -> yielded.getOrDefault(value, value)).toList();
    }

    private void readIn(Region region, int piece) {
        region.nodes().forEach(node -> readIn(node, piece));
        readIn(region.yields(), piece);
    }

    private void readIn(Node node, int piece) {
        readIn(node.operands(), piece);
        node.regions().forEach(region -> readIn(region, piece));
    }

    private void readIn(List<Value> values, int piece) {
        values.forEach(value -> read(value, piece));
    }

    private void read(Value value, int piece) {
        Integer link = definers.get(value);
        if (link != null && pieceOf(link) < piece) {
            if (constants.containsKey(value)) {
                repeated.get(piece).add(value);
            } else {
                handedOn.get(pieceOf(link)).add(value);
            }
        }
    }

    // --- the pieces

    private List<Node> pieces() {
        List<Node> pieces = new ArrayList<>();
        List<Value> before = List.of();
        for (int p = 0; p < starts.size(); p++) {
            Node.If piece = piece(p, before);
            pieces.add(piece);
            before = piece.results();
            int next = outcomes.get(0).size() + 1;
            for (Value value : handedOn.get(p)) {
                renamed.replace(value, before.get(next++));
            }
        }
        return pieces;
    }

    /** @param before what the piece before results in: the outcome of the nest, whether that is it, and what is handed on */
    private Node.If piece(int piece, List<Value> before) {
        boolean last = piece == starts.size() - 1;
        int start = starts.get(piece);
        Link first = links.get(start);
        Branch inside = new Branch(List.of(), List.of());
        inside.nodes.addAll(copied(repeated.get(piece)));
        inside.nodes.addAll(rewritten(first.before()));
        Node.If nest = last ? (Node.If) renamed.rewrite(first.node()) : nest(start, piece);
        if (piece == 0) {
            List<Value> results = new ArrayList<>(fresh(outcomes.get(0)));
            results.addAll(nest.results().subList(results.size(), nest.results().size()));
            return new Node.If(results, nest.condition(), nest.then(), nest.otherwise(), nest.origin());
        }
        inside.nodes.add(nest);
        inside.yields.addAll(renamed.of(outcomes.get(piece)));
        List<Value> results = new ArrayList<>(last ? outcomes.get(0) : fresh(outcomes.get(0)));
        int own = results.size();
        Branch done = new Branch(List.of(), before.subList(0, own));
        if (!last) {
            int from = first.node().results().size();
            results.add(nest.results().get(from).fresh());
            inside.yields.add(nest.results().get(from++));
            done.yield(Scalar.BOOLEAN, true);
            for (Value value : handedOn.get(piece)) {
                results.add(value.fresh());
                inside.yields.add(isDefinedInside(value, start) ? nest.results().get(from++) : value);
                done.yield(value.type(), null);
            }
        }
        return new Node.If(
                results,
                before.get(own),
                done.region(),
                inside.region(),
                first.node().origin());
    }

    /** The links of a piece in each other; besides the results of the first, whether one of them ended the nest, and what is handed on. */
    private Node.If nest(int k, int piece) {
        Link link = links.get(k);
        List<Value> results = new ArrayList<>(link.node().results());
        List<Value> more = handedOn.get(piece).stream()
                .filter(value -> isDefinedInside(value, k))
                .toList();
        Branch inner = new Branch(List.of(), List.of());
        if (k == end(piece) - 1) {
            results.forEach(result -> inner.yield(result.type(), null));
            inner.yield(Scalar.BOOLEAN, false);
        } else {
            Node.If next = nest(k + 1, piece);
            inner.nodes.addAll(rewritten(links.get(k + 1).before()));
            inner.nodes.add(next);
            inner.yields.addAll(renamed.of(link.inner().yields()));
            int from = links.get(k + 1).node().results().size();
            inner.yields.add(next.results().get(from++));
            for (Value value : more) {
                inner.yields.add(isDefinedInside(value, k + 1) ? next.results().get(from++) : value);
            }
        }
        Region otherRegion = renamed.rewrite(link.other());
        Branch other = new Branch(otherRegion.nodes(), otherRegion.yields());
        other.yield(Scalar.BOOLEAN, true);
        more.forEach(value -> other.yield(value.type(), null));
        results.add(new Value(Scalar.BOOLEAN, "done"));
        results.addAll(fresh(more));
        Region then = link.branch() == 0 ? inner.region() : other.region();
        Region otherwise = link.branch() == 0 ? other.region() : inner.region();
        return new Node.If(
                results,
                renamed.of(link.node().condition()),
                then,
                otherwise,
                link.node().origin());
    }

    private boolean isDefinedInside(Value value, int link) {
        Integer definer = definers.get(value);
        return definer != null && definer > link;
    }

    private List<Node> rewritten(List<Node> nodes) {
        return nodes.stream().map(renamed::rewrite).toList();
    }

    private List<Node> copied(Set<Value> values) {
        List<Node> copies = new ArrayList<>();
        for (Value value : values) {
            Node.Const constant = constants.get(value);
            if (constant != null) {
                Value copy = value.fresh();
                renamed.replace(value, copy);
                copies.add(new Node.Const(copy, constant.literal(), constant.origin()));
            }
        }
        return copies;
    }

    private static List<Value> fresh(List<Value> values) {
        return values.stream().map(Value::fresh).toList();
    }

    /** A branch under construction. Literals come first, since after a {@code throw} there must be nothing. */
    private static final class Branch {
        private final List<Node> literals = new ArrayList<>();
        private final List<Node> nodes;
        private final List<Value> yields;

        Branch(List<Node> nodes, List<Value> yields) {
            this.nodes = new ArrayList<>(nodes);
            this.yields = new ArrayList<>(yields);
        }

        /** @param literal null for the default of the type */
        void yield(Type type, @Nullable Object literal) {
            Value value = new Value(type, "");
            Object given = literal == null && type instanceof Scalar scalar ? scalar.zero() : literal;
            literals.add(new Node.Const(value, given, Origin.NONE));
            yields.add(value);
        }

        Region region() {
            List<Node> all = new ArrayList<>(literals);
            all.addAll(nodes);
            return new Region(all, yields);
        }
    }
}
