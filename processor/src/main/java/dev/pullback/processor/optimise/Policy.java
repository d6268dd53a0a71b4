package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Which values are the user's own computation, the primal, where every bit and every exception counts. The rest is derivative code: what it
 * can throw the primal has thrown before, so that an unused load may go, and {@code x * 1.0} is {@code x}.
 */
public final class Policy {

    /** Everything is the user's. */
    public static final Policy PRIMAL = new Policy(true, Set.of());

    /** Nothing is the user's. */
    public static final Policy DERIVATIVE = new Policy(false, Set.of());

    private final boolean all;
    private final Set<Value> primal;

    private Policy(boolean all, Set<Value> primal) {
        this.all = all;
        this.primal = primal;
    }

    /** For a region that holds both: the values of the primal are given, everything else is derivative code. */
    public static Policy mixed(Iterable<Value> primal) {
        Set<Value> values = Collections.newSetFromMap(new IdentityHashMap<>());
        primal.forEach(values::add);
        return new Policy(false, values);
    }

    /** Whether the node that defines this value belongs to the primal. */
    boolean exact(Value result) {
        return all || primal.contains(result);
    }
}
