package dev.pullback.processor.optimise;

import static dev.pullback.processor.optimise.Sample.block;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CountersTest {

    private final Sample in = new Sample();
    private final Block block = block();
    private final Value s = Sample.local(Scalar.DOUBLE, "s");
    private final Value i = Sample.local(Scalar.INT, "i");
    private final Block condition = block.child();
    private final Block body = block.child();

    private List<Value> loop(Value again, Value nextS, Value nextI) {
        return Sample.loop(
                block,
                List.of(in.x, in.n),
                List.of(s, i),
                condition.yielding(List.of(again)),
                body.yielding(List.of(nextS, nextI)));
    }

    private void check(List<Value> yields, String expected) {
        in.check(Counters::of, block, yields, expected);
    }

    @Test
    void recognisesAVariableThatOnlyCounts() {
        Value again = condition.op(Primitive.GT, i, in.m);
        Value nextI = body.op(Primitive.SUB, i, body.constant(2));
        Value nextS = body.op(Primitive.MUL, s, in.y);
        check(loop(again, nextS, nextI), """
                %0i:int, %1s:double = loop step -2 %2n, %3x as %4i:int, %5s:double
                {
                  %6:boolean = GT %4i, %7m
                  yield %6
                }
                {
                  %8:int = const 2
                  %9:int = SUB %4i, %8
                  %10:double = MUL %5s, %11y
                  yield %10
                }
                yield %1s, %0i
                """);
    }

    @Test
    void leavesAVariableThatTheConditionDoesNotRead() {
        Value again = condition.op(Primitive.GT, s, in.y);
        Value nextI = body.op(Primitive.ADD, i, body.constant(1));
        Value nextS = body.op(Primitive.MUL, s, in.y);
        check(loop(again, nextS, nextI), """
                %0s:double, %1i:int = loop %2x, %3n as %4s:double, %5i:int
                {
                  %6:boolean = GT %4s, %7y
                  yield %6
                }
                {
                  %8:int = const 1
                  %9:int = ADD %5i, %8
                  %10:double = MUL %4s, %7y
                  yield %10, %9
                }
                yield %0s, %1i
                """);
    }

    @Test
    void leavesAVariableThatCountsOnSomeWaysOnly() {
        Value again = condition.op(Primitive.LT, i, in.m);
        Block then = body.child();
        Value more = then.op(Primitive.ADD, i, then.constant(1));
        Value nextI = Sample.branch(
                body, in.p, "i", then.yielding(List.of(more)), body.child().yielding(List.of(i)));
        check(loop(again, s, nextI), """
                %0s:double, %1i:int = loop %2x, %3n as %4s:double, %5i:int
                {
                  %6:boolean = LT %5i, %7m
                  yield %6
                }
                {
                  %8i:int = if %9p
                  {
                    %10:int = const 1
                    %11:int = ADD %5i, %10
                    yield %11
                  }
                  {
                    yield %5i
                  }
                  yield %4s, %8i
                }
                yield %0s, %1i
                """);
    }
}
