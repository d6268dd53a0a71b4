package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Leaves some results out of a {@link Node.Protected}, and what the regions yield for them. */
final class ProtectedResults {

    private final Node.Protected node;
    private final List<Value> results = new ArrayList<>();
    private final List<Value> body = new ArrayList<>();
    private final List<Value> last = new ArrayList<>();

    ProtectedResults(Node.Protected node) {
        this.node = node;
    }

    /** Keeps a result; in order. */
    void add(int index) {
        results.add(node.results().get(index));
        (index < node.body().yields().size() ? body : last).add(node.yielded(index));
    }

    List<Value> body() {
        return body;
    }

    List<Value> last() {
        return last;
    }

    /** With these regions instead of its own, which yield what is kept. */
    Node.Protected with(Region bodyNow, Region lastNow) {
        return new Node.Protected(results, node.lock(), bodyNow, lastNow, node.origin());
    }

    /** With its own regions. */
    Node.Protected node() {
        return with(
                new Region(node.body().nodes(), body), new Region(node.last().nodes(), last));
    }
}
