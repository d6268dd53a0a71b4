package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a region as the statements of a method:
 *
 * <pre>
 * _1 = MUL a, s            double sum = 0;
 * sum' = Loop(i, sum) …    for (int i = 0; i &lt; n; i++) {
 * yield sum'                 sum += …;
 *                          }
 *                          return sum;
 * </pre>
 *
 * <p>Values are folded into expressions ({@link Folding}), branches and loops get their form ({@link Planner}), values that do not meet share
 * variables ({@link Liveness}, {@link Coalescing}), parallel assignments are put in a row ({@link Settling}), variables are declared where
 * they are first needed ({@link Declarations}), and then all is written ({@link Statements}).
 */
final class BodyWriter {

    /** Classes that literals are written with. */
    private static final Set<String> CONSTANTS = Set.of("Double", "Float", "Integer", "Long", "Math");

    private BodyWriter() {}

    /** Makes the closing statements of what the region yields; called once for each place where the method ends. */
    interface ReturnWriter {
        CodeBlock write(List<CodeBlock> yields);
    }

    static CodeBlock write(Region body, Map<Value, String> bound, NameScope names, ReturnWriter returns) {
        return write(body, bound, names, Commentary.NONE, List.of(), returns);
    }

    static CodeBlock write(
            Region body, Map<Value, String> bound, NameScope names, List<Value> exported, ReturnWriter returns) {
        return write(body, bound, names, Commentary.NONE, exported, returns);
    }

    static CodeBlock write(
            Region body,
            Map<Value, String> bound,
            NameScope names,
            Commentary commentary,
            List<Value> exported,
            ReturnWriter returns) {
        return write(body, bound, Set.of(), names, commentary, exported, returns);
    }

    /**
     * Writes a region.
     *
     * @param bound simple names of the values that are defined outside of it
     * @param assignable those of them that are parameters of the method and read by nobody else, so that a later version of the variable may
     *     take their place
     * @param names the names that are taken; gets those of the variables of the outermost block
     * @param exported values of the outermost level that the closing statement wants besides the yields, after them
     */
    static CodeBlock write(
            Region body,
            Map<Value, String> bound,
            Set<Value> assignable,
            NameScope names,
            Commentary commentary,
            List<Value> exported,
            ReturnWriter returns) {
        bound.values().forEach(names::reserve);
        Owners owners = new Owners(names.names());
        reserveNames(body, names);
        Body all = Body.of(body, bound.keySet(), exported, commentary);
        Planner.Plan plan = Planner.of(all);
        Liveness liveness = Liveness.of(plan.steps(), plan.trees());
        Map<Value, Variable> variables = Coalescing.of(plan, bound, assignable, liveness, new Hints(all));
        Settling.Settled settled = Settling.of(all, plan, liveness, variables);
        Settling.Settled written = Defaults.of(settled, plan, variables);
        return Statements.write(written, plan.trees(), variables, owners, names, commentary, returns);
    }

    /** Keeps locals from hiding classes and packages. */
    private static void reserveNames(Region body, NameScope names) {
        Opaques.names(body).forEach(names::reserve);
        for (Node node : Node.all(body)) {
            if (node instanceof Node.Op op && op.operator() instanceof Intrinsic function) {
                reserve(function.owner(), names);
            } else if (node instanceof Node.Invoke invoke) {
                reserve(invoke.target().owner(), names);
            } else if (node instanceof Node.Call call) {
                reserve(call.callee().owner(), names);
            } else if (node instanceof Node.Bulk) {
                reserve("java.util.Arrays", names);
                reserve("java.lang.System", names);
            } else if (node instanceof Node.Const) {
                CONSTANTS.forEach(names::reserve);
            }
        }
    }

    private static void reserve(String owner, NameScope names) {
        names.reserve(owner.substring(0, Math.max(owner.indexOf('.'), 0)));
        for (String part : owner.split("\\.", -1)) {
            if (!part.isEmpty() && Character.isUpperCase(part.charAt(0))) {
                names.reserve(part);
            }
        }
    }
}
