package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Map;

/** Receives what {@code applyInto} returns: nothing, one cotangent, or several in a record. */
final class ScalarCotangents {

    private ScalarCotangents() {}

    /** Appends the call and says for each active scalar by which expression its cotangent goes from then on. */
    static void receive(
            Surface surface,
            CodeBlock call,
            NameScope locals,
            CodeBlock.Builder code,
            Map<Integer, CodeBlock> cotangents) {
        List<Integer> scalars = surface.activeScalars();
        if (scalars.isEmpty()) {
            code.addStatement("$L", call);
        } else if (scalars.size() == 1) {
            int i = scalars.get(0);
            String bar = locals.fresh(surface.name(i) + "Bar");
            code.addStatement("$T $L = $L", surface.typeName(i), bar, call);
            cotangents.put(i, CodeBlock.of("$L", bar));
        } else {
            String all = locals.fresh("cotangents");
            code.addStatement("$T $L = $L", surface.scalarCotangent(), all, call);
            scalars.forEach(i -> cotangents.put(i, CodeBlock.of("$L.$L()", all, surface.component(i))));
        }
    }
}
