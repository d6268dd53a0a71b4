package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which values are still read later, at every point, and so which of them cannot share a variable: two interfere if one is assigned while the
 * other is still to be read, unless it is assigned that very value (Chaitin 1982). A value that is only read by what is itself never read does
 * not count.
 */
final class Liveness {

    private final Trees trees;
    private final Map<Value, Integer> numbers = new IdentityHashMap<>();
    private final List<Value> values = new ArrayList<>();
    private final List<BitSet> interferences = new ArrayList<>();
    private final Map<Step, BitSet> after = new IdentityHashMap<>();
    private final Map<Step.Repeat, BitSet> heads = new IdentityHashMap<>();
    /** What is still read if an exception is thrown, by the finally blocks around. */
    private BitSet thrown = new BitSet();
    /** What is still read at the end of an iteration of the loop around. */
    private BitSet again = new BitSet();

    private Liveness(Trees trees) {
        this.trees = trees;
    }

    static Liveness of(List<Step> steps, Trees trees) {
        Liveness liveness = new Liveness(trees);
        liveness.before(steps, new BitSet(), new BitSet());
        return liveness;
    }

    /** Whether somebody reads the value after the step. */
    boolean isLiveAfter(Step step, Value value) {
        BitSet live = after.get(step);
        return live != null && live.get(number(value));
    }

    /** All values that have to be in variables, in the order in which they were met, last to first. */
    List<Value> values() {
        return List.copyOf(values);
    }

    /** The numbers of the values that a value interferes with. */
    BitSet interferences(Value value) {
        return interferences.get(number(value));
    }

    int number(Value value) {
        Integer known = numbers.get(value);
        if (known == null) {
            known = values.size();
            numbers.put(value, known);
            values.add(value);
            interferences.add(new BitSet());
        }
        return known;
    }

    // --- from the end to the start

    private BitSet before(List<Step> steps, BitSet end, BitSet left) {
        BitSet live = copy(end);
        live.or(thrown);
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            after.put(step, copy(live));
            live = copy(before(step, live, left));
            live.or(thrown);
        }
        return live;
    }

    /** @param left what is live where a {@code break} leads */
    private BitSet before(Step step, BitSet live, BitSet left) {
        if (step instanceof Step.Evaluate evaluate) {
            return before(evaluate, live);
        } else if (step instanceof Step.Move move) {
            return before(move, live);
        } else if (step instanceof Step.Branch branch) {
            BitSet both = before(branch.then, live, left);
            both.or(before(branch.otherwise, live, left));
            read(branch.condition, both);
            return both;
        } else if (step instanceof Step.Protect guarded) {
            return before(guarded, live, left);
        } else if (step instanceof Step.Repeat repeat) {
            return before(repeat, live);
        } else if (step instanceof Step.Leave leave) {
            BitSet before = copy(left);
            if (leave.condition != null) {
                before.or(live);
                read(leave.condition, before);
            }
            return before;
        }
        if (step instanceof Step.Again) {
            return copy(again);
        }
        BitSet before = new BitSet();
        ((Step.Finish) step).values.forEach(value -> read(value, before));
        return before;
    }

    private BitSet before(Step.Protect guarded, BitSet live, BitSet left) {
        BitSet around = thrown;
        BitSet caught = before(guarded.last, around, left);
        // the usual way last: more is read after it, and that is what counts
        BitSet yielded = before(guarded.last, live, left);
        thrown = caught;
        BitSet before = before(guarded.body, yielded, left);
        thrown = around;
        if (guarded.node.lock() != null) {
            read(guarded.node.lock(), before);
        }
        return before;
    }

    private BitSet before(Step.Evaluate evaluate, BitSet live) {
        if (evaluate.node instanceof Node.Throw) {
            live.clear();
        }
        for (Value result : evaluate.node.results()) {
            if (evaluate.optional && !live.get(number(result))) {
                return live;
            }
            assign(result, live, live);
        }
        trees.children(evaluate.node).forEach(child -> read(child, live));
        return live;
    }

    private BitSet before(Step.Move move, BitSet live) {
        BitSet before = copy(live);
        move.targets.forEach(target -> before.clear(number(target)));
        for (int i = 0; i < move.targets.size(); i++) {
            Value target = move.targets.get(i);
            Value source = move.sources.get(i);
            if (live.get(number(target))) {
                BitSet others = copy(live);
                if (!trees.isInline(source)) {
                    others.clear(number(source));
                }
                interfere(target, others);
                read(source, before);
            }
        }
        return before;
    }

    private BitSet before(Step.Repeat repeat, BitSet live) {
        BitSet around = again;
        BitSet head = heads.computeIfAbsent(repeat, r -> new BitSet());
        boolean counts = repeat.header == Step.Header.FOR;
        while (true) {
            BitSet end = copy(head);
            if (repeat.header == Step.Header.DO) {
                end = condition(repeat, head, live);
            } else if (counts) {
                assign(repeat.loop.counterParam(), end, end);
                end.set(number(repeat.loop.counterParam()));
            }
            again = end;
            BitSet now = before(repeat.body, end, live);
            if (repeat.header != Step.Header.DO) {
                now = condition(repeat, now, live);
            }
            if (counts) {
                now.set(number(repeat.loop.counterParam()));
            }
            now.or(head);
            if (now.equals(head)) {
                break;
            }
            head.or(now);
        }
        again = around;
        BitSet before = copy(head);
        if (counts) {
            Value init = repeat.loop.inits().get(0);
            BitSet others = copy(before);
            if (!trees.isInline(init)) {
                others.clear(number(init));
            }
            before.clear(number(repeat.loop.counterParam()));
            interfere(repeat.loop.counterParam(), others);
            read(init, before);
        }
        return before;
    }

    /** What is live before the condition is evaluated, given what is live where it holds and where it does not. */
    private BitSet condition(Step.Repeat repeat, BitSet holds, BitSet not) {
        BitSet before = copy(holds);
        if (repeat.condition != null) {
            before.or(not);
            read(repeat.condition, before);
        }
        return before;
    }

    private void assign(Value value, BitSet live, BitSet others) {
        live.clear(number(value));
        interfere(value, others);
    }

    private void read(Value value, BitSet live) {
        trees.leaves(value, leaf -> live.set(number(leaf)));
    }

    private void interfere(Value value, BitSet others) {
        int number = number(value);
        BitSet mine = interferences.get(number);
        for (int other = others.nextSetBit(0); other >= 0; other = others.nextSetBit(other + 1)) {
            if (other != number && !mine.get(other)) {
                mine.set(other);
                interferences.get(other).set(number);
            }
        }
    }

    private static BitSet copy(BitSet set) {
        BitSet copy = new BitSet();
        copy.or(set);
        return copy;
    }
}
