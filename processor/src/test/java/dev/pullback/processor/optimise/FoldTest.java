package dev.pullback.processor.optimise;

import static dev.pullback.processor.optimise.Sample.block;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FoldTest {

    private final Sample in = new Sample();
    private final Block block = block();

    private void primal(List<Value> yields, String expected) {
        in.check(region -> Fold.of(region, Policy.PRIMAL), block, yields, expected);
    }

    private void derivative(List<Value> yields, String expected) {
        in.check(region -> Fold.of(region, Policy.DERIVATIVE), block, yields, expected);
    }

    @Test
    void keepsEveryFloatingPointOperationOfThePrimalThatIsNotOnLiterals() {
        Value zero = block.constant(Scalar.DOUBLE, 0.0);
        Value one = block.constant(Scalar.DOUBLE, 1.0);
        Value sum = block.op(Primitive.ADD, in.x, zero);
        Value product = block.op(Primitive.MUL, sum, one);
        Value zeroes = block.op(Primitive.MUL, zero, product);
        Value third = block.op(Primitive.DIV, one, block.constant(Scalar.DOUBLE, 3.0));
        Value sine = block.math("sin", one);
        primal(List.of(zeroes, third, sine), """
                %0:double = const 0.0
                %1:double = const 1.0
                %2:double = ADD %3x, %0
                %4:double = MUL %2, %1
                %5:double = MUL %0, %4
                %6:double = const 3.0
                %7:double = const 0.3333333333333333
                %8:double = java.lang.Math.sin %1
                yield %5, %7, %8
                """);
    }

    @Test
    void dropsNeutralOperationsOfDerivatives() {
        Value zero = block.constant(Scalar.DOUBLE, 0.0);
        Value one = block.constant(Scalar.DOUBLE, 1.0);
        Value sum = block.op(Primitive.ADD, in.x, zero);
        Value product = block.op(Primitive.MUL, one, sum);
        Value twice = block.op(Primitive.NEG, block.op(Primitive.NEG, product));
        Value zeroes = block.op(Primitive.MUL, in.y, zero);
        Value difference = block.op(Primitive.ADD, in.y, block.op(Primitive.NEG, in.x));
        Value opposite = block.op(Primitive.MUL, in.y, block.constant(Scalar.DOUBLE, -1.0));
        derivative(List.of(twice, zeroes, difference, opposite), """
                %0:double = const 0.0
                %1:double = const 1.0
                %2:double = NEG %3x
                %4:double = const 0.0
                %5:double = NEG %3x
                %6:double = SUB %7y, %3x
                %8:double = const -1.0
                %9:double = NEG %7y
                yield %3x, %4, %6, %9
                """);
    }

    @Test
    void keepsThePrimalExactWhereBothAreMixed() {
        Value zero = block.constant(Scalar.DOUBLE, 0.0);
        Value ofPrimal = block.op(Primitive.ADD, in.x, zero);
        Value ofDerivative = block.op(Primitive.ADD, in.x, zero);
        in.check(
                region -> Fold.of(region, Policy.mixed(List.of(ofPrimal))),
                block,
                List.of(ofPrimal, ofDerivative),
                """
                %0:double = const 0.0
                %1:double = ADD %2x, %0
                yield %1, %2x
                """);
    }

    @Test
    void evaluatesIntegerArithmetic() {
        Value zero = block.constant(0);
        Value same = block.op(Primitive.ADD, zero, block.op(Primitive.MUL, in.n, block.constant(1)));
        Value nothing = block.op(Primitive.SUB, in.n, in.n);
        Value minusOne = block.op(Primitive.SUB, zero, block.constant(1));
        Value masked = block.op(Primitive.AND, in.m, minusOne);
        Value real = block.cast(Scalar.DOUBLE, minusOne);
        primal(List.of(same, nothing, masked, real), """
                %0:int = const 0
                %1:int = const 1
                %2:int = const 0
                %3:int = const 1
                %4:int = const -1
                %5:double = const -1.0
                yield %6n, %2, %7m, %5
                """);
    }

    @Test
    void keepsDivisionsThatThrow() {
        Value zero = block.constant(0);
        Value quotient = block.op(Primitive.DIV, zero, zero);
        Value other = block.op(Primitive.DIV, in.n, in.n);
        primal(List.of(quotient, other), """
                %0:int = const 0
                %1:int = DIV %0, %0
                %2:int = DIV %3n, %3n
                yield %1, %2
                """);
    }

    @Test
    void simplifiesConditions() {
        Value yes = block.constant(true);
        Value twice = block.op(Primitive.NOT, block.op(Primitive.NOT, in.p));
        Value same = block.op(Primitive.EQ, twice, yes);
        Value not = block.op(Primitive.NE, yes, in.q);
        Value notNan = block.op(Primitive.EQ, in.x, in.x);
        Value certain = block.op(Primitive.LE, in.n, in.n);
        primal(List.of(same, not, notNan, certain), """
                %0:boolean = const true
                %1:boolean = NOT %2p
                %3:boolean = NOT %4q
                %5:boolean = EQ %6x, %6x
                %7:boolean = const true
                yield %2p, %3, %5, %7
                """);
    }

    @Test
    void takesTheBranchThatIsKnown() {
        Block then = block.child();
        Value sine = then.math("sin", in.x);
        Block otherwise = block.child();
        Value loaded = otherwise.load("", in.a, in.n);
        Value known = block.op(Primitive.LT, block.constant(2), block.constant(3));
        Value result =
                Sample.branch(block, known, "r", then.yielding(List.of(sine)), otherwise.yielding(List.of(loaded)));
        primal(List.of(block.op(Primitive.ADD, result, in.y)), """
                %0:int = const 2
                %1:int = const 3
                %2:boolean = const true
                %3:double = java.lang.Math.sin %4x
                %5:double = ADD %3, %6y
                yield %5
                """);
    }

    @Test
    void knowsTheConditionInsideOfItsBranches() {
        Block inner = block.child();
        Value sine = inner.math("sin", in.x);
        Block innerOtherwise = block.child();
        Value cosine = innerOtherwise.math("cos", in.x);
        Block then = block.child();
        Value nested = Sample.branch(
                then,
                then.op(Primitive.AND, in.p, in.q),
                "r",
                inner.yielding(List.of(sine)),
                innerOtherwise.yielding(List.of(cosine)));
        Value both = block.op(Primitive.AND, in.q, in.p);
        Value result =
                Sample.branch(block, both, "r", then.yielding(List.of(nested)), new Region(List.of(), List.of(in.y)));
        primal(List.of(result), """
                %0:boolean = AND %1q, %2p
                %3r:double = if %0
                {
                  %4:boolean = const true
                  %5:double = java.lang.Math.sin %6x
                  yield %5
                }
                {
                  yield %7y
                }
                yield %3r
                """);
    }

    @Test
    void leavesNothingAfterAThrowThatIsCertain() {
        Value result = Sample.branch(
                block,
                block.constant(true),
                "r",
                Sample.throwing(block.child(), List.of(in.x)),
                new Region(List.of(), List.of(in.y)));
        Value unreachable = block.op(Primitive.ADD, result, in.y);
        primal(List.of(unreachable), """
                %0:boolean = const true
                %1:java.lang.Exception = opaque `bad()`
                %2:double = const 0.0
                throw %1
                yield %2
                """);
    }

    @Test
    void dropsResultsThatDoNotDependOnTheWayTaken() {
        Value yes = block.constant(true);
        Value no = block.constant(false);
        Value four = block.constant(4);
        Block then = block.child();
        Value alsoFour = then.constant(4);
        Value sine = then.math("sin", in.x);
        List<Value> results = List.of(
                Sample.local(Scalar.INT, "same"),
                Sample.local(Scalar.BOOLEAN, "condition"),
                Sample.local(Scalar.BOOLEAN, "opposite"),
                Sample.local(Scalar.INT, "literal"),
                Sample.local(Scalar.DOUBLE, "s"));
        block.append(new Node.If(
                results,
                in.p,
                then.yielding(List.of(in.n, yes, no, alsoFour, sine)),
                new Region(List.of(), List.of(in.n, no, yes, four, in.y)),
                Origin.NONE));
        primal(results, """
                %0:boolean = const true
                %1:boolean = const false
                %2:int = const 4
                %3opposite:boolean = NOT %4p
                %5literal:int = const 4
                %6s:double = if %4p
                {
                  %7:int = const 4
                  %8:double = java.lang.Math.sin %9x
                  yield %8
                }
                {
                  yield %10y
                }
                yield %11n, %4p, %3opposite, %5literal, %6s
                """);
    }

    @Test
    void readsPastABranchThatThrows() {
        Block then = block.child();
        Value none = then.constant(Scalar.DOUBLE, 0.0);
        Value result = Sample.branch(
                block, in.p, "r", Sample.throwing(then, List.of(none)), new Region(List.of(), List.of(in.x)));
        primal(List.of(result), """
                if %0p
                {
                  %1:double = const 0.0
                  %2:java.lang.Exception = opaque `bad()`
                  throw %2
                  yield\s
                }
                {
                  yield\s
                }
                yield %3x
                """);
    }

    @Test
    void knowsTheLengthOfAnArrayThatWasMadeHere() {
        Value made = block.newArray("v", Sample.DOUBLES, List.of(in.n));
        Value length = block.length(made);
        primal(List.of(length, block.length(in.a)), """
                %0v:double[] = newarray %1n
                %2:int = length %3a
                yield %1n, %2
                """);
    }

    @Test
    void dropsLoopVariablesThatNeverChange() {
        Value no = block.constant(false);
        Value flag = Sample.local(Scalar.BOOLEAN, "flag");
        Value s = Sample.local(Scalar.DOUBLE, "s");
        Value scale = Sample.local(Scalar.DOUBLE, "scale");
        Block condition = block.child();
        Value again = condition.op(Primitive.LT, s, scale);
        Block body = block.child();
        Value alsoNo = body.constant(false);
        Value next = body.op(Primitive.ADD, s, scale);
        List<Value> results = Sample.loop(
                block,
                List.of(no, in.x, in.y),
                List.of(flag, s, scale),
                condition.yielding(List.of(again)),
                body.yielding(List.of(alsoNo, next, scale)));
        primal(results, """
                %0:boolean = const false
                %1s:double = loop %2x as %3s:double
                {
                  %4:boolean = LT %3s, %5y
                  yield %4
                }
                {
                  %6:boolean = const false
                  %7:double = ADD %3s, %5y
                  yield %7
                }
                yield %0, %1s, %5y
                """);
    }

    @Test
    void forgetsAnExitThatIsNeverTaken() {
        Value i = Sample.local(Scalar.INT, "i");
        Value s = Sample.local(Scalar.DOUBLE, "s");
        Block condition = block.child();
        Value again = condition.op(Primitive.LT, i, in.n);
        Block body = block.child();
        Value exit = body.op(Primitive.NE, in.n, in.n);
        Value next = body.op(Primitive.ADD, s, in.y);
        List<Value> results = List.of(i.fresh(), s.fresh());
        block.append(new Node.Loop(
                results,
                List.of(in.m, in.x),
                List.of(i, s),
                Optional.of(new Node.Counter(1)),
                true,
                condition.yielding(List.of(again)),
                body.yielding(List.of(exit, next)),
                Origin.NONE));
        primal(results, """
                %0i:int, %1s:double = loop step 1 %2m, %3x as %4i:int, %5s:double
                {
                  %6:boolean = LT %4i, %7n
                  yield %6
                }
                {
                  %8:boolean = const false
                  %9:double = ADD %5s, %10y
                  yield %9
                }
                yield %0i, %1s
                """);
    }

    @Test
    void evaluatesOnlyTheConditionOfALoopThatNeverRuns() {
        Value s = Sample.local(Scalar.DOUBLE, "s");
        Block condition = block.child();
        condition.load("", in.a, in.n);
        Value again = condition.constant(false);
        Block body = block.child();
        Value next = body.op(Primitive.ADD, s, in.y);
        List<Value> results = Sample.loop(
                block, List.of(in.x), List.of(s), condition.yielding(List.of(again)), body.yielding(List.of(next)));
        primal(results, """
                %0:double = load %1a, %2n
                %3:boolean = const false
                yield %4x
                """);
    }
}
