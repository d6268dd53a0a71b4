package dev.pullback.processor.emit;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.transform.ForwardDerivative;
import dev.pullback.processor.transform.FusedDerivative;
import dev.pullback.processor.transform.Packing;
import dev.pullback.processor.transform.ReverseDerivative;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Methods of a class {@code example.Model} with derivatives that were made by hand. */
final class Samples {

    static final ArrayType DOUBLES = new ArrayType(Scalar.DOUBLE);
    static final ArrayType FLOATS = new ArrayType(Scalar.FLOAT);
    static final ArrayType MATRIX = new ArrayType(DOUBLES);

    private Samples() {}

    static Signature signature(String name, Type result, Signature.Parameter... parameters) {
        return new Signature(
                "example",
                List.of("Model"),
                name,
                Signature.Visibility.PUBLIC,
                List.of(parameters),
                result,
                List.of(),
                false,
                1,
                false,
                Origin.NONE);
    }

    static Signature.Parameter active(Type type, String name) {
        return new Signature.Parameter(name, type, false);
    }

    static Signature.Parameter constant(Type type, String name) {
        return new Signature.Parameter(name, type, true);
    }

    static Signature varargs(Signature s) {
        return new Signature(
                s.packageName(),
                s.classNames(),
                s.name(),
                s.visibility(),
                s.parameters(),
                s.result(),
                s.thrown(),
                true,
                s.order(),
                s.overloaded(),
                s.origin());
    }

    static Signature throwing(Signature s, String... thrown) {
        return new Signature(
                s.packageName(),
                s.classNames(),
                s.name(),
                s.visibility(),
                s.parameters(),
                s.result(),
                List.of(thrown),
                s.varargs(),
                s.order(),
                s.overloaded(),
                s.origin());
    }

    static Signature overloaded(Signature s) {
        return new Signature(
                s.packageName(),
                s.classNames(),
                s.name(),
                Signature.Visibility.PACKAGE,
                s.parameters(),
                s.result(),
                s.thrown(),
                s.varargs(),
                s.order(),
                true,
                s.origin());
    }

    static Effects effects(List<Integer> written, int resultAlias) {
        return new Effects(new TreeSet<>(written), new TreeSet<>(), resultAlias);
    }

    /** {@code double f(double a, double b) { return a * b; }}, with the parameters' names. */
    static Derived product(String name, String a, String b, boolean onDemand) {
        Signature signature = signature(name, Scalar.DOUBLE, active(Scalar.DOUBLE, a), active(Scalar.DOUBLE, b));
        List<Value> p = params(signature);
        Value x = p.get(0);
        Value y = p.get(1);
        Block forward = block();
        Value product = forward.op(Primitive.MUL, x, y);
        Value seed = new Value(Scalar.DOUBLE, "resultBar");
        Block reverse = block();
        Value xBar = reverse.op(Primitive.MUL, seed, y);
        Value yBar = reverse.op(Primitive.MUL, seed, x);
        Block jvp = block();
        Value xDot = new Value(Scalar.DOUBLE, a + "Dot");
        Value yDot = new Value(Scalar.DOUBLE, b + "Dot");
        Value value = jvp.op(Primitive.MUL, x, y);
        Value tangent = jvp.op(Primitive.ADD, jvp.op(Primitive.MUL, xDot, y), jvp.op(Primitive.MUL, x, yDot));
        Function primal = new Function(signature, p, forward.yielding(List.of(product)));
        return new Derived(
                primal,
                onDemand,
                new ForwardDerivative(primal, p, List.of(xDot, yDot), jvp.yielding(List.of(value, tangent))),
                new ReverseDerivative(
                        primal,
                        p,
                        primal.body(),
                        Optional.of(seed),
                        List.of(),
                        reverse.yielding(List.of(xBar, yBar)),
                        List.of(x, y),
                        effects(List.of(), Effects.FRESH)),
                fusedProduct(primal, p));
    }

    private static FusedDerivative fusedProduct(Function primal, List<Value> p) {
        Block fused = block();
        Value value = fused.op(Primitive.MUL, p.get(0), p.get(1));
        return new FusedDerivative(primal, p, List.of(), fused.yielding(List.of(value, p.get(1), p.get(0))));
    }

    /** {@code float square(float x) { return x * x; }}, or of double. */
    static Derived square(Scalar type) {
        Signature signature = signature("square", type, active(type, "x"));
        List<Value> p = params(signature);
        Value x = p.get(0);
        Block forward = block();
        Value square = forward.op(Primitive.MUL, x, x);
        Value seed = new Value(type, "resultBar");
        Block reverse = block();
        Value xBar = reverse.op(Primitive.MUL, reverse.op(Primitive.ADD, x, x), seed);
        Block jvp = block();
        Value xDot = new Value(type, "xDot");
        Value value = jvp.op(Primitive.MUL, x, x);
        Value tangent = jvp.op(Primitive.MUL, jvp.op(Primitive.ADD, x, x), xDot);
        Function primal = new Function(signature, p, forward.yielding(List.of(square)));
        return new Derived(
                primal,
                false,
                new ForwardDerivative(primal, p, List.of(xDot), jvp.yielding(List.of(value, tangent))),
                new ReverseDerivative(
                        primal,
                        p,
                        primal.body(),
                        Optional.of(seed),
                        List.of(),
                        reverse.yielding(List.of(xBar)),
                        List.of(x),
                        effects(List.of(), Effects.FRESH)),
                null);
    }

    /** {@code double dot(double[] w, double[] x)}: only read, one loop, fused if asked for. */
    static Derived dot(Signature signature, boolean fused) {
        List<Value> p = params(signature);
        Value w = p.get(0);
        Value x = p.get(1);
        boolean both = signature.parameters().get(1).active();
        Block forward = block();
        Value n = forward.length(w);
        Value sum = dotLoop(forward, n, w, x);
        Function primal = new Function(signature, p, forward.yielding(List.of(sum)));

        Value seed = new Value(Scalar.DOUBLE, "resultBar");
        List<Value> shadows = shadows(signature);
        Block reverse = block();
        dotReverse(reverse, n, w, x, seed, shadows);

        Block jvp = block();
        Value length = jvp.length(w);
        List<Value> tangents = tangents(signature);
        Value value = dotLoop(jvp, length, w, x);
        Value tangent = dotLoop(jvp, length, tangents.get(0), x);
        if (both) {
            tangent = jvp.op(Primitive.ADD, tangent, dotLoop(jvp, length, w, tangents.get(1)));
        }

        Block together = block();
        Value size = together.length(w);
        Value one = together.number(Scalar.DOUBLE, 1);
        Value result = dotLoop(together, size, w, x);
        List<Value> targets = shadows(signature);
        dotReverse(together, size, w, x, one, targets);
        return new Derived(
                primal,
                false,
                new ForwardDerivative(primal, p, tangents, jvp.yielding(List.of(value, tangent))),
                new ReverseDerivative(
                        primal,
                        p,
                        primal.body(),
                        Optional.of(seed),
                        shadows,
                        reverse.yielding(List.of()),
                        both ? List.of(w, x, n) : List.of(x, n),
                        effects(List.of(), Effects.FRESH)),
                fused ? new FusedDerivative(primal, p, targets, together.yielding(List.of(result))) : null);
    }

    private static Value dotLoop(Block block, Value n, Value a, Value b) {
        Value zero = block.constant(0);
        Value start = block.number(Scalar.DOUBLE, 0);
        Value i = new Value(Scalar.INT, "i");
        Value sum = new Value(Scalar.DOUBLE, "sum");
        Block condition = block.child();
        Value again = condition.op(Primitive.LT, i, n);
        Block body = block.child();
        Value next = body.op(
                "sum",
                Primitive.ADD,
                Scalar.DOUBLE,
                List.of(sum, body.op(Primitive.MUL, body.load("", a, i), body.load("", b, i))));
        Value result = sum.fresh();
        block.append(new Node.Loop(
                List.of(i.fresh(), result),
                List.of(zero, start),
                List.of(i, sum),
                Optional.of(new Node.Counter(1)),
                false,
                condition.yielding(List.of(again)),
                body.yielding(List.of(next)),
                Origin.NONE));
        return result;
    }

    private static void dotReverse(Block block, Value n, Value w, Value x, Value seed, List<Value> shadows) {
        block.countUp("i", block.constant(0), n, (body, i) -> {
            addTo(body, shadows.get(0), i, body.op(Primitive.MUL, body.load("", x, i), seed));
            if (shadows.size() > 1) {
                addTo(body, shadows.get(1), i, body.op(Primitive.MUL, body.load("", w, i), seed));
            }
        });
    }

    private static void addTo(Block block, Value shadow, Value i, Value contribution) {
        block.store(shadow, i, block.op(Primitive.ADD, block.load("", shadow, i), contribution));
    }

    /** {@code void scale(double a, double[] y) { for (i) y[i] *= a; }}. */
    static Derived scale() {
        Signature signature = signature("scale", Callee.VOID, active(Scalar.DOUBLE, "a"), active(DOUBLES, "y"));
        List<Value> p = params(signature);
        Value a = p.get(0);
        Value y = p.get(1);
        Block forward = block();
        Value tape = new Value(DOUBLES, "yTape");
        forward.append(new Node.Bulk(tape, Node.BulkKind.CLONE, List.of(y), Origin.NONE));
        Value n = forward.length(y);
        forward.countUp(
                "i",
                forward.constant(0),
                n,
                (body, i) -> body.store(y, i, body.op(Primitive.MUL, body.load("", y, i), a)));
        Function primal = new Function(signature, p, forward.yielding(List.of()));

        List<Value> shadows = shadows(signature);
        Value yBar = shadows.get(0);
        Block reverse = block();
        Value zero = reverse.constant(0);
        Value start = reverse.number(Scalar.DOUBLE, 0);
        Value i = new Value(Scalar.INT, "i");
        Value aBar = new Value(Scalar.DOUBLE, "aBar");
        Block condition = reverse.child();
        Value again = condition.op(Primitive.LT, i, n);
        Block body = reverse.child();
        Value bar = body.load("", yBar, i);
        Value next = body.op(
                "aBar",
                Primitive.ADD,
                Scalar.DOUBLE,
                List.of(aBar, body.op(Primitive.MUL, bar, body.load("", tape, i))));
        body.store(yBar, i, body.op(Primitive.MUL, bar, a));
        Value result = aBar.fresh();
        reverse.append(new Node.Loop(
                List.of(i.fresh(), result),
                List.of(zero, start),
                List.of(i, aBar),
                Optional.of(new Node.Counter(1)),
                false,
                condition.yielding(List.of(again)),
                body.yielding(List.of(next)),
                Origin.NONE));

        List<Value> tangents = tangents(signature);
        Block jvp = block();
        jvp.countUp("i", jvp.constant(0), jvp.length(y), (b, k) -> {
            Value old = b.load("", y, k);
            Value left = b.op(Primitive.MUL, b.load("", tangents.get(1), k), a);
            b.store(tangents.get(1), k, b.op(Primitive.ADD, left, b.op(Primitive.MUL, old, tangents.get(0))));
            b.store(y, k, b.op(Primitive.MUL, old, a));
        });
        return new Derived(
                primal,
                false,
                new ForwardDerivative(primal, p, tangents, jvp.yielding(List.of())),
                new ReverseDerivative(
                        primal,
                        p,
                        primal.body(),
                        Optional.empty(),
                        shadows,
                        reverse.yielding(List.of(result)),
                        List.of(a, tape, n),
                        effects(List.of(1), Effects.FRESH)),
                null);
    }

    /** {@code T[] squares(T[] x)}: the first m squares, in a new array. */
    static Derived squares(Scalar type) {
        ArrayType array = new ArrayType(type);
        Signature signature = signature("squares", array, active(array, "x"), constant(Scalar.INT, "m"));
        List<Value> p = params(signature);
        Value x = p.get(0);
        Value m = p.get(1);
        Block forward = block();
        Value result = forward.newArray("y", array, List.of(m));
        forward.countUp("i", forward.constant(0), m, (body, i) -> {
            Value at = body.load("", x, body.op(Primitive.REM, i, body.length(x)));
            body.store(result, i, body.op(Primitive.MUL, at, at));
        });
        Function primal = new Function(signature, p, forward.yielding(List.of(result)));
        Value seed = new Value(array, "resultBar");
        List<Value> shadows = shadows(signature);
        Block reverse = block();
        reverse.countUp("i", reverse.constant(0), m, (body, i) -> {
            Value index = body.op(Primitive.REM, i, body.length(x));
            Value at = body.load("", x, index);
            addTo(
                    body,
                    shadows.get(0),
                    index,
                    body.op(Primitive.MUL, body.op(Primitive.ADD, at, at), body.load("", seed, i)));
        });
        List<Value> tangents = tangents(signature);
        Block jvp = block();
        Value value = jvp.newArray("y", array, List.of(m));
        Value tangent = jvp.newArray("yDot", array, List.of(m));
        jvp.countUp("i", jvp.constant(0), m, (body, i) -> {
            Value index = body.op(Primitive.REM, i, body.length(x));
            Value at = body.load("", x, index);
            body.store(value, i, body.op(Primitive.MUL, at, at));
            Value dot = body.load("", tangents.get(0), index);
            body.store(tangent, i, body.op(Primitive.MUL, body.op(Primitive.ADD, at, at), dot));
        });
        return new Derived(
                primal,
                false,
                new ForwardDerivative(primal, p, tangents, jvp.yielding(List.of(value, tangent))),
                new ReverseDerivative(
                        primal,
                        p,
                        primal.body(),
                        Optional.of(seed),
                        shadows,
                        reverse.yielding(List.of()),
                        List.of(x, m),
                        effects(List.of(), Effects.FRESH)),
                null);
    }

    /** {@code double power(double x)}: many products, each of which crosses to the reverse sweep. */
    static Derived manyCrossing(int count) {
        Signature signature = signature("power", Scalar.DOUBLE, active(Scalar.DOUBLE, "x"));
        List<Value> p = params(signature);
        Value x = p.get(0);
        Block forward = block();
        List<Value> crossing = new ArrayList<>();
        Value product = x;
        for (int i = 0; i < count; i++) {
            crossing.add(product);
            product = forward.op("p", Primitive.MUL, Scalar.DOUBLE, List.of(product, x));
        }
        Function primal = new Function(signature, p, forward.yielding(List.of(product)));
        Value seed = new Value(Scalar.DOUBLE, "resultBar");
        Block reverse = block();
        Value bar = seed;
        Value xBar = reverse.number(Scalar.DOUBLE, 0);
        for (int i = count - 1; i >= 0; i--) {
            xBar = reverse.op(Primitive.ADD, xBar, reverse.op(Primitive.MUL, bar, crossing.get(i)));
            bar = reverse.op(Primitive.MUL, bar, x);
        }
        xBar = reverse.op(Primitive.ADD, xBar, bar);
        Block jvp = block();
        Value xDot = new Value(Scalar.DOUBLE, "xDot");
        Value value = x;
        Value tangent = xDot;
        for (int i = 0; i < count; i++) {
            Value left = jvp.op(Primitive.MUL, tangent, x);
            tangent = jvp.op(Primitive.ADD, left, jvp.op(Primitive.MUL, value, xDot));
            value = jvp.op(Primitive.MUL, value, x);
        }
        return new Derived(
                primal,
                false,
                new ForwardDerivative(primal, p, List.of(xDot), jvp.yielding(List.of(value, tangent))),
                Packing.of(new ReverseDerivative(
                        primal,
                        p,
                        primal.body(),
                        Optional.of(seed),
                        List.of(),
                        reverse.yielding(List.of(xBar)),
                        crossing,
                        effects(List.of(), Effects.FRESH))),
                null);
    }

    /** {@code double first(double[][] m) { return 1; }}: nothing tells the shape of its parameter but the parameter. */
    static Derived one(Type type, Effects effects) {
        Signature signature = signature("one", Scalar.DOUBLE, active(type, "m"));
        List<Value> p = params(signature);
        Block forward = block();
        Value one = forward.number(Scalar.DOUBLE, 1);
        Function primal = new Function(signature, p, forward.yielding(List.of(one)));
        Block jvp = block();
        Value value = jvp.number(Scalar.DOUBLE, 1);
        Value tangent = jvp.number(Scalar.DOUBLE, 0);
        return new Derived(
                primal,
                false,
                new ForwardDerivative(primal, p, tangents(signature), jvp.yielding(List.of(value, tangent))),
                new ReverseDerivative(
                        primal,
                        p,
                        primal.body(),
                        Optional.of(new Value(Scalar.DOUBLE, "resultBar")),
                        shadows(signature),
                        Region.EMPTY,
                        List.of(),
                        effects),
                null);
    }

    /** {@code double affine(double a, double[] x, double b) { return a * x[0] + b; }}. */
    static Derived affine(boolean fused) {
        Signature signature = signature(
                "affine", Scalar.DOUBLE, active(Scalar.DOUBLE, "a"), active(DOUBLES, "x"), active(Scalar.DOUBLE, "b"));
        List<Value> p = params(signature);
        Value a = p.get(0);
        Block forward = block();
        Value first = forward.load("first", p.get(1), forward.constant(0));
        Value sum = forward.op(Primitive.ADD, forward.op(Primitive.MUL, a, first), p.get(2));
        Function primal = new Function(signature, p, forward.yielding(List.of(sum)));
        Value seed = new Value(Scalar.DOUBLE, "resultBar");
        List<Value> shadows = shadows(signature);
        Block reverse = block();
        addTo(reverse, shadows.get(0), reverse.constant(0), reverse.op(Primitive.MUL, seed, a));
        Value aBar = reverse.op(Primitive.MUL, seed, first);
        Block jvp = block();
        Value zero = jvp.constant(0);
        Value at = jvp.load("", p.get(1), zero);
        List<Value> dots = tangents(signature);
        Value value = jvp.op(Primitive.ADD, jvp.op(Primitive.MUL, a, at), p.get(2));
        Value left = jvp.op(Primitive.MUL, dots.get(0), at);
        Value right = jvp.op(Primitive.MUL, a, jvp.load("", dots.get(1), zero));
        Value tangent = jvp.op(Primitive.ADD, jvp.op(Primitive.ADD, left, right), dots.get(2));
        Block both = block();
        Value index = both.constant(0);
        Value load = both.load("first", p.get(1), index);
        Value result = both.op(Primitive.ADD, both.op(Primitive.MUL, a, load), p.get(2));
        List<Value> targets = shadows(signature);
        addTo(both, targets.get(0), index, a);
        Value one = both.number(Scalar.DOUBLE, 1);
        return new Derived(
                primal,
                false,
                new ForwardDerivative(primal, p, dots, jvp.yielding(List.of(value, tangent))),
                new ReverseDerivative(
                        primal,
                        p,
                        primal.body(),
                        Optional.of(seed),
                        shadows,
                        reverse.yielding(List.of(aBar, seed)),
                        List.of(a, first),
                        effects(List.of(), Effects.FRESH)),
                fused ? new FusedDerivative(primal, p, targets, both.yielding(List.of(result, load, one))) : null);
    }

    /** {@code T twice(T... y) { y[0] *= 2; return ...; }}: writes, and returns the element or twice the element in a new array. */
    static Derived twice(Type result) {
        Signature signature = signature("twice", result, active(DOUBLES, "y"));
        List<Value> p = params(signature);
        Value y = p.get(0);
        Block forward = block();
        Value doubled = doubled(forward, y);
        Value returned = result == Scalar.DOUBLE ? doubled : pair(forward, doubled);
        Function primal = new Function(signature, p, forward.yielding(List.of(returned)));
        Value seed = new Value(result, "resultBar");
        List<Value> shadows = shadows(signature);
        Block reverse = block();
        Value zero = reverse.constant(0);
        Value contribution = result == Scalar.DOUBLE
                ? seed
                : reverse.op(Primitive.ADD, reverse.load("", seed, zero), reverse.load("", seed, reverse.constant(1)));
        addTo(reverse, shadows.get(0), zero, contribution);
        doubled(reverse, shadows.get(0));
        Block jvp = block();
        List<Value> dots = tangents(signature);
        Value value = doubled(jvp, y);
        Value tangent = doubled(jvp, dots.get(0));
        List<Value> yields =
                result == Scalar.DOUBLE ? List.of(value, tangent) : List.of(pair(jvp, value), pair(jvp, tangent));
        return new Derived(
                primal,
                false,
                new ForwardDerivative(primal, p, dots, jvp.yielding(yields)),
                new ReverseDerivative(
                        primal,
                        p,
                        primal.body(),
                        Optional.of(seed),
                        shadows,
                        reverse.yielding(List.of()),
                        List.of(),
                        effects(List.of(0), Effects.FRESH)),
                null);
    }

    private static Value doubled(Block block, Value array) {
        Value zero = block.constant(0);
        Value at = block.load("", array, zero);
        Value doubled = block.op(Primitive.ADD, at, at);
        block.store(array, zero, doubled);
        return doubled;
    }

    private static Value pair(Block block, Value element) {
        Value pair = block.newArray("pair", DOUBLES, List.of(block.constant(2)));
        block.store(pair, block.constant(0), element);
        block.store(pair, block.constant(1), element);
        return pair;
    }

    private static List<Value> params(Signature signature) {
        return signature.parameters().stream()
                .map(p -> new Value(p.type(), p.name()))
                .toList();
    }

    private static List<Value> shadows(Signature signature) {
        return signature.parameters().stream()
                .filter(p -> p.active() && p.type().isArray())
                .map(p -> new Value(p.type(), p.name() + "Bar"))
                .toList();
    }

    private static List<Value> tangents(Signature signature) {
        return signature.parameters().stream()
                .filter(Signature.Parameter::active)
                .map(p -> new Value(p.type(), p.name() + "Dot"))
                .toList();
    }

    private static Block block() {
        return new Block(Origin.NONE);
    }
}
