package dev.pullback.processor.lower;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Lowers the enhanced {@code for} into the loop over indices, or over an iterator, that it stands for (JLS 14.14.2). */
final class ForEach {

    private final Context context;
    private final Statements statements;

    ForEach(Context context) {
        this.context = context;
        this.statements = new Statements(context);
    }

    void lower(TreePath path, EnhancedForLoopTree tree, String label, Origin header) {
        TreePath expression = Context.child(path, tree.getExpression());
        Value iterated = new Expressions(context).lower(expression);
        context.startStatement(header);
        if (iterated.type() instanceof ArrayType) {
            array(path, tree, iterated, new Loop(label, header));
        } else {
            iterable(path, tree, iterated, new Loop(label, header));
        }
    }

    private record Loop(String label, Origin header) {}

    private void array(TreePath path, EnhancedForLoopTree tree, Value array, Loop loop) {
        Local index = context.scope().declare("i", Scalar.INT);
        context.code().set(index, context.code().block().constant(0));
        LoopBuilder builder = new LoopBuilder(context, loop.header(), loop.label());
        builder.count(index, 1);
        builder.carry(Writes.in(context, List.of(Context.child(path, tree.getStatement()))));
        builder.build(
                () -> {
                    Block block = context.code().block();
                    return block.op(Primitive.LT, context.read(index), block.length(array));
                },
                () -> body(path, tree, builder, at -> context.block(at).load("", array, context.read(index))));
    }

    private void iterable(TreePath path, EnhancedForLoopTree tree, Value iterable, Loop loop) {
        TreePath expression = Context.child(path, tree.getExpression());
        String element = element(context.sources().type(expression));
        Type type = new ObjectType("java.util.Iterator<" + (element == null ? "?" : "? extends " + element) + ">");
        Value iterator = opaque(List.of("", ".iterator()"), iterable, type, expression);
        LoopBuilder builder = new LoopBuilder(context, loop.header(), loop.label());
        builder.carry(Writes.in(context, List.of(Context.child(path, tree.getStatement()))));
        Type next = element == null ? ObjectType.OBJECT : new ObjectType(element);
        builder.build(
                () -> opaque(List.of("", ".hasNext()"), iterator, Scalar.BOOLEAN, expression),
                () -> body(path, tree, builder, at -> opaque(List.of("", ".next()"), iterator, next, at)));
    }

    /** Gets the element of this iteration. */
    private interface Element {
        Value at(TreePath variable);
    }

    private void body(TreePath path, EnhancedForLoopTree tree, LoopBuilder builder, Element element) {
        TreePath variable = Context.child(path, tree.getVariable());
        Local local = statements.variable(variable, tree.getVariable());
        Value value = new Conversions(context).convert(element.at(variable), local.type(), variable);
        context.code().set(local, context.code().block().named(local.name(), value));
        statements.run(statements.rest(Context.child(path, tree.getStatement())), Set.of(builder.continues()));
    }

    private Value opaque(List<String> pieces, Value operand, Type type, TreePath at) {
        Value result = new Value(type, "");
        context.block(at).append(new Node.Opaque(result, pieces, List.of(operand), context.origin(at)));
        return result;
    }

    /** The type of the elements of an Iterable; null where it says nothing. */
    private @Nullable String element(@Nullable TypeMirror iterable) {
        if (!(iterable instanceof DeclaredType type)) {
            return null;
        } else if (type.asElement().toString().equals("java.lang.Iterable")) {
            Type found = type.getTypeArguments().isEmpty()
                    ? ObjectType.OBJECT
                    : IrTypes.bound(type.getTypeArguments().get(0));
            return found.equals(ObjectType.OBJECT) ? null : found.java();
        }
        return context.sources().types().directSupertypes(type).stream()
                .map(this::element)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
