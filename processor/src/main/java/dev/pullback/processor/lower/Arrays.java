package dev.pullback.processor.lower;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Lowers reads of array elements and the creation of arrays, with and without an initialiser. */
final class Arrays {

    private final Context context;

    Arrays(Context context) {
        this.context = context;
    }

    Value load(TreePath path, ArrayAccessTree tree) {
        Value array = array(path, tree);
        Value index = index(path, tree);
        return load(path, array, index);
    }

    Value load(TreePath path, Value array, Value index) {
        if (!(array.type() instanceof ArrayType)) {
            return context.unfit(path, context.type(path));
        }
        return context.block(path).load("", array, index);
    }

    /** The array of an element; always of an array type but after an error. */
    Value array(TreePath path, ArrayAccessTree tree) {
        return new Expressions(context).lower(Context.child(path, tree.getExpression()));
    }

    Value index(TreePath path, ArrayAccessTree tree) {
        return new Expressions(context).lower(Context.child(path, tree.getIndex()), Scalar.INT, "");
    }

    /** {@code new double[n][m]} or {@code {a, b}}. */
    Value create(TreePath path, String name) {
        NewArrayTree tree = (NewArrayTree) path.getLeaf();
        Type type = context.type(path);
        if (!(type instanceof ArrayType array)) {
            return context.unfit(path, ObjectType.OBJECT);
        }
        if (tree.getInitializers() != null) {
            return initialised(path, tree.getInitializers(), array, name);
        }
        List<Value> dimensions = new ArrayList<>();
        for (ExpressionTree dimension : tree.getDimensions()) {
            dimensions.add(new Expressions(context).lower(Context.child(path, dimension), Scalar.INT, ""));
        }
        return context.block(path).newArray(name, array, dimensions);
    }

    private Value initialised(TreePath path, List<? extends ExpressionTree> elements, ArrayType type, String name) {
        Value length = context.block(path).constant(elements.size());
        Value array = context.block(path).newArray(name, type, List.of(length));
        for (int i = 0; i < elements.size(); i++) {
            TreePath element = Context.child(path, elements.get(i));
            Value index = context.block(element).constant(i);
            Value value = new Expressions(context).lower(element, type.element(), "");
            context.block(element).store(array, index, value);
        }
        return array;
    }
}
