package dev.pullback.processor.rules;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Forward mode for what the table emits: operators and branches. */
final class Tangents {

    private final Map<Value, Value> tangents = new IdentityHashMap<>();

    private Tangents() {}

    /** The tangents of what the region yields. */
    static Region of(Region region, List<Value> inputs, List<Value> tangents) {
        Tangents forward = new Tangents();
        for (int i = 0; i < inputs.size(); i++) {
            forward.tangents.put(inputs.get(i), tangents.get(i));
        }
        Block block = new Block(Origin.NONE);
        forward.nodes(region, block);
        return block.yielding(forward.of(region.yields(), block));
    }

    private void nodes(Region region, Block block) {
        for (Node node : region.nodes()) {
            if (node instanceof Node.If branch) {
                branch(branch, block);
            } else {
                block.append(node);
                if (node instanceof Node.Op operator && Rules.kind(operator) == Rules.Kind.DIFFERENTIABLE) {
                    operator(operator, block);
                }
            }
        }
    }

    private void operator(Node.Op node, Block block) {
        Value sum = block.zero(node.result().type());
        for (int i = 0; i < node.operands().size(); i++) {
            Value tangent = tangents.get(node.operands().get(i));
            if (tangent != null && node.operands().get(i).type().differentiable()) {
                sum = block.plus(sum, Rules.contribution(block, node, i, tangent));
            }
        }
        tangents.put(node.result(), sum);
    }

    private void branch(Node.If node, Block block) {
        List<Value> results = new ArrayList<>(node.results());
        for (Value result : node.results()) {
            if (result.type().differentiable()) {
                Value tangent = result.fresh();
                results.add(tangent);
                tangents.put(result, tangent);
            }
        }
        block.append(new Node.If(
                results, node.condition(), arm(node.then(), block), arm(node.otherwise(), block), Origin.NONE));
    }

    private Region arm(Region region, Block outer) {
        Block block = outer.child();
        nodes(region, block);
        List<Value> yields = new ArrayList<>(region.yields());
        yields.addAll(of(
                region.yields().stream()
                        .filter(value -> value.type().differentiable())
                        .toList(),
                block));
        return block.yielding(yields);
    }

    private List<Value> of(List<Value> values, Block block) {
        List<Value> found = new ArrayList<>();
        for (Value value : values) {
            Value tangent = tangents.get(value);
            found.add(tangent == null ? block.zero(value.type()) : tangent);
        }
        return found;
    }
}
