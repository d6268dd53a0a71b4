package dev.pullback.processor.lower;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lowers two ways that exclude each other into the regions of an {@code If}, and joins what they have assigned and where they jump. */
final class Branches {

    private final Context context;
    private final Code before;
    private final Origin origin;
    private final Value condition;
    private final Code then;
    private final Code otherwise;
    private final List<Value> results = new ArrayList<>();
    private final List<Value> thenYields = new ArrayList<>();
    private final List<Value> otherwiseYields = new ArrayList<>();

    private Branches(Context context, Value condition, Code then, Code otherwise) {
        this.context = context;
        this.before = context.code();
        this.origin = before.block().origin();
        this.condition = condition;
        this.then = then;
        this.otherwise = otherwise;
    }

    /** {@code if (condition) then else otherwise}. */
    static void of(Context context, Value condition, Runnable then, Runnable otherwise) {
        Code before = context.code();
        Branches branches = new Branches(context, condition, before.fork(), before.fork());
        branches.lower(branches.then, then);
        branches.lower(branches.otherwise, otherwise);
        branches.join();
    }

    /** {@code condition ? then : otherwise}, both of the given type. */
    static Value select(Context context, Value condition, Type type, Supplier<Value> then, Supplier<Value> otherwise) {
        Code before = context.code();
        Branches branches = new Branches(context, condition, before.fork(), before.fork());
        Value[] values = new Value[2];
        branches.lower(branches.then, () -> values[0] = then.get());
        branches.lower(branches.otherwise, () -> values[1] = otherwise.get());
        Value result = branches.result("", type, values[0], values[1]);
        branches.join();
        return result;
    }

    /** Lowers what is to be done only if none of the jumps is under way that may be. */
    static void guarded(Context context, Runnable rest, Set<Jump> arrived) {
        Code before = context.code();
        Value jumping = before.anyRaised();
        Branches branches = new Branches(context, jumping, before.fork(), before.fork());
        branches.then.thrown();
        boolean one = before.raised().size() == 1;
        before.raised().forEach((jump, flag) -> branches.then.raised().put(jump, one ? Flag.RAISED : flag));
        branches.then.arriveAt(arrived);
        branches.lower(branches.otherwise, rest);
        branches.join();
    }

    /**
     * Lowers what is to be put in order again afterwards, and what does that.
     *
     * @param lock null if there is none
     * @return where the last code ends
     */
    static Code guarded(Context context, @Nullable Value lock, Runnable content, Runnable last) {
        Code before = context.code();
        Branches branches = new Branches(context, new Value(Scalar.BOOLEAN, ""), before.fork(), before.fork());
        Branches behind = new Branches(context, branches.condition, before.fork(), before.fork());
        branches.otherwise.thrown();
        behind.otherwise.thrown();
        branches.lower(branches.then, content);
        behind.lower(behind.then, last);
        List<Local> assigned = context.scope().all().stream()
                .filter(variable -> behind.then.get(variable) != before.get(variable))
                .toList();
        branches.joinCode();
        assigned.forEach(behind::variable);
        List<Value> results = new ArrayList<>(branches.results);
        results.addAll(behind.results);
        before.block()
                .append(new Node.Protected(
                        results,
                        lock,
                        branches.then.block().yielding(branches.thenYields),
                        behind.then.block().yielding(behind.thenYields),
                        branches.origin));
        return behind.then;
    }

    private void lower(Code branch, Runnable content) {
        int inScope = context.scope().size();
        context.goTo(branch);
        branch.block().at(origin);
        content.run();
        context.scope().leaveTo(inScope);
        context.goTo(before);
    }

    private void join() {
        joinCode();
        before.block().at(origin);
        if (results.isEmpty()
                && then.block().nodes().isEmpty()
                && otherwise.block().nodes().isEmpty()) {
            return;
        }
        before.block()
                .append(new Node.If(
                        results,
                        condition,
                        then.block().yielding(thenYields),
                        otherwise.block().yielding(otherwiseYields),
                        origin));
    }

    /** Joins variables and jumps. */
    private void joinCode() {
        Set<Jump> jumps = new LinkedHashSet<>(then.raised().keySet());
        jumps.addAll(otherwise.raised().keySet());
        boolean live = then.live() || otherwise.live();
        for (Local variable : context.scope().all()) {
            if (live || jumps.stream().anyMatch(jump -> jump.reaches(variable))) {
                variable(variable);
            }
        }
        Map<Jump, Flag> earlier = Map.copyOf(before.raised());
        before.raised().clear();
        for (Jump jump : jumps) {
            before.raised().put(jump, !live && jumps.size() == 1 ? Flag.RAISED : flag(jump, earlier.get(jump)));
        }
        if (live) {
            before.revive();
        } else {
            before.thrown();
        }
    }

    private void variable(Local variable) {
        Value a = then.get(variable);
        Value b = otherwise.get(variable);
        Value old = before.get(variable);
        boolean untouched = (a == old || !then.reached()) && (b == old || !otherwise.reached());
        if (!untouched && a != b) {
            before.set(variable, result(variable.name(), variable.type(), a, b));
        } else if (a != null && a == b) {
            before.set(variable, a);
        }
    }

    private Value result(String name, Type type, @Nullable Value a, @Nullable Value b) {
        Value result = new Value(type, name);
        results.add(result);
        thenYields.add(a == null || !then.reached() ? then.defaultOf(type) : a);
        otherwiseYields.add(b == null || !otherwise.reached() ? otherwise.defaultOf(type) : b);
        return result;
    }

    /** @param earlier the flag before the branches: where there is one, the first branch is the one in which it is raised */
    private Flag flag(Jump jump, @Nullable Flag earlier) {
        Flag a = then.raised().get(jump);
        Flag b = otherwise.raised().get(jump);
        if (earlier != null && b == null) {
            return earlier;
        }
        boolean aCertain = !then.reached() || (a != null && a.certain());
        boolean bCertain = !otherwise.reached() || (b != null && b.certain());
        if (aCertain && bCertain) {
            return Flag.RAISED;
        } else if (aCertain && b == null) {
            return Flag.when(condition);
        } else if (a == null && bCertain) {
            return Flag.unless(condition);
        }
        Value inThen = a == null ? then.defaultOf(Scalar.BOOLEAN) : a.in(then.block());
        Value inOtherwise = b == null ? otherwise.defaultOf(Scalar.BOOLEAN) : b.in(otherwise.block());
        return Flag.when(result(jump.name(), Scalar.BOOLEAN, inThen, inOtherwise));
    }
}
