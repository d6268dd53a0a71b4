package dev.pullback.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Signature;
import dev.pullback.processor.ir.Type;
import java.util.List;
import java.util.stream.Collectors;

/** Text of Javadoc comments, wrapped, with links to the method that was differentiated. */
final class Javadocs {

    /** Columns for text within a member of a nested class. */
    private static final int WIDTH = 110;

    /** Stands for the class that declares the method, as long as the text is not written. */
    private static final String OWNER = "\u0001";

    /** Stands for a space where no line may end. */
    private static final String SPACE = "\u0002";

    private Javadocs() {}

    /**
     * A paragraph or a block tag; where it says {@code PRIMAL} it links to the method.
     *
     * @param text what is between {@code `} is code
     */
    static CodeBlock of(Surface surface, String text) {
        return wrapped(text.replace("PRIMAL", primal(surface)), owner(surface.signature()));
    }

    /** The sentence about the companion class. */
    static CodeBlock companion(Signature signature) {
        return wrapped("Derivatives of {@link " + OWNER + "}.", owner(signature));
    }

    static ClassName owner(Signature signature) {
        List<String> names = signature.classNames();
        return ClassName.get(
                signature.packageName(),
                names.get(0),
                names.subList(1, names.size()).toArray(String[]::new));
    }

    /** Parameter names as text: {@code `a`, `b` and `c`}. */
    static String list(List<String> names) {
        List<String> code = names.stream().map(name -> "`" + name + "`").toList();
        int last = code.size() - 1;
        return last < 1 ? String.join("", code) : String.join(", ", code.subList(0, last)) + " and " + code.get(last);
    }

    /** A link where the method can be linked to: a private one cannot. */
    private static String primal(Surface surface) {
        Signature signature = surface.signature();
        if (surface.onDemand()) {
            return "`" + signature.name() + "`";
        }
        String parameters = signature.overloaded()
                ? signature.given().stream()
                        .map(parameter -> erased(parameter.type()))
                        .collect(Collectors.joining(",", "(", ")"))
                : "";
        return "{@link" + SPACE + OWNER + "#" + signature.name() + parameters + "}";
    }

    /** A type as Javadoc and reflection know it. */
    static String erased(Type type) {
        return type instanceof ArrayType array
                ? erased(array.element()) + "[]"
                : type.java().replaceAll("<.*>", "");
    }

    private static CodeBlock wrapped(String text, ClassName owner) {
        String ownerName = String.join(".", owner.simpleNames());
        CodeBlock.Builder lines = CodeBlock.builder();
        StringBuilder line = new StringBuilder();
        String indent = text.startsWith("@") ? "    " : "";
        for (String word :
                text.replaceAll("`([^`]*)`", "{@code" + SPACE + "$1}").split(" ")) {
            int width = (line + " " + word).replace(OWNER, ownerName).length();
            if (width > WIDTH && !line.isEmpty()) {
                append(lines, line.toString(), owner);
                line = new StringBuilder(indent);
            } else if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(word);
        }
        append(lines, line.toString(), owner);
        return lines.build();
    }

    private static void append(CodeBlock.Builder lines, String line, ClassName owner) {
        String[] parts = line.replace(SPACE, " ").split(OWNER, -1);
        lines.add("$L", parts[0]);
        for (int i = 1; i < parts.length; i++) {
            lines.add("$T$L", owner, parts[i]);
        }
        lines.add("\n");
    }
}
