package dev.pullback.processor.ir;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Checks the invariants of the IR: every value is defined once and before it is read, in a region that encloses the reader; regions
 * yield what their owners expect; types fit.
 */
public final class Verifier {

    private final Set<Value> defined = Collections.newSetFromMap(new IdentityHashMap<>());

    private Verifier() {}

    /** @throws IllegalStateException naming the first violation */
    public static void verify(Function function) {
        verify(function.params(), function.body());
    }

    /** @throws IllegalStateException naming the first violation */
    public static void verify(List<Value> inScope, Region region) {
        Verifier verifier = new Verifier();
        Set<Value> scope = Collections.newSetFromMap(new IdentityHashMap<>());
        inScope.forEach(value -> verifier.define(value, scope));
        verifier.region(region, scope);
    }

    private void region(Region region, Set<Value> outer) {
        Set<Value> scope = Collections.newSetFromMap(new IdentityHashMap<>());
        scope.addAll(outer);
        for (Node node : region.nodes()) {
            node.operands().forEach(operand -> read(operand, scope, node));
            node(node, scope);
            node.results().forEach(result -> define(result, scope));
        }
        for (Value value : region.yields()) {
            check(scope.contains(value), () -> "yield of " + value + ", which is not in scope");
        }
    }

    private void node(Node node, Set<Value> scope) {
        if (node instanceof Node.If n) {
            check(n.condition().type() == Scalar.BOOLEAN, () -> "if on " + n.condition());
            for (Region branch : n.regions()) {
                fits(n.results(), branch.yields(), "branch");
                region(branch, scope);
            }
        } else if (node instanceof Node.Protected n) {
            check(n.results().size() >= n.body().yields().size(), () -> "results of " + n);
            fits(n.bodyResults(), n.body().yields(), "body");
            fits(n.lastResults(), n.last().yields(), "last");
            n.regions().forEach(inner -> region(inner, scope));
        } else if (node instanceof Node.Loop n) {
            fits(n.params(), n.inits(), "inits");
            fits(n.params(), n.results(), "results");
            Set<Value> inside = Collections.newSetFromMap(new IdentityHashMap<>());
            inside.addAll(scope);
            n.params().forEach(param -> define(param, inside));
            check(n.condition().yields().size() == 1, () -> "a loop's condition yields one boolean");
            region(n.condition(), inside);
            int from = n.exits() ? 1 : 0;
            check(
                    n.body().yields().size() == from + n.params().size() - n.carriedFrom(),
                    () -> "yields of a loop's body");
            fits(
                    n.params().subList(n.carriedFrom(), n.params().size()),
                    n.body().yields().subList(from, n.body().yields().size()),
                    "next");
            region(n.body(), inside);
        } else if (node instanceof Node.Op n && n.operator() instanceof Primitive p) {
            primitive(n, p);
        } else if (node instanceof Node.Store n && n.array().type() instanceof ArrayType array) {
            check(same(array.element(), n.value().type()), () -> "store of " + n.value() + " into " + n.array());
        } else if (node instanceof Node.Opaque n) {
            check(n.pieces().size() == n.operands().size() + 1, () -> "pieces of " + n);
        }
    }

    private static void primitive(Node.Op node, Primitive operator) {
        boolean unary = operator == Primitive.NEG
                || operator == Primitive.NOT
                || operator == Primitive.COMPLEMENT
                || operator == Primitive.CAST;
        check(node.operands().size() == (unary ? 1 : 2), () -> "operands of " + node);
        boolean shift = operator == Primitive.SHL || operator == Primitive.SHR || operator == Primitive.USHR;
        if (operator.isComparison() || operator == Primitive.NOT) {
            check(node.result().type() == Scalar.BOOLEAN, () -> "type of " + node);
        } else if (operator != Primitive.CAST) {
            check(node.result().type() == node.operands().get(0).type(), () -> "type of " + node);
        }
        if (!unary && !shift && node.operands().get(0).type() instanceof Scalar) {
            check(node.operands().get(0).type() == node.operands().get(1).type(), () -> "operand types of " + node);
        }
    }

    private static void fits(List<Value> expected, List<Value> actual, String what) {
        check(expected.size() == actual.size(), () -> what + ": " + actual + " for " + expected);
        for (int i = 0; i < expected.size(); i++) {
            Value wanted = expected.get(i);
            Value given = actual.get(i);
            check(same(wanted.type(), given.type()), () -> what + ": " + given + " for " + wanted);
        }
    }

    private static boolean same(Type a, Type b) {
        return a.equals(b) || (!(a instanceof Scalar) && !(b instanceof Scalar) && !(a.isArray() && b.isArray()));
    }

    private void read(Value value, Set<Value> scope, Node node) {
        check(scope.contains(value), () -> "read of " + value + ", which is not in scope, in " + node);
    }

    private void define(Value value, Set<Value> scope) {
        check(defined.add(value), () -> "second definition of " + value);
        scope.add(value);
    }

    /** The message is made only where it is needed: the text of a node contains all that it owns. */
    private static void check(boolean holds, Supplier<String> message) {
        if (!holds) {
            throw new IllegalStateException(message.get());
        }
    }
}
