package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns steps on values into steps on variables: what nobody reads is left out, so is what assigns a variable to itself, and what is assigned
 * at once is assigned one by one, {@code t = a; a = b; b = t} where it goes round in a circle (Briggs et al. 1998, section 4).
 */
final class Settling {

    /** @param unread nodes that are evaluated for what else they do */
    record Settled(List<Step> steps, Set<Step> unread) {}

    private final Body body;
    private final Trees trees;
    private final Liveness liveness;
    private final Map<Value, Variable> variables;
    private final Set<Step> unread = Collections.newSetFromMap(new IdentityHashMap<>());

    private Settling(Body body, Trees trees, Liveness liveness, Map<Value, Variable> variables) {
        this.body = body;
        this.trees = trees;
        this.liveness = liveness;
        this.variables = variables;
    }

    /** @param variables gets those that are made here */
    static Settled of(Body body, Planner.Plan plan, Liveness liveness, Map<Value, Variable> variables) {
        Settling settling = new Settling(body, plan.trees(), liveness, variables);
        List<Step> steps = settling.settle(plan.steps());
        return new Settled(steps, settling.unread);
    }

    private List<Step> settle(List<Step> steps) {
        List<Step> settled = new ArrayList<>();
        steps.forEach(step -> settle(step, settled));
        return settled;
    }

    private void settle(Step step, List<Step> settled) {
        if (step instanceof Step.Evaluate evaluate) {
            boolean isUnread = evaluate.node.results().stream().noneMatch(result -> liveness.isLiveAfter(step, result));
            if (isUnread && !evaluate.node.results().isEmpty()) {
                unread.add(step);
            }
            if (!evaluate.optional || !isUnread) {
                settled.add(step);
            }
        } else if (step instanceof Step.Move move) {
            settle(move, settled);
        } else if (step instanceof Step.Branch branch) {
            List<Step> then = settle(branch.then);
            List<Step> otherwise = settle(branch.otherwise);
            if (!then.isEmpty() || !otherwise.isEmpty() || leavesTrace(branch.condition)) {
                settled.add(new Step.Branch(branch.condition, then, otherwise, branch.origin));
            }
        } else if (step instanceof Step.Protect guarded) {
            settle(guarded, settled);
        } else if (step instanceof Step.Repeat repeat) {
            settled.add(new Step.Repeat(repeat.loop, repeat.header, repeat.condition, settle(repeat.body)));
        } else {
            settled.add(step);
        }
    }

    private void settle(Step.Protect guarded, List<Step> settled) {
        List<Step> inside = settle(guarded.body);
        List<Step> last = settle(guarded.last);
        if (guarded.node.lock() == null && (inside.isEmpty() || last.isEmpty())) {
            settled.addAll(inside);
            settled.addAll(last);
        } else {
            settled.add(new Step.Protect(guarded.node, inside, last));
        }
    }

    private boolean leavesTrace(Value value) {
        Node node = trees.inlined(value);
        return node != null
                && (node.regions().isEmpty() && !body.impact(node).leavesNoTrace()
                        || trees.children(node).stream().anyMatch(this::leavesTrace));
    }

    private void settle(Step.Move move, List<Step> settled) {
        List<Value> targets = new ArrayList<>();
        List<Value> sources = new ArrayList<>();
        for (int i = 0; i < move.targets.size(); i++) {
            Value target = move.targets.get(i);
            Value source = move.sources.get(i);
            boolean same = !trees.isInline(source) && variable(source) == variable(target);
            if (liveness.isLiveAfter(move, target) && !same) {
                targets.add(target);
                sources.add(source);
            }
        }
        while (!targets.isEmpty()) {
            int next = 0;
            while (next < targets.size() && isRead(targets.get(next), sources, next)) {
                next++;
            }
            if (next < targets.size()) {
                settled.add(new Step.Move(List.of(targets.remove(next)), List.of(sources.remove(next))));
            } else {
                sources.set(0, aside(targets.get(0), sources.get(0), settled));
            }
        }
    }

    private Variable variable(Value value) {
        Variable variable = variables.get(value);
        if (variable == null) {
            variable = new Variable(value.type(), value.name().isEmpty() ? "unread" : value.name(), false);
            variables.put(value, variable);
        }
        return variable;
    }

    /** Whether one of the sources, other than its own, reads the target's variable. */
    private boolean isRead(Value target, List<Value> sources, int own) {
        boolean[] found = {false};
        for (int i = 0; i < sources.size(); i++) {
            if (i != own) {
                trees.leaves(sources.get(i), leaf -> found[0] |= variable(leaf) == variable(target));
            }
        }
        return found[0];
    }

    /** Keeps what the target is to become until nobody needs what it is. */
    private Value aside(Value target, Value source, List<Step> settled) {
        Value kept = new Value(target.type(), "");
        String hint = variable(target).hint;
        String name = "next" + Character.toUpperCase(hint.charAt(0)) + hint.substring(1);
        variables.put(kept, new Variable(target.type(), name, false));
        settled.add(new Step.Move(List.of(kept), List.of(source)));
        return kept;
    }
}
