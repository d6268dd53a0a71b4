package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.transform.ReverseDerivative;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The fields of a pullback: the result, what crosses from the forward to the reverse sweep, and what {@link Shapes} adds.
 *
 * <p>Parameters of a constructor are limited, see {@link Slots}: where there are many, they share arrays already.
 */
final class PullbackFields {

    /**
     * A field.
     *
     * @param initial its initial value, from what the forward sweep has at its end
     */
    record Field(TypeName type, String name, Function<Map<Value, CodeBlock>, CodeBlock> initial) {}

    private final PullbackNames names;
    private final List<Value> result;
    private final List<Field> fields = new ArrayList<>();
    private final List<Value> exported = new ArrayList<>();
    private final Map<Value, String> bound = new IdentityHashMap<>();

    PullbackFields(Surface surface, ReverseDerivative reverse, PullbackNames names) {
        this.names = names;
        result = surface.signature().returnsNothing()
                ? List.of()
                : reverse.forward().yields();
        result.forEach(value -> add(value, "value"));
        List<Value> crossing = reverse.crossing().stream()
                .distinct()
                .filter(v -> !bound.containsKey(v))
                .toList();
        exported.addAll(crossing);
        Hints hints = new Hints(Body.of(reverse.forward(), Set.of(), List.of(), Commentary.NONE));
        crossing.forEach(v -> add(v, names.fresh(hint(v, hints))));
        String pullback = "the pullback of " + surface.signature().name();
        Slots.require(pullback, slots(result) + slots(crossing));
    }

    /** The result of the method, if it has one: what the forward sweep yields. */
    List<Value> result() {
        return result;
    }

    List<Field> fields() {
        return Collections.unmodifiableList(fields);
    }

    /** What the forward sweep must have at hand at its end, besides the result. */
    List<Value> exported() {
        return Collections.unmodifiableList(exported);
    }

    /** How the reverse sweep calls what crosses. */
    Map<Value, String> bound() {
        return new IdentityHashMap<>(bound);
    }

    /** The field that has the value as it is. */
    Optional<String> field(Value value) {
        return Optional.ofNullable(bound.get(value))
                .filter(name -> fields.stream().anyMatch(field -> field.name().equals(name)));
    }

    /** Adds a field for one more value of the forward sweep. */
    String hold(Value value) {
        export(value);
        String name = names.fresh(value.name());
        add(value, name);
        return name;
    }

    /** Adds a field that is computed from one more value of the forward sweep. */
    String derive(Value from, TypeName type, String hint, Function<CodeBlock, CodeBlock> initial) {
        export(from);
        String name = names.fresh(hint);
        fields.add(new Field(type, name, available -> initial.apply(from(available, from))));
        return name;
    }

    private void export(Value value) {
        if (!exported.contains(value) && !result.contains(value)) {
            exported.add(value);
        }
    }

    private void add(Value value, String name) {
        bound.put(value, name);
        fields.add(new Field(TypeNames.of(value.type()), name, available -> from(available, value)));
    }

    private static String hint(Value value, Hints hints) {
        return value.name().isEmpty() ? hints.of(List.of(value)) : value.name();
    }

    private static CodeBlock from(Map<Value, CodeBlock> available, Value value) {
        return Objects.requireNonNull(available.get(value));
    }

    private static int slots(List<Value> values) {
        return Slots.of(values.stream().map(Value::type).toList());
    }
}
