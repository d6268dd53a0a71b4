package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reuses a value that was computed before, in the same region or in one around it, instead of computing it again.
 *
 * <pre>
 * a = Math.sin(x) * y[i]; b = Math.sin(x) + y[i]      s = Math.sin(x); v = y[i]; a = s * v; b = s + v
 * </pre>
 *
 * <p>An element of an array is reused until something may write an element of that type, and after {@code y[i] = v} it is {@code v}. What
 * can throw has thrown the first time. In a region that mixes both, the primal does not reuse derivative code, whose exceptions and
 * rounding later passes need not keep.
 */
public final class CommonSubexpressions {

    /**
     * A computation.
     *
     * @param what operator, call or kind of node
     * @param version of the memory it reads; zero for none
     * @param operands values (compared by identity) or literals
     */
    private record Key(Object what, Type type, int version, List<Object> operands) {}

    /**
     * A literal as an operand: two nodes of the same literal are the same operand.
     *
     * @param literal boxed, so that {@code 0.0} and {@code -0.0} differ
     */
    private record Literal(@Nullable Object literal, Type type) {}

    /** What {@code key} stood for before, to be restored at the end of the region. */
    private record Undo(Key key, @Nullable Value before) {}

    private final Policy policy;
    private final Writes writes;
    private final Rewriter rewriter = new Rewriter();
    private final Map<Key, Value> available = new HashMap<>();
    private final Deque<Undo> undo = new ArrayDeque<>();
    private final Map<Value, Literal> literals = new HashMap<>();
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final int[] versions = new int[Writes.KINDS];
    private int newestVersion;

    private CommonSubexpressions(Region region, Policy policy) {
        this.policy = policy;
        writes = Writes.of(region);
        overwrite(-1);
    }

    public static Region of(Region region, Policy policy) {
        return new CommonSubexpressions(region, policy).region(region);
    }

    private Region region(Region region) {
        int outer = undo.size();
        List<Node> out = new ArrayList<>();
        region.nodes().forEach(node -> node(node, out));
        while (undo.size() > outer) {
            restore(undo.pop());
        }
        return new Region(out, rewriter.of(region.yields()));
    }

    private void restore(Undo entry) {
        if (entry.before() == null) {
            available.remove(entry.key());
        } else {
            available.put(entry.key(), entry.before());
        }
    }

    private void node(Node node, List<Node> out) {
        if (node instanceof Node.If branch) {
            out.add(branch(branch));
        } else if (node instanceof Node.Loop loop) {
            out.add(loop(loop));
        } else if (node instanceof Node.Protected guarded) {
            out.add(guarded(guarded));
        } else {
            Node now = rewriter.rewrite(node);
            Key key = key(now);
            if (key == null || !reuse(key, now)) {
                out.add(now);
                overwrite(writes.of(now));
                forward(now);
            }
        }
    }

    private boolean reuse(Key key, Node node) {
        Value result = node.results().get(0);
        Value earlier = available.get(key);
        if (earlier != null && (policy.exact(earlier) || !policy.exact(result))) {
            rewriter.replace(result, earlier);
            return true;
        }
        provide(key, result);
        return false;
    }

    private void provide(Key key, Value value) {
        undo.push(new Undo(key, available.put(key, value)));
    }

    // --- control flow

    private Node branch(Node.If node) {
        int[] before = versions.clone();
        Region then = region(node.then());
        System.arraycopy(before, 0, versions, 0, versions.length);
        Region otherwise = region(node.otherwise());
        System.arraycopy(before, 0, versions, 0, versions.length);
        overwrite(writes.of(node));
        return rewriter.with(node, List.of(then, otherwise));
    }

    private Node loop(Node.Loop node) {
        int written = writes.of(node);
        overwrite(written);
        Region condition = region(node.condition());
        Region body = region(node.body());
        overwrite(written);
        return rewriter.with(node, List.of(condition, body));
    }

    /** The last region may follow any part of the body; behind a lock, others have written what they like. */
    private Node guarded(Node.Protected node) {
        int written = node.lock() == null ? writes.of(node) : -1;
        overwrite(node.lock() == null ? 0 : written);
        Region body = region(node.body());
        overwrite(written);
        Region last = region(node.last());
        overwrite(written);
        return rewriter.with(node, List.of(body, last));
    }

    /** From now on, elements of these kinds are not known. */
    private void overwrite(int kinds) {
        if (kinds != 0) {
            newestVersion++;
            for (int kind = 0; kind < versions.length; kind++) {
                versions[kind] = (kinds >> kind & 1) == 0 ? versions[kind] : newestVersion;
            }
        }
    }

    /** After a store the element is what was stored. */
    private void forward(Node node) {
        if (node instanceof Node.Store store && store.array().type() instanceof ArrayType array) {
            provide(key(Node.Load.class, array.element(), memory(array), store.array(), store.index()), store.value());
        }
    }

    // --- keys

    private @Nullable Key key(Node node) {
        if (node instanceof Node.Const constant) {
            Literal literal = new Literal(constant.literal(), constant.result().type());
            literals.put(constant.result(), literal);
            // Constants of different names stay apart: a literal should not turn into some variable of the same value.
            return new Key(
                    literal,
                    constant.result().type(),
                    0,
                    List.of(constant.result().name()));
        } else if (node instanceof Node.Load load && load.array().type() instanceof ArrayType array) {
            return key(Node.Load.class, load.result().type(), memory(array), load.array(), load.index());
        } else if (node instanceof Node.Length length) {
            return key(Node.Length.class, length.result().type(), 0, length.array());
        } else if (node instanceof Node.Op op && Traits.isPure(op)) {
            return key(op);
        } else if (node instanceof Node.Invoke invoke && Traits.isPure(invoke)) {
            return new Key(invoke.target(), invoke.results().get(0).type(), 0, operands(invoke.operands()));
        }
        return null;
    }

    private Key key(Node.Op op) {
        List<Object> operands = operands(op.operands());
        if (isCommutative(op) && number(operands.get(0)) > number(operands.get(1))) {
            operands = List.of(operands.get(1), operands.get(0));
        }
        return new Key(op.operator(), op.result().type(), 0, operands);
    }

    private Key key(Object what, Type type, int version, Value... operands) {
        return new Key(what, type, version, operands(Arrays.asList(operands)));
    }

    private List<Object> operands(List<Value> values) {
        List<Object> operands = new ArrayList<>();
        for (Value value : values) {
            Literal literal = literals.get(value);
            operands.add(literal == null ? value : literal);
        }
        return operands;
    }

    private int number(Object operand) {
        return numbers.computeIfAbsent(operand, any -> numbers.size());
    }

    private int memory(ArrayType array) {
        return versions[Writes.kind(array.element())];
    }

    private static boolean isCommutative(Node.Op op) {
        return op.operator() instanceof Primitive primitive
                && switch (primitive) {
                    case ADD, MUL, AND, OR, XOR, EQ, NE -> true;
                    default -> false;
                };
    }
}
