package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Array parameters of which a method reads a few elements, none of them in a loop. A pullback keeps those elements and not the array, so that
 * who calls the method and changes the array afterwards need not copy it: {@code x[i] * Math.sin(x[i + 1])} keeps two numbers.
 */
public final class FewElements {

    /** Above this many the array is kept, not the elements. */
    private static final int MOST = 8;

    private final List<Value> params;
    private final Memory memory;
    private final Map<Memory.ArrayClass, Integer> loads = new IdentityHashMap<>();
    private final Set<Memory.ArrayClass> otherwiseUsed = Collections.newSetFromMap(new IdentityHashMap<>());

    private FewElements(Function function, Memory memory) {
        this.params = function.params();
        this.memory = memory;
    }

    /** The arrays, and the rows of arrays of arrays, of the parameters of which that is true. */
    public static Set<Memory.ArrayClass> of(Function function, Memory memory) {
        FewElements few = new FewElements(function, memory);
        few.count(function.body(), false);
        Set<Memory.ArrayClass> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Value param : function.params()) {
            if (param.type() instanceof ArrayType && few.isTrueOf(param)) {
                found.addAll(memory.levels(param));
            }
        }
        return found;
    }

    private boolean isTrueOf(Value param) {
        List<Memory.ArrayClass> levels = memory.levels(param);
        int all =
                levels.stream().mapToInt(level -> loads.getOrDefault(level, 0)).sum();
        boolean shared = params.stream()
                .filter(other -> other != param && other.type() instanceof ArrayType)
                .flatMap(other -> memory.levels(other).stream())
                .anyMatch(levels::contains);
        return all <= MOST && !shared && levels.stream().noneMatch(otherwiseUsed::contains);
    }

    private void count(Region region, boolean inLoop) {
        for (Node node : region.nodes()) {
            if (node instanceof Node.Load load) {
                if (inLoop) {
                    otherwiseUsed.add(memory.classOf(load.array()));
                }
                loads.merge(memory.classOf(load.array()), 1, Integer::sum);
            } else if (!(node instanceof Node.Length length && params.contains(length.array()))) {
                node.operands().stream()
                        .filter(operand -> operand.type() instanceof ArrayType)
                        .forEach(operand -> otherwiseUsed.addAll(memory.levels(operand)));
            }
            for (Region inner : node.regions()) {
                count(inner, inLoop || node instanceof Node.Loop);
            }
        }
        region.yields().stream()
                .filter(value -> value.type() instanceof ArrayType)
                .forEach(value -> otherwiseUsed.addAll(memory.levels(value)));
    }
}
