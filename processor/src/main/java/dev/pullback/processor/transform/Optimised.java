package dev.pullback.processor.transform;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.optimise.Optimiser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Derivatives after optimisation: the primal's part keeps every bit, the rest is simplified as far as it goes. */
public final class Optimised {

    private Optimised() {}

    public static ForwardDerivative of(ForwardDerivative forward) {
        Region body = Optimiser.mixed(forward.body(), definedBy(forward.primal()));
        return new ForwardDerivative(forward.primal(), forward.params(), forward.tangents(), body);
    }

    public static FusedDerivative of(FusedDerivative fused) {
        Region body = Optimiser.mixed(fused.body(), definedBy(fused.primal()));
        return new FusedDerivative(fused.primal(), fused.params(), fused.shadows(), body);
    }

    /** The reverse sweep first, as it decides what has to cross. */
    public static ReverseDerivative of(ReverseDerivative derivative) {
        Region reverse = Optimiser.derivative(derivative.reverse());
        List<Value> crossing = stillRead(derivative.crossing(), reverse);
        Optimiser.Kept forward = Optimiser.forwardSweep(derivative.forward(), crossing);
        Rewriter renamed = new Rewriter();
        for (int i = 0; i < crossing.size(); i++) {
            if (forward.kept().get(i) != crossing.get(i)) {
                renamed.replace(crossing.get(i), forward.kept().get(i));
            }
        }
        return new ReverseDerivative(
                derivative.primal(),
                derivative.params(),
                forward.region(),
                derivative.seed(),
                derivative.shadows(),
                renamed.rewrite(reverse),
                List.copyOf(new LinkedHashSet<>(forward.kept())),
                derivative.effects());
    }

    private static List<Value> definedBy(Function primal) {
        List<Value> values = new ArrayList<>();
        for (Node node : Node.all(primal.body())) {
            values.addAll(node.results());
            if (node instanceof Node.Loop loop) {
                values.addAll(loop.params());
            }
        }
        return values;
    }

    private static List<Value> stillRead(List<Value> crossing, Region reverse) {
        Set<Value> read = new LinkedHashSet<>(reverse.yields());
        for (Node node : Node.all(reverse)) {
            read.addAll(node.operands());
            node.regions().forEach(region -> read.addAll(region.yields()));
        }
        return crossing.stream().filter(read::contains).toList();
    }
}
