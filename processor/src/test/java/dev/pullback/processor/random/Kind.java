package dev.pullback.processor.random;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What two failures have in common when only names, numbers and places differ: a shrunk program fails in the same way. */
final class Kind {
    private static final int LENGTH = 60;
    private static final Pattern REASON = Pattern.compile("\\[Pullback/\\w+]|with the method: ");

    private Kind() {}

    /** Of what javac says. */
    static String ofMessage(String message) {
        boolean generated = message.matches("(?s)\\w+Grad\\.java.*");
        String text = message.replaceFirst("(?s)^[\\w.]+:\\d+: ", "");
        Matcher reason = REASON.matcher(text);
        String from = text;
        while (reason.find()) {
            from = reason.group().startsWith("[") ? text.substring(reason.start()) : text.substring(reason.end());
        }
        return (generated ? "generated: " : "") + plain(from);
    }

    /** Of what a check found: what comes after the method and its arguments. */
    static String ofFailure(String failure) {
        int at = Math.max(failure.lastIndexOf("]: "), failure.lastIndexOf("...: "));
        String detail = at < 0 ? failure.substring(failure.indexOf(": ") + 1) : failure.substring(at + 2);
        return plain(detail.replaceFirst(" for \\[.*", ""));
    }

    private static String plain(String text) {
        String plain = text.replaceAll("-?\\d[\\d.]*(E-?\\d+)?|NaN|-?Infinity", "#")
                .replaceAll("\\s+", " ")
                .trim();
        return plain.substring(0, Math.min(plain.length(), LENGTH));
    }
}
