package dev.pullback.processor.random;

import java.util.ArrayList;
import java.util.List;

/** What can be named at a place of a method: variables, methods to call, labels to jump to. */
final class Names {
    /** A local or a parameter. */
    record Variable(String type, String name, boolean assignable) {}

    /** A method that can be called; it may refuse two arguments that are one array. */
    record Callee(String result, String name, List<String> parameters) {}

    final List<Variable> variables = new ArrayList<>();
    final List<Callee> callees = new ArrayList<>();
    final List<String> labels = new ArrayList<>();
    private int names;

    String fresh(String prefix) {
        return prefix + names++;
    }

    void add(String type, String name, boolean assignable) {
        variables.add(new Variable(type, name, assignable));
    }

    List<String> readable(String type) {
        return variables.stream()
                .filter(v -> v.type().equals(type))
                .map(Variable::name)
                .toList();
    }

    List<String> assignable(String type) {
        return variables.stream()
                .filter(v -> v.type().equals(type) && v.assignable())
                .map(Variable::name)
                .toList();
    }

    List<Callee> calleesOf(String result) {
        return callees.stream().filter(c -> c.result().equals(result)).toList();
    }

    /** Forgets the variables that were declared since there were this many. */
    void leave(int variablesBefore) {
        variables.subList(variablesBefore, variables.size()).clear();
    }
}
