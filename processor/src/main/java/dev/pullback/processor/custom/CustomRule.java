package dev.pullback.processor.custom;

import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.javac.Attributed;
import dev.pullback.processor.javac.Signatures;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * A rule that fits a method.
 *
 * @param type the class that the rule is for
 * @param target its method, which it may have inherited
 * @param callee what a call of the method becomes
 * @param mentioned what the generated code has to see
 */
public record CustomRule(TypeElement type, ExecutableElement target, Callee callee, List<Element> mentioned) {

    /**
     * Whether the rule is for a call: of the very method or, on an object, of one that overrides it, if the object is known to be of the
     * rule's class.
     *
     * @param receiver the static type of the object; null for a static method
     */
    public boolean isFor(ExecutableElement called, @Nullable TypeMirror receiver, Attributed source) {
        if (isStatic() || receiver == null) {
            return isStatic() && called.equals(target);
        }
        Types types = source.types();
        TypeMirror object = types.erasure(receiver);
        return called.getSimpleName().equals(target.getSimpleName())
                && types.isSubtype(object, types.erasure(type.asType()))
                && (called.equals(target)
                        || source.elements().overrides(called, target, classOf(called, object, types)));
    }

    private static TypeElement classOf(ExecutableElement called, TypeMirror object, Types types) {
        return types.asElement(object) instanceof TypeElement type ? type : Signatures.ownerOf(called);
    }

    /** Whether another rule for the same calls is for a class that extends or implements the class of this one. */
    public boolean isLessSpecific(CustomRule other, Types types) {
        return !type.equals(other.type)
                && types.isSubtype(types.erasure(other.type.asType()), types.erasure(type.asType()));
    }

    private boolean isStatic() {
        return target.getModifiers().contains(Modifier.STATIC);
    }
}
