package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.Node;
import dev.pullback.processor.ir.Value;
import java.util.regex.Pattern;

/** How messages speak of code that is passed on as it stands. */
final class Wording {

    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z_][a-z_0-9]*\\.)+(?=[A-Z])");

    private static final int ROOM = 60;

    private Wording() {}

    /** A call without its arguments, as the user would say it: {@code Library.erfc}, {@code f.applyAsDouble}. */
    static String of(Node.Opaque node) {
        StringBuilder text = new StringBuilder(node.pieces().get(0));
        for (int i = 0; i < node.operands().size(); i++) {
            Value operand = node.operands().get(i);
            text.append(operand.name().isEmpty() ? ".." : operand.name());
            text.append(node.pieces().get(i + 1));
        }
        String whole = PACKAGES.matcher(text).replaceAll("");
        String called = whole.endsWith(")") ? whole.substring(0, opening(whole)) : whole;
        return called.isBlank() || called.length() > ROOM ? "This call" : called;
    }

    /** Where the parenthesis opens that the last character closes, or the end if there is none. */
    private static int opening(String text) {
        int depth = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            depth += c == ')' ? 1 : c == '(' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }
}
