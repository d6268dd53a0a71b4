package dev.pullback.processor.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The least number of vertices of a directed graph that meet every path from a source to a sink, by augmenting paths (Ford and Fulkerson 1956)
 * on the graph with every vertex split in two; of several such sets, the one nearest to the sinks.
 */
final class MinimumCut {

    private final int vertices;
    private final List<List<int[]>> edges = new ArrayList<>();
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    /** Edges are {target, capacity, index of the opposite edge in the target's list}; vertex v is split into 2v (in) and 2v + 1 (out). */
    MinimumCut(int vertices) {
        this.vertices = vertices;
        for (int i = 0; i < 2 * vertices + 2; i++) {
            edges.add(new ArrayList<>());
        }
        for (int v = 0; v < vertices; v++) {
            connect(2 * v, 2 * v + 1, 1);
        }
    }

    private int source() {
        return 2 * vertices;
    }

    private int sink() {
        return 2 * vertices + 1;
    }

    void source(int vertex) {
        connect(source(), 2 * vertex, UNBOUNDED);
    }

    void sink(int vertex) {
        connect(2 * vertex + 1, sink(), UNBOUNDED);
    }

    void edge(int from, int to) {
        connect(2 * from + 1, 2 * to, UNBOUNDED);
    }

    private void connect(int from, int to, int capacity) {
        edges.get(from).add(new int[] {to, capacity, edges.get(to).size()});
        edges.get(to).add(new int[] {from, 0, edges.get(from).size() - 1});
    }

    /** Whether each vertex is in the cut. */
    boolean[] cut() {
        while (augment()) {
            continue;
        }
        boolean[] reachesSink = reachesSink();
        boolean[] cut = new boolean[vertices];
        for (int v = 0; v < vertices; v++) {
            cut[v] = !reachesSink[2 * v] && reachesSink[2 * v + 1];
        }
        return cut;
    }

    /** Sends one unit along a shortest path with capacity left. */
    private boolean augment() {
        int[][] cameBy = new int[edges.size()][];
        Deque<Integer> queue = new ArrayDeque<>(List.of(source()));
        boolean[] seen = new boolean[edges.size()];
        seen[source()] = true;
        while (!queue.isEmpty() && !seen[sink()]) {
            int at = queue.remove();
            List<int[]> out = edges.get(at);
            for (int i = 0; i < out.size(); i++) {
                int[] edge = out.get(i);
                if (edge[1] > 0 && !seen[edge[0]]) {
                    seen[edge[0]] = true;
                    cameBy[edge[0]] = new int[] {at, i};
                    queue.add(edge[0]);
                }
            }
        }
        if (!seen[sink()]) {
            return false;
        }
        for (int at = sink(); at != source(); at = cameBy[at][0]) {
            int[] edge = edges.get(cameBy[at][0]).get(cameBy[at][1]);
            change(edge, -1);
            change(edges.get(edge[0]).get(edge[2]), 1);
        }
        return true;
    }

    private static void change(int[] edge, int by) {
        if (edge[1] != UNBOUNDED) {
            edge[1] += by;
        }
    }

    /** From where the sink can still be reached: backwards along edges with capacity left. */
    private boolean[] reachesSink() {
        boolean[] seen = new boolean[edges.size()];
        Deque<Integer> queue = new ArrayDeque<>(List.of(sink()));
        seen[sink()] = true;
        while (!queue.isEmpty()) {
            int at = queue.remove();
            for (int[] back : edges.get(at)) {
                int[] forth = edges.get(back[0]).get(back[2]);
                if (forth[1] > 0 && !seen[back[0]]) {
                    seen[back[0]] = true;
                    queue.add(back[0]);
                }
            }
        }
        return seen;
    }
}
