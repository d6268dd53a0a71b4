package dev.pullback.processor.lower;

import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** What the generated class, a class of its own in the method's package, can name. */
final class Access {

    private final PackageElement home;
    private final Elements elements;

    Access(PackageElement home, Elements elements) {
        this.home = home;
        this.elements = elements;
    }

    /** What is wrong with naming something, as the arguments of a message. */
    record Hidden(String what, String advice) {

        private static Hidden by(Fence fence) {
            return new Hidden(fence.what(), fence.advice());
        }
    }

    /** Whether the generated class can name a static member by the class that declares it. */
    boolean isVisible(Element member) {
        return of(member).isEmpty();
    }

    /** Why the generated class cannot name a class, or a static member by the class that declares it; empty if it can. */
    Optional<Hidden> of(Element member) {
        if (member.asType().getKind() == TypeKind.ERROR) {
            // that it is unknown is said elsewhere
            return Optional.empty();
        }
        for (Element at = member; at != null && at.getKind() != ElementKind.PACKAGE; at = at.getEnclosingElement()) {
            Optional<Hidden> hidden = at instanceof TypeElement type ? ofType(type) : ofMember(at);
            if (hidden.isPresent()) {
                return hidden;
            }
        }
        return Optional.empty();
    }

    /** Why the generated class cannot name a member even where it can name a class that has it. */
    Optional<Hidden> ofMember(Element member) {
        if (member.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional.of(new Hidden(
                    "Code that uses the private " + described(member),
                    "The generated class cannot see it. Drop \"private\"."));
        }
        PackageElement there = elements.getPackageOf(member);
        boolean foreign = there != null && !there.equals(home);
        if (foreign && !member.getModifiers().contains(Modifier.PUBLIC)) {
            return Optional.of(new Hidden(
                    "Code that uses the " + described(member) + " of another package",
                    "The generated class cannot see it. Make it public, or call it by a method of your own package."));
        }
        return Optional.empty();
    }

    private Optional<Hidden> ofType(TypeElement type) {
        return switch (type.getNestingKind()) {
            case ANONYMOUS -> Optional.of(Hidden.by(Fence.ANONYMOUS_CLASS));
            case LOCAL -> Optional.of(Hidden.by(Fence.LOCAL_CLASS));
            case TOP_LEVEL, MEMBER -> ofMember(type);
        };
    }

    /** Why the generated class cannot name a type, its type arguments included. */
    Optional<Hidden> of(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return of(array.getComponentType());
        } else if (type instanceof IntersectionType intersection) {
            return intersection.getBounds().stream()
                    .flatMap(bound -> of(bound).stream())
                    .findFirst();
        } else if (type instanceof DeclaredType declared) {
            return declared.getTypeArguments().stream()
                    .flatMap(argument -> of(argument).stream())
                    .findFirst()
                    .or(() -> of(declared.asElement()));
        }
        return Optional.empty();
    }

    private static String described(Element member) {
        if (member.getKind() == ElementKind.CONSTRUCTOR) {
            return "constructor of "
                    + Objects.requireNonNull(member.getEnclosingElement()).getSimpleName();
        }
        String kind = member.getKind().isClass() || member.getKind().isInterface()
                ? "type"
                : member.getKind().isField() ? "field" : "method";
        return kind + " " + member.getSimpleName();
    }
}
