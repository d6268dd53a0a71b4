package dev.pullback.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.ir.Intrinsic;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Target;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes expression trees, with the parentheses and casts that they need and no others. */
final class Expressions {

    private final Trees trees;
    private final Map<Value, Variable> variables;
    private final Owners owners;
    private final Literals literals;
    private final Operators operators = new Operators(this);

    Expressions(Trees trees, Map<Value, Variable> variables, Owners owners) {
        this.trees = trees;
        this.variables = variables;
        this.owners = owners;
        this.literals = new Literals(owners);
    }

    /** The node that is written where the value is read, or null. */
    @Nullable
    Node inlined(Value value) {
        return trees.inlined(value);
    }

    Variable variable(Value value) {
        Variable variable = variables.get(value);
        if (variable == null) {
            throw new IllegalStateException("no variable for " + value);
        }
        return variable;
    }

    /** The value, as an expression of its very type. */
    Expression of(Value value) {
        Node node = trees.inlined(value);
        return node == null ? Expression.primary("$L", variable(value).name()) : of(node);
    }

    /** The value, where Java widens what is written to the value's type. */
    Expression widened(Value value) {
        Node node = trees.inlined(value);
        return node == null ? of(value) : widened(node);
    }

    /** What a node computes, where Java widens what is written to the type of the result. */
    Expression widened(Node node) {
        Value operand = Widening.castOperand(node);
        if (operand != null) {
            return of(operand);
        }
        if (node instanceof Node.Const constant && constant.literal() != null) {
            CodeBlock narrow = Literals.narrow(constant.literal());
            if (narrow != null) {
                return new Expression(narrow, Literals.precedence(constant.literal()));
            }
        }
        return of(node);
    }

    /** Whether {@link #widened} writes something of another type. */
    boolean isWidened(Value value) {
        Node node = trees.inlined(value);
        return Widening.castOperand(node) != null
                || node instanceof Node.Const constant
                        && constant.literal() != null
                        && Literals.narrow(constant.literal()) != null;
    }

    /** The condition, negated. */
    Expression not(Value condition) {
        return operators.not(condition);
    }

    CodeBlock literal(Object literal) {
        return literals.of(literal);
    }

    /** What a node computes. */
    Expression of(Node node) {
        if (node instanceof Node.Const constant) {
            return new Expression(literals.of(constant.literal()), Literals.precedence(constant.literal()));
        } else if (node instanceof Node.Op op) {
            return op.operator() instanceof Intrinsic function ? function(op, function) : operators.of(op);
        } else if (node instanceof Node.Load load) {
            return Expression.primary(
                    "$L[$L]", object(load.array()), widened(load.index()).code());
        } else if (node instanceof Node.Length length) {
            return Expression.primary("$L.length", object(length.array()));
        } else if (node instanceof Node.NewArray array) {
            return newArray(array);
        } else if (node instanceof Node.Bulk bulk) {
            return bulk(bulk);
        } else if (node instanceof Node.If branch) {
            return operators.conditional(branch);
        } else if (node instanceof Node.Call call) {
            return Expression.primary(
                    "$L.$L($L)", owners.of(call.callee().owner()), call.callee().name(), arguments(call.operands()));
        } else if (node instanceof Node.Invoke invoke) {
            return invoke(invoke);
        }
        return opaque((Node.Opaque) node);
    }

    /** In front of a dot or a bracket. */
    CodeBlock object(Value value) {
        return isNull(value) ? CodeBlock.of("($L)", argument(value)) : of(value).binding(Expression.PRIMARY);
    }

    private boolean isNull(Value value) {
        return trees.inlined(value) instanceof Node.Const constant && constant.literal() == null;
    }

    // --- calls

    private Expression function(Node.Op op, Intrinsic function) {
        List<CodeBlock> arguments = new ArrayList<>();
        boolean doubles = Widening.takesDoublesOnly(function.owner(), function.name());
        for (Value operand : op.operands()) {
            arguments.add((doubles ? widened(operand) : of(operand)).code());
        }
        return Expression.primary(
                "$L.$L($L)", owners.of(function.owner()), function.name(), CodeBlock.join(arguments, ",$W"));
    }

    private CodeBlock arguments(List<Value> values) {
        CodeBlock joined = CodeBlock.join(values.stream().map(this::argument).toList(), ",$W");
        // a record may be too long for what is left of the line
        return !values.isEmpty() && isConstruction(values.get(0)) ? CodeBlock.of("$Z$L", joined) : joined;
    }

    private boolean isConstruction(Value value) {
        return trees.inlined(value) instanceof Node.Invoke invoke
                && invoke.target().kind() == Target.Kind.CONSTRUCTOR;
    }

    /** An argument by whose type Java finds the method. */
    private CodeBlock argument(Value value) {
        return isNull(value)
                ? CodeBlock.of("($T) null", TypeNames.of(value.type()))
                : of(value).code();
    }

    private Expression invoke(Node.Invoke invoke) {
        List<Value> operands = invoke.operands();
        Target target = invoke.target();
        return switch (target.kind()) {
            case STATIC ->
                target.owner().isEmpty()
                        ? Expression.primary("$L($L)", target.name(), arguments(operands))
                        : Expression.primary(
                                "$L.$L($L)", owners.of(target.owner()), target.name(), arguments(operands));
            case CONSTRUCTOR -> Expression.primary("new $T($L)", TypeNames.parse(target.owner()), arguments(operands));
            case INSTANCE ->
                Expression.primary(
                        "$L.$L($L)",
                        object(operands.get(0)),
                        target.name(),
                        arguments(operands.subList(1, operands.size())));
        };
    }

    private Expression bulk(Node.Bulk bulk) {
        List<Value> operands = bulk.operands();
        return switch (bulk.kind()) {
            case CLONE -> Expression.primary("$L.clone()", object(operands.get(0)));
            case COPY_OF -> library(Arrays.class, "copyOf", operands);
            case COPY_OF_RANGE -> library(Arrays.class, "copyOfRange", operands);
            case ARRAYCOPY -> library(System.class, "arraycopy", operands);
            case FILL, FILL_RANGE -> library(Arrays.class, "fill", operands);
        };
    }

    private Expression library(Class<?> owner, String method, List<Value> operands) {
        return Expression.primary("$L.$L($L)", owners.of(owner), method, arguments(operands));
    }

    private Expression opaque(Node.Opaque opaque) {
        CodeBlock.Builder code =
                CodeBlock.builder().add(Opaques.wrapped(opaque.pieces().get(0)));
        for (int i = 0; i < opaque.operands().size(); i++) {
            Expression operand = of(opaque.operands().get(i));
            code.add(Opaques.isSeparate(opaque, i) ? operand.code() : operand.binding(Expression.PRIMARY));
            code.add(Opaques.wrapped(opaque.pieces().get(i + 1)));
        }
        return new Expression(code.build(), Opaques.precedence(opaque));
    }

    // --- arrays

    private Expression newArray(Node.NewArray array) {
        TypeName type = TypeNames.of(array.result().type());
        List<Value> elements = trees.initialiser(array);
        if (elements != null) {
            return new Expression(CodeBlock.of("new $T $L", type, initialiser(elements)), Expression.UNARY);
        }
        TypeName leaf = type;
        CodeBlock.Builder dimensions = CodeBlock.builder();
        for (int i = 0; leaf instanceof ArrayTypeName inner; i++) {
            leaf = inner.componentType();
            if (i < array.dimensions().size()) {
                dimensions.add("[$L]", widened(array.dimensions().get(i)).code());
            } else {
                dimensions.add("[]");
            }
        }
        return new Expression(CodeBlock.of("new $T$L", leaf, dimensions.build()), Expression.UNARY);
    }

    private CodeBlock initialiser(List<Value> elements) {
        List<CodeBlock> all = new ArrayList<>();
        for (Value element : elements) {
            List<Value> inner = trees.inlined(element) instanceof Node.NewArray row ? trees.initialiser(row) : null;
            all.add(inner != null ? initialiser(inner) : widened(element).code());
        }
        return CodeBlock.of("{$L}", CodeBlock.join(all, ",$W"));
    }

    /** {@code a[i]}, to be assigned. */
    CodeBlock element(Node.Store store) {
        return CodeBlock.of(
                "$L[$L]", object(store.array()), widened(store.index()).code());
    }

    Trees.@Nullable Accumulation accumulation(Node.Store store) {
        return trees.accumulation(store);
    }

    static boolean isFloating(Value value) {
        return value.type() == Scalar.DOUBLE || value.type() == Scalar.FLOAT;
    }
}
