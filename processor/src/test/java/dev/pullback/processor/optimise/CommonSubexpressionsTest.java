package dev.pullback.processor.optimise;

import static dev.pullback.processor.optimise.Sample.block;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Target;
import dev.pullback.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CommonSubexpressionsTest {

    private final Sample in = new Sample();
    private final Block block = block();

    private void check(List<Value> yields, String expected) {
        in.check(region -> CommonSubexpressions.of(region, Policy.PRIMAL), block, yields, expected);
    }

    @Test
    void reusesPureOperationsAndEqualLiterals() {
        Value first = block.op(Primitive.MUL, block.math("sin", in.x), block.constant(Scalar.DOUBLE, 2.0));
        Value second = block.op(Primitive.MUL, block.constant(Scalar.DOUBLE, 2.0), block.math("sin", in.x));
        Value other = block.op(Primitive.SUB, in.x, in.y);
        Value notCommutative = block.op(Primitive.SUB, in.y, in.x);
        check(List.of(first, second, other, notCommutative), """
                %0:double = java.lang.Math.sin %1x
                %2:double = const 2.0
                %3:double = MUL %0, %2
                %4:double = SUB %1x, %5y
                %6:double = SUB %5y, %1x
                yield %3, %3, %4, %6
                """);
    }

    @Test
    void tellsZerosAndTypesApart() {
        Value zero = block.op(Primitive.ADD, in.x, block.constant(Scalar.DOUBLE, 0.0));
        Value minusZero = block.op(Primitive.ADD, in.x, block.constant(Scalar.DOUBLE, -0.0));
        Value real = block.cast(Scalar.DOUBLE, in.n);
        Value single = block.cast(Scalar.FLOAT, in.n);
        check(List.of(zero, minusZero, real, single), """
                %0:double = const 0.0
                %1:double = ADD %2x, %0
                %3:double = const -0.0
                %4:double = ADD %2x, %3
                %5:double = CAST %6n
                %7:float = CAST %6n
                yield %1, %4, %5, %7
                """);
    }

    @Test
    void doesNotTurnALiteralIntoAVariable() {
        Value named = Sample.local(Scalar.DOUBLE, "k");
        block.append(new Node.Const(named, 2.0, Origin.NONE));
        Value scaled = block.op(Primitive.MUL, in.x, block.constant(Scalar.DOUBLE, 2.0));
        Value alsoScaled = block.op(Primitive.MUL, in.x, named);
        check(List.of(scaled, alsoScaled), """
                %0k:double = const 2.0
                %1:double = const 2.0
                %2:double = MUL %3x, %1
                yield %2, %2
                """);
    }

    @Test
    void neverMergesRandomNumbersNewArraysOrCallsThatReadMemory() {
        Value r1 = block.op("", dev.pullback.processor.ir.Intrinsic.math("random"), Scalar.DOUBLE, List.of());
        Value r2 = block.op("", dev.pullback.processor.ir.Intrinsic.math("random"), Scalar.DOUBLE, List.of());
        Value v1 = block.newArray("", Sample.DOUBLES, List.of(in.n));
        Value v2 = block.newArray("", Sample.DOUBLES, List.of(in.n));
        Target sum = Target.ofStatic("sample.S", "sum");
        Value s1 = block.invoke("", Scalar.DOUBLE, sum, true, List.of(in.a));
        Value s2 = block.invoke("", Scalar.DOUBLE, sum, true, List.of(in.a));
        Value f1 = block.invoke("", Scalar.DOUBLE, sum, true, List.of(in.x));
        Value f2 = block.invoke("", Scalar.DOUBLE, sum, true, List.of(in.x));
        check(List.of(r1, r2, v1, v2, s1, s2, f1, f2), """
                %0:double = java.lang.Math.random
                %1:double = java.lang.Math.random
                %2:double[] = newarray %3n
                %4:double[] = newarray %3n
                %5:double = invoke sample.S.sum %6a
                %7:double = invoke sample.S.sum %6a
                %8:double = invoke sample.S.sum %9x
                yield %0, %1, %2, %4, %5, %7, %8, %8
                """);
    }

    @Test
    void reusesInsideOfBranchesButNotFromThem() {
        Value sine = block.math("sin", in.x);
        Block then = block.child();
        Value again = then.math("sin", in.x);
        Value cosine = then.math("cos", again);
        Block otherwise = block.child();
        Value alsoCosine = otherwise.math("cos", sine);
        Value result = Sample.branch(
                block, in.p, "r", then.yielding(List.of(cosine)), otherwise.yielding(List.of(alsoCosine)));
        Value after = block.math("cos", sine);
        check(List.of(result, after), """
                %0:double = java.lang.Math.sin %1x
                %2r:double = if %3p
                {
                  %4:double = java.lang.Math.cos %0
                  yield %4
                }
                {
                  %5:double = java.lang.Math.cos %0
                  yield %5
                }
                %6:double = java.lang.Math.cos %0
                yield %2r, %6
                """);
    }

    @Test
    void reusesAnElementUntilOneOfItsTypeIsWritten() {
        Value first = block.load("", in.a, in.n);
        Value second = block.load("", in.a, in.n);
        block.store(in.b, in.m, in.x);
        Value third = block.load("", in.a, in.n);
        Value stored = block.load("", in.b, in.m);
        check(List.of(first, second, third, stored), """
                %0:double = load %1a, %2n
                store %3b, %4m, %5x
                %6:double = load %1a, %2n
                yield %0, %0, %6, %5x
                """);
    }

    @Test
    void forgetsElementsAtUnknownEffects() {
        Value first = block.load("", in.a, in.n);
        Sample.opaque(block, Scalar.INT, "next()");
        Value second = block.load("", in.a, in.n);
        check(List.of(first, second), """
                %0:double = load %1a, %2n
                %3:int = opaque `next()`
                %4:double = load %1a, %2n
                yield %0, %4
                """);
    }

    @Test
    void forgetsElementsThatABranchMayWrite() {
        Value first = block.load("", in.a, in.n);
        Block then = block.child();
        then.store(in.b, in.n, in.x);
        Block otherwise = block.child();
        Value inside = otherwise.load("", in.a, in.n);
        otherwise.append(new Node.Opaque(null, List.of("use(", ")"), List.of(inside), Origin.NONE));
        Sample.branch(block, in.p, then.yielding(List.of()), otherwise.yielding(List.of()));
        Value second = block.load("", in.a, in.n);
        check(List.of(first, second), """
                %0:double = load %1a, %2n
                if %3p
                {
                  store %4b, %2n, %5x
                  yield\s
                }
                {
                  opaque `use($)` %0
                  yield\s
                }
                %6:double = load %1a, %2n
                yield %0, %6
                """);
    }

    @Test
    void knowsThatAnEarlierIterationMayHaveWritten() {
        Value before = block.load("", in.a, in.n);
        block.countUp("i", in.n, in.m, (body, i) -> {
            Value inside = body.load("", in.a, in.n);
            body.store(in.a, i, inside);
        });
        Value after = block.load("", in.a, in.n);
        check(List.of(before, after), """
                %0:double = load %1a, %2n
                %3i:int = loop step 1 %2n as %4i:int
                {
                  %5:boolean = LT %4i, %6m
                  yield %5
                }
                {
                  %7:double = load %1a, %2n
                  store %1a, %4i, %7
                  yield\s
                }
                %8:double = load %1a, %2n
                yield %0, %8
                """);
    }

    @Test
    void letsThePrimalReuseOnlyThePrimal() {
        Value derivative = block.op(Primitive.MUL, in.x, in.y);
        Value primal = block.op(Primitive.MUL, in.x, in.y);
        Value later = block.op(Primitive.MUL, in.x, in.y);
        in.check(
                region -> CommonSubexpressions.of(region, Policy.mixed(List.of(primal))),
                block,
                List.of(derivative, primal, later),
                """
                %0:double = MUL %1x, %2y
                %3:double = MUL %1x, %2y
                yield %0, %3, %3
                """);
    }

    @Test
    void keepsTheFirstOfTwoThatThrow() {
        Value first = block.op(Primitive.DIV, in.n, in.m);
        Block then = block.child();
        Value second = then.op(Primitive.DIV, in.n, in.m);
        Value result =
                Sample.branch(block, in.p, "r", then.yielding(List.of(second)), new Region(List.of(), List.of(in.n)));
        check(List.of(first, result), """
                %0:int = DIV %1n, %2m
                %3r:int = if %4p
                {
                  yield %0
                }
                {
                  yield %1n
                }
                yield %0, %3r
                """);
    }
}
