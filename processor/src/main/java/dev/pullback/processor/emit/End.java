package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happens at the end of a region, with what it yields. */
sealed interface End {

    /** Appends the steps. */
    void append(List<Value> yields, Trees trees, List<Step> steps);

    /** Those of the yields that are read by one statement there, in its order, so that they may be written in it. */
    List<Value> readAtOnce(List<Value> yields);

    /** What the method ends with there, if it does end. */
    default Optional<List<Value>> finish(List<Value> yields) {
        return Optional.empty();
    }

    /** Whether what follows is the next iteration of a loop. */
    default boolean repeats() {
        return false;
    }

    /** Whether an If that is the region's last node writes this end into both branches, and ends there. */
    boolean goesInto(Node.If last, List<Value> yields);

    /** The region is the method's body. */
    record Method() implements End {

        /** So many values may be written twice. */
        private static final int FEW = 6;

        @Override
        public void append(List<Value> yields, Trees trees, List<Step> steps) {
            steps.add(new Step.Finish(yields));
        }

        @Override
        public List<Value> readAtOnce(List<Value> yields) {
            return once(yields, yields);
        }

        @Override
        public Optional<List<Value>> finish(List<Value> yields) {
            return Optional.of(yields);
        }

        @Override
        public boolean goesInto(Node.If last, List<Value> yields) {
            return yields.size() <= FEW && yields.stream().anyMatch(last.results()::contains);
        }
    }

    /** The region is the condition of a loop that cannot be written as an expression. */
    record Condition(Body body) implements End {

        @Override
        public void append(List<Value> yields, Trees trees, List<Step> steps) {
            Object known = body.literal(yields.get(0));
            if (!Boolean.TRUE.equals(known)) {
                steps.add(new Step.Leave(known == null ? yields.get(0) : null, true));
            }
        }

        @Override
        public List<Value> readAtOnce(List<Value> yields) {
            return yields;
        }

        @Override
        public boolean goesInto(Node.If last, List<Value> yields) {
            return false;
        }
    }

    /** The region is a branch; what it yields is assigned to the results. */
    record Assign(List<Value> results) implements End {

        @Override
        public void append(List<Value> yields, Trees trees, List<Step> steps) {
            steps.add(new Step.Move(results, yields));
        }

        @Override
        public List<Value> readAtOnce(List<Value> yields) {
            return List.of();
        }

        @Override
        public boolean goesInto(Node.If last, List<Value> yields) {
            return false;
        }
    }

    /** The region is a branch at the end of another region; what both yield goes to that one's end. */
    record Through(End outer, List<Value> outerYields, List<Value> results) implements End {

        private List<Value> through(List<Value> yields) {
            return End.replaced(outerYields, results, yields);
        }

        @Override
        public void append(List<Value> yields, Trees trees, List<Step> steps) {
            outer.append(through(yields), trees, steps);
        }

        @Override
        public List<Value> readAtOnce(List<Value> yields) {
            return outer.readAtOnce(through(yields));
        }

        @Override
        public Optional<List<Value>> finish(List<Value> yields) {
            return outer.finish(through(yields));
        }

        @Override
        public boolean repeats() {
            return outer.repeats();
        }

        @Override
        public boolean goesInto(Node.If last, List<Value> yields) {
            return outer.goesInto(last, through(yields));
        }
    }

    /**
     * The region is the body of a loop.
     *
     * @param test the parameter that only says whether to go on, in {@code do … while}; it is not moved if the loop can
     *     test what it becomes
     * @param steady indices of the parameters that are what they were initially, unless the loop is left
     * @param escape what follows a loop that is left because the method ends
     */
    record Iteration(Body body, Node.Loop loop, Optional<Value> test, Set<Integer> steady, Optional<Escape> escape)
            implements End {

        @Override
        public void append(List<Value> yields, Trees trees, List<Step> steps) {
            Optional<List<Value>> last = finish(yields);
            if (last.isPresent()) {
                steps.add(new Step.Finish(last.get()));
                return;
            }
            Object exit = loop.exits() ? body.literal(yields.get(0)) : Boolean.FALSE;
            boolean leaves = Boolean.TRUE.equals(exit);
            Step.Move move = move(yields, leaves, trees);
            Value condition = exit == null ? yields.get(0) : null;
            if (condition != null && changes(move, condition, trees)) {
                Value kept = new Value(Scalar.BOOLEAN, "");
                steps.add(new Step.Move(List.of(kept), List.of(condition)));
                condition = kept;
            }
            steps.add(move);
            if (leaves || condition != null) {
                steps.add(new Step.Leave(condition, false));
            }
        }

        private Step.Move move(List<Value> yields, boolean leaves, Trees trees) {
            List<Value> targets = new ArrayList<>();
            List<Value> sources = new ArrayList<>();
            for (int i = loop.carriedFrom(); i < loop.params().size(); i++) {
                Value param = loop.params().get(i);
                boolean isTest = test.isPresent() && test.get() == param;
                if ((leaves || !steady.contains(i)) && !isTest) {
                    targets.add(param);
                    sources.add(next(i, yields));
                }
            }
            Step.Move move = new Step.Move(targets, sources);
            if (test.isPresent() && changes(move, next(test.get(), yields), trees)) {
                targets.add(test.get());
                sources.add(next(test.get(), yields));
                return new Step.Move(targets, sources);
            }
            return move;
        }

        /** Whether the move assigns to what the value is computed from: it has to be computed before. */
        private static boolean changes(Step.Move move, Value value, Trees trees) {
            boolean[] changes = {false};
            trees.leaves(value, leaf -> {
                int target = move.targets.indexOf(leaf);
                changes[0] |= target >= 0 && move.sources.get(target) != leaf;
            });
            return changes[0];
        }

        /** What {@code do … while} tests: what the body yields, or the parameter that has been assigned that. */
        Value tested(Trees trees) {
            Value param = test.orElseThrow();
            return move(loop.body().yields(), false, trees).targets.contains(param)
                    ? param
                    : next(param, loop.body().yields());
        }

        private Value next(Value param, List<Value> yields) {
            return next(loop.params().indexOf(param), yields);
        }

        private Value next(int param, List<Value> yields) {
            return yields.get(param - loop.carriedFrom() + (loop.exits() ? 1 : 0));
        }

        @Override
        public List<Value> readAtOnce(List<Value> yields) {
            Optional<List<Value>> last = finish(yields);
            if (last.isPresent()) {
                return once(last.get(), last.get());
            }
            List<Value> read = new ArrayList<>();
            if (loop.exits() && body.literal(yields.get(0)) == null) {
                read.add(yields.get(0));
            } else if (test.isPresent()) {
                read.add(next(test.get(), yields));
            }
            return once(read, yields);
        }

        @Override
        public Optional<List<Value>> finish(List<Value> yields) {
            return escape.flatMap(way -> way.finish(this, yields));
        }

        @Override
        public boolean repeats() {
            return test.isEmpty();
        }

        @Override
        public boolean goesInto(Node.If last, List<Value> yields) {
            if (!loop.exits() || test.isPresent()) {
                return false;
            }
            int exit = last.results().indexOf(yields.get(0));
            return yields.get(0) == last.condition()
                    || exit >= 0
                            && last.regions().stream()
                                    .anyMatch(branch ->
                                            body.literal(branch.yields().get(exit)) != null);
        }

        List<Value> results(List<Value> yields) {
            List<Value> results = new ArrayList<>();
            for (int i = 0; i < loop.params().size(); i++) {
                results.add(i < loop.carriedFrom() ? loop.counterParam() : next(i, yields));
            }
            return results;
        }
    }

    /**
     * A loop with {@code if (returned) return x;} right behind it: where the loop is left with that flag set, the method can end at once.
     *
     * @param flag index of the flag among what the loop carries
     * @param end the end of the region of both
     */
    record Escape(Node.Loop loop, Node.If test, int flag, End end, List<Value> yields) {

        Optional<List<Value>> finish(Iteration iteration, List<Value> yielded) {
            Body body = iteration.body();
            List<Value> results = iteration.results(yielded);
            boolean returns = Boolean.TRUE.equals(body.literal(yielded.get(0)))
                    && Boolean.TRUE.equals(body.literal(results.get(flag)));
            if (!returns) {
                return Optional.empty();
            }
            List<Value> all = replaced(yields, test.results(), test.then().yields());
            return end.finish(replaced(all, loop.results(), results));
        }
    }

    /** Those of the values that are there once in all. */
    private static List<Value> once(List<Value> values, List<Value> all) {
        return values.stream()
                .filter(value -> Collections.frequency(all, value) == 1)
                .toList();
    }

    /** The values with some replaced by others. */
    static List<Value> replaced(List<Value> values, List<Value> from, List<Value> to) {
        return values.stream()
                .map(value -> from.contains(value) ? to.get(from.indexOf(value)) : value)
                .toList();
    }
}
