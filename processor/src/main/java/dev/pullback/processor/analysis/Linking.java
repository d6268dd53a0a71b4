package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells every call what its callee does to its arguments: a fixpoint over the call graph of the functions that are at hand. Calls of other
 * methods keep the effects that they came with.
 */
public final class Linking {

    private Linking() {}

    /** The same functions with the effects of each other in their calls. */
    public static List<Function> of(List<Function> functions) {
        Map<Key, Effects> known = new LinkedHashMap<>();
        functions.forEach(function -> known.put(key(function), none()));
        List<Function> linked = functions;
        boolean changed = true;
        while (changed) {
            changed = false;
            List<Function> next = new ArrayList<>();
            for (Function function : linked) {
                Function now = link(function, known);
                next.add(now);
                Effects effects = effectsOf(now);
                changed |= !effects.equals(known.put(key(now), effects));
            }
            linked = next;
        }
        return linked.stream().map(function -> link(function, known)).toList();
    }

    private record Key(String owner, String name, List<Type> parameters) {}

    private static Key key(Function function) {
        Signature signature = function.signature();
        String prefix = signature.packageName().isEmpty() ? "" : signature.packageName() + ".";
        return new Key(
                prefix + String.join(".", signature.classNames()),
                signature.name(),
                signature.parameters().stream().map(Signature.Parameter::type).toList());
    }

    /** Where a fixpoint starts: nothing written, the result nobody else's. */
    private static Effects none() {
        return new Effects(new TreeSet<>(), new TreeSet<>(), List.of(), false);
    }

    /** What the callers of a function, whose own calls are linked, must know. */
    public static Effects effectsOf(Function function) {
        Memory memory = Memory.of(function);
        Set<Memory.ArrayClass> read = elementsRead(function, memory);
        Set<Memory.ArrayClass> few = FewElements.of(function, memory);
        TreeSet<Integer> written = new TreeSet<>();
        TreeSet<Integer> readAgain = new TreeSet<>();
        for (int i = 0; i < function.params().size(); i++) {
            Value param = function.params().get(i);
            if (param.type() instanceof ArrayType && memory.isWrittenAnywhere(param)) {
                written.add(i);
            } else if (param.type() instanceof ArrayType
                    && memory.levels(param).stream().anyMatch(read::contains)
                    && !few.contains(memory.classOf(param))) {
                readAgain.add(i);
            }
        }
        return new Effects(written, readAgain, resultAliases(function, memory), movesRows(function, memory));
    }

    /** The classes of arrays that anything is read from, and so may be read again by a pullback. */
    private static Set<Memory.ArrayClass> elementsRead(Function function, Memory memory) {
        Set<Memory.ArrayClass> read = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node node : Node.all(function.body())) {
            if (node instanceof Node.Load load) {
                read.add(memory.classOf(load.array()));
            } else if (node instanceof Node.Bulk
                    || node instanceof Node.Call
                    || (node instanceof Node.Opaque opaque && !opaque.isNullCheck())) {
                node.operands().stream()
                        .filter(operand -> operand.type() instanceof ArrayType)
                        .forEach(operand -> read.addAll(memory.levels(operand)));
            }
        }
        return read;
    }

    private static boolean movesRows(Function function, Memory memory) {
        for (Node node : Node.all(function.body())) {
            if (node instanceof Node.Call call && call.callee().effects().movesRows()) {
                return true;
            }
            Value target = rowTarget(node);
            if (target != null && target.type().differentiable() && memory.isParameter(memory.classOf(target))) {
                return true;
            }
        }
        return false;
    }

    /** The array of arrays whose rows a node replaces. */
    private static @Nullable Value rowTarget(Node node) {
        Value target = null;
        if (node instanceof Node.Store store) {
            target = store.array();
        } else if (node instanceof Node.Bulk bulk && bulk.result() == null) {
            target = bulk.operands().get(bulk.kind() == Node.BulkKind.ARRAYCOPY ? 2 : 0);
        }
        return target != null && ((ArrayType) target.type()).element() instanceof ArrayType ? target : null;
    }

    private static List<Integer> resultAliases(Function function, Memory memory) {
        return function.body().yields().stream()
                .map(result -> resultAlias(result, function, memory))
                .toList();
    }

    private static int resultAlias(Value result, Function function, Memory memory) {
        if (!(result.type() instanceof ArrayType)) {
            return Effects.FRESH;
        } else if (function.params().contains(result)) {
            return function.params().indexOf(result);
        }
        boolean shared = mayBeArgument(result, memory)
                || function.body().yields().stream()
                        .filter(other -> other != result && other.type() instanceof ArrayType)
                        .flatMap(other -> memory.levels(other).stream())
                        .anyMatch(memory.levels(result)::contains)
                || Collections.frequency(function.body().yields(), result) > 1;
        return shared ? Effects.UNKNOWN : Effects.FRESH;
    }

    private static boolean mayBeArgument(Value result, Memory memory) {
        Memory.ArrayClass at = memory.classOf(result);
        boolean shared = memory.isParameter(at) || memory.isForeign(at);
        for (Type type = ((ArrayType) result.type()).element();
                type instanceof ArrayType inner;
                type = inner.element()) {
            at = memory.rowsOf(at);
            shared |= memory.isParameter(at) || memory.isForeign(at);
        }
        return shared;
    }

    private static Function link(Function function, Map<Key, Effects> known) {
        return new Function(function.signature(), function.params(), link(function.body(), known));
    }

    private static Region link(Region region, Map<Key, Effects> known) {
        return new Region(region.nodes().stream().map(node -> link(node, known)).toList(), region.yields());
    }

    private static Node link(Node node, Map<Key, Effects> known) {
        if (node instanceof Node.Call call) {
            Callee callee = call.callee();
            Effects effects = known.get(new Key(callee.owner(), callee.name(), callee.parameters()));
            return effects == null || !callee.isDifferentiated()
                    ? call
                    : new Node.Call(call.results(), callee.with(effects), call.operands(), call.origin());
        }
        if (node instanceof Node.If n) {
            return new Node.If(
                    n.results(), n.condition(), link(n.then(), known), link(n.otherwise(), known), n.origin());
        }
        if (node instanceof Node.Protected n) {
            return new Node.Protected(n.results(), n.lock(), link(n.body(), known), link(n.last(), known), n.origin());
        }
        if (node instanceof Node.Loop n) {
            return new Node.Loop(
                    n.results(),
                    n.inits(),
                    n.params(),
                    n.counter(),
                    n.exits(),
                    link(n.condition(), known),
                    link(n.body(), known),
                    n.origin());
        }
        return node;
    }
}
