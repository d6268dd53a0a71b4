package dev.pullback.processor.lower;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Primitive;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in the IR under construction: the block that grows there, the value that each variable has, and whether control gets there.
 *
 * <p>Control is in one of three states. It may go on normally ({@link #live}); it may be on its way to the target of a jump ({@link
 * #raised}); if neither, an exception has been thrown on every path.
 */
final class Code {

    private final Block block;
    private final Map<Local, Value> values;
    private final Map<Jump, Flag> raised = new LinkedHashMap<>();
    private boolean live = true;

    Code(Block block) {
        this(block, new HashMap<>());
    }

    private Code(Block block, Map<Local, Value> values) {
        this.block = block;
        this.values = values;
    }

    /** The start of a region inside. */
    Code fork() {
        return new Code(block.child(), new HashMap<>(values));
    }

    Block block() {
        return block;
    }

    // --- variables

    /** The version of a variable that is current here; null where nothing has been assigned. */
    @Nullable
    Value get(Local variable) {
        return values.get(variable);
    }

    void set(Local variable, Value value) {
        values.put(variable, value);
    }

    /** The version to hand on at the end of this region; a default value where there is none. */
    Value orDefault(Local variable) {
        Value value = values.get(variable);
        return value == null || !reached() ? defaultOf(variable.type()) : value;
    }

    /** A literal that nobody will read. In front of everything else, since after a {@code throw} there must be no code. */
    Value defaultOf(Type type) {
        Value value = new Value(type, "");
        Object literal = type instanceof Scalar scalar ? scalar.zero() : null;
        block.nodes().add(0, new Node.Const(value, literal, block.origin()));
        if (literal != null) {
            block.know(value, literal);
        }
        return value;
    }

    // --- control

    /** Whether control may go on normally. */
    boolean live() {
        return live;
    }

    void revive() {
        live = true;
    }

    void thrown() {
        live = false;
    }

    /** Whether control leaves this place in any other way than by an exception. */
    boolean reached() {
        return live || !raised.isEmpty();
    }

    /** The jumps that may be under way, in the order of the source. */
    Map<Jump, Flag> raised() {
        return raised;
    }

    void jump(Jump target) {
        raised.put(target, Flag.RAISED);
        live = false;
    }

    /** Control is at the target of these jumps: being on the way there is going on normally. */
    void arriveAt(Set<Jump> targets) {
        for (Jump target : targets) {
            if (raised.remove(target) != null) {
                live = true;
            }
        }
    }

    /** Whether any jump is under way, as a value. */
    Value anyRaised() {
        Value any = null;
        for (Flag flag : raised.values()) {
            Value value = flag.in(block);
            any = any == null ? value : block.op(Primitive.OR, any, value);
        }
        return any == null ? block.constant(false) : any;
    }
}
