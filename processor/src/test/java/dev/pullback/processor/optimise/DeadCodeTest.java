package dev.pullback.processor.optimise;

import static dev.pullback.processor.optimise.Sample.block;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Target;
import dev.pullback.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DeadCodeTest {

    private final Sample in = new Sample();
    private final Block block = block();

    private void check(Policy policy, List<Value> yields, String expected) {
        in.check(region -> DeadCode.of(region, Set.of(), policy), block, yields, expected);
    }

    /** One of each node that can throw, none of them read. */
    private void throwing() {
        block.load("", in.a, in.n);
        block.length(in.a);
        block.op(Primitive.DIV, in.n, in.m);
        block.op(Primitive.REM, in.n, block.constant(0));
        block.op("", Intrinsic.math("addExact"), Scalar.INT, List.of(in.n, in.m));
        block.op("", Intrinsic.math("floorMod"), Scalar.INT, List.of(in.n, in.m));
        Value made = block.newArray("", Sample.DOUBLES, List.of(in.n));
        Value copy = Sample.local(Sample.DOUBLES, "");
        block.append(new Node.Bulk(copy, Node.BulkKind.CLONE, List.of(in.a), Origin.NONE));
        block.length(made);
        block.op(Primitive.DIV, in.n, block.constant(2));
        block.op(Primitive.DIV, in.x, in.y);
        block.math("sqrt", in.x);
        block.invoke("", Scalar.DOUBLE, Target.ofStatic("sample.S", "f"), true, List.of(in.a));
    }

    @Test
    void keepsWhatCanThrowInThePrimal() {
        throwing();
        check(Policy.PRIMAL, List.of(), """
                %0:double = load %1a, %2n
                %3:int = length %1a
                %4:int = DIV %2n, %5m
                %6:int = const 0
                %7:int = REM %2n, %6
                %8:int = java.lang.Math.addExact %2n, %5m
                %9:int = java.lang.Math.floorMod %2n, %5m
                %10:double[] = newarray %2n
                %11:double[] = clone %1a
                yield\s
                """);
    }

    @Test
    void dropsWhatCanOnlyThrowInDerivatives() {
        throwing();
        check(Policy.DERIVATIVE, List.of(), "yield \n");
    }

    @Test
    void keepsEffectsEverywhere() {
        block.store(in.a, in.n, in.x);
        Sample.opaque(block, Scalar.INT, "next()");
        block.invoke(Target.ofStatic("sample.S", "g"), List.of(in.a));
        block.op("", Intrinsic.math("random"), Scalar.DOUBLE, List.of());
        Sample.branch(block, in.p, Sample.throwing(block.child(), List.of()), new Region(List.of(), List.of()));
        check(Policy.DERIVATIVE, List.of(), """
                store %0a, %1n, %2x
                %3:int = opaque `next()`
                invoke sample.S.g %0a
                %4:double = java.lang.Math.random
                if %5p
                {
                  %6:java.lang.Exception = opaque `bad()`
                  throw %6
                  yield\s
                }
                {
                  yield\s
                }
                yield\s
                """);
    }

    @Test
    void dropsUnreadResultsOfBranchesAndWhatTheyNeed() {
        Value unread = Sample.local(Scalar.DOUBLE, "u");
        Value read = Sample.local(Scalar.DOUBLE, "r");
        Value outside = block.math("exp", in.y);
        Block then = block.child();
        Value sine = then.math("sin", in.x);
        Value cosine = then.math("cos", outside);
        block.append(new Node.If(
                List.of(unread, read),
                in.p,
                then.yielding(List.of(cosine, sine)),
                new Region(List.of(), List.of(in.x, in.y)),
                Origin.NONE));
        check(Policy.PRIMAL, List.of(read), """
                %0r:double = if %1p
                {
                  %2:double = java.lang.Math.sin %3x
                  yield %2
                }
                {
                  yield %4y
                }
                yield %0r
                """);
    }

    /** Sums s, and t that feeds itself only. */
    private List<Value> sums(Optional<Node.Counter> counter, Primitive comparison) {
        Value i = Sample.local(Scalar.INT, "i");
        Value s = Sample.local(Scalar.DOUBLE, "s");
        Value t = Sample.local(Scalar.DOUBLE, "t");
        Block condition = block.child();
        Value again = condition.op(comparison, i, in.m);
        Block body = block.child();
        Value nextI = body.op(Primitive.ADD, i, body.constant(1));
        Value nextT = body.op(Primitive.MUL, t, body.math("sin", in.x));
        Value nextS = body.op(Primitive.ADD, s, in.y);
        List<Value> results = List.of(i.fresh(), s.fresh(), t.fresh());
        block.append(new Node.Loop(
                results,
                List.of(in.n, in.x, in.y),
                List.of(i, s, t),
                counter,
                false,
                condition.yielding(List.of(again)),
                body.yielding(counter.isPresent() ? List.of(nextS, nextT) : List.of(nextI, nextS, nextT)),
                Origin.NONE));
        return results;
    }

    @Test
    void dropsLoopVariablesThatFeedOnlyThemselves() {
        List<Value> results = sums(Optional.empty(), Primitive.LT);
        check(Policy.PRIMAL, List.of(results.get(1)), """
                %0i:int, %1s:double = loop %2n, %3x as %4i:int, %5s:double
                {
                  %6:boolean = LT %4i, %7m
                  yield %6
                }
                {
                  %8:int = const 1
                  %9:int = ADD %4i, %8
                  %10:double = ADD %5s, %11y
                  yield %9, %10
                }
                yield %1s
                """);
    }

    @Test
    void dropsALoopWithoutEffectThatCertainlyEnds() {
        sums(Optional.of(new Node.Counter(1)), Primitive.LT);
        check(Policy.PRIMAL, List.of(), "yield \n");
    }

    @Test
    void keepsALoopThatMayNotEnd() {
        sums(Optional.of(new Node.Counter(1)), Primitive.LE);
        check(Policy.PRIMAL, List.of(), """
                %0i:int = loop step 1 %1n as %2i:int
                {
                  %3:boolean = LE %2i, %4m
                  yield %3
                }
                {
                  yield\s
                }
                yield\s
                """);
    }

    @Test
    void takesLoopsOfDerivativesToEndAsTheirPrimalsDid() {
        sums(Optional.of(new Node.Counter(1)), Primitive.LE);
        check(Policy.DERIVATIVE, List.of(), "yield \n");
    }

    @Test
    void keepsWhatDecidesHowOftenAnEffectHappens() {
        Value i = Sample.local(Scalar.INT, "i");
        Value stop = Sample.local(Scalar.DOUBLE, "stop");
        Block condition = block.child();
        Value again = condition.op(Primitive.LT, i, in.m);
        Block body = block.child();
        body.store(in.a, i, in.x);
        Value next = body.op(Primitive.MUL, stop, in.y);
        Value exit = body.op(Primitive.GT, next, in.x);
        block.append(new Node.Loop(
                List.of(i.fresh(), stop.fresh()),
                List.of(in.n, in.y),
                List.of(i, stop),
                Optional.of(new Node.Counter(1)),
                true,
                condition.yielding(List.of(again)),
                body.yielding(List.of(exit, next)),
                Origin.NONE));
        check(Policy.DERIVATIVE, List.of(), """
                %0i:int, %1stop:double = loop step 1 exits %2n, %3y as %4i:int, %5stop:double
                {
                  %6:boolean = LT %4i, %7m
                  yield %6
                }
                {
                  store %8a, %4i, %9x
                  %10:double = MUL %5stop, %3y
                  %11:boolean = GT %10, %9x
                  yield %11, %10
                }
                yield\s
                """);
    }

    @Test
    void dropsWritesOfALocalArrayThatNobodyReads() {
        Value unread = block.newArray("u", Sample.DOUBLES, List.of(in.n));
        Value read = block.newArray("r", Sample.DOUBLES, List.of(in.n));
        Value kept = block.newArray("k", Sample.DOUBLES, List.of(in.n));
        block.store(unread, in.m, in.x);
        block.store(read, in.m, in.x);
        block.append(new Node.Bulk(null, Node.BulkKind.FILL, List.of(kept, in.y), Origin.NONE));
        Value element = block.load("", read, in.n);
        check(Policy.DERIVATIVE, List.of(element, kept), """
                %0r:double[] = newarray %1n
                %2k:double[] = newarray %1n
                store %0r, %3m, %4x
                fill %2k, %5y
                %6:double = load %0r, %1n
                yield %6, %2k
                """);
    }

    @Test
    void keepsWhatSomebodyElseReads() {
        Value sine = block.math("sin", in.x);
        block.math("cos", in.x);
        in.check(region -> DeadCode.of(region, Set.of(sine), Policy.DERIVATIVE), block, List.of(), """
                %0:double = java.lang.Math.sin %1x
                yield\s
                """);
    }
}
