package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Lets variables start with zero where some way through a branch would assign that:
 *
 * <pre>
 * double s2;                                double s2 = 0;
 * double s3;                                double s3 = 0;
 * if (a) { s2 = 0; s3 = 0; }                if (!a) {
 * else { s2 = …;                              s2 = …;
 *   if (b) { s3 = 0; } else { s3 = …; }       if (!b) { s3 = …; }
 * }                                         }
 * </pre>
 *
 * <p>What the reverse sweep needs of a branch is zero in the other one, in each of the branches around it. With the zeros in one place code
 * stays linear in the number of nested branches, and so in that of early exits.
 */
final class Defaults {

    private final Trees trees;
    private final Map<Value, Variable> variables;
    private final Set<Variable> assignedOnce;
    private final Declarations declarations;
    private final Map<Variable, Step.Move> defaults = new LinkedHashMap<>();

    private Defaults(
            Trees trees, Map<Value, Variable> variables, Set<Variable> assignedOnce, Declarations declarations) {
        this.trees = trees;
        this.variables = variables;
        this.assignedOnce = assignedOnce;
        this.declarations = declarations;
    }

    static Settling.Settled of(Settling.Settled settled, Planner.Plan plan, Map<Value, Variable> variables) {
        Declarations declarations = Declarations.of(settled, plan.trees(), variables);
        Set<Variable> assignedOnce = identitySet();
        plan.pinned().stream().map(variables::get).filter(Objects::nonNull).forEach(assignedOnce::add);
        Defaults defaults = new Defaults(plan.trees(), variables, assignedOnce, declarations);
        return new Settling.Settled(defaults.steps(settled.steps(), identitySet()), settled.unread());
    }

    private static Set<Variable> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** @param zero variables that hold their default; those that do not so at the end are removed */
    private List<Step> steps(List<Step> steps, Set<Variable> zero) {
        List<Step> now = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Move move) {
                move(move, zero, now);
            } else if (step instanceof Step.Branch branch) {
                branch(branch, zero, now);
            } else if (step instanceof Step.Repeat repeat) {
                zero.removeAll(assigned(repeat));
                Set<Variable> inside = copy(zero);
                now.add(new Step.Repeat(repeat.loop, repeat.header, repeat.condition, steps(repeat.body, inside)));
            } else {
                zero.removeAll(assigned(step));
                now.add(step);
            }
        }
        return now;
    }

    private void move(Step.Move move, Set<Variable> zero, List<Step> now) {
        Variable target = variables.get(move.targets.get(0));
        if (target != null && zero.contains(target) && isZero(move.sources.get(0), target)) {
            defaults.putIfAbsent(target, move);
        } else {
            zero.removeAll(assigned(move));
            now.add(move);
        }
    }

    private boolean isZero(Value source, Variable target) {
        return trees.inlined(source) instanceof Node.Const constant
                && Objects.equals(constant.literal(), target.type instanceof Scalar scalar ? scalar.zero() : null);
    }

    private void branch(Step.Branch branch, Set<Variable> zero, List<Step> now) {
        List<Variable> starting = new ArrayList<>(declarations.before(branch));
        starting.removeIf(assignedOnce::contains);
        Set<Variable> afterThen = copy(zero);
        afterThen.addAll(starting);
        Set<Variable> afterOtherwise = copy(afterThen);
        List<Step> then = steps(branch.then, afterThen);
        List<Step> otherwise = steps(branch.otherwise, afterOtherwise);
        for (Variable variable : starting) {
            Step.Move move = defaults.remove(variable);
            if (move != null) {
                now.add(move);
            }
        }
        now.add(new Step.Branch(branch.condition, then, otherwise, branch.origin));
        zero.retainAll(afterThen);
        zero.retainAll(afterOtherwise);
    }

    private static Set<Variable> copy(Set<Variable> set) {
        Set<Variable> copy = identitySet();
        copy.addAll(set);
        return copy;
    }

    /** What the step and all that is in it assigns to. */
    private Set<Variable> assigned(Step step) {
        Set<Variable> assigned = identitySet();
        assigned(step, assigned);
        return assigned;
    }

    private void assigned(Step step, Set<Variable> into) {
        if (step instanceof Step.Evaluate evaluate) {
            evaluate.node.results().stream()
                    .map(variables::get)
                    .filter(Objects::nonNull)
                    .forEach(into::add);
        } else if (step instanceof Step.Move move) {
            move.targets.stream().map(variables::get).filter(Objects::nonNull).forEach(into::add);
        } else if (step instanceof Step.Branch branch) {
            branch.then.forEach(inner -> assigned(inner, into));
            branch.otherwise.forEach(inner -> assigned(inner, into));
        } else if (step instanceof Step.Repeat repeat) {
            Variable counter = repeat.loop.counter().isPresent() ? variables.get(repeat.loop.counterParam()) : null;
            if (counter != null) {
                into.add(counter);
            }
            repeat.body.forEach(inner -> assigned(inner, into));
        } else if (step instanceof Step.Protect guarded) {
            guarded.body.forEach(inner -> assigned(inner, into));
            guarded.last.forEach(inner -> assigned(inner, into));
        }
    }
}
