package dev.pullback.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Region;
import dev.pullback.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told of the user's source without parsing it. */
final class Opaques {

    /** Names, dots, opening parentheses and commas: nothing in this has been evaluated to any effect. */
    private static final Pattern HARMLESS = Pattern.compile("[\\w.,(\\s]*");

    private static final Pattern IDENTIFIER = Pattern.compile(
            "(?<![\\p{javaJavaIdentifierPart}.])\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

    private static final Pattern LITERAL_OR_COMMA = Pattern.compile("\"([^\"\\\\]|\\\\.)*\"|'([^'\\\\]|\\\\.)*'|, ");

    private Opaques() {}

    /** The operands that can be evaluated where they are written: no call stands in front of them. */
    static List<Value> foldable(Node.Opaque opaque) {
        List<Value> operands = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        for (int i = 0; i < opaque.operands().size(); i++) {
            before.append(opaque.pieces().get(i));
            if (HARMLESS.matcher(before).matches() && !Body.mayCapture(opaque)) {
                operands.add(opaque.operands().get(i));
            }
        }
        return operands;
    }

    /** The names that the source uses by themselves: a local of that name would hide a package or a class, or clash with a lambda's. */
    static Set<String> names(Region region) {
        Set<String> names = new LinkedHashSet<>();
        for (Node node : Node.all(region)) {
            if (node instanceof Node.Opaque opaque) {
                for (String piece : opaque.pieces()) {
                    Matcher matcher = IDENTIFIER.matcher(piece);
                    while (matcher.find()) {
                        names.add(matcher.group());
                    }
                }
            }
        }
        return names;
    }

    /** The source, in which a long line may be broken behind commas. */
    static CodeBlock wrapped(String source) {
        CodeBlock.Builder code = CodeBlock.builder();
        int from = 0;
        Matcher matcher = LITERAL_OR_COMMA.matcher(source);
        while (matcher.find()) {
            if (matcher.group().equals(", ")) {
                code.add("$L,$W", source.substring(from, matcher.start()));
                from = matcher.end();
            }
        }
        return code.add("$L", source.substring(from)).build();
    }

    /** Whether the i-th operand is an argument or an index by itself, so that it needs no parentheses. */
    static boolean isSeparate(Node.Opaque opaque, int i) {
        String before = opaque.pieces().get(i).stripTrailing();
        String after = opaque.pieces().get(i + 1).stripLeading();
        boolean opened = before.endsWith("(") || before.endsWith(",") || before.endsWith("[");
        boolean closed = after.startsWith(")") || after.startsWith(",") || after.startsWith("]");
        return opened && closed;
    }

    /** How strongly the source binds, with operands that bind strongly themselves. */
    static int precedence(Node.Opaque opaque) {
        String text = String.join("x", opaque.pieces()).strip();
        if (text.startsWith("new ") && text.endsWith(")")) {
            text = text.substring("new ".length());
        }
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (depth == 0 && c != '.' && !Character.isJavaIdentifierPart(c)) {
                return Expression.LOWEST;
            }
        }
        return text.startsWith("(") ? Expression.LOWEST : Expression.PRIMARY;
    }
}
