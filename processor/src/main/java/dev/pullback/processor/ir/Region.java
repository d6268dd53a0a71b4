package dev.pullback.processor.ir;

import java.util.List;

/**
 * A list of nodes, executed in order, and what they yield to the owner. A region sees the values that are defined before its owner
 * node and, in a loop, the loop's parameters.
 */
public record Region(List<Node> nodes, List<Value> yields) {

    public Region {
        nodes = List.copyOf(nodes);
        yields = List.copyOf(yields);
    }

    public static final Region EMPTY = new Region(List.of(), List.of());
}
