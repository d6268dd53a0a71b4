package dev.pullback.processor.lower;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.List;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Lowers {@code instanceof}; a pattern variable is assigned where the test has succeeded. */
final class Patterns {

    private final Context context;

    Patterns(Context context) {
        this.context = context;
    }

    Value instanceOf(TreePath path, InstanceOfTree tree) {
        Value value = new Expressions(context).lower(Context.child(path, tree.getExpression()));
        if (tree.getPattern() == null) {
            return test(path, value, context.type(Context.child(path, tree.getType())));
        } else if (!(tree.getPattern() instanceof BindingPatternTree binding)) {
            context.refuse(Fence.PATTERN, path);
            return context.block(path).constant(false);
        } else {
            TreePath pattern = Context.child(path, binding);
            TreePath variable = Context.child(pattern, binding.getVariable());
            Element element = context.sources().element(variable);
            return matched(path, value, element);
        }
    }

    private Value matched(TreePath path, Value value, @Nullable Element element) {
        Local variable = element == null ? null : context.scope().find(element);
        if (element == null || variable == null) {
            context.refuse(Fence.PATTERN, path);
            return context.block(path).constant(false);
        }
        Type type = context.type(element.asType(), path);
        Value matches = test(path, value, type);
        Branches.of(
                context,
                matches,
                () -> context.code().set(variable, new Conversions(context).cast(value, type, path)),
                () -> {});
        return matches;
    }

    private Value test(TreePath path, Value value, Type type) {
        Value result = new Value(Scalar.BOOLEAN, "");
        List<String> pieces = List.of("", " instanceof " + type.java());
        context.block(path).append(new Node.Opaque(result, pieces, List.of(value), context.origin(path)));
        return result;
    }
}
