package dev.pullback.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.GeneratedNames;
import dev.pullback.processor.ir.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Jacobian of a method from an array to an array: {@code lossJacobian}.
 *
 * <p>The pullback is made in any case, it tells the number of rows. It also gives the Jacobian, row by row, unless there are fewer
 * columns: then the forward mode gives it, column by column, on copies of what the method writes.
 */
final class JacobianMember {

    private final Surface surface;
    private final int parameter;
    private final NameScope names;
    private final String pullback;
    private final String rows;
    private final String columns;
    private final String jacobian;
    private final String i;
    private final String j;

    private JacobianMember(Surface surface) {
        this.surface = surface;
        this.parameter = surface.active().get(0);
        this.names = surface.parameterScope();
        this.pullback = names.fresh("pullback");
        this.rows = names.fresh("rows");
        this.columns = names.fresh("columns");
        this.jacobian = names.fresh("jacobian");
        this.i = names.fresh("i");
        this.j = names.fresh("j");
    }

    static boolean exists(Surface surface) {
        return surface.active().size() == 1
                && isArrayOfReals(surface.type(surface.active().get(0)))
                && isArrayOfReals(surface.signature().result());
    }

    static void add(TypeSpec.Builder companion, Surface surface) {
        if (exists(surface)) {
            companion.addMethod(new JacobianMember(surface).method());
        }
    }

    /** {@code static double[][] lossJacobian(P...)}. */
    static MethodSpec.Builder header(Surface surface) {
        return surface.methodOfSameArity(GeneratedNames.jacobianMethod(surface.signature()))
                .addJavadoc(Javadocs.of(
                        surface,
                        "The Jacobian of PRIMAL: a row for each element of the result, a column for each element of `"
                                + surface.name(surface.active().get(0)) + "`."))
                .returns(double[][].class);
    }

    private static boolean isArrayOfReals(Type type) {
        return type.differentiable()
                && type instanceof ArrayType array
                && !array.element().isArray();
    }

    private MethodSpec method() {
        boolean repeatable =
                surface.written().stream().allMatch(k -> surface.type(k).differentiable());
        Map<Integer, String> before = new LinkedHashMap<>();
        MethodSpec.Builder method = header(surface);
        if (repeatable) {
            for (int k : surface.written()) {
                String copy = names.fresh(surface.name(k) + "Before");
                before.put(k, copy);
                method.addStatement("$T $L = $L", surface.typeName(k), copy, RuntimeCalls.copyOf(surface.name(k)));
            }
        }
        String vjp = GeneratedNames.vjpMethod(surface.signature());
        method.addStatement("$T $L = $L($L)", surface.pullback(), pullback, vjp, surface.arguments())
                .addStatement("int $L = $L.value().length", rows, pullback)
                .addStatement("int $L = $L.length", columns, surface.name(parameter));
        if (repeatable) {
            method.beginControlFlow("if ($L < $L)", columns, rows)
                    .addCode(byForwardMode(before))
                    .endControlFlow();
        }
        return method.addCode(byReverseMode()).build();
    }

    private CodeBlock byForwardMode(Map<Integer, String> before) {
        String tangent = names.fresh(surface.name(parameter) + "Dot");
        String column = names.fresh("column");
        List<CodeBlock> arguments = new ArrayList<>(surface.argumentList());
        before.forEach((k, copy) -> arguments.set(k, RuntimeCalls.copyOf(copy)));
        arguments.add(CodeBlock.of("$L", tangent));
        return CodeBlock.builder()
                .addStatement("double[][] $L = new double[$L][$L]", jacobian, rows, columns)
                .beginControlFlow("for (int $L = 0; $L < $L; $L++)", j, j, columns, j)
                .add(unit(element(surface.typeName(parameter)), tangent, columns, j))
                .addStatement(
                        "$T $L = $L($L).tangent()",
                        surface.result(),
                        column,
                        GeneratedNames.jvpMethod(surface.signature()),
                        CodeBlock.join(arguments, ",$W"))
                .beginControlFlow("for (int $L = 0; $L < $L; $L++)", i, i, rows, i)
                .addStatement("$L[$L][$L] = $L[$L]", jacobian, i, j, column, i)
                .endControlFlow()
                .endControlFlow()
                .addStatement("return $L", jacobian)
                .build();
    }

    private CodeBlock byReverseMode() {
        TypeName type = surface.typeName(parameter);
        boolean isDouble = element(type).equals(TypeName.DOUBLE);
        String seed = names.fresh("resultBar");
        CodeBlock apply = surface.written().contains(parameter)
                ? CodeBlock.of("$L.apply($L, new $T[$L])", pullback, seed, element(type), columns)
                : CodeBlock.of("$L.apply($L)", pullback, seed);
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("double[][] $L = new double[$L][$L]", jacobian, rows, isDouble ? "" : columns)
                .beginControlFlow("for (int $L = 0; $L < $L; $L++)", i, i, rows, i)
                .add(unit(element(surface.result()), seed, rows, i));
        if (isDouble) {
            code.addStatement("$L[$L] = $L", jacobian, i, apply);
        } else {
            String row = names.fresh("row");
            code.addStatement("$T $L = $L", type, row, apply)
                    .beginControlFlow("for (int $L = 0; $L < $L; $L++)", j, j, columns, j)
                    .addStatement("$L[$L][$L] = $L[$L]", jacobian, i, j, row, j)
                    .endControlFlow();
        }
        return code.endControlFlow().addStatement("return $L", jacobian).build();
    }

    /** A unit vector. */
    private static CodeBlock unit(TypeName element, String name, String length, String index) {
        return CodeBlock.builder()
                .addStatement("$T[] $L = new $T[$L]", element, name, element, length)
                .addStatement("$L[$L] = 1", name, index)
                .build();
    }

    private static TypeName element(TypeName array) {
        return ((ArrayTypeName) array).componentType();
    }
}
