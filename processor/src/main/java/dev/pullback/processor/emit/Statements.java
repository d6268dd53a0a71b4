package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes steps as statements, and names variables where they are declared. */
final class Statements {

    private final Expressions expressions;
    private final Assignments assignments;
    private final Declarations declarations;
    private final Set<Step> unread;
    private final Comments comments;
    private final BodyWriter.ReturnWriter returns;
    private final Set<String> usersNames;
    private final CodeBlock.Builder code = CodeBlock.builder();

    private Statements(
            Expressions expressions,
            Declarations declarations,
            Settling.Settled settled,
            Map<Value, Variable> variables,
            Commentary commentary,
            BodyWriter.ReturnWriter returns) {
        this.expressions = expressions;
        this.assignments = new Assignments(expressions);
        this.declarations = declarations;
        this.unread = settled.unread();
        this.comments = new Comments(commentary);
        this.returns = returns;
        this.usersNames = variables.values().stream()
                .filter(variable -> variable.named)
                .map(variable -> variable.hint)
                .collect(Collectors.toSet());
    }

    static CodeBlock write(
            Settling.Settled settled,
            Trees trees,
            Map<Value, Variable> variables,
            Owners owners,
            NameScope names,
            Commentary commentary,
            BodyWriter.ReturnWriter returns) {
        Expressions expressions = new Expressions(trees, variables, owners);
        Declarations declarations = Declarations.of(settled, trees, variables);
        Statements statements = new Statements(expressions, declarations, settled, variables, commentary, returns);
        statements.block(settled.steps(), names, 0);
        return statements.code.build();
    }

    private void block(List<Step> steps, NameScope scope, int depth) {
        for (Step step : steps) {
            comments.before(step, depth).ifPresent(comment -> code.add("// $L\n", comment));
            for (Variable variable : declarations.before(step)) {
                name(variable, scope);
                code.addStatement("$T $L", TypeNames.of(variable.type), variable.name());
            }
            step(step, scope, depth);
        }
    }

    private void name(Variable variable, NameScope scope) {
        variable.call(scope.fresh(variable.hint, variable.named ? Set.of() : usersNames));
    }

    private void step(Step step, NameScope scope, int depth) {
        if (step instanceof Step.Evaluate evaluate) {
            evaluate(evaluate, scope);
        } else if (step instanceof Step.Move move) {
            move(move, scope);
        } else if (step instanceof Step.Branch branch) {
            branch(branch, scope, depth);
            code.endControlFlow();
        } else if (step instanceof Step.Protect guarded) {
            guarded(guarded, scope, depth);
        } else if (step instanceof Step.Repeat repeat) {
            repeat(repeat, scope, depth);
        } else if (step instanceof Step.Leave leave) {
            leave(leave);
        } else if (step instanceof Step.Again) {
            code.addStatement("continue");
        } else if (step instanceof Step.Finish finish) {
            code.add(returns.write(finish.values.stream()
                    .map(value -> expressions.of(value).code())
                    .toList()));
        }
    }

    // --- assignments

    private void evaluate(Step.Evaluate evaluate, NameScope scope) {
        Node node = evaluate.node;
        if (node instanceof Node.Throw thrown) {
            code.addStatement("throw $L", expressions.of(thrown.exception()).code());
        } else if (node instanceof Node.Store store) {
            code.addStatement("$L", assignments.store(store));
        } else if (node.results().isEmpty() || unread.contains(evaluate) && isStatement(node)) {
            code.addStatement("$L", expressions.of(node).code());
        } else if (unread.contains(evaluate)) {
            Value result = node.results().get(0);
            code.addStatement(
                    "$T $L = $L",
                    TypeNames.of(result.type()),
                    scope.fresh("ignored", usersNames),
                    expressions.widened(node).code());
        } else {
            Variable variable = expressions.variable(node.results().get(0));
            CodeBlock value = expressions.widened(node).code();
            if (!declare(evaluate, variable, value, scope)) {
                code.addStatement("$L", assignments.assign(variable, node));
            }
        }
    }

    private static boolean isStatement(Node node) {
        return node instanceof Node.Call || node instanceof Node.Invoke || node instanceof Node.Bulk;
    }

    private void move(Step.Move move, NameScope scope) {
        Variable variable = expressions.variable(move.targets.get(0));
        Value source = move.sources.get(0);
        CodeBlock value = expressions.widened(source).code();
        if (!declare(move, variable, value, scope)) {
            code.addStatement("$L", assignments.assign(variable, source));
        }
    }

    private boolean declare(Step step, Variable variable, CodeBlock value, NameScope scope) {
        if (!declarations.isBy(step, variable)) {
            return false;
        }
        name(variable, scope);
        code.addStatement("$T $L = $L", TypeNames.of(variable.type), variable.name(), value);
        return true;
    }

    // --- control flow

    /** Without the last closing brace. */
    private void branch(Step.Branch branch, NameScope scope, int depth) {
        boolean turned = branch.then.isEmpty() && !branch.otherwise.isEmpty();
        Expression condition = turned ? expressions.not(branch.condition) : expressions.of(branch.condition);
        code.beginControlFlow("if ($L)", condition.code());
        branches(branch, turned, scope, depth);
    }

    private void branches(Step.Branch branch, boolean turned, NameScope scope, int depth) {
        block(turned ? branch.otherwise : branch.then, scope.child(), depth + 1);
        List<Step> rest = turned ? List.of() : branch.otherwise;
        if (rest.size() == 1 && rest.get(0) instanceof Step.Branch next && continuesChain(next)) {
            code.nextControlFlow("else if ($L)", expressions.of(next.condition).code());
            branches(next, false, scope, depth);
        } else if (!rest.isEmpty()) {
            code.nextControlFlow("else");
            block(rest, scope.child(), depth + 1);
        }
    }

    private boolean continuesChain(Step.Branch next) {
        return !next.then.isEmpty() && declarations.before(next).isEmpty() && !comments.isDue(next);
    }

    private void guarded(Step.Protect guarded, NameScope scope, int depth) {
        Value lock = guarded.node.lock();
        if (lock == null) {
            code.beginControlFlow("try");
        } else {
            code.beginControlFlow("synchronized ($L)", expressions.object(lock));
        }
        block(guarded.body, scope.child(), depth + 1);
        if (lock == null) {
            code.nextControlFlow("finally");
            block(guarded.last, scope.child(), depth + 1);
        }
        code.endControlFlow();
    }

    private void repeat(Step.Repeat repeat, NameScope scope, int depth) {
        NameScope inside = scope.child();
        CodeBlock condition = repeat.condition == null
                ? CodeBlock.of("true")
                : expressions.of(repeat.condition).code();
        switch (repeat.header) {
            case DO -> {
                code.beginControlFlow("do");
                block(repeat.body, inside, depth + 1);
                code.endControlFlow("while ($L)", condition);
            }
            case WHILE -> {
                code.beginControlFlow("while ($L)", condition);
                block(repeat.body, inside, depth + 1);
                code.endControlFlow();
            }
            case FOR -> {
                code.beginControlFlow(
                        "for ($L;$L;$W$L)", initial(repeat, inside), test(repeat), assignments.advance(repeat.loop));
                block(repeat.body, inside.child(), depth + 1);
                code.endControlFlow();
            }
        }
    }

    private CodeBlock initial(Step.Repeat repeat, NameScope scope) {
        Value counter = repeat.loop.counterParam();
        Variable variable = expressions.variable(counter);
        Value init = repeat.loop.inits().get(0);
        CodeBlock value = expressions.widened(init).code();
        if (declarations.isBy(repeat, variable)) {
            name(variable, scope);
            return CodeBlock.of("$T $L = $L", TypeNames.of(variable.type), variable.name(), value);
        }
        boolean same = expressions.inlined(init) == null && expressions.variable(init) == variable;
        return same ? CodeBlock.of("") : CodeBlock.of("$L = $L", variable.name(), value);
    }

    private CodeBlock test(Step.Repeat repeat) {
        return repeat.condition == null
                ? CodeBlock.of("")
                : CodeBlock.of("$W$L", expressions.of(repeat.condition).code());
    }

    private void leave(Step.Leave leave) {
        if (leave.condition == null) {
            code.addStatement("break");
            return;
        }
        Expression condition = leave.unless ? expressions.not(leave.condition) : expressions.of(leave.condition);
        code.beginControlFlow("if ($L)", condition.code());
        code.addStatement("break");
        code.endControlFlow();
    }
}
