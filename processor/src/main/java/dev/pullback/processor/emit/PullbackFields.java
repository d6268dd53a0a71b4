package dev.pullback.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.ir.Scalar;
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
 * <p>Parameters of a constructor are limited, see {@link Slots}. Where they would take more than {@link #SLOTS}, numbers of one type share an array.
 */
final class PullbackFields {

    private static final int SLOTS = 200;

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
    private final CodeBlock.Builder unpacking = CodeBlock.builder();

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
        List<Value> packed = packed(slots(result) + slots(crossing), crossing);
        Hints hints = new Hints(Body.of(reverse.forward(), Set.of(), List.of(), Commentary.NONE));
        crossing.stream().filter(v -> !packed.contains(v)).forEach(v -> add(v, names.fresh(hint(v, hints))));
        pack(packed, hints);
        String pullback = "the pullback of " + surface.signature().name();
        Slots.require(pullback, slots(result) + slots(crossing) - slots(packed));
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

    /** Takes the numbers that share an array out of it. */
    CodeBlock unpacking() {
        return unpacking.build();
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

    private static List<Value> packed(int slots, List<Value> crossing) {
        List<Value> packed = new ArrayList<>();
        for (Scalar type : Scalar.values()) {
            List<Value> same = crossing.stream().filter(v -> v.type() == type).toList();
            if (slots > SLOTS && same.size() > 1) {
                packed.addAll(same);
            }
        }
        return packed;
    }

    private void pack(List<Value> packed, Hints hints) {
        for (Scalar type : Scalar.values()) {
            List<Value> same = packed.stream().filter(v -> v.type() == type).toList();
            if (!same.isEmpty()) {
                TypeName array = ArrayTypeName.of(TypeNames.of(type));
                String field = names.fresh(type.java() + "s");
                fields.add(new Field(
                        array, field, available -> CodeBlock.of("new $T {$L}", array, list(same, available))));
                for (int i = 0; i < same.size(); i++) {
                    String local = names.fresh(hint(same.get(i), hints));
                    bound.put(same.get(i), local);
                    unpacking.addStatement("$T $L = $L[$L]", TypeNames.of(type), local, field, i);
                }
            }
        }
    }

    private static String hint(Value value, Hints hints) {
        return value.name().isEmpty() ? hints.of(List.of(value)) : value.name();
    }

    private static CodeBlock list(List<Value> values, Map<Value, CodeBlock> available) {
        return CodeBlock.join(values.stream().map(v -> from(available, v)).toList(), ",$W");
    }

    private static CodeBlock from(Map<Value, CodeBlock> available, Value value) {
        return Objects.requireNonNull(available.get(value));
    }

    private static int slots(List<Value> values) {
        return Slots.of(values.stream().map(Value::type).toList());
    }
}
