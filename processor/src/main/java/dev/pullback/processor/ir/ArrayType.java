package dev.pullback.processor.ir;

/** An array type. */
public record ArrayType(Type element) implements Type {

    @Override
    public boolean differentiable() {
        return element.differentiable();
    }

    @Override
    public String java() {
        return element.java() + "[]";
    }

    /** How many index operations lead to a scalar or an object. */
    public int rank() {
        return element instanceof ArrayType inner ? inner.rank() + 1 : 1;
    }

    /** What is left when all indices are given. */
    public Type leaf() {
        return element instanceof ArrayType inner ? inner.leaf() : element;
    }
}
