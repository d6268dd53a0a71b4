package dev.pullback.processor.lower;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Turns a method as javac understands it into the IR: variables into values, control flow into regions, implicit conversions and the order of
 * evaluation into nodes.
 *
 * <pre>
 * double s = 0;                               %s = loop step 1 (0, 0.0) as (i, s)
 * for (int i = 0; i &lt; x.length; i++) {          { yield LT i, length x }
 *   s += x[i] * x[i];                           { a = load x, i; b = load x, i; s2 = ADD s, (MUL a, b); yield s2 }
 * }                                           yield %s
 * return s;
 * </pre>
 */
public final class Lowering {

    private Lowering() {}

    /** What cannot be lowered is reported, all of it; the function is then of no use. */
    public static Function of(
            MethodSource source, Trees trees, Elements elements, Types types, Callees callees, Problems problems) {
        if (Intrinsics.isOne(source.element())) {
            return byRule(source);
        }
        Sources sources = new Sources(source.path().getCompilationUnit(), trees, elements, types);
        Context context = new Context(source, sources, callees, problems);
        List<Value> params = params(source, context);
        MethodTree tree = (MethodTree) source.path().getLeaf();
        context.refuseRecord(source.element().getReturnType(), Sources.child(source.path(), tree.getReturnType()));
        declareBindings(source.path(), context);
        if (tree.getBody() != null) {
            Statements statements = new Statements(context);
            TreePath body = Sources.child(source.path(), tree.getBody());
            // where a result is needed every way ends in a return, so the end is no place of its own
            boolean ends = source.signature().returnsNothing();
            statements.run(statements.rest(body), ends ? Set.of(context.returns()) : Set.of());
        }
        Function function = new Function(source.signature(), params, body(context, source.signature()));
        return UpperBits.in(Flattening.of(function));
    }

    /** Reports the first expression of a method that javac gave no type to. */
    public static boolean reportsUnknown(MethodSource source, Trees trees, Problems problems) {
        return new TreePathScanner<Boolean, @Nullable Void>() {
            @Override
            public Boolean scan(@Nullable Tree tree, @Nullable Void unused) {
                if (tree instanceof ExpressionTree && !(tree instanceof AnnotationTree)) {
                    TreePath path = Sources.child(getCurrentPath(), tree);
                    TypeMirror type = trees.getTypeMirror(path);
                    if (type != null && type.getKind() == TypeKind.ERROR) {
                        Origin origin = source.signature().origin();
                        problems.report(
                                Problem.UNSUPPORTED,
                                new Origin(origin.file(), origin.line(), origin.text(), path),
                                Fence.UNKNOWN_TYPE.what(),
                                Fence.UNKNOWN_TYPE.advice());
                        return true;
                    }
                }
                return Boolean.TRUE.equals(super.scan(tree, null));
            }

            @Override
            public Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
                return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
            }
        }.scan(source.path(), null);
    }

    /** A method that the table has a rule for is differentiated by that, not by its body. */
    private static Function byRule(MethodSource source) {
        Signature signature = source.signature();
        List<Value> params = signature.parameters().stream()
                .map(parameter -> new Value(parameter.type(), parameter.name()))
                .toList();
        Value result = new Value(signature.result(), "");
        Node call = new Node.Op(result, Intrinsics.of(source.element()), params, signature.origin());
        return new Function(signature, params, new Region(List.of(call), List.of(result)));
    }

    private static List<Value> params(MethodSource source, Context context) {
        List<Value> params = new ArrayList<>();
        List<? extends VariableTree> trees = ((MethodTree) source.path().getLeaf()).getParameters();
        for (int i = 0; i < trees.size(); i++) {
            Signature.Parameter parameter = source.signature().given().get(i);
            Element element = source.element().getParameters().get(i);
            context.refuseRecord(element.asType(), Sources.child(source.path(), trees.get(i)));
            Value param = new Value(parameter.type(), parameter.name());
            context.code().set(context.scope().declare(element, parameter.type()), param);
            params.add(param);
        }
        return params;
    }

    /** Pattern variables are in scope where the pattern has matched, wherever that is; so they are declared for the whole method. */
    private static void declareBindings(TreePath method, Context context) {
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitBindingPattern(
                    com.sun.source.tree.BindingPatternTree tree, @Nullable Void unused) {
                TreePath variable = Sources.child(getCurrentPath(), tree.getVariable());
                Element element = context.sources().element(variable);
                if (element != null) {
                    context.scope().declare(element, IrTypes.of(element.asType()));
                }
                return null;
            }
        }.scan(method, null);
    }

    private static Region body(Context context, Signature signature) {
        List<Value> yields =
                signature.returnsNothing() ? List.of() : List.of(context.code().orDefault(context.result()));
        List<Node> nodes = new ArrayList<>(context.entry().block().nodes());
        nodes.addAll(context.code().block().nodes());
        return new Region(nodes, yields);
    }
}
