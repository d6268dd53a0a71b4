package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes a Java statement, before values have become variables. Compared by identity. */
sealed interface Step {

    /** A node that stands by itself, with what is folded into it; a node's result goes to its variable. */
    final class Evaluate implements Step {
        final Node node;
        /** Whether it can be left out if nobody reads the result. */
        final boolean optional;

        Evaluate(Node node, boolean optional) {
            this.node = node;
            this.optional = optional;
        }
    }

    /** Assigns all sources to all targets at once. */
    final class Move implements Step {
        final List<Value> targets;
        final List<Value> sources;

        Move(List<Value> targets, List<Value> sources) {
            this.targets = List.copyOf(targets);
            this.sources = List.copyOf(sources);
        }
    }

    /** {@code if (condition) then else otherwise}. */
    final class Branch implements Step {
        final Value condition;
        final List<Step> then;
        final List<Step> otherwise;
        final Origin origin;

        Branch(Value condition, List<Step> then, List<Step> otherwise, Origin origin) {
            this.condition = condition;
            this.then = List.copyOf(then);
            this.otherwise = List.copyOf(otherwise);
            this.origin = origin;
        }
    }

    /** {@code try { body } finally { last }}, or {@code synchronized (lock) { body }}. */
    final class Protect implements Step {
        final Node.Protected node;
        final List<Step> body;
        final List<Step> last;

        Protect(Node.Protected node, List<Step> body, List<Step> last) {
            this.node = node;
            this.body = List.copyOf(body);
            this.last = List.copyOf(last);
        }
    }

    /** How a loop is written. */
    enum Header {
        FOR,
        WHILE,
        DO
    }

    /** A loop; what it carries is moved by steps before it, in its body and after it. */
    final class Repeat implements Step {
        final Node.Loop loop;
        final Header header;
        /** Null for none: such a loop is left in the middle, or never. */
        final @Nullable Value condition;

        final List<Step> body;

        Repeat(Node.Loop loop, Header header, @Nullable Value condition, List<Step> body) {
            this.loop = loop;
            this.header = header;
            this.condition = condition;
            this.body = List.copyOf(body);
        }
    }

    /** {@code break}, if the condition holds, or unless it does. */
    final class Leave implements Step {
        final @Nullable Value condition;
        final boolean unless;

        Leave(@Nullable Value condition, boolean unless) {
            this.condition = condition;
            this.unless = unless;
        }
    }

    /** {@code continue}. */
    final class Again implements Step {}

    /** The end of the method. */
    final class Finish implements Step {
        final List<Value> values;

        Finish(List<Value> values) {
            this.values = List.copyOf(values);
        }
    }

    /** Whether what follows the steps is not reachable, as javac sees it (JLS 14.22). */
    static boolean endAbruptly(List<Step> steps) {
        return !steps.isEmpty() && endsAbruptly(steps.get(steps.size() - 1));
    }

    private static boolean endsAbruptly(Step step) {
        if (step instanceof Evaluate evaluate) {
            return evaluate.node instanceof Node.Throw;
        } else if (step instanceof Branch branch) {
            return endAbruptly(branch.then) && endAbruptly(branch.otherwise);
        } else if (step instanceof Protect guarded) {
            return endAbruptly(guarded.body) || endAbruptly(guarded.last);
        } else if (step instanceof Repeat repeat) {
            boolean falls = repeat.header == Header.DO ? !endAbruptly(repeat.body) : true;
            return !(repeat.condition != null && falls) && !isLeft(repeat.body);
        } else if (step instanceof Leave leave) {
            return leave.condition == null;
        }
        return step instanceof Finish || step instanceof Again;
    }

    /** Whether there is a {@code break} that leaves the loop with this body. */
    private static boolean isLeft(List<Step> body) {
        return body.stream()
                .anyMatch(step -> step instanceof Leave
                        || step instanceof Branch branch && (isLeft(branch.then) || isLeft(branch.otherwise)));
    }
}
