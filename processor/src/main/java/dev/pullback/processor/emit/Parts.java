package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Adds the parts of methods that would be too long to the companion: {@code private static void lossVjpPart1(…)}. */
final class Parts {

    private final TypeSpec.Builder companion;
    private final Surface surface;
    private final String member;
    private final String what;
    private final Commentary commentary;
    private final List<TypeName> thrown;
    private int count;

    /**
     * Parts of one method.
     *
     * @param member what the names of the parts start with
     * @param what what they are parts of, in words
     */
    Parts(TypeSpec.Builder companion, Surface surface, String member, String what, Commentary commentary) {
        this.companion = companion;
        this.surface = surface;
        this.member = Character.toLowerCase(member.charAt(0)) + member.substring(1);
        this.what = what;
        this.commentary = commentary;
        // a reverse sweep calls nothing of the user's
        this.thrown = commentary == Commentary.SOURCE_LINES
                ? List.of()
                : surface.signature().thrown().stream().map(TypeNames::parse).toList();
    }

    /** What is left of the region for the method itself, with what the values that are exported have become after its yields. */
    Region split(Region region, List<Value> exported) {
        List<Value> yields = new ArrayList<>(region.yields());
        yields.addAll(exported);
        Region all = new Region(region.nodes(), yields);
        Splitting.Split split = Splitting.of(all, () -> member + "Part" + ++count);
        if (!split.parts().isEmpty()) {
            Hints hints = new Hints(Body.of(all, Set.of(), List.of(), commentary));
            split.parts().forEach(part -> companion.addMethod(method(part, hints)));
        }
        return split.main();
    }

    private MethodSpec method(Part part, Hints hints) {
        List<Value> yields = part.body().yields();
        MethodSpec.Builder method = MethodSpec.methodBuilder(part.name())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addJavadoc(Javadocs.of(surface, "A part of " + what + "."))
                .addExceptions(thrown)
                .returns(
                        yields.isEmpty()
                                ? TypeName.VOID
                                : TypeNames.of(yields.get(0).type()));
        NameScope names = new NameScope();
        Map<Value, String> bound = new IdentityHashMap<>();
        for (Value param : part.params()) {
            String name = names.fresh(param.name().isEmpty() ? hints.of(List.of(param)) : param.name());
            bound.put(param, name);
            method.addParameter(TypeNames.of(param.type()), name);
        }
        return method.addCode(BodyWriter.write(
                        part.body(), bound, Set.copyOf(part.params()), names, commentary, List.of(), Parts::returning))
                .build();
    }

    private static CodeBlock returning(List<CodeBlock> yields) {
        return yields.isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.builder().addStatement("return $L", yields.get(0)).build();
    }
}
