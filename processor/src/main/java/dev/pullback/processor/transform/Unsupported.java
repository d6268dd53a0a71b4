package dev.pullback.processor.transform;

import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.problem.Problem;
import java.util.List;

/** Thrown by a transformation that meets what it cannot do correctly; the pipeline turns it into a report. */
public final class Unsupported extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient Origin origin;
    private final transient List<Object> arguments;

    public Unsupported(Problem problem, Origin origin, Object... arguments) {
        super(problem.code());
        this.problem = problem;
        this.origin = origin;
        this.arguments = List.of(arguments);
    }

    public Problem problem() {
        return problem;
    }

    public Origin origin() {
        return origin;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
