package dev.pullback.processor.lower;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Lowers assignments, whose value is what was assigned. The target is evaluated first and once; a compound assignment reads it before the
 * right-hand side is evaluated (JLS 15.26).
 *
 * <pre>
 * a[i++] += b      i2 = ADD i, 1;  old = load a, i;  new = ADD old, b;  store a, i, new
 * </pre>
 */
final class Assignments {

    private final Context context;
    private final Conversions conversions;

    Assignments(Context context) {
        this.context = context;
        this.conversions = new Conversions(context);
    }

    /** Where a value goes to; everything that says where has been evaluated. */
    private interface Target {

        Type type();

        String name();

        Value read();

        void write(Value value);
    }

    Value assign(TreePath path, AssignmentTree tree) {
        Target target = target(Context.child(path, tree.getVariable()));
        Value value =
                new Expressions(context).lower(Context.child(path, tree.getExpression()), target.type(), target.name());
        target.write(value);
        return value;
    }

    Value compound(TreePath path, CompoundAssignmentTree tree) {
        Target target = target(Context.child(path, tree.getVariable()));
        TreePath right = Context.child(path, tree.getExpression());
        Value old = target.read();
        Primitive operator = Operators.primitive(tree.getKind());
        boolean text = operator == Primitive.ADD
                && (Conversions.isString(target.type()) || Conversions.isString(context.type(right)));
        if (operator == null) {
            context.refuse(Fence.CONSTRUCT, path);
            return old;
        }
        Value value;
        if (text) {
            value = conversions.convert(new Opaques(context).joined(path, old, right), target.type(), path);
        } else {
            Value left = conversions.unbox(old, path);
            Operators operators = new Operators(context);
            Value operand = operators.operand(right, operator, target.type());
            value = stored(target, operators.arithmetic(operator, left, operand, path), path);
        }
        value = context.code().block().named(target.name(), value);
        target.write(value);
        return value;
    }

    /** {@code ++} and {@code --}: the value is the new one in front of the variable, the old one behind it. */
    Value step(TreePath path, UnaryTree tree) {
        Target target = target(Context.child(path, tree.getExpression()));
        Value old = target.read();
        Value left = conversions.unbox(old, path);
        if (!(left.type() instanceof Scalar scalar)) {
            return context.unfit(path, old.type());
        }
        boolean up = tree.getKind() == Tree.Kind.PREFIX_INCREMENT || tree.getKind() == Tree.Kind.POSTFIX_INCREMENT;
        boolean prefix = tree.getKind() == Tree.Kind.PREFIX_INCREMENT || tree.getKind() == Tree.Kind.PREFIX_DECREMENT;
        Scalar wide = scalar.ordinal() < Scalar.INT.ordinal() ? Scalar.INT : scalar;
        Value one = context.block(path).constant(wide, wide.one());
        Value sum = new Operators(context).arithmetic(up ? Primitive.ADD : Primitive.SUB, left, one, path);
        Value value = context.code().block().named(target.name(), stored(target, sum, path));
        target.write(value);
        return prefix ? value : old;
    }

    /** The implicit cast of a compound assignment. */
    private Value stored(Target target, Value value, TreePath path) {
        Scalar scalar = Conversions.unboxed(target.type());
        Value cast = scalar == null ? value : conversions.number(value, scalar, path);
        return conversions.convert(cast, target.type(), path);
    }

    private Target target(TreePath wrapped) {
        TreePath path = Sources.bare(wrapped);
        Tree tree = path.getLeaf();
        if (tree instanceof ArrayAccessTree access) {
            return element(path, access);
        }
        Element element = context.sources().element(path);
        if (element instanceof VariableElement variable && !element.getKind().isField()) {
            Local local = context.scope().find(variable);
            // a variable that an earlier group of the same switch declares
            return local(local != null ? local : context.scope().declare(variable, context.type(path)));
        }
        return field(path, (ExpressionTree) tree);
    }

    private Target local(Local local) {
        return new Target() {
            @Override
            public Type type() {
                return local.type();
            }

            @Override
            public String name() {
                return local.name();
            }

            @Override
            public Value read() {
                return context.read(local);
            }

            @Override
            public void write(Value value) {
                context.code().set(local, value);
            }
        };
    }

    private Target element(TreePath path, ArrayAccessTree tree) {
        Arrays arrays = new Arrays(context);
        Value array = arrays.array(path, tree);
        Value index = arrays.index(path, tree);
        return new Target() {
            @Override
            public Type type() {
                return array.type() instanceof ArrayType type ? type.element() : ObjectType.OBJECT;
            }

            @Override
            public String name() {
                return "";
            }

            @Override
            public Value read() {
                return arrays.load(path, array, index);
            }

            @Override
            public void write(Value value) {
                context.block(path).store(array, index, value);
            }
        };
    }

    private Target field(TreePath path, ExpressionTree tree) {
        Type type = context.type(path);
        Opaques opaques = new Opaques(context);
        @Nullable Value owner = tree instanceof IdentifierTree ? null : opaques.owner(path);
        return new Target() {
            @Override
            public Type type() {
                return type;
            }

            @Override
            public String name() {
                return "";
            }

            @Override
            public Value read() {
                return opaques.readField(path, owner, type);
            }

            @Override
            public void write(Value value) {
                opaques.writeField(path, owner, value);
            }
        };
    }
}
