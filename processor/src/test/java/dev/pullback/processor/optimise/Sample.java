package dev.pullback.processor.optimise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Printer;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.ir.Verifier;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Small programs for the tests of the passes: values to start from, the nodes that {@link Block} has no method for, and checks. */
final class Sample {

    static final Type DOUBLES = new ArrayType(Scalar.DOUBLE);

    final Value x = new Value(Scalar.DOUBLE, "x");
    final Value y = new Value(Scalar.DOUBLE, "y");
    final Value n = new Value(Scalar.INT, "n");
    final Value m = new Value(Scalar.INT, "m");
    final Value p = new Value(Scalar.BOOLEAN, "p");
    final Value q = new Value(Scalar.BOOLEAN, "q");
    final Value a = new Value(DOUBLES, "a");
    final Value b = new Value(DOUBLES, "b");

    List<Value> inputs() {
        return List.of(x, y, n, m, p, q, a, b);
    }

    /** Asserts what a pass makes of a region over {@link #inputs}. */
    void check(UnaryOperator<Region> pass, Block block, List<Value> yields, String expected) {
        Region region = block.yielding(yields);
        Verifier.verify(inputs(), region);
        Region now = pass.apply(region);
        Verifier.verify(inputs(), now);
        assertEquals(expected, Printer.print(now));
    }

    static Block block() {
        return new Block(Origin.NONE);
    }

    static Value local(Type type, String name) {
        return new Value(type, name);
    }

    static Value branch(Block block, Value condition, String name, Region then, Region otherwise) {
        Value result = new Value(then.yields().get(0).type(), name);
        block.append(new Node.If(List.of(result), condition, then, otherwise, Origin.NONE));
        return result;
    }

    static void branch(Block block, Value condition, Region then, Region otherwise) {
        block.append(new Node.If(List.of(), condition, then, otherwise, Origin.NONE));
    }

    /** A loop without counter and exit; the results have the names of the parameters. */
    static List<Value> loop(Block block, List<Value> inits, List<Value> params, Region condition, Region body) {
        List<Value> results = params.stream().map(Value::fresh).toList();
        block.append(new Node.Loop(results, inits, params, Optional.empty(), false, condition, body, Origin.NONE));
        return results;
    }

    static Value opaque(Block block, Type type, String text) {
        Value result = new Value(type, "");
        block.append(new Node.Opaque(result, List.of(text), List.of(), Origin.NONE));
        return result;
    }

    static Region throwing(Block block, List<Value> yields) {
        Value exception = opaque(block, new ObjectType("java.lang.Exception"), "bad()");
        block.append(new Node.Throw(exception, Origin.NONE));
        return block.yielding(yields);
    }

    static Function function(String name, List<Value> params, Region body, Signature.Parameter... parameters) {
        List<Signature.Parameter> declared = parameters.length > 0
                ? List.of(parameters)
                : params.stream()
                        .map(param -> new Signature.Parameter(param.name(), param.type(), false))
                        .toList();
        Type result =
                body.yields().isEmpty() ? Callee.VOID : body.yields().get(0).type();
        return new Function(
                new Signature(
                        "sample",
                        List.of("Outer", "Model"),
                        name,
                        Signature.Visibility.PUBLIC,
                        declared,
                        result,
                        List.of(),
                        false,
                        1,
                        false,
                        Origin.NONE),
                params,
                body);
    }
}
