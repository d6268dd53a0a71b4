package dev.pullback.processor.ir;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How deep branches are nested that end in one another, as early exits make them: {@code if (a) …; else { x = …; if (b) …; else { … } }}. Links
 * of a chain of else-ifs do not count, as they are written in a row.
 */
public final class Nesting {

    private final Map<Node.If, Integer> depths = new IdentityHashMap<>();

    public int depth(Node.If node) {
        Integer known = depths.get(node);
        if (known != null) {
            return known;
        }
        int depth = Math.max(depth(node.then()), depth(node.otherwise()));
        depths.put(node, depth);
        return depth;
    }

    /** The branch in which it is nested deeper. */
    public int deeper(Node.If node) {
        boolean then = last(node.then()) != null;
        boolean otherwise = last(node.otherwise()) != null;
        return then && (!otherwise || depth(node.then()) > depth(node.otherwise())) ? 0 : 1;
    }

    private int depth(Region region) {
        Node.If last = last(region);
        return last == null ? 0 : depth(last) + weight(region);
    }

    /** The branch that a region ends with, or null. */
    public static Node.@Nullable If last(Region region) {
        for (int i = region.nodes().size() - 1; i >= 0; i--) {
            Node node = region.nodes().get(i);
            if (!(node instanceof Node.Const)) {
                return node instanceof Node.If branch ? branch : null;
            }
        }
        return null;
    }

    /** What a region adds to the depth of the branch that it ends with: one if it does more than find out what to do. */
    public static int weight(Region region) {
        Node.If last = last(region);
        return region.nodes().stream().anyMatch(node -> node != last && isWork(node)) ? 1 : 0;
    }

    private static boolean isWork(Node node) {
        if (node instanceof Node.Op op) {
            return op.result().type() == Scalar.DOUBLE || op.result().type() == Scalar.FLOAT;
        }
        return !(node instanceof Node.Const || node instanceof Node.Load || node instanceof Node.Length);
    }
}
