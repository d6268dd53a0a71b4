package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
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
    private static final int LARGEST = 7_000;

    /** The estimate for a part. */
    private static final int PIECE = 5_000;

    /** The method that is left, and its parts in the order in which they were made. */
    record Split(Region main, List<Part> parts) {}

    private final CodeSize size;
    private final Outlining outlining;

    private Splitting(CodeSize size, Outlining outlining) {
        this.size = size;
        this.outlining = outlining;
    }

    /** @param names gives the names of parts */
    static Split of(Region region, Supplier<String> names) {
        CodeSize size = new CodeSize(region);
        if (size.of(region) <= LARGEST) {
            return new Split(region, List.of());
        }
        Outlining outlining = new Outlining(region, names, size);
        Region main = new Splitting(size, outlining).split(region);
        Block start = new Block(Origin.NONE);
        outlining.storeThere(Run.read(region.nodes()), start);
        List<Node> nodes = new ArrayList<>(outlining.frames().allocation());
        nodes.addAll(start.nodes());
        nodes.addAll(main.nodes());
        return new Split(new Region(nodes, main.yields()), outlining.parts());
    }

    private Region split(Region region) {
        List<Node> nodes = region.nodes().stream().map(this::inside).toList();
        Block block = new Block(Origin.NONE);
        for (Node node : nodes) {
            block.append(node);
            outlining.storeThere(node.results(), block);
        }
        Region now = block.yielding(region.yields());
        int before = Integer.MAX_VALUE;
        // what is left may have to be split again, unless there is nothing in it but what belongs there
        while (size.withFrames(now) > LARGEST && size.withFrames(now) < before / 4 * 3) {
            before = size.withFrames(now);
            now = outlining.pieces(now, PIECE);
        }
        return now;
    }

    private Node inside(Node node) {
        if (node.regions().isEmpty() || size.withFrames(node) <= LARGEST) {
            return node;
        }
        List<Region> regions = new ArrayList<>(node.regions());
        if (node instanceof Node.Loop loop) {
            Region body = split(loop.body());
            Block start = new Block(Origin.NONE);
            outlining.storeThere(loop.params(), start);
            body.nodes().forEach(start::append);
            return new Rewriter().with(node, List.of(loop.condition(), start.yielding(body.yields())));
        }
        regions.replaceAll(this::split);
        Node now = new Rewriter().with(node, regions);
        for (int i = 0; i < regions.size() && size.withFrames(now) > LARGEST; i++) {
            if (size.of(regions.get(i)) > LARGEST / 4) {
                regions.set(i, outlining.pieces(regions.get(i), Integer.MAX_VALUE));
                now = new Rewriter().with(node, regions);
            }
        }
        return now;
    }
}
