package dev.pullback.processor.optimise;

import static dev.pullback.processor.optimise.Sample.block;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LoopInvariantsTest {

    private final Sample in = new Sample();
    private final Block block = block();

    private void check(List<Value> yields, String expected) {
        in.check(LoopInvariants::of, block, yields, expected);
    }

    @Test
    void movesWhatIsExpensiveAndWhatItNeedsOutOfAllLoops() {
        block.countUp(
                "i",
                in.n,
                in.m,
                (outer, i) -> outer.countUp("j", in.n, i, (inner, j) -> {
                    Value real = inner.cast(Scalar.DOUBLE, in.n);
                    Value exponential = inner.math("exp", inner.op(Primitive.MUL, real, in.x));
                    Value index = inner.op(Primitive.MUL, in.n, in.m);
                    Value ofOuter = inner.math("sin", inner.cast(Scalar.DOUBLE, i));
                    inner.store(in.a, index, inner.op(Primitive.ADD, exponential, ofOuter));
                }));
        check(List.of(), """
                %0:double = CAST %1n
                %2:double = MUL %0, %3x
                %4:double = java.lang.Math.exp %2
                %5i:int = loop step 1 %1n as %6i:int
                {
                  %7:boolean = LT %6i, %8m
                  yield %7
                }
                {
                  %9:double = CAST %6i
                  %10:double = java.lang.Math.sin %9
                  %11:double = ADD %4, %10
                  %12j:int = loop step 1 %1n as %13j:int
                  {
                    %14:boolean = LT %13j, %6i
                    yield %14
                  }
                  {
                    %15:int = MUL %1n, %8m
                    store %16a, %15, %11
                    yield\s
                  }
                  yield\s
                }
                yield\s
                """);
    }

    @Test
    void leavesBranchesLoadsAndWhatCanThrowInPlace() {
        block.countUp("i", in.n, in.m, (body, i) -> {
            Value loaded = body.load("", in.a, in.n);
            Value quotient = body.cast(Scalar.DOUBLE, body.op(Primitive.DIV, in.n, in.m));
            Block then = body.child();
            Value exponential = then.math("exp", in.x);
            then.store(in.b, i, exponential);
            Sample.branch(body, in.p, then.yielding(List.of()), body.child().yielding(List.of()));
            body.store(in.a, i, body.op(Primitive.MUL, loaded, quotient));
        });
        check(List.of(), """
                %0i:int = loop step 1 %1n as %2i:int
                {
                  %3:boolean = LT %2i, %4m
                  yield %3
                }
                {
                  %5:double = load %6a, %1n
                  %7:int = DIV %1n, %4m
                  %8:double = CAST %7
                  if %9p
                  {
                    %10:double = java.lang.Math.exp %11x
                    store %12b, %2i, %10
                    yield\s
                  }
                  {
                    yield\s
                  }
                  %13:double = MUL %5, %8
                  store %6a, %2i, %13
                  yield\s
                }
                yield\s
                """);
    }

    @Test
    void movesALengthThatTheConditionReadsFirst() {
        Value s = Sample.local(Scalar.DOUBLE, "s");
        Block condition = block.child();
        Value length = condition.cast(Scalar.DOUBLE, condition.length(in.a));
        Value element = condition.load("", in.a, in.n);
        Value late = condition.cast(Scalar.DOUBLE, condition.length(in.b));
        Value bound = condition.op(Primitive.ADD, element, condition.op(Primitive.ADD, length, late));
        Value again = condition.op(Primitive.LT, s, bound);
        Block body = block.child();
        Value next = body.op(Primitive.ADD, s, in.y);
        List<Value> results = Sample.loop(
                block, List.of(in.x), List.of(s), condition.yielding(List.of(again)), body.yielding(List.of(next)));
        check(results, """
                %0:int = length %1a
                %2s:double = loop %3x as %4s:double
                {
                  %5:double = CAST %0
                  %6:double = load %1a, %7n
                  %8:int = length %9b
                  %10:double = CAST %8
                  %11:double = ADD %5, %10
                  %12:double = ADD %6, %11
                  %13:boolean = LT %4s, %12
                  yield %13
                }
                {
                  %14:double = ADD %4s, %15y
                  yield %14
                }
                yield %2s
                """);
    }
}
