package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Nodes of a region that follow each other and become a method of their own. */
final class Run {

    final List<Node> nodes;
    /** What they define for each other and for those after them. */
    final Set<Value> defined = Anywhere.identitySet();
    /** What they read of what others define. */
    final Set<Value> read;
    /** What others read of what they define. */
    final Set<Value> out = new LinkedHashSet<>();

    Run(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
        nodes.forEach(node -> defined.addAll(node.results()));
        this.read = read(nodes);
    }

    /** Whether what comes out of it can be the result of the method. */
    boolean returns() {
        return out.size() == 1;
    }

    /** What nodes read, in their regions too, and do not define. */
    static Set<Value> read(List<Node> nodes) {
        Set<Value> read = new LinkedHashSet<>();
        Set<Value> defined = Anywhere.identitySet();
        nodes.forEach(node -> collect(node, read, defined));
        read.removeAll(defined);
        return read;
    }

    private static void collect(Node node, Set<Value> read, Set<Value> defined) {
        read.addAll(node.operands());
        defined.addAll(node.results());
        if (node instanceof Node.Loop loop) {
            defined.addAll(loop.params());
        }
        for (Region region : node.regions()) {
            region.nodes().forEach(inner -> collect(inner, read, defined));
            read.addAll(region.yields());
        }
    }
}
