package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Names of variables that could be taken for a class, {@code double Math}: where they stand, classes are written with their packages. */
final class Obscured {

    private Obscured() {}

    static String[] names(Collection<Derived> methods) {
        TreeSet<String> names = new TreeSet<>();
        for (Derived method : methods) {
            List<Value> values = new ArrayList<>(method.primal().params());
            for (Node node : Node.all(method.primal().body())) {
                values.addAll(node.results());
            }
            values.stream()
                    .map(Value::name)
                    .filter(name -> !name.isEmpty() && Character.isUpperCase(name.charAt(0)))
                    .forEach(names::add);
        }
        return names.toArray(String[]::new);
    }
}
