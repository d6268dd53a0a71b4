package dev.pullback.processor.emit;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * The names in use in a part of the generated code. A name that is taken, here or further out, or that Java wants for itself, gets a digit:
 * {@code sBar}, {@code sBar2}, {@code sBar3}.
 */
final class NameScope {

    private final @Nullable NameScope outer;
    private final Set<String> taken = new LinkedHashSet<>();

    NameScope() {
        this(null);
    }

    private NameScope(@Nullable NameScope outer) {
        this.outer = outer;
    }

    /** A scope inside this one: it sees the names of this one, and its own are free again after it. */
    NameScope child() {
        return new NameScope(this);
    }

    /** The names of this scope and of those around it. */
    Set<String> names() {
        Set<String> names = outer == null ? new LinkedHashSet<>() : outer.names();
        names.addAll(taken);
        return names;
    }

    /** Takes a name as it is. */
    void reserve(String name) {
        taken.add(name);
    }

    /** Takes the first free name for a hint. */
    String fresh(String hint) {
        return fresh(hint, Set.of());
    }

    /** Takes the first free name for a hint that is not among the given ones either. */
    String fresh(String hint, Set<String> avoided) {
        String name = hint;
        for (int i = 2; !isFree(name) || avoided.contains(name); i++) {
            name = hint + i;
        }
        taken.add(name);
        return name;
    }

    private boolean isFree(String name) {
        for (NameScope scope = this; scope != null; scope = scope.outer) {
            if (scope.taken.contains(name)) {
                return false;
            }
        }
        return !SourceVersion.isKeyword(name, SourceVersion.RELEASE_17) && !name.equals("yield");
    }
}
