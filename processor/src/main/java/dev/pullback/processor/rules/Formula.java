package dev.pullback.processor.rules;

import dev.pullback.processor.ir.Primitive;
import java.util.List;

/** A formula of the table: {@code -(y * (v / b))}. */
sealed interface Formula {

    /** A number, of whatever type its surroundings have. */
    record Literal(double value) implements Formula {}

    /** An argument of the function, its result {@code y}, the direction {@code v}, or one of {@link Instantiation}'s limits. */
    record Name(String name) implements Formula {}

    record Negation(Formula operand) implements Formula {}

    /** Arithmetic, a comparison, or {@code &&} as {@link Primitive#AND}. */
    record Binary(Primitive operator, Formula left, Formula right) implements Formula {}

    /** A function of {@code java.lang.Math}, or {@code nonzero}. */
    record Call(String function, List<Formula> arguments) implements Formula {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code condition ? then : otherwise}; only the arm that is taken is evaluated. */
    record Choice(Formula condition, Formula then, Formula otherwise) implements Formula {}

    /** What a formula consists of. */
    default List<Formula> parts() {
        if (this instanceof Negation f) {
            return List.of(f.operand);
        } else if (this instanceof Binary f) {
            return List.of(f.left, f.right);
        } else if (this instanceof Call f) {
            return f.arguments;
        } else if (this instanceof Choice f) {
            return List.of(f.condition, f.then, f.otherwise);
        }
        return List.of();
    }

    /** Whether the name occurs anywhere. */
    default boolean mentions(String name) {
        return this instanceof Name f ? f.name.equals(name) : parts().stream().anyMatch(part -> part.mentions(name));
    }

    default boolean isLiteral(double number) {
        return this instanceof Literal f && f.value == number;
    }
}
