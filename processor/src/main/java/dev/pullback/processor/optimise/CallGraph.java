package dev.pullback.processor.optimise;

import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which of the given methods call which, leaving out all others. */
final class CallGraph {

    /**
     * What identifies a method.
     *
     * @param owner fully qualified name of its class, nested classes by dots
     */
    record Method(String owner, String name, List<Type> parameters) {

        static Method of(Signature signature) {
            Stream<String> packageName = Stream.of(signature.packageName()).filter(name -> !name.isEmpty());
            String owner = String.join(
                    ".",
                    Stream.concat(packageName, signature.classNames().stream()).toList());
            List<Type> parameters = signature.parameters().stream()
                    .map(Signature.Parameter::type)
                    .toList();
            return new Method(owner, signature.name(), parameters);
        }

        static Method of(Callee callee) {
            return new Method(callee.owner(), callee.name(), callee.parameters());
        }
    }

    private final Map<Method, Function> functions = new LinkedHashMap<>();
    private final Map<Method, Set<Method>> callees = new LinkedHashMap<>();
    private final Map<Method, Set<Method>> callers = new LinkedHashMap<>();

    private CallGraph() {}

    static CallGraph of(List<Function> functions) {
        CallGraph graph = new CallGraph();
        functions.forEach(function -> graph.functions.put(Method.of(function.signature()), function));
        graph.functions.forEach(graph::addCalls);
        return graph;
    }

    private void addCalls(Method caller, Function function) {
        for (Node node : Node.all(function.body())) {
            if (node instanceof Node.Call call
                    && call.callee().isDifferentiated()
                    && functions.containsKey(Method.of(call.callee()))) {
                link(callees, caller, Method.of(call.callee()));
                link(callers, Method.of(call.callee()), caller);
            }
        }
    }

    private static void link(Map<Method, Set<Method>> edges, Method from, Method to) {
        edges.computeIfAbsent(from, any -> new LinkedHashSet<>()).add(to);
    }

    /** All methods; each but the recursive ones comes after those that it calls. */
    List<Function> calleesFirst() {
        List<Method> leavesFirst = sorted(callees, callers);
        List<Method> rootsFirst = sorted(callers, callees);
        Set<Method> order = new LinkedHashSet<>(leavesFirst);
        Set<Method> last = new LinkedHashSet<>(rootsFirst);
        functions.keySet().stream().filter(method -> !last.contains(method)).forEach(order::add);
        Collections.reverse(rootsFirst);
        order.addAll(rootsFirst);
        return order.stream().map(functions::get).toList();
    }

    /** The methods that may call themselves, directly or not: those on a way from a cycle to a cycle. */
    Set<Method> recursive() {
        Set<Method> rest = new LinkedHashSet<>(functions.keySet());
        sorted(callees, callers).forEach(rest::remove);
        sorted(callers, callees).forEach(rest::remove);
        return rest;
    }

    /** Those methods that lead to no cycle, each after those that it leads to. */
    private List<Method> sorted(Map<Method, Set<Method>> edges, Map<Method, Set<Method>> reversed) {
        Map<Method, Integer> open = new HashMap<>();
        Deque<Method> ready = new ArrayDeque<>();
        for (Method method : functions.keySet()) {
            open.put(method, of(edges, method).size());
            if (of(edges, method).isEmpty()) {
                ready.add(method);
            }
        }
        List<Method> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            Method done = ready.remove();
            sorted.add(done);
            for (Method next : of(reversed, done)) {
                if (open.merge(next, -1, Integer::sum) == 0) {
                    ready.add(next);
                }
            }
        }
        return sorted;
    }

    private static Set<Method> of(Map<Method, Set<Method>> edges, Method method) {
        return edges.getOrDefault(method, Set.of());
    }
}
