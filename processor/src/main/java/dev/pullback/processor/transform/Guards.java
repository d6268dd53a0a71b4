package dev.pullback.processor.transform;

import dev.pullback.processor.analysis.Memory;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Target;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.List;

/**
 * The comparisons of references at the entry of a derivative. The analyses take different parameters for different arrays; where the method
 * writes one of them that has to be true.
 */
final class Guards {

    private static final String OWNER = "dev.pullback.Arguments";

    private Guards() {}

    /** Appends a guard for every written array parameter and every other parameter that might be or hold the same array. */
    static void append(Function function, Memory memory, Block block) {
        List<Value> params = function.params();
        for (int i = 0; i < params.size(); i++) {
            Value written = params.get(i);
            if (!isArrayOfReals(written) || !memory.isWrittenAnywhere(written)) {
                continue;
            }
            for (int j = 0; j < params.size(); j++) {
                Value other = params.get(j);
                boolean seen = j < i && isArrayOfReals(other) && memory.isWrittenAnywhere(other);
                if (j != i && !seen && mayShare(written, other)) {
                    distinct(block, written, other);
                }
            }
            if (((ArrayType) written.type()).rank() > 1) {
                block.invoke(
                        Target.ofStatic(OWNER, "requireDistinctRows"),
                        List.of(block.constant(ObjectType.STRING, written.name()), written));
            }
        }
    }

    /** Appends guards that no tangent of a written array is also given as another tangent. */
    static void appendForTangents(List<Value> tangents, List<Value> writtenTangents, Block block) {
        for (Value written : writtenTangents) {
            for (Value other : tangents) {
                boolean seen = writtenTangents.contains(other) && tangents.indexOf(other) < tangents.indexOf(written);
                if (other != written && !seen && mayShare(written, other)) {
                    distinct(block, written, other);
                }
            }
        }
    }

    /**
     * Appends guards to a call of a method that a user's rule is for. A generated pullback looks itself whether an array that it writes is
     * another argument too; of the user's this is not expected.
     *
     * @param original the call in the primal
     * @param call the same, with the operands that it has now
     */
    static void appendForCall(Node.Call original, Node.Call call, Memory memory, Block block) {
        if (call.callee().isDifferentiated()) {
            return;
        }
        for (int k : call.callee().effects().written()) {
            for (int j = 0; j < call.operands().size(); j++) {
                boolean seen = j < k && call.callee().effects().written().contains(j);
                if (j != k
                        && !seen
                        && mayShare(call.operands().get(k), call.operands().get(j))
                        && mayMeet(
                                original.operands().get(k), original.operands().get(j), memory)) {
                    distinct(
                            block,
                            named(call, k),
                            call.operands().get(k),
                            named(call, j),
                            call.operands().get(j));
                }
            }
        }
    }

    private static String named(Node.Call call, int i) {
        String name = call.operands().get(i).name();
        return name.isEmpty()
                ? "argument " + (i + 1) + " of the rule for " + call.callee().name()
                : name;
    }

    private static boolean mayMeet(Value a, Value b, Memory memory) {
        List<Memory.ArrayClass> levels = memory.levels(b);
        return memory.levels(a).stream().anyMatch(levels::contains)
                || memory.isForeign(memory.classOf(a))
                || memory.isForeign(memory.classOf(b));
    }

    private static void distinct(Block block, Value a, Value b) {
        distinct(block, a.name(), a, b.name(), b);
    }

    private static void distinct(Block block, String nameA, Value a, String nameB, Value b) {
        block.invoke(
                Target.ofStatic(OWNER, "requireDistinct"),
                List.of(block.constant(ObjectType.STRING, nameA), a, block.constant(ObjectType.STRING, nameB), b));
    }

    private static boolean isArrayOfReals(Value value) {
        return value.type() instanceof ArrayType && value.type().differentiable();
    }

    private static boolean mayShare(Value a, Value b) {
        return isArrayOfReals(a) && isArrayOfReals(b) && leaf(a).equals(leaf(b));
    }

    private static Type leaf(Value array) {
        return ((ArrayType) array.type()).leaf();
    }
}
