package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import dev.pullback.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the bodies of small methods of the same class in place of their calls.
 *
 * <p>A method grows to at most twice its size, but for a floor that lets short methods call short ones. A call that would exceed that
 * stays, and so do calls of methods that are recursive, directly or not, and of those with a parameter that is {@code @Constant}: its cut
 * of the derivative would be lost.
 */
public final class Inliner {

    /** How many nodes, without literals, a method may have to be put in place of a call. */
    private static final int LARGEST_CALLEE = 60;

    /** By how many nodes even a short method may grow. */
    private static final int FLOOR = 60;

    private record Body(Function function, int size) {}

    private final Map<CallGraph.Method, Body> callees;
    private final Rewriter rewriter = new Rewriter();
    private int budget;

    private Inliner(Map<CallGraph.Method, Body> callees, int budget) {
        this.callees = callees;
        this.budget = budget;
    }

    /** @return as many functions, in the same order */
    public static List<Function> of(List<Function> functions) {
        CallGraph calls = CallGraph.of(functions);
        Set<CallGraph.Method> recursive = calls.recursive();
        Map<CallGraph.Method, Body> callees = new HashMap<>();
        Map<CallGraph.Method, Function> inlined = new HashMap<>();
        for (Function function : calls.calleesFirst()) {
            CallGraph.Method method = CallGraph.Method.of(function.signature());
            Inliner inliner = new Inliner(callees, Math.max(FLOOR, size(function.body())));
            Function now = new Function(function.signature(), function.params(), inliner.region(function.body()));
            inlined.put(method, now);
            Body body = new Body(now, size(now.body()));
            if (body.size() <= LARGEST_CALLEE && !recursive.contains(method) && !cutsDerivatives(function)) {
                callees.put(method, body);
            }
        }
        return functions.stream()
                .map(function -> inlined.getOrDefault(CallGraph.Method.of(function.signature()), function))
                .toList();
    }

    private static boolean cutsDerivatives(Function function) {
        return function.signature().parameters().stream()
                .anyMatch(parameter -> parameter.type().differentiable() && !parameter.active());
    }

    private static int size(Region region) {
        return (int) Node.all(region).stream()
                .filter(node -> !(node instanceof Node.Const))
                .count();
    }

    private Region region(Region region) {
        Steps out = new Steps();
        region.nodes().forEach(node -> node(node, out));
        return out.yielding(rewriter.of(region.yields()));
    }

    private void node(Node node, Steps out) {
        if (node instanceof Node.Loop loop) {
            // A condition writes nothing, so that it calls nothing either.
            out.add(rewriter.with(loop, List.of(rewriter.rewrite(loop.condition()), region(loop.body()))));
        } else if (node instanceof Node.Call call) {
            call((Node.Call) rewriter.rewrite(call), out);
        } else {
            out.add(rewriter.with(
                    node, node.regions().stream().map(this::region).toList()));
        }
    }

    private void call(Node.Call call, Steps out) {
        Body callee = callees.get(CallGraph.Method.of(call.callee()));
        if (callee == null || !call.callee().isDifferentiated() || callee.size() > budget) {
            out.add(call);
            return;
        }
        budget -= callee.size();
        Rewriter copy = new Rewriter();
        Function function = callee.function();
        for (int i = 0; i < function.params().size(); i++) {
            copy.replace(function.params().get(i), call.operands().get(i));
        }
        Region body = copy.copy(function.body());
        Region now = body;
        for (int k = 0; k < call.results().size(); k++) {
            now = named(call, k, now);
        }
        now.nodes().forEach(out::add);
    }

    /** The body such that what it yields at an index is that result; a temporary takes the name that the caller gives to it. */
    private Region named(Node.Call call, int index, Region body) {
        Value result = call.results().get(index);
        Value yielded = body.yields().get(index);
        boolean free = !call.results().contains(yielded);
        if (free && yielded.name().isEmpty() && isDefined(yielded, body)) {
            return new Rewriter().replace(yielded, result).rewrite(body);
        }
        rewriter.replace(result, yielded);
        return body;
    }

    private static boolean isDefined(Value value, Region body) {
        return body.nodes().stream().anyMatch(node -> node.results().contains(value));
    }
}
