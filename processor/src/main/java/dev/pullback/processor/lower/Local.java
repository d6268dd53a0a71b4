package dev.pullback.processor.lower;

import dev.pullback.processor.ir.Type;

/**
 * A variable whose versions are values: a local variable or parameter of the method, or one that lowering makes up (the method's result, the
 * value of a switch expression). Compared by identity.
 */
final class Local {

    private final String name;
    private final Type type;
    private final int index;

    /** @param index how many variables were in scope when this one was declared */
    Local(String name, Type type, int index) {
        this.name = name;
        this.type = type;
        this.index = index;
    }

    String name() {
        return name;
    }

    Type type() {
        return type;
    }

    int index() {
        return index;
    }

    @Override
    public String toString() {
        return name + ":" + type.java();
    }
}
