package dev.pullback.processor.optimise;

import static dev.pullback.processor.optimise.Sample.block;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Printer;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.ir.Verifier;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class OptimiserTest {

    private final Sample in = new Sample();

    @Test
    void tellsWhatHasBecomeOfKeptValues() {
        Block block = block();
        Value sine = block.math("sin", in.x);
        Value again = block.math("sin", in.x);
        Value unread = block.math("cos", in.x);
        Value sum = block.op(Primitive.ADD, unread, sine);
        Optimiser.Kept kept = Optimiser.forwardSweep(block.yielding(List.of(in.y)), List.of(again, in.n));
        Verifier.verify(in.inputs(), kept.region());
        assertEquals(List.of(sine, in.n), kept.kept());
        assertEquals("""
                %0:double = java.lang.Math.sin %1x
                yield %2y
                """, Printer.print(kept.region()));
        assertEquals(0, Uses.of(kept.region()).count(sum));
    }

    @Test
    void turnsAWhileLoopWithAFlagIntoACountedLoop() {
        Block block = block();
        Value i = Sample.local(Scalar.INT, "i");
        Value done = Sample.local(Scalar.BOOLEAN, "done");
        Value s = Sample.local(Scalar.DOUBLE, "s");
        Value no = block.constant(false);
        Block condition = block.child();
        Value more = condition.op(Primitive.LT, i, condition.length(in.a));
        Value again = condition.op(Primitive.AND, more, condition.op(Primitive.NOT, done));
        Block body = block.child();
        Value next = body.op(Primitive.ADD, s, body.op(Primitive.MUL, body.math("exp", in.x), body.load("", in.a, i)));
        Value nextI = body.op(Primitive.ADD, i, body.constant(1));
        List<Value> results = Sample.loop(
                block,
                List.of(in.n, no, in.y),
                List.of(i, done, s),
                condition.yielding(List.of(again)),
                body.yielding(List.of(nextI, done, next)));
        Region now = Optimiser.forwardSweep(block.yielding(List.of(results.get(2))), List.of())
                .region();
        Verifier.verify(in.inputs(), now);
        assertEquals("""
                %0:int = length %1a
                %2:double = java.lang.Math.exp %3x
                %4i:int, %5s:double = loop step 1 %6n, %7y as %8i:int, %9s:double
                {
                  %10:boolean = LT %8i, %0
                  yield %10
                }
                {
                  %11:double = load %1a, %8i
                  %12:double = MUL %2, %11
                  %13:double = ADD %9s, %12
                  yield %13
                }
                yield %5s
                """, Printer.print(now));
    }

    /** Time of this thread, so that a busy machine does not fail the test; a pass that is quadratic takes minutes. */
    @Test
    void takesTimeInProportionToTheProgram() {
        Block block = block();
        List<Value> values = new ArrayList<>(List.of(in.x, in.y));
        for (int i = 0; i < 20_000; i++) {
            Value a = values.get(i);
            Value b = values.get(i + 1);
            block.store(in.a, in.n, a);
            values.add(block.op(Primitive.ADD, a, block.op(Primitive.MUL, b, block.load("", in.b, in.m))));
        }
        Region region = block.yielding(List.of(values.get(values.size() - 1)));
        Function function = Sample.function("f", in.inputs(), region);
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        Region now = Optimiser.primal(List.of(function)).get(0).body();
        long seconds = TimeUnit.NANOSECONDS.toSeconds(clock.getCurrentThreadCpuTime() - start);
        assertTrue(Node.all(now).size() <= Node.all(region).size());
        assertTrue(seconds < 20, "seconds: " + seconds);
    }
}
