package dev.pullback.processor.ir;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Copies nodes with other operands and, where asked, fresh results: the base of inlining, recomputation and renaming. */
public final class Rewriter {

    private final Map<Value, Value> replacements = new IdentityHashMap<>();

    /** From now on {@code from} is read as {@code to}. */
    public Rewriter replace(Value from, Value to) {
        replacements.put(from, to);
        return this;
    }

    /** What {@code value} is read as, followed to the end. */
    public Value of(Value value) {
        Value now = value;
        for (Value next = replacements.get(now); next != null && next != now; next = replacements.get(now)) {
            now = next;
        }
        return now;
    }

    public List<Value> of(List<Value> values) {
        return values.stream().map(this::of).toList();
    }

    private @Nullable Value ofNullable(@Nullable Value value) {
        return value == null ? null : of(value);
    }

    /** The same node with replaced operands, results kept unless they are replaced too; regions are rewritten likewise. */
    public Node rewrite(Node node) {
        return with(node, node.regions().stream().map(this::rewrite).toList());
    }

    public Region rewrite(Region region) {
        return new Region(region.nodes().stream().map(this::rewrite).toList(), of(region.yields()));
    }

    /** A deep copy that defines fresh values, which from now on replace the old ones. */
    public Node copy(Node node) {
        node.results().forEach(result -> replace(result, result.fresh()));
        if (node instanceof Node.Loop loop) {
            loop.params().forEach(param -> replace(param, param.fresh()));
        }
        return with(node, node.regions().stream().map(this::copy).toList());
    }

    public Region copy(Region region) {
        List<Node> nodes = region.nodes().stream().map(this::copy).toList();
        return new Region(nodes, of(region.yields()));
    }

    /** The node with replaced values and the given regions in place of its own. */
    public Node with(Node node, List<Region> regions) {
        if (node instanceof Node.Const n) {
            return new Node.Const(of(n.result()), n.literal(), n.origin());
        } else if (node instanceof Node.Op n) {
            return new Node.Op(of(n.result()), n.operator(), of(n.operands()), n.origin());
        } else if (node instanceof Node.Load n) {
            return new Node.Load(of(n.result()), of(n.array()), of(n.index()), n.origin());
        } else if (node instanceof Node.Store n) {
            return new Node.Store(of(n.array()), of(n.index()), of(n.value()), n.origin());
        } else if (node instanceof Node.Length n) {
            return new Node.Length(of(n.result()), of(n.array()), n.origin());
        } else if (node instanceof Node.NewArray n) {
            return new Node.NewArray(of(n.result()), of(n.dimensions()), n.origin());
        } else if (node instanceof Node.Bulk n) {
            return new Node.Bulk(ofNullable(n.result()), n.kind(), of(n.operands()), n.origin());
        } else if (node instanceof Node.If n) {
            return new Node.If(of(n.results()), of(n.condition()), regions.get(0), regions.get(1), n.origin());
        } else if (node instanceof Node.Loop n) {
            Optional<Node.Counter> counter = n.counter();
            return new Node.Loop(
                    of(n.results()),
                    of(n.inits()),
                    of(n.params()),
                    counter,
                    n.exits(),
                    regions.get(0),
                    regions.get(1),
                    n.origin());
        } else if (node instanceof Node.Protected n) {
            return new Node.Protected(
                    of(n.results()), ofNullable(n.lock()), regions.get(0), regions.get(1), n.origin());
        } else if (node instanceof Node.Call n) {
            return new Node.Call(of(n.results()), n.callee(), of(n.operands()), n.origin());
        } else if (node instanceof Node.Invoke n) {
            return new Node.Invoke(ofNullable(n.result()), n.target(), of(n.operands()), n.pure(), n.origin());
        } else if (node instanceof Node.Opaque n) {
            return new Node.Opaque(ofNullable(n.result()), n.pieces(), of(n.operands()), n.onlyLooks(), n.origin());
        } else if (node instanceof Node.Throw n) {
            return new Node.Throw(of(n.exception()), n.origin());
        }
        throw new IllegalStateException("unknown node " + node);
    }
}
