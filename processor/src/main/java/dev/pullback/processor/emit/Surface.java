package dev.pullback.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.ir.GeneratedNames;
import dev.pullback.processor.ir.Layout;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/**
 * What a method's generated members look like from outside: all that follows from its signature and from which arrays it writes.
 * Parameters go by their index.
 *
 * @param written indices of the parameters that are arrays whose elements the method may write
 */
record Surface(Signature signature, SortedSet<Integer> written, boolean onDemand) {

    static Surface of(Derived derived) {
        return new Surface(
                derived.primal().signature(), derived.reverse().effects().written(), derived.onDemand());
    }

    /** What a caller gives. */
    List<Integer> given() {
        return indices().filter(i -> parameter(i).isGiven()).boxed().toList();
    }

    /** The given parameters that are independent variables or records that hold some. */
    List<Integer> active() {
        return signature.groups().stream()
                .filter(signature::isActive)
                .map(Layout.Group::index)
                .toList();
    }

    private List<Integer> activeValues() {
        return indices().filter(i -> parameter(i).active()).boxed().toList();
    }

    List<Integer> activeArrays() {
        return activeValues().stream().filter(i -> type(i).isArray()).toList();
    }

    List<Integer> activeScalars() {
        return activeValues().stream().filter(i -> !type(i).isArray()).toList();
    }

    /** The active arrays whose final content has a cotangent of its own. */
    List<Integer> writtenActive() {
        return activeArrays().stream().filter(written::contains).toList();
    }

    private IntStream indices() {
        return IntStream.range(0, signature.parameters().size());
    }

    Signature.Parameter parameter(int i) {
        return signature.parameters().get(i);
    }

    String name(int i) {
        return parameter(i).name();
    }

    Type type(int i) {
        return parameter(i).type();
    }

    TypeName typeName(int i) {
        return TypeNames.of(type(i));
    }

    /** The type of the tangent or cotangent of a given parameter. */
    TypeName tangentName(int i) {
        return tangentName(type(i));
    }

    private static TypeName tangentName(Type type) {
        return TypeNames.of(type instanceof RecordType record ? record.tangentType() : type);
    }

    /** Java source for a parameter, or for what is in one. */
    String read(int i) {
        List<String> path = parameter(i).path();
        if (path.isEmpty()) {
            return name(i);
        }
        Signature.Parameter record = parameter(holder(i));
        String read = record.name();
        String nulls = "";
        for (String accessor : path) {
            nulls += (nulls.isEmpty() ? "" : " || ") + read + " == null";
            read += "." + accessor + "()";
        }
        return record.mayBeNull() ? "(" + nulls + " ? null : " + read + ")" : read;
    }

    /** The given parameter that a value is, or is in. */
    int holder(int i) {
        return signature.groups().stream()
                .filter(group -> group.index() == i || group.leaves().contains(i))
                .findFirst()
                .orElseThrow()
                .index();
    }

    TypeName result() {
        return TypeNames.of(signature.result());
    }

    /** The type of the tangent or cotangent of the result. */
    TypeName resultTangent() {
        return tangentName(signature.result());
    }

    boolean activeResult() {
        return signature.activeResults().contains(true);
    }

    /** Whether there is a gradient: one active number comes out, and something active goes in. */
    boolean hasGradient() {
        return signature.result().differentiable() && !signature.result().isArray() && !active().isEmpty();
    }

    boolean hasGradInto() {
        return hasGradient() && active().stream().allMatch(i -> type(i).isArray());
    }

    // --- generated types

    ClassName companion() {
        return ClassName.get(signature.packageName(), GeneratedNames.companionName(signature));
    }

    ClassName nested(String simpleName) {
        return companion().nestedClass(simpleName);
    }

    ClassName pullback() {
        return nested(GeneratedNames.vjpType(signature));
    }

    ClassName gradient() {
        return nested(GeneratedNames.gradientType(signature));
    }

    /** The type of the cotangent of all active parameters: void if there are none. */
    TypeName cotangent() {
        return switch (active().size()) {
            case 0 -> TypeName.VOID;
            case 1 -> tangentName(active().get(0));
            default -> gradient();
        };
    }

    /** Builds the cotangent of all active parameters from those of the values in them, by index. */
    CodeBlock cotangent(Map<Integer, CodeBlock> each) {
        List<CodeBlock> all = signature.groups().stream()
                .filter(signature::isActive)
                .map(group -> cotangent(group, each))
                .toList();
        return all.size() == 1 ? all.get(0) : construct(gradient(), all);
    }

    private CodeBlock cotangent(Layout.Group group, Map<Integer, CodeBlock> each) {
        if (!(group.type() instanceof RecordType record)) {
            return Objects.requireNonNull(each.get(group.index()));
        }
        Iterator<CodeBlock> active = group.leaves().stream()
                .filter(i -> parameter(i).active())
                .map(i -> Objects.requireNonNull(each.get(i)))
                .iterator();
        return cotangent(record, active);
    }

    private static CodeBlock cotangent(RecordType record, Iterator<CodeBlock> active) {
        List<CodeBlock> components = new ArrayList<>();
        for (RecordType.Component component : record.activeComponents()) {
            components.add(component.type() instanceof RecordType inner ? cotangent(inner, active) : active.next());
        }
        return construct(TypeNames.of(record.tangentType()), components);
    }

    /** {@code new Type(a, b)}, wrapped where the line gets long. */
    static CodeBlock construct(TypeName type, List<CodeBlock> arguments) {
        return CodeBlock.of("new $T($L)", type, CodeBlock.join(arguments, ",$W"));
    }

    /** The type of what {@code applyInto} returns: the cotangents of all active scalars. */
    TypeName scalarCotangent() {
        return switch (activeScalars().size()) {
            case 0 -> TypeName.VOID;
            case 1 -> typeName(activeScalars().get(0));
            default -> nested(GeneratedNames.cotangentsType(signature));
        };
    }

    String component(int i) {
        return GeneratedNames.componentNames(signature).get(i);
    }

    // --- headers

    List<Modifier> visibility() {
        if (onDemand) {
            return List.of(Modifier.PRIVATE);
        }
        return signature.visibility() == Signature.Visibility.PUBLIC ? List.of(Modifier.PUBLIC) : List.of();
    }

    /** A static method with the method's parameters and exceptions. */
    MethodSpec.Builder method(String name) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(visibility())
                .addModifiers(Modifier.STATIC)
                .addExceptions(signature.thrown().stream().map(TypeNames::parse).toList());
        given().forEach(i -> method.addParameter(typeName(i), name(i)));
        return method;
    }

    /** The same where nothing follows the parameters, so that the last may have variable arity. */
    MethodSpec.Builder methodOfSameArity(String name) {
        return method(name).varargs(signature.varargs());
    }

    /** The names that the code of such a method may not use again. */
    NameScope parameterScope() {
        NameScope names = new NameScope();
        signature.given().forEach(parameter -> names.reserve(parameter.name()));
        return names;
    }

    /** What the given parameters of a derivative are called in such a method. */
    Map<Value, String> binding(List<Value> params) {
        Map<Value, String> bound = new IdentityHashMap<>();
        for (int i = 0; i < params.size(); i++) {
            bound.put(params.get(i), name(given().get(i)));
        }
        return bound;
    }

    /** New names for what belongs to the given parameters: {@code xBar}, {@code xDot}. */
    List<String> suffixed(List<Integer> parameters, String suffix, NameScope names) {
        return parameters.stream().map(i -> names.fresh(name(i) + suffix)).toList();
    }

    /** The parameters as arguments of a call. */
    CodeBlock arguments() {
        return CodeBlock.join(argumentList(), ",$W");
    }

    List<CodeBlock> argumentList() {
        List<CodeBlock> arguments = new ArrayList<>();
        signature.given().forEach(parameter -> arguments.add(CodeBlock.of("$L", parameter.name())));
        return arguments;
    }

    Surface writing(List<Integer> parameters) {
        return new Surface(signature, new TreeSet<>(parameters), onDemand);
    }
}
