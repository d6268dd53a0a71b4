package dev.pullback.processor.lower;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Lowers passive expressions that the IR has no node for into one opaque node each. */
final class Opaques {

    private final Context context;

    Opaques(Context context) {
        this.context = context;
    }

    Value lower(TreePath path) {
        Type type = context.type(path);
        if (type.equals(Callee.VOID)) {
            discard(path);
            return context.unfit(path, ObjectType.OBJECT);
        }
        PassiveText text = new PassiveText(context).print(path);
        return append(text, path, type);
    }

    /** An expression that stands as a statement. */
    void discard(TreePath path) {
        PassiveText text = new PassiveText(context).print(path);
        context.block(path).append(text.node(null, path));
    }

    /** A call that only looks at its arguments; null where it has no result. */
    @Nullable
    Value look(TreePath path, MethodInvocationTree tree, ExecutableElement method, List<Value> arguments) {
        PassiveText text = new PassiveText(context).text(new PassiveText(context).called(path, tree, method) + "(");
        for (int i = 0; i < arguments.size(); i++) {
            text.text(i == 0 ? "" : ", ").value(arguments.get(i));
        }
        Type type = IrTypes.of(method.getReturnType());
        Value result = type.equals(Callee.VOID) ? null : new Value(type, "");
        Node.Opaque call = text.text(")").node(result, path);
        context.block(path).append(new Node.Opaque(result, call.pieces(), call.operands(), true, call.origin()));
        return result;
    }

    /** A string and what is appended to it. */
    Value joined(TreePath path, Value left, TreePath right) {
        Value operand = new Expressions(context).lower(right);
        PassiveText text = new PassiveText(context).value(left).text(" + ").value(operand);
        return append(text, path, ObjectType.STRING);
    }

    private Value append(PassiveText text, TreePath path, Type type) {
        Value result = new Value(type, "");
        context.block(path).append(text.node(result, path));
        return result;
    }

    // --- fields that are assigned

    /** The object that has a field; null where the field is static. */
    @Nullable
    Value owner(TreePath field) {
        TreePath owner = Context.child(field, ((MemberSelectTree) field.getLeaf()).getExpression());
        return Names.isType(context, owner) ? null : new Expressions(context).lower(owner);
    }

    Value readField(TreePath path, @Nullable Value owner, Type type) {
        return append(field(path, owner), path, type);
    }

    void writeField(TreePath path, @Nullable Value owner, Value value) {
        PassiveText text = field(path, owner).text(" = ").value(value);
        context.block(path).append(text.node(null, path));
    }

    private PassiveText field(TreePath path, @Nullable Value owner) {
        Element element = context.sources().element(path);
        PassiveText text = new PassiveText(context);
        if (element == null) {
            context.refuseUnknown(path);
            return text;
        }
        Names names = new Names(context);
        return owner == null
                ? text.text(names.ofStatic(element, path))
                : text.value(owner).text(names.member(element, path));
    }
}
