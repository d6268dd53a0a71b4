package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.pullback.processor.ir.GeneratedNames;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.transform.ReverseDerivative;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The reverse mode: {@code lossVjp}, the forward sweep, and {@code LossVjp}, the pullback that it returns. */
final class VjpMembers {

    private VjpMembers() {}

    static void add(TypeSpec.Builder companion, Surface surface, ReverseDerivative reverse) {
        PullbackNames names = new PullbackNames(surface);
        PullbackFields fields = new PullbackFields(surface, reverse, names);
        Shapes shapes = new Shapes(surface, reverse, fields);
        String type = GeneratedNames.vjpType(surface.signature());
        Parts forward = new Parts(companion, surface, type, "the forward sweep of PRIMAL", Commentary.NONE);
        companion.addMethod(method(surface, reverse, fields, forward));
        Parts backward =
                new Parts(companion, surface, type + "Reverse", "the reverse sweep of PRIMAL", Commentary.SOURCE_LINES);
        companion.addType(PullbackType.of(surface, reverse, names, fields, shapes, backward));
    }

    /** {@code static LossVjp lossVjp(P...)}. */
    static MethodSpec.Builder header(Surface surface) {
        return surface.methodOfSameArity(GeneratedNames.vjpMethod(surface.signature()))
                .addJavadoc(Javadocs.of(surface, "Runs PRIMAL and keeps what its pullback needs."))
                .returns(surface.pullback());
    }

    private static MethodSpec method(Surface surface, ReverseDerivative reverse, PullbackFields fields, Parts parts) {
        Map<Value, CodeBlock> unread = unread(surface, reverse, fields);
        List<Value> exported = fields.exported().stream()
                .filter(value -> !unread.containsKey(value))
                .toList();
        CodeBlock body = BodyWriter.write(
                parts.split(reverse.forward(), exported),
                surface.binding(reverse.params()),
                // what is in a record may be read from it at the end
                reverse.params().stream()
                        .filter(param -> !(param.type() instanceof RecordType))
                        .collect(Collectors.toSet()),
                surface.parameterScope(),
                Commentary.NONE,
                List.of(),
                available -> construct(surface, fields, exported, available, unread));
        MethodSpec.Builder method = header(surface);
        tags(surface, reverse, fields).forEach(tag -> method.addJavadoc(tag));
        return method.addCode(Sweeps.labelled("forward", body)).build();
    }

    /** What is in a record and is wanted for its shape only: the forward sweep itself does not read it. */
    private static Map<Value, CodeBlock> unread(Surface surface, ReverseDerivative reverse, PullbackFields fields) {
        Set<Value> read = Collections.newSetFromMap(new IdentityHashMap<>());
        reverse.forward().nodes().forEach(node -> read.addAll(node.results()));
        Map<Value, CodeBlock> unread = new IdentityHashMap<>();
        List<Value> params = reverse.primal().params();
        for (Value value : fields.exported()) {
            int i = params.indexOf(value);
            if (i >= 0 && surface.holder(i) != i && !read.contains(value)) {
                unread.put(value, CodeBlock.of("$L", surface.read(i)));
            }
        }
        return unread;
    }

    private static CodeBlock construct(
            Surface surface,
            PullbackFields fields,
            List<Value> exported,
            List<CodeBlock> available,
            Map<Value, CodeBlock> unread) {
        Map<Value, CodeBlock> expressions = new IdentityHashMap<>(unread);
        List<Value> values = new ArrayList<>(fields.result());
        values.addAll(exported);
        for (int i = 0; i < values.size(); i++) {
            expressions.put(values.get(i), available.get(i));
        }
        List<CodeBlock> arguments = fields.fields().stream()
                .map(field -> field.initial().apply(expressions))
                .toList();
        return CodeBlock.builder()
                .addStatement("return $L", Surface.construct(surface.pullback(), arguments))
                .build();
    }

    private static List<CodeBlock> tags(Surface surface, ReverseDerivative reverse, PullbackFields fields) {
        Map<String, List<String>> held = new LinkedHashMap<>();
        List<Value> params = reverse.primal().params();
        for (int i = 0; i < params.size(); i++) {
            Value param = params.get(i);
            if (param.type().isArray() && fields.field(param).isPresent()) {
                String inside =
                        String.join(".", surface.signature().parameters().get(i).path());
                held.computeIfAbsent(surface.name(surface.holder(i)), name -> new ArrayList<>())
                        .add(inside);
            }
        }
        List<CodeBlock> tags = new ArrayList<>();
        held.forEach((name, inside) -> {
            String what = inside.get(0).isEmpty() ? "" : Javadocs.list(inside) + " in it is ";
            tags.add(Javadocs.of(
                    surface, "@param " + name + " " + what + "held, not copied: the pullback reads it again"));
        });
        if (guards(reverse)) {
            tags.add(Javadocs.of(
                    surface, "@throws IllegalArgumentException if an array that is written is also another argument"));
        }
        if (!tags.isEmpty()) {
            tags.add(0, CodeBlock.of("\n"));
        }
        return tags;
    }

    private static boolean guards(ReverseDerivative reverse) {
        return reverse.forward().nodes().stream()
                .anyMatch(node -> node instanceof Node.Invoke invoke
                        && invoke.target().owner().equals(RuntimeCalls.ARGUMENTS_NAME));
    }
}
