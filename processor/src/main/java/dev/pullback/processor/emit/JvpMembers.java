package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pullback.processor.ir.GeneratedNames;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.transform.ForwardDerivative;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forward mode: {@code lossJvp}. */
final class JvpMembers {

    private JvpMembers() {}

    static void add(TypeSpec.Builder companion, Surface surface, ForwardDerivative forward) {
        NameScope names = surface.parameterScope();
        List<String> tangents = surface.suffixed(surface.active(), "Dot", names);
        Map<Value, String> bound = surface.binding(forward.params());
        for (int k = 0; k < tangents.size(); k++) {
            bound.put(forward.tangents().get(k), tangents.get(k));
        }
        Parts parts = new Parts(
                companion,
                surface,
                GeneratedNames.jvpType(surface.signature()),
                "PRIMAL and its derivative along tangents",
                Commentary.NONE);
        companion.addMethod(header(surface)
                .addCode(BodyWriter.write(
                        parts.split(forward.body(), List.of()),
                        bound,
                        Set.copyOf(bound.keySet()),
                        names,
                        Commentary.NONE,
                        List.of(),
                        yields -> returning(surface, yields)))
                .build());
    }

    /** {@code static LossJvp lossJvp(P..., tangents)}. */
    static MethodSpec.Builder header(Surface surface) {
        List<String> tangents = surface.suffixed(surface.active(), "Dot", surface.parameterScope());
        MethodSpec.Builder method = surface.method(GeneratedNames.jvpMethod(surface.signature()))
                .addJavadoc(javadoc(surface, tangents))
                .returns(returned(surface));
        for (int k = 0; k < tangents.size(); k++) {
            method.addParameter(surface.tangentName(surface.active().get(k)), tangents.get(k));
        }
        return method;
    }

    private static CodeBlock javadoc(Surface surface, List<String> tangents) {
        CodeBlock.Builder javadoc = CodeBlock.builder()
                .add(Javadocs.of(
                        surface,
                        surface.activeResult() && !tangents.isEmpty()
                                ? "Value of PRIMAL and its derivative along " + Javadocs.list(tangents) + "."
                                : "Runs PRIMAL and carries tangents along."));
        for (int k = 0; k < tangents.size(); k++) {
            int i = surface.active().get(k);
            if (surface.written().contains(i)) {
                javadoc.add(
                        "\n$L",
                        Javadocs.of(
                                surface,
                                "@param " + tangents.get(k) + " in: the tangent of the initial content of `"
                                        + surface.name(i) + "`; out: of its final content"));
            }
        }
        return javadoc.build();
    }

    private static TypeName returned(Surface surface) {
        return surface.activeResult() ? surface.nested(GeneratedNames.jvpType(surface.signature())) : surface.result();
    }

    private static CodeBlock returning(Surface surface, List<CodeBlock> yields) {
        if (yields.isEmpty()) {
            return CodeBlock.of("");
        }
        CodeBlock all = surface.activeResult() ? Surface.construct(returned(surface), yields) : yields.get(0);
        return CodeBlock.builder().addStatement("return $L", all).build();
    }
}
