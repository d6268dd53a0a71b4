package dev.pullback.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.GeneratedNames;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.transform.FusedDerivative;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The gradient of a scalar method: {@code lossGrad}, {@code lossValueAndGrad} and, where all active parameters are arrays,
 * {@code lossGradInto}.
 *
 * <p>One of them does the work, {@code lossGradInto} if there is one, else {@code lossValueAndGrad}; the others call it. It consists of the
 * fused form of the derivative, or applies the pullback if there is no such form.
 */
final class GradMembers {

    private final Surface surface;
    private final @Nullable FusedDerivative fused;
    private final Parts parts;

    private GradMembers(Surface surface, @Nullable FusedDerivative fused, Parts parts) {
        this.parts = parts;
        this.surface = surface;
        this.fused = fused;
    }

    static void add(TypeSpec.Builder companion, Surface surface, @Nullable FusedDerivative fused) {
        if (surface.hasGradient()) {
            String type = GeneratedNames.valueAndGradType(surface.signature());
            Parts parts = new Parts(companion, surface, type, "value and gradient of PRIMAL", Commentary.NONE);
            GradMembers members = new GradMembers(surface, fused, parts);
            companion.addMethod(members.grad()).addMethod(members.valueAndGrad());
            if (surface.hasGradInto()) {
                companion.addMethod(members.gradInto());
            }
        }
    }

    // --- headers

    /** {@code static G lossGrad(P...)}. */
    static MethodSpec.Builder gradHeader(Surface surface) {
        List<String> names = surface.active().stream().map(surface::name).toList();
        return surface.methodOfSameArity(GeneratedNames.gradMethod(surface.signature()))
                .addJavadoc(
                        Javadocs.of(surface, "The gradient of PRIMAL with respect to " + Javadocs.list(names) + "."))
                .returns(surface.cotangent());
    }

    /** {@code static LossValueAndGrad lossValueAndGrad(P...)}. */
    static MethodSpec.Builder valueAndGradHeader(Surface surface) {
        return surface.methodOfSameArity(GeneratedNames.valueAndGradMethod(surface.signature()))
                .addJavadoc(Javadocs.of(surface, "Value and gradient of PRIMAL, in one forward and one reverse sweep."))
                .returns(valueAndGradType(surface));
    }

    /** {@code static double lossGradInto(P..., targets)}. */
    static MethodSpec.Builder gradIntoHeader(Surface surface) {
        List<String> targets = targets(surface, surface.parameterScope());
        List<String> names = surface.active().stream().map(surface::name).toList();
        CodeBlock.Builder javadoc = CodeBlock.builder()
                .add(Javadocs.of(
                        surface, "Value of PRIMAL and its gradient with respect to " + Javadocs.list(names) + "."))
                .add("\n");
        for (int k = 0; k < targets.size(); k++) {
            javadoc.add(Javadocs.of(
                    surface,
                    "@param " + targets.get(k) + " overwritten with the gradient; same shape as `" + names.get(k)
                            + "`, and no other argument"));
        }
        MethodSpec.Builder method = surface.method(GeneratedNames.gradIntoMethod(surface.signature()))
                .addJavadoc(javadoc.add(Javadocs.of(surface, "@return the result of PRIMAL"))
                        .add(
                                Javadocs.of(
                                        surface,
                                        "@throws IllegalArgumentException if a target is another argument or has another shape"))
                        .build())
                .returns(surface.result());
        for (int k = 0; k < targets.size(); k++) {
            method.addParameter(surface.typeName(surface.active().get(k)), targets.get(k));
        }
        return method;
    }

    private static ClassName valueAndGradType(Surface surface) {
        return surface.nested(GeneratedNames.valueAndGradType(surface.signature()));
    }

    private static List<String> targets(Surface surface, NameScope names) {
        return surface.suffixed(surface.activeArrays(), "Bar", names);
    }

    // --- bodies

    private MethodSpec grad() {
        MethodSpec.Builder grad = gradHeader(surface);
        if (!surface.hasGradInto()) {
            return grad.addStatement(
                            "return $L($L).grad()",
                            GeneratedNames.valueAndGradMethod(surface.signature()),
                            surface.arguments())
                    .build();
        }
        List<String> targets = targets(surface, surface.parameterScope());
        allocate(targets).forEach(grad::addCode);
        return grad.addStatement("$L", callGradInto(targets))
                .addStatement("return $L", surface.cotangent(byArray(targets)))
                .build();
    }

    private MethodSpec valueAndGrad() {
        MethodSpec.Builder method = valueAndGradHeader(surface);
        NameScope names = surface.parameterScope();
        if (surface.hasGradInto()) {
            List<String> targets = targets(surface, names);
            String value = names.fresh("value");
            allocate(targets).forEach(method::addCode);
            return method.addStatement("$T $L = $L", surface.result(), value, callGradInto(targets))
                    .addStatement("return $L", valueAndGrad(CodeBlock.of("$L", value), byArray(targets)))
                    .build();
        }
        if (fused == null) {
            String pullback = names.fresh("pullback");
            List<CodeBlock> seeds = new ArrayList<>(List.of(one()));
            surface.writtenActive().forEach(i -> seeds.add(RuntimeCalls.zerosLike(surface.read(i))));
            return method.addCode(runForward(pullback))
                    .addStatement(
                            "return new $T($L.value(),$W$L.apply($L))",
                            valueAndGradType(surface),
                            pullback,
                            pullback,
                            CodeBlock.join(seeds, ",$W"))
                    .build();
        }
        List<String> shadows = targets(surface, names);
        allocate(shadows).forEach(method::addCode);
        return method.addCode(fusedBody(fused, shadows, names, yields -> {
                    Map<Integer, CodeBlock> cotangents = new LinkedHashMap<>();
                    List<Integer> scalars = surface.activeScalars();
                    for (int k = 0; k < scalars.size(); k++) {
                        cotangents.put(scalars.get(k), yields.get(k + 1));
                    }
                    cotangents.putAll(byArray(shadows));
                    return statement("return $L", valueAndGrad(yields.get(0), cotangents));
                }))
                .build();
    }

    private MethodSpec gradInto() {
        MethodSpec.Builder method = gradIntoHeader(surface);
        NameScope names = surface.parameterScope();
        List<String> targets = targets(surface, names);
        method.addCode(TargetChecks.of(surface, targets));
        if (fused != null) {
            targets.forEach(target -> method.addCode(RuntimeCalls.clear(target)));
            return method.addCode(fusedBody(fused, targets, names, yields -> statement("return $L", yields.get(0))))
                    .build();
        }
        return method.addCode(gradIntoByPullback(targets, names)).build();
    }

    private CodeBlock gradIntoByPullback(List<String> targets, NameScope names) {
        String pullback = names.fresh("pullback");
        List<CodeBlock> arguments = new ArrayList<>(List.of(one()));
        CodeBlock.Builder before = CodeBlock.builder().add(runForward(pullback));
        CodeBlock.Builder after = CodeBlock.builder();
        for (int k = 0; k < targets.size(); k++) {
            int i = surface.activeArrays().get(k);
            String target = targets.get(k);
            if (surface.written().contains(i) && surface.type(i) instanceof ArrayType type && type.rank() > 1) {
                // the method may have replaced rows: the shadow starts with the shape of the final ones
                String shadow = names.fresh(surface.name(i) + "Shadow");
                CodeBlock zeros = RuntimeCalls.zerosLike(surface.name(i));
                before.addStatement("$T $L = $L", surface.typeName(i), shadow, zeros);
                after.add(RuntimeCalls.clear(target)).add(RuntimeCalls.add(target, shadow));
                arguments.add(CodeBlock.of("$L", shadow));
            } else {
                before.add(RuntimeCalls.clear(target));
                arguments.add(CodeBlock.of("$L", target));
            }
        }
        return before.addStatement("$L.applyInto($L)", pullback, CodeBlock.join(arguments, ",$W"))
                .add(after.build())
                .addStatement("return $L.value()", pullback)
                .build();
    }

    private CodeBlock fusedBody(
            FusedDerivative derivative, List<String> shadows, NameScope names, BodyWriter.ReturnWriter returns) {
        Map<Value, String> bound = surface.binding(derivative.params());
        for (int k = 0; k < shadows.size(); k++) {
            bound.put(derivative.shadows().get(k), shadows.get(k));
        }
        return BodyWriter.write(
                parts.split(derivative.body(), List.of()),
                bound,
                Set.copyOf(derivative.params()),
                names,
                Commentary.NONE,
                List.of(),
                returns);
    }

    /** Shadows for all active arrays: zeros, and null for null, so that what the method says to a null argument is said. */
    private List<CodeBlock> allocate(List<String> shadows) {
        List<CodeBlock> statements = new ArrayList<>();
        List<Integer> arrays = surface.activeArrays();
        for (int k = 0; k < arrays.size(); k++) {
            int i = arrays.get(k);
            statements.add(statement(
                    "$T $L = $L", surface.typeName(i), shadows.get(k), RuntimeCalls.zerosLike(surface.read(i))));
        }
        return statements;
    }

    private CodeBlock callGradInto(List<String> targets) {
        List<CodeBlock> arguments = new ArrayList<>(surface.argumentList());
        arguments.addAll(literals(targets));
        String name = GeneratedNames.gradIntoMethod(surface.signature());
        return CodeBlock.of("$L($L)", name, CodeBlock.join(arguments, ",$W"));
    }

    private CodeBlock runForward(String pullback) {
        String vjp = GeneratedNames.vjpMethod(surface.signature());
        return statement("$T $L = $L($L)", surface.pullback(), pullback, vjp, surface.arguments());
    }

    /** The given names of cotangents of arrays, by parameter. */
    private Map<Integer, CodeBlock> byArray(List<String> names) {
        Map<Integer, CodeBlock> cotangents = new LinkedHashMap<>();
        List<Integer> arrays = surface.activeArrays();
        for (int k = 0; k < arrays.size(); k++) {
            cotangents.put(arrays.get(k), CodeBlock.of("$L", names.get(k)));
        }
        return cotangents;
    }

    private CodeBlock valueAndGrad(CodeBlock value, Map<Integer, CodeBlock> cotangents) {
        return Surface.construct(valueAndGradType(surface), List.of(value, surface.cotangent(cotangents)));
    }

    private CodeBlock one() {
        return CodeBlock.of(surface.result().equals(TypeName.FLOAT) ? "1f" : "1.0");
    }

    private static List<CodeBlock> literals(List<String> names) {
        return names.stream().map(name -> CodeBlock.of("$L", name)).toList();
    }

    private static CodeBlock statement(String format, Object... arguments) {
        return CodeBlock.builder().addStatement(format, arguments).build();
    }
}
