package dev.pullback.processor.emit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The names inside a pullback. Those that users see (the parameters of {@code apply} and {@code applyInto}) come first, fields
 * and locals give way to them.
 */
final class PullbackNames {

    private final NameScope scope = new NameScope();
    private final Map<Integer, String> bars = new LinkedHashMap<>();
    private final String resultBar;

    PullbackNames(Surface surface) {
        surface.activeArrays().forEach(i -> bars.put(i, fresh(surface.name(i) + "Bar")));
        resultBar = surface.activeResult() ? fresh("resultBar") : "";
        if (!surface.signature().returnsNothing()) {
            fresh("value");
        }
    }

    /** The seed or shadow of an active array parameter. */
    String bar(int parameter) {
        return Objects.requireNonNull(bars.get(parameter));
    }

    /** The seed of the result. */
    String resultBar() {
        return resultBar;
    }

    /** Takes a name for the whole class. */
    final String fresh(String hint) {
        return scope.fresh(hint);
    }

    /** Names for the locals of one method. */
    NameScope locals() {
        return scope.child();
    }
}
