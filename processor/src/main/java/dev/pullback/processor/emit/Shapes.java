package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Effects;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.transform.ReverseDerivative;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How {@code apply} knows the shapes of the arrays that it allocates and checks. It may not look into arrays that the method
 * writes or returns: their elements, rows too, are the caller's again. A length never changes.
 */
final class Shapes {

    private final Surface surface;
    private final ReverseDerivative reverse;
    private final PullbackFields fields;
    private final Map<Integer, CodeBlock> zeros = new LinkedHashMap<>();
    private final Map<Integer, CodeBlock> lengths = new LinkedHashMap<>();

    Shapes(Surface surface, ReverseDerivative reverse, PullbackFields fields) {
        this.surface = surface;
        this.reverse = reverse;
        this.fields = fields;
        if (!surface.onDemand()) {
            for (int i : surface.activeArrays()) {
                if (surface.written().contains(i)) {
                    lengths.put(i, CodeBlock.of("$L", storedLength(i)));
                } else {
                    zeros.put(i, zeros(i));
                }
            }
        }
    }

    /** An expression: fresh zeros for the cotangent of an array that is only read. */
    CodeBlock zerosFor(int parameter) {
        return Objects.requireNonNull(zeros.get(parameter));
    }

    /** An expression: the length of an array that is written, -1 if it is null. */
    CodeBlock lengthOf(int parameter) {
        return Objects.requireNonNull(lengths.get(parameter));
    }

    /** An expression: the length of an array result, -1 if it is null. */
    CodeBlock lengthOfResult() {
        Value result = reverse.forward().yields().get(0);
        return Certain.notNull(reverse.forward(), result)
                ? CodeBlock.of("value.length")
                : RuntimeCalls.lengthOf(CodeBlock.of("value"));
    }

    private CodeBlock zeros(int i) {
        Value param = reverse.primal().params().get(i);
        boolean rankOne = !(((ArrayType) param.type()).element() instanceof ArrayType);
        boolean notNull = Certain.notNull(reverse.forward(), param);
        Optional<String> held = fields.field(param);
        if (rankOne && notNull) {
            String length = held.map(array -> array + ".length").orElseGet(() -> storedLength(i));
            return CodeBlock.of("new $T[$L]", TypeNames.of(((ArrayType) param.type()).element()), length);
        }
        if (!rankOne && mayBeResult(i)) {
            // the caller can put other rows into what was returned: zeros made in time keep the shape
            return RuntimeCalls.zerosLike(fields.derive(
                    param,
                    surface.typeName(i),
                    surface.name(i) + "Zeros",
                    array -> RuntimeCalls.zerosLike(array.toString())));
        }
        return RuntimeCalls.zerosLike(held.orElseGet(() -> fields.hold(param)));
    }

    private boolean mayBeResult(int i) {
        return reverse.effects().resultAliases().stream().anyMatch(alias -> alias == i || alias == Effects.UNKNOWN);
    }

    /** The field that has the length of an array parameter. */
    private String storedLength(int i) {
        Value param = reverse.primal().params().get(i);
        return Certain.length(reverse.forward(), param, reverse.crossing())
                .flatMap(fields::field)
                .orElseGet(() -> fields.derive(
                        param,
                        TypeName.INT,
                        surface.name(i) + "Length",
                        array -> Certain.notNull(reverse.forward(), param)
                                ? CodeBlock.of("$L.length", array)
                                : RuntimeCalls.lengthOf(array)));
    }
}
