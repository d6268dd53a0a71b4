package dev.pullback.processor.lower;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Target;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Lowers what is done with records that take part in differentiable code: they are made, and their components are read. {@link Flattening} then
 * takes them apart.
 */
final class RecordUse {

    private final Context context;

    RecordUse(Context context) {
        this.context = context;
    }

    /** Whether a method call reads a component. */
    static boolean isRead(MethodInvocationTree tree, ExecutableElement method) {
        return tree.getMethodSelect() instanceof MemberSelectTree && Records.isAccessor(method);
    }

    Value read(TreePath path, MethodInvocationTree tree, ExecutableElement method) {
        MemberSelectTree select = (MemberSelectTree) tree.getMethodSelect();
        TreePath owner = Context.child(Context.child(path, select), select.getExpression());
        Value record = new Expressions(context).lower(owner);
        return read(path, record, method.getSimpleName().toString());
    }

    private Value read(TreePath path, Value record, String component) {
        Type type = context.type(path);
        if (!(record.type() instanceof RecordType)) {
            return context.unfit(path, type);
        }
        Value result = new Value(type, "");
        context.block(path)
                .append(new Node.Invoke(
                        result, Target.instance(component), List.of(record), true, context.origin(path)));
        return result;
    }

    /** Whether an expression makes such a record. */
    static boolean isCreation(Context context, TreePath path) {
        return path.getLeaf() instanceof NewClassTree tree
                && tree.getClassBody() == null
                && context.sources().element(path) instanceof ExecutableElement constructor
                && Records.declaring(constructor).isPresent();
    }

    Value create(TreePath path) {
        NewClassTree tree = (NewClassTree) path.getLeaf();
        Type type = context.type(path);
        if (!(context.sources().element(path) instanceof ExecutableElement constructor)
                || !(type instanceof RecordType record)) {
            return context.unfit(path, type);
        }
        new Names(context).report(context.access().of(constructor), path);
        if (!Records.isCanonical(constructor)) {
            context.refuse(Fence.RECORD_CONSTRUCTOR, path);
            return context.placeholder(type);
        }
        List<Value> arguments = new ArrayList<>();
        List<? extends ExpressionTree> given = tree.getArguments();
        for (int i = 0; i < given.size(); i++) {
            Type component = record.components().get(i).type();
            arguments.add(new Expressions(context).lower(Context.child(path, given.get(i)), component, ""));
        }
        Value result = new Value(record, "");
        context.block(path)
                .append(new Node.Invoke(
                        result,
                        Target.constructor(record.java()),
                        arguments,
                        isGenerated(constructor),
                        context.origin(path)));
        return result;
    }

    /** Whether the user has written no constructor, so that nothing is lost if the object is not made. */
    private boolean isGenerated(ExecutableElement constructor) {
        Elements elements = context.sources().elements();
        Element type = constructor.getEnclosingElement();
        return type instanceof TypeElement
                && context.sources().declaration(type) != null
                && elements.getOrigin(constructor) == Elements.Origin.MANDATED;
    }
}
