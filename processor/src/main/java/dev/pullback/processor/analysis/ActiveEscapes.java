package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Derivatives;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Layout;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;
import dev.pullback.processor.rules.Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reports every place where a value that depends on an independent variable would silently lose its derivative. */
public final class ActiveEscapes {

    /** A string or a character, as Java writes them. */
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\]|\\\\.)*\"|'([^'\\\\]|\\\\.)*'");

    /** The name of a static method that is called. */
    private static final Pattern CALLED = Pattern.compile("[\\w$.]+\\(");

    private final Problems problems;
    private final Activity activity;
    private final Set<Value> onlyThrown = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Memory.ArrayClass> others = Collections.newSetFromMap(new IdentityHashMap<>());

    private ActiveEscapes(Problems problems, Activity activity) {
        this.problems = problems;
        this.activity = activity;
    }

    public static void check(Function function, Problems problems) {
        Activity activity = Activity.of(function, Memory.of(function));
        SplitNumbers.check(function, activity, problems);
        LostDerivatives.check(function, activity, problems);
        ActiveEscapes escapes = new ActiveEscapes(problems, activity);
        List<Node> nodes = Node.all(function.body());
        escapes.findOnlyThrown(function, nodes);
        escapes.findArraysOfOthers(nodes);
        nodes.forEach(escapes::node);
        escapes.inputs(function);
        escapes.results(function);
    }

    /**
     * What is built only to be thrown may show active values, since no derivative leaves by an exception; and so may a string that nobody
     * reads.
     */
    private void findOnlyThrown(Function function, List<Node> nodes) {
        Set<Value> used = Collections.newSetFromMap(new IdentityHashMap<>());
        used.addAll(function.body().yields());
        List<Node> backwards = new ArrayList<>(nodes);
        Collections.reverse(backwards);
        for (Node node : backwards) {
            node.regions().forEach(region -> used.addAll(region.yields()));
        }
        for (Node node : backwards) {
            if (node instanceof Node.Opaque n && isString(n) && !used.contains(n.result())) {
                onlyThrown.add(n.result());
            }
            boolean throwing = node instanceof Node.Throw
                    || (node instanceof Node.Opaque n
                            && (n.isNullCheck() || (n.result() != null && onlyThrown.contains(n.result()))));
            for (Value operand : node.operands()) {
                if (!throwing) {
                    used.add(operand);
                    onlyThrown.remove(operand);
                } else if (!used.contains(operand)) {
                    onlyThrown.add(operand);
                }
            }
        }
    }

    /** Whether a node does nothing but make a string, so that it does not matter if nobody reads that. */
    private static boolean isString(Node.Opaque node) {
        if (node.result() == null || !node.result().type().equals(ObjectType.STRING)) {
            return false;
        }
        String code = LITERAL.matcher(String.join("", node.pieces())).replaceAll("");
        return code.replace("java.lang.String.valueOf(", "").indexOf('(') < 0;
    }

    /** What a field or a call hands out is a constant, and whoever else has it would see a number without its derivative. */
    private void findArraysOfOthers(List<Node> nodes) {
        for (Node node : nodes) {
            if (node instanceof Node.Opaque n
                    && n.result() != null
                    && n.result().type() instanceof ArrayType
                    && n.result().type().differentiable()) {
                others.add(activity.memory().leafOf(n.result()));
            }
        }
    }

    private void node(Node node) {
        if (node instanceof Node.Opaque n) {
            if (n.isNullCheck() || n.onlyLooks() || (n.result() != null && onlyThrown.contains(n.result()))) {
                return;
            }
            for (Value operand : n.operands()) {
                if (activity.isVaried(operand)) {
                    opaque(n, operand);
                    return;
                } else if (operand.type() instanceof RecordType record && !looksAt(n, record)) {
                    escapes(operand, n.origin(), "it is given to code that is not differentiated");
                    return;
                }
            }
        } else if (node instanceof Node.Op n
                && Rules.kind(n) == Rules.Kind.UNKNOWN
                && n.operands().stream().anyMatch(activity::isVaried)) {
            problems.report(Problem.NO_DERIVATIVE_RULE, n.origin(), Rules.name(n.operator()));
        } else if (node instanceof Node.Protected n) {
            Node.all(n.last()).stream().filter(this::carriesDerivative).forEach(inner -> {
                problems.report(
                        Problem.UNSUPPORTED,
                        inner.origin(),
                        "Active code in a finally block",
                        "It is run on every way out, of which a derivative follows one only. Move it in front of the try statement, or behind it.");
            });
        } else if (node instanceof Node.Call n) {
            call(n);
        } else if (node instanceof Node.Store n) {
            store(n.value(), n.array(), n.origin());
        } else if (node instanceof Node.Bulk n) {
            switch (n.kind()) {
                case ARRAYCOPY -> store(n.operands().get(0), n.operands().get(2), n.origin());
                case FILL, FILL_RANGE ->
                    store(
                            n.operands().get(n.operands().size() - 1),
                            n.operands().get(0),
                            n.origin());
                case CLONE, COPY_OF, COPY_OF_RANGE -> {}
            }
        }
    }

    /** Whether a node only reads a component of a record, or asks for its type; what is in the record is followed by itself. */
    private static boolean looksAt(Node.Opaque node, RecordType record) {
        String text = node.pieces().get(node.pieces().size() - 1);
        boolean alone = node.pieces().size() == 2 && node.pieces().get(0).isEmpty();
        return alone
                && (text.startsWith(" instanceof ")
                        || record.components().stream()
                                .anyMatch(component -> text.equals("." + component.name() + "()"))
                        || record.leaves().stream()
                                .anyMatch(leaf -> text.equals("." + String.join("().", leaf.path()) + "()")));
    }

    /** Whether a derivative is changed by what the node does, or goes through it. */
    private boolean carriesDerivative(Node node) {
        boolean hands = node.results().stream().anyMatch(activity::isActive);
        if (node instanceof Node.Store store) {
            return activity.isActive(store.array());
        } else if (node instanceof Node.Bulk || node instanceof Node.Call) {
            return hands || node.operands().stream().anyMatch(activity::isActive);
        }
        return hands;
    }

    private void store(Value value, Value array, Origin origin) {
        if (value.type() instanceof RecordType) {
            escapes(value, origin, "it is put into an array");
            return;
        } else if (!activity.isVaried(value)) {
            return;
        } else if (!array.type().differentiable()) {
            escapes(value, origin, "it is put into an array of another type");
        } else if (isOfOthers(array)) {
            escapes(value, origin, "it is put into an array that comes from a field or from other code");
        }
    }

    private boolean isOfOthers(Value array) {
        return array.type() instanceof ArrayType
                && array.type().differentiable()
                && others.contains(activity.memory().leafOf(array));
    }

    private void escapes(Value value, Origin origin, String how) {
        String name = value.name().isEmpty() ? "of this expression" : value.name();
        problems.report(Problem.ACTIVE_ESCAPES, origin, name, how);
    }

    private void opaque(Node.Opaque node, Value operand) {
        boolean derivativeExpected = node.result() == null
                // a library method that works on an array in place, java.util.Arrays.sort(x)
                ? operand.type() instanceof ArrayType
                        && CALLED.matcher(node.pieces().get(0)).lookingAt()
                : node.result().type().differentiable();
        if (derivativeExpected) {
            problems.report(Problem.NO_DERIVATIVE_RULE, node.origin(), Wording.of(node));
        } else {
            escapes(operand, node.origin(), "it is given to code that is not differentiated");
        }
    }

    private void call(Node.Call node) {
        if (node.callee().derivatives() instanceof Derivatives.Stopped) {
            return;
        }
        for (int i = 0; i < node.operands().size(); i++) {
            Value operand = node.operands().get(i);
            if (operand.type() instanceof RecordType && !node.callee().isDifferentiated()) {
                escapes(operand, node.origin(), "the rule for " + node.callee().name() + " takes it as an object");
                continue;
            } else if (!operand.type().differentiable()) {
                continue;
            } else if (node.callee().active().get(i)) {
                if (node.callee().effects().written().contains(i)
                        && isOfOthers(operand)
                        && activity.isVaried(operand)) {
                    escapes(operand, node.origin(), "it comes from a field or from other code, and is written here");
                }
                continue;
            }
            String method = node.callee().isDifferentiated()
                    ? node.callee().name()
                    : "the rule for " + node.callee().name();
            String parameter = "parameter " + (i + 1) + " of " + method + " is @Constant";
            boolean writtenAndRead = operand.type() instanceof ArrayType
                    && node.callee().effects().written().contains(i)
                    && activity.isUseful(operand);
            if (activity.isVaried(operand) || writtenAndRead) {
                String name = operand.name().isEmpty() ? "of this argument" : operand.name();
                problems.report(Problem.ACTIVE_ESCAPES, node.origin(), name, parameter);
            }
        }
    }

    private void inputs(Function function) {
        Activity throughStops = Activity.throughStops(function, activity.memory());
        Signature signature = function.signature();
        for (Layout.Group group : signature.groups()) {
            boolean reaches = Stream.concat(Stream.of(group.index()), group.leaves().stream())
                    .filter(i -> signature.parameters().get(i).active())
                    .anyMatch(i -> throughStops.isUseful(function.params().get(i)));
            if (signature.isActive(group) && !reaches) {
                problems.report(
                        Problem.INPUT_DOES_NOT_REACH_OUTPUT,
                        signature.origin(),
                        signature.parameters().get(group.index()).name());
            }
        }
    }

    /** What the record of a result declares constant has no tangent for the caller. */
    private void results(Function function) {
        List<Value> yields = function.body().yields();
        if (yields.isEmpty() || !(function.signature().result() instanceof RecordType record)) {
            return;
        }
        for (int k = 0; k < record.leaves().size(); k++) {
            RecordType.Leaf leaf = record.leaves().get(k);
            if (leaf.constant() && leaf.type().differentiable() && activity.isVaried(yields.get(k + 1))) {
                String path = String.join(".", leaf.path());
                problems.report(
                        Problem.ACTIVE_ESCAPES,
                        function.signature().origin(),
                        path,
                        "component " + path + " of the result is @Constant");
            }
        }
    }
}
