package dev.pullback.processor.lower;

import dev.pullback.processor.custom.CustomRule;
import dev.pullback.processor.ir.Callee;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Knows which methods are differentiated when they are called. */
public interface Callees {

    /** What a call of that static method becomes; null if the call is passive code, as those of the library are. */
    @Nullable
    Callee find(ExecutableElement method);

    /**
     * The rules of the user's for a call, where it stands: none, one, or several of which none is better than the others.
     *
     * @param receiver the static type of the object; null for a static method
     */
    default List<CustomRule> rules(ExecutableElement method, @Nullable TypeMirror receiver) {
        return List.of();
    }
}
