package dev.pullback.processor.transform;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Naming;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Target;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.List;

/**
 * Tapes: one array a kept variable, indexed by the iteration. It is allocated in front of the loop where the number of iterations is known
 * there, and grows otherwise. In nested loops the array is itself a value of the outer iteration.
 */
final class Taping {

    private static final String TAPE = "dev.pullback.Tape";
    private static final int FIRST_LENGTH = 16;

    private final Availability availability;
    private boolean rowsKnown;
    private boolean rowsMoved;

    Taping(Availability availability) {
        this.availability = availability;
    }

    boolean movesRows() {
        if (!rowsKnown) {
            rowsMoved = availability.storesRows();
            rowsKnown = true;
        }
        return rowsMoved;
    }

    /** Makes the loop keep the value of each iteration; returns the array that holds them after the loop. */
    Value tape(Value value, Scope body) {
        Node.Loop loop = (Node.Loop) Availability.owner(body);
        Trips trips = availability.tripsOf(body);
        Type type = new ArrayType(value.type());
        Value tape = new Value(type, nameFor(value));
        if (trips instanceof Trips.Counted counted && body.mirror == null) {
            return growing(value, loop, body, counted, tape);
        }
        Scope around = Availability.parent(body);
        Block allocation = new Block(Origin.NONE);
        Value length = length(trips, allocation);
        allocation.append(new Node.NewArray(tape, List.of(length), Origin.NONE));
        needed(allocation, around);
        availability.edits().before(loop, allocation.nodes());
        Block store = new Block(Origin.NONE);
        Value counter = body.mirror == null ? loop.counterParam() : body.mirror.index();
        store.store(tape, index(trips, counter, store), value);
        needed(store, body);
        place(value, loop, body, store);
        return tape;
    }

    /** Whether the value is true in the last iteration of the loop at most. */
    boolean isExitFlag(Value value, Scope body) {
        return body.mirror == null
                && availability.tripsOf(body) instanceof Trips.Counted
                && ExitFlags.isOne(value, (Node.Loop) Availability.owner(body), availability.edits());
    }

    /** Makes the loop hand on what the value is in the last iteration. */
    Value last(Value value, Scope body) {
        Node.Loop loop = (Node.Loop) Availability.owner(body);
        Value known = ExitFlags.result(value, loop);
        if (known != null) {
            return known;
        }
        Value result = value.fresh();
        Block block = new Block(Origin.NONE);
        Value init = block.constant(false);
        availability.edits().before(loop, block.nodes());
        availability.edits().carry(loop, new Edits.Variable(result, init, value.fresh(), value));
        return result;
    }

    /** The number of iterations of a loop that counts them. */
    Value countOf(Scope body) {
        return ((Trips.Counted) availability.tripsOf(body)).count();
    }

    private Value growing(Value value, Node.Loop loop, Scope body, Trips.Counted counted, Value tape) {
        Block allocation = new Block(Origin.NONE);
        Value init = new Value(tape.type(), tape.name());
        allocation.append(new Node.NewArray(init, List.of(allocation.constant(FIRST_LENGTH)), Origin.NONE));
        availability.edits().before(loop, allocation.nodes());
        Value param = tape.fresh();
        Block push = new Block(Origin.NONE);
        Value next = push.invoke(
                tape.name(),
                tape.type(),
                Target.ofStatic(TAPE, "push"),
                false,
                List.of(param, counted.before(), value));
        availability.edits().carry(loop, new Edits.Variable(tape, init, param, next));
        place(value, loop, body, push);
        return tape;
    }

    private void place(Value value, Node.Loop loop, Scope body, Block block) {
        if (loop.params().contains(value)) {
            availability.edits().start(body.region, block.nodes());
        } else if (availability.hasDefinition(value)) {
            availability.edits().after(value, block.nodes());
        } else {
            // something that was itself added, a tape of an inner loop for instance
            availability.edits().end(body.region, block.nodes());
        }
    }

    /** What nodes that are added to a sweep of the reverse side read of the forward sweep is needed there too. */
    private void needed(Block added, Scope scope) {
        if (scope.later) {
            added.nodes().stream()
                    .flatMap(node -> node.operands().stream())
                    .filter(availability::isDefined)
                    .forEach(operand -> availability.need(operand, scope));
        }
    }

    private String nameFor(Value value) {
        String name = value.name();
        if (name.isEmpty() && availability.hasDefinition(value)) {
            name = Naming.of(availability.definition(value));
        }
        if (name.isEmpty()) {
            return "tape";
        }
        return name.endsWith("Tape") || name.equals("tape") ? name + "s" : name + "Tape";
    }

    private static Value length(Trips trips, Block block) {
        if (trips instanceof Trips.Counted counted) {
            return counted.count();
        }
        Trips.Range range = (Trips.Range) trips;
        if (range.low().isPresent()) {
            Target length = Target.ofStatic(TAPE, "trips");
            return block.invoke(
                    "trips", Scalar.INT, length, true, List.of(range.low().get(), range.high()));
        }
        return range.length() ? range.high() : block.math("max", range.high(), block.constant(0));
    }

    private static Value index(Trips trips, Value counter, Block block) {
        if (trips instanceof Trips.Range range && range.low().isPresent()) {
            return block.op(Primitive.SUB, counter, range.low().get());
        }
        return counter;
    }

    /** The index of the current iteration in the tapes of the loop that a scope retraces. */
    Value indexIn(Scope retracing) {
        Mirror mirror = mirror(retracing);
        if (!(mirror.trips() instanceof Trips.Range range) || range.low().isEmpty()) {
            return mirror.index();
        }
        Value low = range.low().get();
        Block block = new Block(Origin.NONE);
        Value index = block.op(Primitive.SUB, mirror.index(), availability.read(low, retracing));
        retracing.prologue.addAll(block.nodes());
        return index;
    }

    /** The counter of the retraced loop in the current iteration. */
    Value counterIn(Scope retracing, Scope definer) {
        Mirror mirror = mirror(retracing);
        if (mirror.trips() instanceof Trips.Range) {
            return mirror.index();
        }
        Node.Loop loop = (Node.Loop) Availability.owner(definer);
        long step = loop.counter().map(Node.Counter::step).orElseThrow();
        Scalar type = loop.counterParam().scalar();
        Block block = new Block(Origin.NONE);
        Value init = availability.read(loop.inits().get(0), retracing);
        Value k = block.cast(type, mirror.index());
        Value steps = step == 1 ? k : block.op(Primitive.MUL, k, block.number(type, step));
        Value counter = block.op(loop.counterParam().name(), Primitive.ADD, type, List.of(init, steps));
        retracing.prologue.addAll(block.nodes());
        return counter;
    }

    /** What {@link #counterIn} and {@link #indexIn} will read. */
    void needCounter(Scope definer, List<Scope> readers) {
        if (availability.tripsOf(definer) instanceof Trips.Counted) {
            Node.Loop loop = (Node.Loop) Availability.owner(definer);
            readers.forEach(reader -> availability.need(loop.inits().get(0), reader));
        }
    }

    /** What {@link #indexIn} will read. */
    void needIndex(Scope definer, List<Scope> readers) {
        if (availability.tripsOf(definer) instanceof Trips.Range range
                && range.low().isPresent()) {
            readers.forEach(reader -> availability.need(range.low().get(), reader));
        }
    }

    private static Mirror mirror(Scope retracing) {
        if (retracing.mirror == null) {
            throw new IllegalStateException("no loop is retraced here");
        }
        return retracing.mirror;
    }
}
