package dev.pullback.processor.lower;

import dev.pullback.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** The variables that are in scope, by javac's own elements, so that equal names in sibling blocks never meet. */
final class Scope {

    private final List<Local> declared = new ArrayList<>();
    private final Map<Element, Local> byElement = new HashMap<>();

    Local declare(Element variable, Type type) {
        Local local = declare(variable.getSimpleName().toString(), type);
        byElement.put(variable, local);
        return local;
    }

    /** A variable that the user's source does not have. */
    Local declare(String name, Type type) {
        Local local = new Local(name, type, declared.size());
        declared.add(local);
        return local;
    }

    @Nullable
    Local find(Element variable) {
        Local local = byElement.get(variable);
        boolean there = local != null && local.index() < declared.size() && declared.get(local.index()) == local;
        return there ? local : null;
    }

    int size() {
        return declared.size();
    }

    /** Leaves the scope of all but the first {@code size} variables. */
    void leaveTo(int size) {
        declared.subList(size, declared.size()).clear();
    }

    List<Local> all() {
        return List.copyOf(declared);
    }
}
