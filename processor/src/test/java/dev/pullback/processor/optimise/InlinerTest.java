package dev.pullback.processor.optimise;

import static dev.pullback.processor.optimise.Sample.block;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Printer;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class InlinerTest {

    private final Value x = Sample.local(Scalar.DOUBLE, "x");

    private static Value call(Block block, String name, Value... operands) {
        Value result = Sample.local(Scalar.DOUBLE, "r");
        List<Type> types = List.of(operands).stream().map(Value::type).toList();
        Effects effects = new Effects(new TreeSet<>(), new TreeSet<>(), Effects.FRESH);
        Callee callee = new Callee(
                "sample.Outer.Model",
                "sample.Outer_ModelGrad",
                name,
                types,
                types.stream().map(type -> true).toList(),
                Scalar.DOUBLE,
                "",
                "",
                "",
                types.stream().map(type -> "p").toList(),
                effects);
        block.append(new Node.Call(result, callee, List.of(operands), block.origin()));
        return result;
    }

    private static Function square() {
        Value z = Sample.local(Scalar.DOUBLE, "z");
        Block block = block();
        Value square = block.op(Primitive.MUL, z, z);
        return Sample.function("square", List.of(z), block.yielding(List.of(square)));
    }

    private static String inlined(int index, Function... functions) {
        List<Function> now = Inliner.of(List.of(functions));
        now.forEach(Verifier::verify);
        return Printer.print(now.get(index));
    }

    @Test
    void putsTheBodyInPlaceOfEachCall() {
        Block block = block();
        Value sum = block.op(Primitive.ADD, call(block, "square", x), call(block, "square", x));
        Function caller = Sample.function("f", List.of(x), block.yielding(List.of(sum)));
        assertEquals("""
                f(%0x:double)
                  %1r:double = MUL %0x, %0x
                  %2r:double = MUL %0x, %0x
                  %3:double = ADD %1r, %2r
                  yield %3
                """, inlined(0, caller, square()));
    }

    @Test
    void inlinesThroughSeveralLevelsAndInsideOfLoops() {
        Value z = Sample.local(Scalar.DOUBLE, "z");
        Block middle = block();
        Value fourth = call(middle, "square", call(middle, "square", z));
        Function callee = Sample.function("fourth", List.of(z), middle.yielding(List.of(fourth)));
        Value n = Sample.local(Scalar.INT, "n");
        Value a = Sample.local(Sample.DOUBLES, "a");
        Block block = block();
        block.countUp("i", n, n, (body, i) -> body.store(a, i, call(body, "fourth", x)));
        Function caller = Sample.function("f", List.of(x, n, a), block.yielding(List.of()));
        assertEquals("""
                f(%0x:double, %1n:int, %2a:double[])
                  %3i:int = loop step 1 %1n as %4i:int
                  {
                    %5:boolean = LT %4i, %1n
                    yield %5
                  }
                  {
                    %6r:double = MUL %0x, %0x
                    %7r:double = MUL %6r, %6r
                    store %2a, %4i, %7r
                    yield\s
                  }
                  yield\s
                """, inlined(0, caller, callee, square()));
    }

    @Test
    void leavesNothingAfterACalleeThatAlwaysThrows() {
        Value z = Sample.local(Scalar.DOUBLE, "z");
        Block body = block();
        Value none = body.constant(Scalar.DOUBLE, 0.0);
        Function callee = Sample.function("fail", List.of(z), Sample.throwing(body, List.of(none)));
        Block block = block();
        Value sum = block.op(Primitive.ADD, call(block, "fail", x), x);
        Function caller = Sample.function("f", List.of(x), block.yielding(List.of(sum)));
        assertEquals("""
                f(%0x:double)
                  %1r:double = const 0.0
                  %2:java.lang.Exception = opaque `bad()`
                  %3:double = const 0.0
                  throw %2
                  yield %3
                """, inlined(0, caller, callee));
    }

    @Test
    void leavesRecursionAlone() {
        Block even = block();
        Function first = Sample.function("even", List.of(x), even.yielding(List.of(call(even, "odd", x))));
        Value z = Sample.local(Scalar.DOUBLE, "z");
        Block odd = block();
        Function second = Sample.function("odd", List.of(z), odd.yielding(List.of(call(odd, "even", z))));
        Value y = Sample.local(Scalar.DOUBLE, "y");
        Block block = block();
        Function caller = Sample.function("f", List.of(y), block.yielding(List.of(call(block, "even", y))));
        assertEquals("""
                f(%0y:double)
                  %1r:double = call sample.Outer.Model.even %0y
                  yield %1r
                """, inlined(0, caller, first, second));
    }

    @Test
    void keepsTheCutOfAConstantParameter() {
        Value z = Sample.local(Scalar.DOUBLE, "z");
        Function callee = Sample.function(
                "frozen",
                List.of(z),
                new Region(List.of(), List.of(z)),
                new Signature.Parameter("z", Scalar.DOUBLE, true));
        Block block = block();
        Function caller = Sample.function("f", List.of(x), block.yielding(List.of(call(block, "frozen", x))));
        assertEquals("""
                f(%0x:double)
                  %1r:double = call sample.Outer.Model.frozen %0x
                  yield %1r
                """, inlined(0, caller, callee));
    }

    @Test
    void growsTheClassByAtMostItsOwnSizeAndAFloorForEachMethod() {
        List<Function> functions = new ArrayList<>();
        Value first = Sample.local(Scalar.DOUBLE, "x");
        Block leaf = block();
        Value sum = first;
        for (int i = 0; i < 20; i++) {
            sum = leaf.math("sin", sum);
        }
        functions.add(Sample.function("f0", List.of(first), leaf.yielding(List.of(sum))));
        for (int level = 1; level < 30; level++) {
            Value param = Sample.local(Scalar.DOUBLE, "x");
            Block block = block();
            Value result = param;
            for (int i = 0; i < 5; i++) {
                result = call(block, "f" + (level - 1), result);
            }
            functions.add(Sample.function("f" + level, List.of(param), block.yielding(List.of(result))));
        }
        long size = Inliner.of(functions).stream()
                .mapToLong(function -> Node.all(function.body()).size())
                .sum();
        assertTrue(size <= 30 * (2 * 20 + 60), "nodes: " + size);
    }
}
