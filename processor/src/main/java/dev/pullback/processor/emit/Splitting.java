package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Moves code out of a method that would be too long: HotSpot never compiles methods of more than 8,000 bytes.
 *
 * <pre>
 * a = …; b = …; c = …; d = …        frame = new double[2]
 * yield d                           part1(x, frame)       // stores a and b
 *                                   d = part2(x, frame)   // loads them
 *                                   yield d
 * </pre>
 *
 * <p>Inner regions first: the body of a large loop, and large branches, are themselves split. What one part computes and others read is passed
 * as the result if it is a single value, and in {@link Frames} otherwise.
 */
final class Splitting {

    /** The estimate above which a method is split. */
    private static final int LARGEST = 5_000;

    /** The estimate for a part. */
    private static final int PIECE = 3_000;

    /** The method that is left, and its parts in the order in which they were made. */
    record Split(Region main, List<Part> parts) {}

    private final CodeSize size = new CodeSize();
    private final Outlining outlining;

    private Splitting(Region region, Supplier<String> names) {
        this.outlining = new Outlining(region, names, size);
    }

    /** @param names gives the names of parts */
    static Split of(Region region, Supplier<String> names) {
        if (new CodeSize().of(region) <= LARGEST) {
            return new Split(region, List.of());
        }
        Splitting splitting = new Splitting(region, names);
        Region main = splitting.split(region);
        List<Node> nodes = new ArrayList<>(splitting.outlining.frames().allocation());
        nodes.addAll(main.nodes());
        return new Split(new Region(nodes, main.yields()), splitting.outlining.parts());
    }

    private Region split(Region region) {
        Region now = new Region(region.nodes().stream().map(this::inside).toList(), region.yields());
        int before = Integer.MAX_VALUE;
        // what is left may have to be split again, unless there is nothing in it but what belongs there
        while (size.of(now) > LARGEST && size.of(now) < before / 2) {
            before = size.of(now);
            now = outlining.pieces(now, PIECE);
        }
        return now;
    }

    private Node inside(Node node) {
        if (size.of(node) <= LARGEST) {
            return node;
        }
        List<Region> regions = new ArrayList<>(node.regions());
        int first = node instanceof Node.Loop ? 1 : 0;
        for (int i = first; i < regions.size(); i++) {
            regions.set(i, split(regions.get(i)));
        }
        Node now = new Rewriter().with(node, regions);
        for (int i = first; i < regions.size() && size.of(now) > LARGEST && !(node instanceof Node.Loop); i++) {
            if (size.of(regions.get(i)) > LARGEST / 4) {
                regions.set(i, outlining.pieces(regions.get(i), Integer.MAX_VALUE));
                now = new Rewriter().with(node, regions);
            }
        }
        return now;
    }
}
