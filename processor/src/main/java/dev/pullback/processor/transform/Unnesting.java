package dev.pullback.processor.transform;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Nesting;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Puts long nests of branches into a row. Each early exit nests what follows it; what the reverse sweep needs of the innermost branch would
 * have to leave all of them, so that the code would grow with the square of the number of exits.
 *
 * <pre>
 * r = If(a) { yield x } else {            r0, done, s = If(a) { yield x, true, 0 } else {
 *   s = …                                   s = …
 *   r1 = If(b) { yield y } else { … }       yield 0, false, s
 *   yield r1                              }
 * }                                       r = If(done) { yield r0 } else { If(b) { yield y } else { … } }
 * </pre>
 *
 * <p>Nests of a few branches stay as they are: so they read best. So do chains of else-ifs, however long: what is kept of one link shares a
 * variable with what is kept of another.
 */
final class Unnesting {

    /** So many branches may be nested. */
    private static final int DEEPEST = 8;

    private final Nesting nesting = new Nesting();
    private final Rewriter spliced = new Rewriter();

    private Unnesting() {}

    static Function of(Function function) {
        Unnesting unnesting = new Unnesting();
        Region body = unnesting.region(function.body());
        return body == function.body()
                ? function
                : new Function(function.signature(), function.params(), unnesting.spliced.rewrite(body));
    }

    /** The region itself where nothing is changed. */
    private Region region(Region region) {
        boolean changed = false;
        List<Node> nodes = new ArrayList<>();
        Deque<Node> pending = new ArrayDeque<>(region.nodes());
        while (!pending.isEmpty()) {
            Node node = pending.remove();
            if (node instanceof Node.If branch && nesting.depth(branch) > DEEPEST) {
                changed = true;
                int throwing = throwing(branch);
                if (throwing < 0) {
                    NestedBranches.inRow(links(branch), DEEPEST).forEach(piece -> nodes.add(inside(piece)));
                } else {
                    nodes.add(inside(splice(branch, throwing, pending)));
                }
            } else {
                Node now = inside(node);
                changed |= now != node;
                nodes.add(now);
            }
        }
        return changed ? new Region(nodes, region.yields()) : region;
    }

    private Node inside(Node node) {
        List<Region> regions = node.regions().stream().map(this::region).toList();
        for (int i = 0; i < regions.size(); i++) {
            if (regions.get(i) != node.regions().get(i)) {
                return new Rewriter().with(node, regions);
            }
        }
        return node;
    }

    private static int throwing(Node.If node) {
        return Activities.alwaysThrows(node.then()) ? 0 : Activities.alwaysThrows(node.otherwise()) ? 1 : -1;
    }

    /** What is done unless the method throws follows the branch that throws. */
    private Node splice(Node.If node, int throwing, Deque<Node> pending) {
        Region rest = node.regions().get(1 - throwing);
        for (int i = rest.nodes().size() - 1; i >= 0; i--) {
            pending.addFirst(rest.nodes().get(i));
        }
        for (int i = 0; i < node.results().size(); i++) {
            spliced.replace(node.results().get(i), rest.yields().get(i));
        }
        Region thrown = new Region(node.regions().get(throwing).nodes(), List.of());
        Region then = throwing == 0 ? thrown : Region.EMPTY;
        return new Node.If(List.of(), node.condition(), then, throwing == 0 ? Region.EMPTY : thrown, node.origin());
    }

    private List<NestedBranches.Link> links(Node.If first) {
        List<NestedBranches.Link> links = new ArrayList<>();
        List<Node> before = List.of();
        Node.If node = first;
        while (node != null) {
            int branch = nesting.deeper(node);
            Region region = node.regions().get(branch);
            Node.If next = Nesting.last(region);
            links.add(new NestedBranches.Link(before, node, branch, next == null ? 0 : Nesting.weight(region)));
            before = new ArrayList<>(region.nodes());
            before.remove(next);
            node = next;
        }
        return links;
    }
}
