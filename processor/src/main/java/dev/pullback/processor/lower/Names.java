package dev.pullback.processor.lower;

import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Scalar;
import dev.pullback.processor.ir.Type;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Prints types, members and literals so that they mean the same in the generated class: fully qualified, with their exact types. */
final class Names {

    private final Context context;

    Names(Context context) {
        this.context = context;
    }

    /** Whether a name is that of a type or a package, so that evaluating it does nothing. */
    static boolean isType(Context context, TreePath path) {
        Element element = context.sources().element(path);
        return path.getLeaf().getKind() != Tree.Kind.METHOD_INVOCATION
                && path.getLeaf().getKind() != Tree.Kind.NEW_CLASS
                && element != null
                && (element.getKind().isClass()
                        || element.getKind().isInterface()
                        || element.getKind() == ElementKind.PACKAGE);
    }

    /** A static member by the class that declares it. */
    String ofStatic(Element member, TreePath at) {
        report(context.access().of(member), at);
        TypeElement owner = (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
        return owner.getQualifiedName() + "." + member.getSimpleName();
    }

    /** A static member by the class that the user names. */
    String ofStatic(Element member, TreePath owner, TreePath at) {
        report(context.access().ofMember(member), at);
        return type(owner) + "." + member.getSimpleName();
    }

    /** An instance member. */
    String member(Element member, TreePath at) {
        report(context.access().ofMember(member), at);
        return "." + member.getSimpleName();
    }

    /** A type that is written in the source, without its type arguments if it has none there. */
    String type(TreePath path) {
        Element element = context.sources().element(path);
        if (element instanceof TypeElement type && !(path.getLeaf() instanceof ParameterizedTypeTree)) {
            report(context.access().of(type), path);
            return type.getQualifiedName().toString();
        }
        TypeMirror type = context.sources().type(path);
        if (type == null) {
            context.refuseUnknown(path);
            return "java.lang.Object";
        }
        report(context.access().of(type), path);
        return IrTypes.of(type).java();
    }

    void report(Optional<Access.Hidden> hidden, TreePath at) {
        hidden.ifPresent(reason -> context.report(at, reason.what(), reason.advice()));
    }

    /** A literal whose static type is the given one. */
    String literal(Type type, Object literal) {
        if (type instanceof Scalar scalar) {
            return literal(scalar, literal);
        }
        String quoted = context.sources().elements().getConstantExpression(literal);
        return type.equals(ObjectType.STRING) ? quoted : "((" + type.java() + ") " + quoted + ")";
    }

    private String literal(Scalar type, Object literal) {
        if (literal instanceof Character || literal instanceof Boolean) {
            return context.sources().elements().getConstantExpression(literal);
        }
        double number = ((Number) literal).doubleValue();
        String digits = switch (type) {
            case BYTE, SHORT -> "(" + type.java() + ") " + literal;
            case LONG -> literal + "L";
            case FLOAT -> Double.isFinite(number) ? literal + "F" : special("java.lang.Float", number);
            case DOUBLE -> Double.isFinite(number) ? literal.toString() : special("java.lang.Double", number);
            default -> literal.toString();
        };
        boolean atom = digits.charAt(0) != '-' && digits.charAt(0) != '(';
        return atom ? digits : "(" + digits + ")";
    }

    private static String special(String owner, double number) {
        if (Double.isNaN(number)) {
            return owner + ".NaN";
        }
        return owner + (number > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
    }
}
