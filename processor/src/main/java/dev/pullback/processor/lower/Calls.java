package dev.pullback.processor.lower;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.custom.CustomRule;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Lowers method calls: to differentiable methods, to functions that the rule table knows, to bulk operations on arrays, and all others. */
final class Calls {

    private final Context context;

    Calls(Context context) {
        this.context = context;
    }

    /** Whether a call is none that the IR has a node for. */
    boolean isPassive(TreePath path, MethodInvocationTree tree, ExecutableElement method) {
        return rules(path, tree, method).isEmpty()
                && !Intrinsics.isOne(method)
                && !isNullCheck(path, tree, method)
                && !RecordUse.isRead(tree, method)
                && callee(method) == null
                && !context.callees().onlyLooks(method)
                && new Bulks(context).kind(path, tree, method) == null;
    }

    private @Nullable Callee callee(ExecutableElement method) {
        if (Stops.isOne(method)) {
            return Stops.callee(method);
        }
        return method.getModifiers().contains(Modifier.STATIC)
                ? context.callees().find(method)
                : null;
    }

    private List<CustomRule> rules(TreePath path, MethodInvocationTree tree, ExecutableElement method) {
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        if (isStatic || !(tree.getMethodSelect() instanceof MemberSelectTree select)) {
            return isStatic ? context.callees().rules(method, null) : List.of();
        }
        TypeMirror object = context.sources().type(Context.child(Context.child(path, select), select.getExpression()));
        return object == null ? List.of() : context.callees().rules(method, object);
    }

    /** The result; null for a call without one, and where {@code needed} is false perhaps for others too. */
    @Nullable
    Value lower(TreePath path, boolean needed) {
        MethodInvocationTree tree = (MethodInvocationTree) path.getLeaf();
        if (!(context.sources().element(path) instanceof ExecutableElement method)) {
            context.refuseUnknown(path);
            return null;
        }
        List<CustomRule> rules = rules(path, tree, method);
        if (!rules.isEmpty()) {
            return new RuleCalls(context).lower(path, tree, method, rules);
        }
        if (Intrinsics.isOne(method)) {
            receiver(path, tree);
            List<Value> arguments = arguments(path, tree, method);
            return context.block(path).op("", Intrinsics.of(method), IrTypes.of(method.getReturnType()), arguments);
        }
        if (RecordUse.isRead(tree, method)) {
            return new RecordUse(context).read(path, tree, method);
        }
        Callee callee = callee(method);
        if (callee != null) {
            receiver(path, tree);
            return call(path, tree, method, callee);
        }
        if (isNullCheck(path, tree, method)) {
            return nullCheck(path, tree);
        }
        if (context.callees().onlyLooks(method)) {
            receiver(path, tree);
            return new Opaques(context).look(path, tree, method, arguments(path, tree, method));
        }
        Node.BulkKind bulk = new Bulks(context).kind(path, tree, method);
        if (bulk != null) {
            return new Bulks(context).lower(path, tree, bulk);
        } else if (needed && method.getReturnType().getKind() != TypeKind.VOID) {
            return new Opaques(context).lower(path);
        }
        new Opaques(context).discard(path);
        return null;
    }

    /** Whether a call is {@code Objects.requireNonNull} of what may be active: its result is another name for that. */
    private boolean isNullCheck(TreePath path, MethodInvocationTree tree, ExecutableElement method) {
        return method.getSimpleName().contentEquals("requireNonNull")
                && Intrinsics.owner(method).equals("java.util.Objects")
                && mayBeActive(
                        context.type(Context.child(path, tree.getArguments().get(0))));
    }

    private static boolean mayBeActive(Type type) {
        return type instanceof RecordType || (type instanceof ArrayType && type.differentiable());
    }

    private Value nullCheck(TreePath path, MethodInvocationTree tree) {
        List<? extends ExpressionTree> arguments = tree.getArguments();
        Value array = new Expressions(context).lower(Context.child(path, arguments.get(0)));
        PassiveText text = new PassiveText(context).text(Node.Opaque.NULL_CHECK).value(array);
        for (ExpressionTree message : arguments.subList(1, arguments.size())) {
            text.text(", ").argument(Context.child(path, message));
        }
        context.block(path).append(text.text(")").node(null, path));
        return array;
    }

    /** A static method can be called by an expression, which is evaluated and forgotten. */
    void receiver(TreePath path, MethodInvocationTree tree) {
        if (tree.getMethodSelect() instanceof MemberSelectTree select) {
            TreePath receiver = Context.child(Context.child(path, select), select.getExpression());
            if (!Names.isType(context, receiver)) {
                new Expressions(context).lower(receiver);
            }
        }
    }

    private @Nullable Value call(TreePath path, MethodInvocationTree tree, ExecutableElement method, Callee callee) {
        return call(path, callee, arguments(path, tree, method));
    }

    @Nullable
    Value call(TreePath path, Callee callee, List<Value> arguments) {
        @Nullable Value result = callee.result().equals(Callee.VOID) ? null : new Value(callee.result(), "");
        context.block(path).append(new Node.Call(result, callee, arguments, context.origin(path)));
        return result;
    }

    List<Value> arguments(TreePath path, MethodInvocationTree tree, ExecutableElement method) {
        List<? extends ExpressionTree> given = tree.getArguments();
        List<Type> types = method.getParameters().stream()
                .map(parameter -> IrTypes.of(parameter.asType()))
                .toList();
        int fixed = isSpread(path, tree, method) ? types.size() - 1 : types.size();
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < fixed; i++) {
            arguments.add(argument(path, given.get(i), types.get(i)));
        }
        if (fixed < types.size() && types.get(fixed) instanceof ArrayType array) {
            arguments.add(spread(path, given.subList(fixed, given.size()), array));
        }
        return arguments;
    }

    private Value argument(TreePath path, ExpressionTree tree, Type type) {
        return new Expressions(context).lower(Context.child(path, tree), type, "");
    }

    /** Whether the last arguments are the elements of an array that the call makes (JLS 15.12.2.4). */
    private boolean isSpread(TreePath path, MethodInvocationTree tree, ExecutableElement method) {
        int count = method.getParameters().size();
        if (!method.isVarArgs() || tree.getArguments().size() != count) {
            return method.isVarArgs();
        }
        TypeMirror last =
                context.sources().type(Context.child(path, tree.getArguments().get(count - 1)));
        TypeMirror array = method.getParameters().get(count - 1).asType();
        return last != null && !context.sources().types().isAssignable(last, array);
    }

    /** The elements are evaluated first, then the array is made: in this order nobody can tell. */
    private Value spread(TreePath path, List<? extends ExpressionTree> elements, ArrayType type) {
        Value length = context.block(path).constant(elements.size());
        Value array = context.block(path).newArray("", type, List.of(length));
        for (int i = 0; i < elements.size(); i++) {
            Value index = context.block(path).constant(i);
            Value value = argument(path, elements.get(i), type.element());
            context.block(path).store(array, index, value);
        }
        return array;
    }
}
