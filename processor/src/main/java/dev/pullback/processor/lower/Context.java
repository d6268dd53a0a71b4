package dev.pullback.processor.lower;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import dev.pullback.processor.ir.Value;
import dev.pullback.processor.problem.Problem;
import dev.pullback.processor.problem.Problems;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What the lowering of one method shares between its parts: where code goes right now, what is in scope, and whom to ask. */
final class Context {

    private final MethodSource method;
    private final Sources sources;
    private final Callees callees;
    private final Problems problems;
    private final Access access;
    private final Completion completion;
    private final Scope scope = new Scope();
    private final Code entry;
    private final Map<VariableElement, Value> tables = new HashMap<>();
    private final Map<Tree, Shape> shapes = new IdentityHashMap<>();
    private final Deque<Jump.Target> targets = new ArrayDeque<>();
    private final Deque<Jump.Yielding> yieldings = new ArrayDeque<>();
    private final Set<Value> nulls = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Local result;
    private final Jump returns;
    private Code code;
    private Origin statement;
    private @Nullable Origin unknownIn;
    private boolean recordRefused;
    private boolean localClassRefused;

    Context(MethodSource method, Sources sources, Callees callees, Problems problems) {
        this.method = method;
        this.sources = sources;
        this.callees = callees;
        this.problems = problems;
        this.access = new Access(sources.elements().getPackageOf(method.element()), sources.elements());
        this.completion = new Completion(sources);
        this.statement = method.signature().origin();
        this.entry = new Code(new Block(statement));
        this.code = new Code(entry.block().child());
        this.result = scope.declare("result", method.signature().result());
        this.returns = new Jump("returned", scope.size());
    }

    MethodSource method() {
        return method;
    }

    Sources sources() {
        return sources;
    }

    Callees callees() {
        return callees;
    }

    Completion completion() {
        return completion;
    }

    Scope scope() {
        return scope;
    }

    /** The variable that holds what the method returns. */
    Local result() {
        return result;
    }

    /** The jump to the end of the method. */
    Jump returns() {
        return returns;
    }

    Deque<Jump.Target> targets() {
        return targets;
    }

    Deque<Jump.Yielding> yieldings() {
        return yieldings;
    }

    /** The private constants that were copied already. */
    Map<VariableElement, Value> tables() {
        return tables;
    }

    /** What {@link Shape} has found out already. */
    Map<Tree, Shape> shapes() {
        return shapes;
    }

    // --- where code goes

    Code code() {
        return code;
    }

    void goTo(Code place) {
        code = place;
    }

    /** The code in front of the method's own. */
    Code entry() {
        return entry;
    }

    /** Everything from now on belongs to this statement. */
    void startStatement(Origin origin) {
        statement = origin;
        code.block().at(origin);
    }

    Origin statement() {
        return statement;
    }

    /** The current block; what is appended next comes from that expression. */
    Block block(TreePath expression) {
        return code.block().at(origin(expression));
    }

    Origin origin(TreePath expression) {
        return new Origin(statement.file(), statement.line(), statement.text(), expression);
    }

    // --- values

    Value nullOf(Type type) {
        Value value = code.block().constant(type, null);
        nulls.add(value);
        return value;
    }

    boolean isNull(Value value) {
        return nulls.contains(value);
    }

    /** What stands for a value that cannot be computed, so that lowering can go on after an error. */
    Value placeholder(Type type) {
        return type instanceof Scalar ? code.block().zero(type) : nullOf(type);
    }

    Value read(Local variable) {
        Value value = code.get(variable);
        return value == null ? placeholder(variable.type()) : value;
    }

    // --- types and problems

    /** The type of an expression. What has none, or one that generated code cannot name, is reported. */
    Type type(TreePath expression) {
        TypeMirror type = sources.type(expression);
        if (type == null) {
            refuseUnknown(expression);
            return ObjectType.OBJECT;
        }
        return type(type, expression);
    }

    /** Reports that javac could not tell what an expression is; once a statement, since whatever it is part of is unknown too. */
    void refuseUnknown(TreePath expression) {
        if (!statement.equals(unknownIn)) {
            refuse(Fence.UNKNOWN_TYPE, expression);
            unknownIn = statement;
        }
    }

    /** @param at where to report a type that generated code cannot name */
    Type type(TypeMirror type, TreePath at) {
        Type found = IrTypes.of(type);
        if (!(leaf(found) instanceof Scalar)) {
            access.of(type).ifPresent(hidden -> report(at, hidden.what(), hidden.advice()));
            refuseRecord(type, at);
        }
        return found;
    }

    /** Refuses arrays of records, and records that are refused where they are declared; once a method, since where one is, others are. */
    void refuseRecord(TypeMirror type, TreePath at) {
        if (recordRefused) {
            return;
        } else if (Records.isArrayOfRecords(type)) {
            refuse(Fence.RECORD_ARRAY, at);
            recordRefused = true;
        } else if (type instanceof DeclaredType declared
                && Records.isAnnotated(declared.asElement())
                && sources.hasFlaw((TypeElement) declared.asElement())) {
            refuse(Fence.RECORD, at);
            recordRefused = true;
        }
    }

    private static Type leaf(Type type) {
        return type instanceof ArrayType array ? array.leaf() : type;
    }

    Access access() {
        return access;
    }

    void refuse(Fence fence, TreePath at) {
        report(at, fence.what(), fence.advice());
    }

    /** What does not fit together: after an error, because of a placeholder; else it is refused, since guessing could be wrong. */
    Value unfit(TreePath expression, Type type) {
        if (!problems.hasErrors()) {
            refuse(Fence.CONSTRUCT, expression);
        }
        return placeholder(type);
    }

    /** A local class is reported once, where it is declared, and not at each use. */
    void report(TreePath at, String what, String advice) {
        if (what.equals(Fence.LOCAL_CLASS.what())) {
            if (localClassRefused) {
                return;
            }
            localClassRefused = true;
        }
        problems.report(Problem.UNSUPPORTED, origin(at), what, advice);
    }

    void report(Problem problem, TreePath at, Object... arguments) {
        problems.report(problem, origin(at), arguments);
    }

    static TreePath child(TreePath path, Tree tree) {
        return Sources.child(path, tree);
    }

    /** The innermost statement that a jump with this label, empty for none, leads to. */
    Jump.@Nullable Target target(String label, boolean continues) {
        for (Jump.Target target : targets) {
            boolean named = label.isEmpty() ? (continues || target.plain()) : label.equals(target.label());
            if (named && (!continues || target.continues() != null)) {
                return target;
            }
        }
        return null;
    }
}
