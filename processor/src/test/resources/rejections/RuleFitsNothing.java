package rejections;

import dev.pullback.DerivativesOf;
import dev.pullback.Differentiable;
import dev.pullback.Jvp;
import dev.pullback.Partial;
import dev.pullback.UseDerivatives;
import dev.pullback.Vjp;
import dev.pullback.Wrt;

@UseDerivatives({RuleFitsNothingRules.class, RuleFitsNothingOfLines.class})
final class RuleFitsNothing {

    @Differentiable
    static double uses(double x) {
        return Library.power(x, 2) // ERROR [Pullback/NoDerivativeRule] at Library.power
                + new Library.Line().at(x); // ERROR [Pullback/NoDerivativeRule] at new Library.Line().at
    }
}

@DerivativesOf(Library.class)
final class RuleFitsNothingRules {

    @Partial("power")
    static double otherTypes(@Wrt double x, long n) { // ERROR [Pullback/RuleFitsNothing] at otherTypes
        return n * Library.power(x, n - 1);
    }

    @Partial("power")
    static double otherNumber(@Wrt double x) { // ERROR [Pullback/RuleFitsNothing] at otherNumber
        return x;
    }

    @Partial("power")
    static float otherResult(@Wrt double x, int n) { // ERROR [Pullback/RuleFitsNothing] at otherResult
        return n;
    }

    @Partial("powr")
    static double otherName(@Wrt double x, int n) { // ERROR [Pullback/RuleFitsNothing] at otherName
        return n;
    }

    @Partial("count")
    static double ofAnInteger(@Wrt double x) { // ERROR [Pullback/RuleFitsNothing] at ofAnInteger
        return 0;
    }

    @Vjp("sum")
    static Object otherArray(float[] x) { // ERROR [Pullback/RuleFitsNothing] at otherArray
        return x;
    }

    @Vjp("scale")
    static Scale scale(double[] x, double factor) {
        return new Scale();
    }

    record Scale() {
        double applyInto(double[] xBar) {
            return 0;
        }
    }

    @Jvp("scale")
    static void withoutTangents(double[] x, double factor) {} // ERROR [Pullback/RuleFitsNothing] at withoutTangents

    @Vjp("summ")
    static Scale noSuchMethod(double[] x) { // ERROR [Pullback/RuleFitsNothing] at noSuchMethod
        return new Scale();
    }
}

@DerivativesOf(Library.Line.class)
final class RuleFitsNothingOfLines {

    @Partial("at")
    static double withoutTheObject(@Wrt double x) { // ERROR [Pullback/RuleFitsNothing] at withoutTheObject
        return 1;
    }

    @Partial("at")
    static double ofAnotherClass(Library.Curve line, @Wrt double x) { // ERROR [Pullback/RuleFitsNothing] at ofAnotherClass
        return 1;
    }
}
