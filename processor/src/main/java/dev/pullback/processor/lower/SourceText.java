package dev.pullback.processor.lower;

/**
 * Quotes a statement on one line, as the user wrote it: from its start to the semicolon, or, where it has a header, to the parenthesis that
 * closes the header. Comments are left out and runs of blanks become one.
 *
 * <p>javac keeps the ends of trees only sometimes, so this finds the end itself, and finds the same one always.
 */
final class SourceText {

    private final CharSequence source;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private SourceText(CharSequence source, int start) {
        this.source = source;
        this.at = start;
    }

    /** The statement that starts there, up to its semicolon. */
    static String statement(CharSequence source, int start) {
        SourceText text = new SourceText(source, start);
        text.copy(false);
        return text.out.toString().strip();
    }

    /** The header of the statement that starts there, {@code while (i < n)}. */
    static String header(CharSequence source, int start) {
        SourceText text = new SourceText(source, start);
        text.copy(true);
        return text.out.toString().strip();
    }

    private void copy(boolean headerOnly) {
        int depth = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (skipComment()) {
                blank();
            } else if (c == '"' || c == '\'') {
                literal(c);
            } else if (Character.isWhitespace(c)) {
                blank();
                at++;
            } else if (depth == 0 && (c == ';' || c == ')' || c == '}' || c == ']')) {
                return;
            } else {
                depth += c == '(' || c == '{' || c == '[' ? 1 : 0;
                depth -= c == ')' || c == '}' || c == ']' ? 1 : 0;
                out.append(c);
                at++;
                if (headerOnly && depth == 0 && c == ')') {
                    return;
                }
            }
        }
    }

    private void blank() {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    private boolean skipComment() {
        if (startsWith("//")) {
            while (at < source.length() && source.charAt(at) != '\n') {
                at++;
            }
            return true;
        } else if (startsWith("/*")) {
            at += 2;
            while (at < source.length() && !startsWith("*/")) {
                at++;
            }
            at += 2;
            return true;
        }
        return false;
    }

    private void literal(char quote) {
        String end = startsWith("\"\"\"") ? "\"\"\"" : String.valueOf(quote);
        take(end.length());
        while (at < source.length() && !startsWith(end)) {
            take(source.charAt(at) == '\\' ? 2 : 1);
        }
        take(end.length());
    }

    private void take(int count) {
        for (int i = 0; i < count && at < source.length(); i++) {
            char c = source.charAt(at++);
            out.append(c == '\n' || c == '\r' ? ' ' : c);
        }
    }

    private boolean startsWith(String text) {
        return at + text.length() <= source.length()
                && source.subSequence(at, at + text.length()).toString().equals(text);
    }
}
