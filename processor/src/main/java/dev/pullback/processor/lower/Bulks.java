package dev.pullback.processor.lower;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Node.BulkKind;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Lowers the JDK's methods that copy and fill arrays. */
final class Bulks {

    private final Context context;

    Bulks(Context context) {
        this.context = context;
    }

    /** Which bulk operation a call is; null for none. */
    @Nullable
    BulkKind kind(TreePath path, MethodInvocationTree tree, ExecutableElement method) {
        String name = method.getSimpleName().toString();
        int count = tree.getArguments().size();
        if (name.equals("clone") && count == 0 && tree.getMethodSelect() instanceof MemberSelectTree select) {
            TreePath receiver = Context.child(Context.child(path, select), select.getExpression());
            boolean array = !Names.isType(context, receiver) && context.type(receiver) instanceof ArrayType;
            return array ? BulkKind.CLONE : null;
        }
        return switch (Intrinsics.owner(method)) {
            case "java.lang.System" -> name.equals("arraycopy") && copiesAlike(path, tree) ? BulkKind.ARRAYCOPY : null;
            case "java.util.Arrays" ->
                switch (name) {
                    case "copyOf" -> count == 2 ? BulkKind.COPY_OF : null;
                    case "copyOfRange" -> count == 3 ? BulkKind.COPY_OF_RANGE : null;
                    case "fill" -> fillsAlike(path, tree) ? (count == 2 ? BulkKind.FILL : BulkKind.FILL_RANGE) : null;
                    default -> null;
                };
            default -> null;
        };
    }

    private boolean copiesAlike(TreePath path, MethodInvocationTree tree) {
        Type source = context.type(Context.child(path, tree.getArguments().get(0)));
        return source instanceof ArrayType
                && source.equals(
                        context.type(Context.child(path, tree.getArguments().get(2))));
    }

    private boolean fillsAlike(TreePath path, MethodInvocationTree tree) {
        List<? extends ExpressionTree> arguments = tree.getArguments();
        TreePath last = Context.child(path, arguments.get(arguments.size() - 1));
        return context.type(Context.child(path, arguments.get(0))) instanceof ArrayType array
                && (!(array.element() instanceof ArrayType) || array.element().equals(context.type(last)));
    }

    @Nullable
    Value lower(TreePath path, MethodInvocationTree tree, BulkKind kind) {
        Expressions expressions = new Expressions(context);
        List<Value> operands = new ArrayList<>();
        if (kind == BulkKind.CLONE && tree.getMethodSelect() instanceof MemberSelectTree select) {
            operands.add(expressions.lower(Context.child(Context.child(path, select), select.getExpression())));
        }
        for (int i = 0; i < tree.getArguments().size(); i++) {
            TreePath argument = Context.child(path, tree.getArguments().get(i));
            boolean filler = (kind == BulkKind.FILL || kind == BulkKind.FILL_RANGE)
                    && i == tree.getArguments().size() - 1;
            if (filler) {
                operands.add(expressions.lower(
                        argument, fillerType((ArrayType) operands.get(0).type()), ""));
            } else {
                Value value = expressions.lower(argument);
                boolean index = !(value.type() instanceof ArrayType);
                operands.add(index ? new Conversions(context).convert(value, Scalar.INT, argument) : value);
            }
        }
        boolean results = kind == BulkKind.CLONE || kind == BulkKind.COPY_OF || kind == BulkKind.COPY_OF_RANGE;
        Value result = results ? new Value(operands.get(0).type(), "") : null;
        context.block(path).append(new Node.Bulk(result, kind, operands, context.origin(path)));
        return result;
    }

    private static Type fillerType(ArrayType array) {
        return array.element() instanceof ObjectType ? ObjectType.OBJECT : array.element();
    }
}
