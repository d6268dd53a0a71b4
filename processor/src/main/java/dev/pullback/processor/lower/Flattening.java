package dev.pullback.processor.lower;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Layout;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Rewriter;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Target;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes records apart. Wherever control flow or a call carries a record, it carries the values of its leaves beside it, and who reads a
 * component gets that value. The objects stay, as values that carry no derivative; those that nobody needs as a whole are dead code.
 *
 * <pre>
 * q = invoke new Quote(s, n)               q = invoke new Quote(s, n)
 * r = if c { yield q } { yield p }         r, rSpot, rN = if c { yield q, s, n } { yield p, pSpot, pN }
 * v = invoke r.spot()                      v is rSpot
 * </pre>
 *
 * <p>What a method is given in a record is read where the derivative starts. So that a record that is null is noticed where the source reads
 * it, each such read leaves a null check; but not if the method asks nowhere whether a record is null: then a null is noticed at once.
 */
final class Flattening {

    private final Map<Value, List<Value>> leaves = new IdentityHashMap<>();
    private final Rewriter renamed = new Rewriter();
    private boolean checking;

    private Flattening() {}

    static Function of(Function function) {
        boolean any = Node.all(function.body()).stream().anyMatch(Flattening::concernsRecords)
                || function.params().stream().anyMatch(param -> param.type() instanceof RecordType);
        return any ? new Flattening().flat(function) : function;
    }

    private static boolean concernsRecords(Node node) {
        return node.results().stream().anyMatch(value -> value.type() instanceof RecordType)
                || node.operands().stream().anyMatch(value -> value.type() instanceof RecordType);
    }

    private Function flat(Function function) {
        Signature signature = function.signature();
        List<Value> params = new ArrayList<>();
        List<Layout.Group> groups = signature.groups();
        for (int i = 0; i < groups.size(); i++) {
            Value param = function.params().get(i);
            params.add(param);
            List<Value> own = new ArrayList<>();
            for (int k : groups.get(i).leaves()) {
                Signature.Parameter leaf = signature.parameters().get(k);
                own.add(new Value(leaf.type(), leaf.name()));
            }
            params.addAll(own);
            leaves.put(param, own);
        }
        boolean asks = Node.all(function.body()).stream().anyMatch(Flattening::asksForNull);
        checking = asks;
        Region body = region(function.body(), new Block(signature.origin()), List.of());
        return new Function(asks ? signature.withNullRecords() : signature, params, body);
    }

    /** Whether a node tells a record that is null from others, other than by an exception without a message. */
    private static boolean asksForNull(Node node) {
        boolean about = node.operands().stream().anyMatch(Flattening::isRecord);
        if (node instanceof Node.Opaque opaque) {
            String last = opaque.pieces().get(opaque.pieces().size() - 1);
            return about && (last.startsWith(" instanceof ") || (opaque.isNullCheck() && !last.equals(")")));
        }
        return about && node instanceof Node.Op;
    }

    // --- values

    /** The value, and after a record its leaves; what is not known of it yet is read here. */
    private List<Value> flat(Value value, Block block) {
        Value own = renamed.of(value);
        List<Value> all = new ArrayList<>(List.of(own));
        if (own.type() instanceof RecordType record) {
            List<Value> known = leaves.get(own);
            all.addAll(known == null ? readAll(own, record, block) : known);
        }
        return all;
    }

    private List<Value> flat(List<Value> values, Block block) {
        List<Value> all = new ArrayList<>();
        values.forEach(value -> all.addAll(flat(value, block)));
        return all;
    }

    /** New values for what a node hands out. */
    private List<Value> defined(List<Value> values) {
        List<Value> all = new ArrayList<>();
        for (Value value : values) {
            all.add(value);
            if (value.type() instanceof RecordType record) {
                List<Value> own = record.leaves().stream()
                        .map(leaf -> new Value(leaf.type(), leafName(value, leaf)))
                        .toList();
                leaves.put(value, own);
                all.addAll(own);
            }
        }
        return all;
    }

    private static String leafName(Value record, RecordType.Leaf leaf) {
        return record.name().isEmpty() ? "" : RecordType.leafName(record.name(), leaf.path());
    }

    /** The leaves of an object that comes from code that is not looked into; null has none. */
    private static List<Value> readAll(Value object, RecordType record, Block block) {
        List<Value> results = record.leaves().stream()
                .map(leaf -> new Value(leaf.type(), leafName(object, leaf)))
                .toList();
        Value isNull = block.op(Primitive.EQ, object, block.constant(record, null));
        Block none = block.child();
        List<Value> nothing =
                results.stream().map(leaf -> none.zero(leaf.type())).toList();
        Block some = block.child();
        List<Value> read = record.leaves().stream()
                .map(leaf -> opaque(object, leaf.path(), leaf.type(), some))
                .toList();
        block.append(new Node.If(results, isNull, none.yielding(nothing), some.yielding(read), block.origin()));
        return results;
    }

    private static Value opaque(Value object, List<String> path, Type type, Block block) {
        Value result = new Value(type, "");
        String text = "." + String.join("().", path) + "()";
        block.append(new Node.Opaque(result, List.of("", text), List.of(object), block.origin()));
        return result;
    }

    // --- nodes

    private Region region(Region region, Block block, List<Value> checked) {
        List<Value> known = new ArrayList<>(checked);
        Map<Value, Node.Op> tests = new IdentityHashMap<>();
        for (Node node : region.nodes()) {
            block.at(node.origin());
            node(node, block, known, tests);
        }
        return block.yielding(flat(region.yields(), block));
    }

    /**
     * @param known records that are not null here
     * @param tests of this region, whether a record is null
     */
    private void node(Node node, Block block, List<Value> known, Map<Value, Node.Op> tests) {
        if (node instanceof Node.If n) {
            branch(n, block, known, tests);
        } else if (node instanceof Node.Loop n) {
            loop(n, block, known);
        } else if (node instanceof Node.Protected n) {
            Region body = region(n.body(), block.child(), known);
            Region last = region(n.last(), block.child(), known);
            Value lock = n.lock() == null ? null : renamed.of(n.lock());
            block.append(new Node.Protected(defined(n.results()), lock, body, last, n.origin()));
        } else if (node instanceof Node.Call n) {
            call(n, block);
        } else if (node instanceof Node.Invoke n && n.operands().stream().anyMatch(Flattening::isRecord)
                || node instanceof Node.Invoke m && m.results().stream().anyMatch(Flattening::isRecord)) {
            invoke((Node.Invoke) node, block, known);
        } else {
            Node now = renamed.rewrite(node);
            block.append(now);
            if (now instanceof Node.Const constant && constant.result().type() instanceof RecordType record) {
                leaves.put(
                        constant.result(),
                        record.leaves().stream()
                                .map(leaf -> block.zero(leaf.type()))
                                .toList());
            } else if (now instanceof Node.Op op && isNullTest(op)) {
                tests.put(op.result(), op);
            } else if (now instanceof Node.Opaque check && check.isNullCheck()) {
                known.add(check.operands().get(0));
            }
        }
    }

    private static boolean isRecord(Value value) {
        return value.type() instanceof RecordType;
    }

    private boolean isNullTest(Node.Op op) {
        return (op.is(Primitive.EQ) || op.is(Primitive.NE))
                && isRecord(op.operands().get(0));
    }

    /** Operands that the callee does not declare as records, as rules do not, stay objects. */
    private void call(Node.Call call, Block block) {
        Callee callee = call.callee();
        List<Value> operands = callee.isDifferentiated() ? flat(call.operands(), block) : renamed.of(call.operands());
        block.append(new Node.Call(defined(call.results()), callee, operands, call.origin()));
    }

    private void invoke(Node.Invoke node, Block block, List<Value> known) {
        List<Value> operands = renamed.of(node.operands());
        Value result = node.results().get(0);
        if (node.target().kind() == Target.Kind.CONSTRUCTOR) {
            List<Value> all = flat(node.operands(), block);
            List<Value> own = new ArrayList<>();
            for (Layout.Group group : Layout.of(all.stream().map(Value::type).toList())) {
                if (group.leaves().isEmpty()) {
                    own.add(all.get(group.index()));
                }
                group.leaves().forEach(i -> own.add(all.get(i)));
            }
            block.append(new Node.Invoke(result, node.target(), operands, node.pure(), node.origin()));
            leaves.put(result, own);
            known.add(result);
            return;
        }
        read(result, operands.get(0), node, block, known);
    }

    /** A component that is read. */
    private void read(Value result, Value record, Node.Invoke node, Block block, List<Value> known) {
        String component = node.target().name();
        RecordType type = (RecordType) record.type();
        List<Value> all = leaves.get(record);
        if (all == null) {
            Value read = opaque(record, List.of(component), result.type(), block);
            renamed.replace(result, read);
            return;
        }
        checkNotNull(record, block, known);
        List<Value> own = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (type.leaves().get(i).path().get(0).equals(component)) {
                own.add(all.get(i));
            }
        }
        if (isRecord(result)) {
            block.append(new Node.Invoke(result, node.target(), List.of(record), true, node.origin()));
            leaves.put(result, own);
        } else {
            renamed.replace(result, own.get(0));
        }
    }

    private void checkNotNull(Value record, Block block, List<Value> known) {
        if (checking && !known.contains(record)) {
            known.add(record);
            block.append(new Node.Opaque(null, List.of(Node.Opaque.NULL_CHECK, ")"), List.of(record), block.origin()));
        }
    }

    private void branch(Node.If node, Block block, List<Value> known, Map<Value, Node.Op> tests) {
        Value condition = renamed.of(node.condition());
        Node.Op test = tests.get(condition);
        List<Value> inThen = new ArrayList<>(known);
        List<Value> inOtherwise = new ArrayList<>(known);
        if (test != null) {
            (test.is(Primitive.NE) ? inThen : inOtherwise).add(test.operands().get(0));
        }
        Region then = region(node.then(), block.child(), inThen);
        Region otherwise = region(node.otherwise(), block.child(), inOtherwise);
        block.append(new Node.If(defined(node.results()), condition, then, otherwise, node.origin()));
    }

    private void loop(Node.Loop loop, Block block, List<Value> known) {
        List<Value> inits = flat(loop.inits(), block);
        List<Value> params = defined(loop.params());
        Region condition = region(loop.condition(), block.child(), known);
        Region body = region(loop.body(), block.child(), known);
        block.append(new Node.Loop(
                defined(loop.results()), inits, params, loop.counter(), loop.exits(), condition, body, loop.origin()));
    }
}
