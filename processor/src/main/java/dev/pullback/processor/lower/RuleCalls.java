package dev.pullback.processor.lower;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.custom.CustomRule;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Lowers calls of methods that a user's rule is for. Of an instance method the object is the first argument. */
final class RuleCalls {

    private final Context context;

    RuleCalls(Context context) {
        this.context = context;
    }

    /**
     * The result; null for a call without one.
     *
     * @param rules at least one
     */
    @Nullable
    Value lower(TreePath path, MethodInvocationTree tree, ExecutableElement method, List<CustomRule> rules) {
        CustomRule rule = rules.get(0);
        if (rules.size() > 1) {
            context.report(Problem.RULE_AMBIGUOUS, path, method.getSimpleName(), holders(rules));
        }
        see(rule, method, path);
        Calls calls = new Calls(context);
        List<Value> arguments = new ArrayList<>();
        if (method.getModifiers().contains(Modifier.STATIC)) {
            calls.receiver(path, tree);
        } else if (tree.getMethodSelect() instanceof MemberSelectTree select) {
            TreePath object = Context.child(Context.child(path, select), select.getExpression());
            Value receiver = new Expressions(context).lower(object);
            arguments.add(context.code().block().named(nameOf(object), receiver));
        }
        arguments.addAll(calls.arguments(path, tree, method));
        return calls.call(path, rule.callee(), arguments);
    }

    /** An object that a field holds is called after that: {@code NORMAL} becomes {@code normal}. */
    private String nameOf(TreePath object) {
        Element element = context.sources().element(object);
        if (element == null || !element.getKind().isField()) {
            return "";
        }
        String name = element.getSimpleName().toString();
        StringBuilder camel = new StringBuilder();
        for (String word : name.equals(name.toUpperCase(Locale.ROOT))
                ? name.toLowerCase(Locale.ROOT).split("_")
                : new String[] {name}) {
            camel.append(
                    camel.isEmpty() || word.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return SourceVersion.isName(camel) ? camel.toString() : "";
    }

    /** Reports what generated code needs and cannot see. */
    private void see(CustomRule rule, ExecutableElement method, TreePath path) {
        Names names = new Names(context);
        names.report(context.access().of(rule.type()), path);
        names.report(context.access().ofMember(method), path);
        for (Element mentioned : rule.mentioned()) {
            names.report(context.access().of(mentioned), path);
        }
    }

    /** For messages: the classes that several rules are in. */
    private static String holders(List<CustomRule> rules) {
        return rules.stream()
                .map(rule -> String.valueOf(rule.mentioned().get(0).getEnclosingElement()))
                .collect(Collectors.joining(" and "));
    }
}
