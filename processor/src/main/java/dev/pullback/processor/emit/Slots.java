package dev.pullback.processor.emit;

import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Type;
import java.util.List;
import java.util.stream.Stream;

/** The virtual machine's limit on parameters: 255 slots (JVMS 4.3.3), two for a double or a long and one for the receiver. */
final class Slots {

    private static final int LIMIT = 254;

    private Slots() {}

    static int of(List<Type> types) {
        return types.stream()
                .mapToInt(type -> type == Scalar.DOUBLE || type == Scalar.LONG ? 2 : 1)
                .sum();
    }

    /** @throws IllegalStateException if there are too many, saying of what */
    static void require(String what, int slots) {
        if (slots > LIMIT) {
            throw new IllegalStateException(what + " would need " + slots + " parameter slots; Java allows " + LIMIT);
        }
    }

    /** @throws IllegalStateException if the parameters and one more for each active one are too many for a method */
    static void require(Surface surface) {
        Stream<Type> twice = Stream.concat(
                surface.signature().given().stream().map(Signature.Parameter::type),
                surface.active().stream().map(surface::type));
        require("the derivative of " + surface.signature().name(), of(twice.toList()));
    }
}
