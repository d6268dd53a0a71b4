package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Type;

/** A Java local, or what is given: a parameter or a field. Compared by identity. */
final class Variable {

    final Type type;
    /** What it would like to be called. */
    final String hint;
    /** Whether the hint is the user's own name, or a name that goes with it. */
    final boolean named;

    private String name = "";

    Variable(Type type, String hint, boolean named) {
        this.type = type;
        this.hint = hint;
        this.named = named;
    }

    void call(String chosen) {
        name = chosen;
    }

    /** Empty until it is declared. */
    String name() {
        return name;
    }
}
