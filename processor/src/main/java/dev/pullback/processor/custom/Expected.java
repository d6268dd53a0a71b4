package dev.pullback.processor.custom;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Signatures that rules should have, for messages. */
final class Expected {

    private Expected() {}

    /**
     * {@code (NormalDistribution self, @Wrt double x)}.
     *
     * @param marker what to put before the first floating-point parameter
     */
    static String parameters(ExecutableElement target, List<TypeMirror> types, String marker) {
        List<String> all = new ArrayList<>();
        boolean marked = false;
        for (int i = 0; i < types.size(); i++) {
            TypeKind kind = types.get(i).getKind();
            boolean here = !marked && (kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT);
            marked |= here;
            all.add((here ? marker : "") + Candidates.simple(types.get(i)) + " " + name(target, types.size(), i));
        }
        return "(" + String.join(", ", all) + ")";
    }

    static String name(ExecutableElement target, int count, int index) {
        int shift = count - target.getParameters().size();
        boolean receiver = index < shift && !target.getModifiers().contains(Modifier.STATIC);
        return receiver
                ? "self"
                : target.getParameters().get(index - shift).getSimpleName().toString();
    }
}
