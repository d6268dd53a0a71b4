package dev.pullback.processor.lower;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Builds one loop node: its variables are those that the loop assigns, its exit flag says whether any jump is under way that leads out of the
 * loop, and such jumps that lead further than its end become variables too.
 */
final class LoopBuilder {

    private final Context context;
    private final Code before;
    private final Origin header;
    private final Jump.Target target;
    private final Jump continues;
    private final List<Local> carried = new ArrayList<>();
    private final List<Value> inits = new ArrayList<>();
    private final List<Value> params = new ArrayList<>();
    private Optional<Node.Counter> counter = Optional.empty();

    LoopBuilder(Context context, Origin header, String label) {
        this.context = context;
        this.before = context.code();
        this.header = header;
        int inScope = context.scope().size();
        this.continues = Jump.of("continued", label, inScope);
        this.target = new Jump.Target(label, true, Jump.of("left", label, inScope), continues);
    }

    /** The jump to the end of an iteration. */
    Jump continues() {
        return continues;
    }

    /** Makes a variable the loop's counter; to be called first. */
    void count(Local variable, long step) {
        counter = Optional.of(new Node.Counter(step));
        carry(List.of(variable));
    }

    void carry(List<Local> variables) {
        for (Local variable : variables) {
            if (!carried.contains(variable)) {
                carried.add(variable);
                inits.add(before.orDefault(variable));
                params.add(new Value(variable.type(), variable.name()));
            }
        }
    }

    /** @param condition null for an endless loop */
    void build(@Nullable Supplier<Value> condition, Runnable body) {
        Region check = check(condition);
        Code end = inside();
        context.targets().push(target);
        body.run();
        context.targets().pop();
        context.goTo(before);
        context.startStatement(header);
        end.block().at(header);
        finish(condition == null, check, end);
    }

    /** Goes to the start of a region in which the loop's variables are its parameters. */
    private Code inside() {
        Code inside = before.fork();
        for (int i = 0; i < carried.size(); i++) {
            inside.set(carried.get(i), params.get(i));
        }
        context.goTo(inside);
        context.startStatement(header);
        return inside;
    }

    private Region check(@Nullable Supplier<Value> condition) {
        Code check = inside();
        Value again = condition == null ? check.block().constant(true) : condition.get();
        context.goTo(before);
        return check.block().yielding(List.of(again));
    }

    private void finish(boolean endless, Region check, Code end) {
        Map<Jump, Flag> leaving = new LinkedHashMap<>(end.raised());
        boolean live = !endless || leaving.containsKey(target.breaks());
        Set<Jump> outer = new LinkedHashSet<>(leaving.keySet());
        outer.remove(target.breaks());
        boolean certain = !live && outer.size() == 1;
        List<Value> next = new ArrayList<>();
        if (!leaving.isEmpty()) {
            next.add(end.live() ? end.anyRaised() : end.block().constant(true));
        }
        for (int i = counter.isPresent() ? 1 : 0; i < carried.size(); i++) {
            next.add(end.orDefault(carried.get(i)));
        }
        Map<Jump, Flag> flags = new LinkedHashMap<>();
        List<Value> results = new ArrayList<>();
        carried.forEach(variable -> results.add(new Value(variable.type(), variable.name())));
        for (Jump jump : outer) {
            if (certain) {
                flags.put(jump, Flag.RAISED);
            } else {
                Value result = new Value(Scalar.BOOLEAN, jump.name());
                flags.put(jump, Flag.when(result));
                results.add(result);
                inits.add(before.block().constant(false));
                params.add(result.fresh());
                next.add(leaving.getOrDefault(jump, Flag.RAISED).in(end.block()));
            }
        }
        Region body = end.block().yielding(next);
        before.block().append(new Node.Loop(results, inits, params, counter, !leaving.isEmpty(), check, body, header));
        for (int i = 0; i < carried.size(); i++) {
            before.set(carried.get(i), results.get(i));
        }
        before.raised().putAll(flags);
        if (!live) {
            before.thrown();
        }
    }
}
