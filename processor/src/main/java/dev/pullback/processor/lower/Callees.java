package dev.pullback.processor.lower;

import dev.pullback.processor.ir.Callee;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Knows which methods are differentiated when they are called. */
public interface Callees {

    /** What a call of that static method becomes; null if the call is passive code, as those of the library are. */
    @Nullable
    Callee find(ExecutableElement method);
}
