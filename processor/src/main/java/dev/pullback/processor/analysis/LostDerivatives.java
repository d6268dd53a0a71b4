package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Operator;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;
import dev.pullback.processor.rules.Rules;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Warns of values that depend on an independent variable and reach the result only through a step: a cast to an integer, a rounding, or, of
 * variables with a name, a comparison that selects what is computed. Their derivative is zero, which is right, but may not be what was meant.
 *
 * <p>No word of {@code int i = (int) t; double w = t - i;}, where {@code t} has other uses; of conditions that only end a loop, such as
 * tests of convergence; nor of parameters, for which {@link ActiveEscapes} has a message of its own.
 */
final class LostDerivatives {

    private final Activity activity;
    private final Problems problems;
    private final Set<Value> params;
    private final Set<String> useful = new HashSet<>();
    private final Set<Value> selecting = Collections.newSetFromMap(new IdentityHashMap<>());

    private LostDerivatives(Function function, Activity activity, Problems problems) {
        this.activity = activity;
        this.problems = problems;
        this.params = new HashSet<>(function.params());
    }

    static void check(Function function, Activity activity, Problems problems) {
        LostDerivatives lost = new LostDerivatives(function, activity, problems);
        lost.select(function.body());
        // a value may have been computed again where it is used
        Node.all(function.body()).stream()
                .flatMap(node -> node.results().stream())
                .filter(value -> !value.name().isEmpty() && activity.isUseful(value))
                .forEach(value -> lost.useful.add(value.name()));
        Node.all(function.body()).forEach(lost::node);
    }

    private void node(Node node) {
        if (!(node instanceof Node.Op op) || Rules.kind(op) != Rules.Kind.ZERO || isStopped(op.operator())) {
            return;
        }
        boolean compares = compares(op.operator());
        if (compares && !selecting.contains(op.result())) {
            return;
        }
        for (Value operand : op.operands()) {
            if (isLost(operand) && !(compares && operand.name().isEmpty())) {
                problems.report(
                        Problem.DERIVATIVE_LOST,
                        op.origin(),
                        operand.name().isEmpty() ? "this value" : operand.name(),
                        how(op, compares));
            }
        }
    }

    private boolean isLost(Value value) {
        return activity.isVaried(value)
                && !activity.isUseful(value)
                && !useful.contains(value.name())
                && !params.contains(value);
    }

    /** The user said so. */
    private static boolean isStopped(Operator operator) {
        return operator instanceof Intrinsic function && function.name().equals("stopGradient");
    }

    private static boolean compares(Operator operator) {
        return operator instanceof Primitive primitive
                ? primitive.isComparison()
                : operator instanceof Intrinsic function
                        && (function.name().equals("compare") || function.name().startsWith("is"));
    }

    private static String how(Node.Op op, boolean compares) {
        if (compares) {
            return "it is only compared";
        }
        return op.is(Primitive.CAST)
                ? "it is only cast to " + op.result().type().java()
                : "only " + Rules.name(op.operator()) + " uses it";
    }

    // --- conditions that select what is computed

    private void select(Region region) {
        for (Node node : region.nodes()) {
            node.regions().forEach(this::select);
        }
        List<Node> nodes = region.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (node instanceof Node.If branch && !endsLoop(branch)) {
                selecting.add(branch.condition());
            } else if (node instanceof Node.Op op
                    && selecting.contains(op.result())
                    && op.result().type() == Scalar.BOOLEAN
                    && op.operands().stream().allMatch(operand -> operand.type() == Scalar.BOOLEAN)) {
                selecting.addAll(op.operands());
            }
        }
    }

    /** Whether one branch only raises a flag. */
    private static boolean endsLoop(Node.If branch) {
        for (int i = 0; i < branch.results().size(); i++) {
            Value result = branch.results().get(i);
            if (result.type() == Scalar.BOOLEAN && (isTrue(branch.then(), i) || isTrue(branch.otherwise(), i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTrue(Region region, int i) {
        Value yielded = region.yields().get(i);
        return region.nodes().stream()
                .anyMatch(node -> node instanceof Node.Const constant
                        && constant.result() == yielded
                        && Objects.equals(constant.literal(), true));
    }
}
