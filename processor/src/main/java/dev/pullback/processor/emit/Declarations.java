package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where each local is declared: in the innermost block that holds all its uses, by the statement that first assigns it where that comes
 * before all else, in front of the first statement that has to do with it otherwise.
 */
final class Declarations {

    private final Trees trees;
    private final Map<Value, Variable> variables;
    private final Map<Step, Set<Variable>> mentioned = new IdentityHashMap<>();
    private final Map<Step, List<Set<Variable>>> inBlocks = new IdentityHashMap<>();
    private final Map<Step, Set<Variable>> owns = new IdentityHashMap<>();
    private final Map<Step, List<Variable>> before = new IdentityHashMap<>();
    private final Map<Step, Set<Variable>> by = new IdentityHashMap<>();

    private Declarations(Trees trees, Map<Value, Variable> variables) {
        this.trees = trees;
        this.variables = variables;
    }

    static Declarations of(Settling.Settled settled, Trees trees, Map<Value, Variable> variables) {
        Declarations declarations = new Declarations(trees, variables);
        Set<Variable> all = new LinkedHashSet<>();
        for (Step step : settled.steps()) {
            all.addAll(declarations.mentioned(step));
        }
        all.removeIf(variable -> !variable.name().isEmpty());
        declarations.place(all, settled.steps());
        return declarations;
    }

    /** What is declared, without a value, in front of a step. */
    List<Variable> before(Step step) {
        return before.getOrDefault(step, List.of());
    }

    /** Whether the step declares the variable that it assigns. */
    boolean isBy(Step step, Variable variable) {
        return by.getOrDefault(step, Set.of()).contains(variable);
    }

    // --- who has to do with what

    private Set<Variable> mentioned(Step step) {
        Set<Variable> known = mentioned.get(step);
        if (known == null) {
            known = new LinkedHashSet<>(own(step));
            for (Set<Variable> inner : mentionedInBlocks(step)) {
                known.addAll(inner);
            }
            mentioned.put(step, known);
        }
        return known;
    }

    /** For each of the step's blocks. */
    private List<Set<Variable>> mentionedInBlocks(Step step) {
        List<Set<Variable>> known = inBlocks.get(step);
        if (known == null) {
            known = new ArrayList<>();
            for (List<Step> block : blocks(step)) {
                Set<Variable> inner = new LinkedHashSet<>();
                block.forEach(each -> inner.addAll(mentioned(each)));
                known.add(inner);
            }
            inBlocks.put(step, known);
        }
        return known;
    }

    private static List<List<Step>> blocks(Step step) {
        if (step instanceof Step.Branch branch) {
            return List.of(branch.then, branch.otherwise);
        } else if (step instanceof Step.Protect guarded) {
            return List.of(guarded.body, guarded.last);
        }
        return step instanceof Step.Repeat repeat ? List.of(repeat.body) : List.of();
    }

    /** What the step itself reads and assigns, apart from its blocks. */
    private Set<Variable> own(Step step) {
        Set<Variable> own = new LinkedHashSet<>();
        if (step instanceof Step.Evaluate evaluate) {
            trees.children(evaluate.node).forEach(child -> read(child, own));
            evaluate.node.results().forEach(result -> add(result, own));
        } else if (step instanceof Step.Move move) {
            move.sources.forEach(source -> read(source, own));
            move.targets.forEach(target -> add(target, own));
        } else if (step instanceof Step.Branch branch) {
            read(branch.condition, own);
        } else if (step instanceof Step.Protect guarded && guarded.node.lock() != null) {
            read(guarded.node.lock(), own);
        } else if (step instanceof Step.Leave leave && leave.condition != null) {
            read(leave.condition, own);
        } else if (step instanceof Step.Finish finish) {
            finish.values.forEach(value -> read(value, own));
        } else if (step instanceof Step.Repeat repeat) {
            if (repeat.condition != null) {
                read(repeat.condition, own);
            }
            if (repeat.header == Step.Header.FOR) {
                read(repeat.loop.inits().get(0), own);
                add(repeat.loop.counterParam(), own);
            }
        }
        return own;
    }

    private void read(Value value, Set<Variable> own) {
        trees.leaves(value, leaf -> add(leaf, own));
    }

    private void add(Value value, Set<Variable> own) {
        Variable variable = variables.get(value);
        if (variable != null) {
            own.add(variable);
        }
    }

    // --- the innermost block

    private void place(Set<Variable> candidates, List<Step> steps) {
        Map<Variable, List<Step>> users = new LinkedHashMap<>();
        for (Step step : steps) {
            for (Variable variable : mentioned(step)) {
                if (candidates.contains(variable)) {
                    users.computeIfAbsent(variable, v -> new ArrayList<>()).add(step);
                }
            }
        }
        Map<Step, Set<Variable>> inner = new IdentityHashMap<>();
        users.forEach((variable, all) -> {
            Step first = all.get(0);
            if (isDeclaredBy(first, variable, all.size() == 1)) {
                by.computeIfAbsent(first, step -> new LinkedHashSet<>()).add(variable);
            } else if (all.size() == 1 && isInsideOf(first, variable)) {
                inner.computeIfAbsent(first, step -> new LinkedHashSet<>()).add(variable);
            } else {
                before.computeIfAbsent(first, step -> new ArrayList<>()).add(variable);
            }
        });
        for (Step step : steps) {
            Set<Variable> inside = inner.getOrDefault(step, Set.of());
            for (List<Step> block : blocks(step)) {
                place(inside, block);
            }
        }
    }

    private Set<Variable> ownOf(Step step) {
        return owns.computeIfAbsent(step, this::own);
    }

    private boolean isDeclaredBy(Step step, Variable variable, boolean nowhereElse) {
        if (step instanceof Step.Evaluate evaluate) {
            return assigns(evaluate.node.results(), variable);
        } else if (step instanceof Step.Move move) {
            return assigns(move.targets, variable);
        }
        return nowhereElse
                && step instanceof Step.Repeat repeat
                && repeat.header == Step.Header.FOR
                && assigns(repeat.loop.params().subList(0, 1), variable);
    }

    private boolean assigns(List<Value> values, Variable variable) {
        return values.stream().anyMatch(value -> variables.get(value) == variable);
    }

    /** Whether a single one of the step's blocks has to do with the variable, and the step itself has not. */
    private boolean isInsideOf(Step step, Variable variable) {
        long inBlocks = mentionedInBlocks(step).stream()
                .filter(block -> block.contains(variable))
                .count();
        return inBlocks == 1 && !ownOf(step).contains(variable);
    }
}
