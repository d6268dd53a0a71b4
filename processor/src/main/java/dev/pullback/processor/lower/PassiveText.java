package dev.pullback.processor.lower;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Prints a passive expression as Java source that means the same in the generated class, with holes for the values that it uses. Parts that
 * need nodes of their own get them, and what is evaluated before such a part is then evaluated before it here too.
 *
 * <pre>
 * names.get(i + 1).concat(s)      `$.get($).concat($)` with names, (ADD i, 1), s
 * names.get(next()) + a[k]        t = `$.get(example.Model.next())` with names;  v = load a, k;  `$ + $` with t, v
 * </pre>
 */
final class PassiveText {

    private final Context context;
    private final Names names;
    private final List<String> pieces = new ArrayList<>();
    private final List<Value> operands = new ArrayList<>();
    private StringBuilder piece = new StringBuilder();
    /** In a lambda nothing can be computed beforehand: all of its body stays text. */
    private boolean inLambda;

    PassiveText(Context context) {
        this.context = context;
        this.names = new Names(context);
    }

    PassiveText text(String text) {
        piece.append(text);
        return this;
    }

    PassiveText value(Value value) {
        Object literal = context.code().block().literalOf(value);
        if (literal != null) {
            return text(names.literal(value.type(), literal));
        } else if (context.isNull(value)) {
            return text("((" + value.type().java() + ") null)");
        }
        pieces.add(piece.toString());
        piece = new StringBuilder();
        operands.add(value);
        return this;
    }

    /** An argument of a call, after those that stand in front of it. */
    PassiveText argument(TreePath path) {
        return list(parts(List.of(path)));
    }

    Node.Opaque node(@Nullable Value result, TreePath at) {
        List<String> all = new ArrayList<>(pieces);
        all.add(piece.toString());
        return new Node.Opaque(result, all, operands, context.origin(at));
    }

    // --- parts

    /** A part that has been brought into order: a value, or a path whose text is evaluated in place. */
    private record Part(@Nullable Value value, TreePath path) {}

    private List<Part> parts(List<TreePath> paths) {
        int ordered = -1;
        for (int i = 0; i < paths.size(); i++) {
            if (!inLambda && Shape.of(context, paths.get(i)) == Shape.ORDERED) {
                ordered = i;
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            TreePath path = paths.get(i);
            boolean inPlace = inLambda
                    || isFunction(path)
                    || isLiteral(path)
                    || (i > ordered && Shape.of(context, path) == Shape.TEXT);
            parts.add(new Part(inPlace ? null : new Expressions(context).lower(path), path));
        }
        return parts;
    }

    private static boolean isFunction(TreePath path) {
        Tree.Kind kind = Sources.bare(path).getLeaf().getKind();
        return kind == Tree.Kind.LAMBDA_EXPRESSION || kind == Tree.Kind.MEMBER_REFERENCE;
    }

    private boolean isLiteral(TreePath path) {
        TreePath bare = Sources.bare(path);
        return bare.getLeaf().getKind() == Tree.Kind.NULL_LITERAL || Constants.of(context.sources(), bare) != null;
    }

    private PassiveText part(Part part) {
        return part.value() == null ? print(part.path()) : value(part.value());
    }

    private PassiveText list(List<Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            text(i == 0 ? "" : ", ").part(parts.get(i));
        }
        return this;
    }

    private static List<TreePath> children(TreePath parent, List<? extends ExpressionTree> trees) {
        return trees.stream().map(tree -> Context.child(parent, tree)).toList();
    }

    // --- expressions

    PassiveText print(TreePath path) {
        Tree tree = path.getLeaf();
        Object constant = Constants.of(context.sources(), path);
        if (constant != null && !isVisibleField(path)) {
            return text(names.literal(context.type(path), constant));
        }
        switch (tree.getKind()) {
            case PARENTHESIZED ->
                text("(")
                        .print(Context.child(path, ((ParenthesizedTree) tree).getExpression()))
                        .text(")");
            case NULL_LITERAL -> text("null");
            case IDENTIFIER -> identifier(path);
            case MEMBER_SELECT -> select(path, (MemberSelectTree) tree);
            case METHOD_INVOCATION -> invocation(path, (MethodInvocationTree) tree);
            case NEW_CLASS -> creation(path, (NewClassTree) tree);
            case PLUS -> joined(path, (BinaryTree) tree);
            case TYPE_CAST -> {
                TypeCastTree cast = (TypeCastTree) tree;
                List<Part> operand = parts(List.of(Context.child(path, cast.getExpression())));
                text("(" + names.type(Context.child(path, cast.getType())) + ") ")
                        .list(operand);
            }
            case INSTANCE_OF -> test(path, (InstanceOfTree) tree);
            case LAMBDA_EXPRESSION -> lambda(path, (LambdaExpressionTree) tree);
            case MEMBER_REFERENCE -> reference(path, (MemberReferenceTree) tree);
            default -> inLambda(path, tree);
        }
        return this;
    }

    private boolean isVisibleField(TreePath path) {
        Element element = context.sources().element(path);
        return element != null
                && element.getKind().isField()
                && context.access().isVisible(element);
    }

    private void identifier(TreePath path) {
        Element element = context.sources().element(path);
        Local variable = element == null ? null : context.scope().find(element);
        if (variable != null) {
            value(context.read(variable));
        } else if (element != null && element.getKind().isField()) {
            text(names.ofStatic(element, path));
        } else if (element instanceof TypeElement) {
            text(names.type(path));
        } else {
            text(path.getLeaf().toString());
        }
    }

    private void select(TreePath path, MemberSelectTree tree) {
        Element element = context.sources().element(path);
        TreePath owner = Context.child(path, tree.getExpression());
        if (tree.getIdentifier().contentEquals("class")) {
            text(names.type(owner) + ".class");
        } else if (element instanceof TypeElement) {
            text(names.type(path));
        } else if (element == null) {
            context.refuseUnknown(path);
        } else if (element instanceof VariableElement && Names.isType(context, owner)) {
            text(names.ofStatic(element, owner, path));
        } else {
            list(parts(List.of(owner))).text(names.member(element, path));
        }
    }

    private void invocation(TreePath path, MethodInvocationTree tree) {
        Element method = context.sources().element(path);
        if (method == null) {
            context.refuseUnknown(path);
            return;
        }
        TreePath called = Context.child(path, tree.getMethodSelect());
        List<TreePath> all = new ArrayList<>(children(path, tree.getArguments()));
        boolean receiver = tree.getMethodSelect() instanceof MemberSelectTree select
                && !Names.isType(context, Context.child(called, select.getExpression()));
        if (receiver) {
            all.add(0, Context.child(called, ((MemberSelectTree) tree.getMethodSelect()).getExpression()));
        }
        List<Part> parts = parts(all);
        String name;
        if (receiver && !method.getModifiers().contains(Modifier.STATIC)) {
            part(parts.get(0));
            name = names.member(method, path);
        } else {
            name = called(path, tree, method);
        }
        int dot = name.lastIndexOf('.') + 1;
        text(name.substring(0, dot) + typeArguments(path, tree) + name.substring(dot));
        text("(").list(receiver ? parts.subList(1, parts.size()) : parts).text(")");
    }

    /** What a static method is called by. */
    String called(TreePath path, MethodInvocationTree tree, Element method) {
        if (tree.getMethodSelect() instanceof MemberSelectTree select) {
            TreePath owner = Context.child(Context.child(path, select), select.getExpression());
            if (Names.isType(context, owner)) {
                return names.ofStatic(method, owner, path);
            }
        }
        return names.ofStatic(method, path);
    }

    private String typeArguments(TreePath path, MethodInvocationTree tree) {
        if (tree.getTypeArguments().isEmpty()) {
            return "";
        }
        StringBuilder arguments = new StringBuilder();
        for (Tree argument : tree.getTypeArguments()) {
            arguments.append(arguments.isEmpty() ? "<" : ", ").append(names.type(Context.child(path, argument)));
        }
        return arguments.append('>').toString();
    }

    private void creation(TreePath path, NewClassTree tree) {
        if (tree.getClassBody() != null) {
            context.refuse(Fence.ANONYMOUS_CLASS, path);
            return;
        } else if (tree.getEnclosingExpression() != null) {
            context.refuse(Fence.OUTER_INSTANCE, path);
            return;
        }
        Element constructor = context.sources().element(path);
        if (constructor != null) {
            names.report(context.access().of(constructor), path);
        }
        List<Part> arguments = parts(children(path, tree.getArguments()));
        TreePath type = Context.child(path, tree.getIdentifier());
        boolean diamond = tree.getIdentifier() instanceof ParameterizedTypeTree parameterized
                && parameterized.getTypeArguments().isEmpty();
        String name = diamond
                ? names.type(Context.child(type, ((ParameterizedTypeTree) tree.getIdentifier()).getType())) + "<>"
                : names.type(type);
        text("new " + name + "(").list(arguments).text(")");
    }

    private void joined(TreePath path, BinaryTree tree) {
        if (inLambda || !Conversions.isString(context.type(path))) {
            inLambda(path, tree);
            return;
        }
        List<TreePath> leaves = new ArrayList<>();
        leaves(path, leaves);
        List<Part> parts = parts(leaves);
        for (int i = 0; i < parts.size(); i++) {
            text(i == 0 ? "" : " + ").part(parts.get(i));
        }
    }

    /** The operands of a chain of string concatenations, which Java evaluates from left to right. */
    private void leaves(TreePath path, List<TreePath> into) {
        if (path.getLeaf().getKind() == Tree.Kind.PLUS && Conversions.isString(context.type(path))) {
            BinaryTree tree = (BinaryTree) path.getLeaf();
            leaves(Context.child(path, tree.getLeftOperand()), into);
            into.add(Context.child(path, tree.getRightOperand()));
        } else {
            into.add(path);
        }
    }

    private void test(TreePath path, InstanceOfTree tree) {
        if (tree.getPattern() != null) {
            context.refuse(Fence.PATTERN, path);
            return;
        }
        list(parts(List.of(Context.child(path, tree.getExpression()))))
                .text(" instanceof " + names.type(Context.child(path, tree.getType())));
    }

    // --- functions

    private void reference(TreePath path, MemberReferenceTree tree) {
        TreePath qualifier = Context.child(path, tree.getQualifierExpression());
        Element member = context.sources().element(path);
        // what arrays have, clone and new, is no member of a class: only the type has to be visible
        if (member != null && !isArrayType(qualifier)) {
            names.report(
                    tree.getMode() == MemberReferenceTree.ReferenceMode.NEW
                            ? context.access().of(member)
                            : context.access().ofMember(member),
                    path);
        }
        boolean isType = switch (qualifier.getLeaf().getKind()) {
            case PARAMETERIZED_TYPE, ARRAY_TYPE, PRIMITIVE_TYPE -> true;
            default -> Names.isType(context, qualifier);
        };
        if (isType) {
            text(names.type(qualifier));
        } else if (inLambda || Shape.of(context, qualifier) == Shape.TRIVIAL) {
            print(qualifier);
        } else {
            context.refuse(Fence.BOUND_RECEIVER, path);
        }
        boolean creates = tree.getMode() == MemberReferenceTree.ReferenceMode.NEW;
        text("::" + (creates ? "new" : tree.getName().toString()));
    }

    private boolean isArrayType(TreePath qualifier) {
        TypeMirror type = context.sources().type(qualifier);
        return type != null && type.getKind() == TypeKind.ARRAY;
    }

    private void lambda(TreePath path, LambdaExpressionTree tree) {
        if (tree.getBodyKind() != LambdaExpressionTree.BodyKind.EXPRESSION) {
            context.refuse(Fence.BLOCK_LAMBDA, path);
            return;
        }
        boolean typed = hasTypes(tree);
        text("(");
        String separator = "";
        for (VariableTree parameter : tree.getParameters()) {
            TypeMirror type = typed ? context.sources().type(Context.child(path, parameter)) : null;
            String name = parameter.getName().toString();
            text(separator + (type == null ? "" : IrTypes.of(type).java() + " ") + (name.isEmpty() ? "_" : name));
            separator = ", ";
        }
        boolean outer = inLambda;
        inLambda = true;
        text(") -> ").print(Context.child(path, tree.getBody()));
        inLambda = outer;
    }

    /**
     * Whether the user wrote the types of the parameters, which then take part in the choice of overloads. javac fills them in where they are
     * not written, and tells only when it prints the lambda.
     */
    private static boolean hasTypes(LambdaExpressionTree tree) {
        String names = tree.getParameters().stream()
                .map(parameter -> parameter.getName().toString())
                .collect(Collectors.joining(","));
        String printed = tree.toString().strip();
        String header = printed.substring(0, Math.max(printed.indexOf("->"), 0)).replaceAll("[()\\s]", "");
        return !header.equals(names) && !header.equals(names.replaceAll("(?<=^|,)(?=,|$)", "_"));
    }

    private void inLambda(TreePath path, Tree tree) {
        if (!inLambda) {
            context.refuse(Fence.CONSTRUCT, path);
        } else if (tree instanceof BinaryTree binary) {
            print(Context.child(path, binary.getLeftOperand()))
                    .text(" " + Operators.symbol(tree.getKind()) + " ")
                    .print(Context.child(path, binary.getRightOperand()));
        } else if (tree instanceof UnaryTree unary && !Writes.isStep(unary)) {
            text(Operators.symbol(tree.getKind())).print(Context.child(path, unary.getExpression()));
        } else if (tree instanceof ConditionalExpressionTree conditional) {
            print(Context.child(path, conditional.getCondition()))
                    .text(" ? ")
                    .print(Context.child(path, conditional.getTrueExpression()))
                    .text(" : ")
                    .print(Context.child(path, conditional.getFalseExpression()));
        } else if (tree instanceof ArrayAccessTree access) {
            print(Context.child(path, access.getExpression()))
                    .text("[")
                    .print(Context.child(path, access.getIndex()))
                    .text("]");
        } else if (tree instanceof NewArrayTree array && array.getType() != null) {
            newArray(path, array);
        } else {
            context.refuse(Writes.areIn(path) ? Fence.EFFECT_IN_LAMBDA : Fence.PART_OF_LAMBDA, path);
        }
    }

    /** The tree has the type of the elements: {@code int[]} in {@code new int[n][]}. */
    private void newArray(TreePath path, NewArrayTree tree) {
        String element = names.type(Context.child(path, tree.getType()));
        int brackets = element.indexOf('[');
        int name = brackets < 0 ? element.length() : brackets;
        text("new " + element.substring(0, name));
        for (ExpressionTree dimension : tree.getDimensions()) {
            text("[").print(Context.child(path, dimension)).text("]");
        }
        text((tree.getInitializers() == null ? "" : "[]") + element.substring(name));
        if (tree.getInitializers() != null) {
            elements(path, tree.getInitializers());
        }
    }

    private void elements(TreePath path, List<? extends ExpressionTree> trees) {
        String separator = "{";
        for (ExpressionTree tree : trees) {
            TreePath element = Context.child(path, tree);
            text(separator);
            if (tree instanceof NewArrayTree nested && nested.getType() == null) {
                elements(element, nested.getInitializers());
            } else {
                print(element);
            }
            separator = ", ";
        }
        text(trees.isEmpty() ? "{}" : "}");
    }
}
